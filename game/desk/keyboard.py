"""Keyboard: what the keys do on a stage. Everything the mouse can do can be done from here."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.desk.focus import ARROWS, beside, following
from game.desk.part import Control
from game.desk.screen import Change

if TYPE_CHECKING:
    from game.desk.stage import Stage

PRESSING = (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE)
PAGING = {pygame.K_PAGEUP: -0.9, pygame.K_PAGEDOWN: 0.9, pygame.K_HOME: -1000.0, pygame.K_END: 1000.0}
LINE = 40  # pixels scrolled by an arrow where no control lies that way
WITHOUT_SHORTCUTS = pygame.KMOD_CTRL | pygame.KMOD_ALT | pygame.KMOD_META


def handle(stage: Stage, event: pygame.event.Event) -> Change:
    """Take a key; anything else is left alone."""
    control = stage.control(stage.focus_id)
    if event.type == pygame.TEXTINPUT and control is not None:
        typed = control.typed(event.text)
        return stage.run(lambda: typed.change) if typed is not None else None
    if event.type != pygame.KEYDOWN or event.mod & WITHOUT_SHORTCUTS:
        return None
    if control is not None:
        used = control.key(event)
        if used is not None:
            stage.focus(control.id)
            return stage.run(lambda: used.change)
    if event.key == pygame.K_TAB:
        stage.focus(following(stage.focusables(), stage.focus_id, -1 if event.mod & pygame.KMOD_SHIFT else 1))
        return None
    if event.key in ARROWS:
        _arrow(stage, control, ARROWS[event.key])
        return None
    if event.key in PAGING:
        _page(stage, PAGING[event.key])
        return None
    return _command(stage, control, event)


def _command(stage: Stage, control: Control | None, event: pygame.event.Event) -> Change:
    if event.key == pygame.K_ESCAPE:
        return stage.run(stage.escape)
    if event.unicode == "?" or event.key == pygame.K_F1:
        return stage.explain(control) if control is not None else stage.help()
    if event.key in PRESSING:
        if control is None:
            return None
        stage.focus(control.id)
        return stage.run(control.press)
    return _shortcut(stage, event)


def _shortcut(stage: Stage, event: pygame.event.Event) -> Change:
    letter = event.unicode.lower()
    for control in stage.focusables():
        if letter and control.hotkey.lower() == letter:
            stage.focus(control.id)
            return stage.run(control.press)
    return None


def _arrow(stage: Stage, control: Control | None, way: tuple[int, int]) -> None:
    if control is None:
        stage.focus(following(stage.focusables(), "", 1))
        return
    name = beside(stage.focusables(), control, way)
    if name:
        stage.focus(name)
        return
    for scroll in stage.scrolls(control.id):
        if stage.scrolled(scroll, way[1] * LINE):
            return


def _page(stage: Stage, pages: float) -> None:
    """Scroll around the focus, else under the pointer's eye: the first area that can move."""
    for scroll in [*stage.scrolls(stage.focus_id), *stage.scrolls()]:
        if stage.scrolled(scroll, round(pages * scroll.view.height)):
            return
