"""Pointer: what the mouse does on a stage. Only the events' own positions are read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pygame

from game.desk.part import Control, Point
from game.desk.screen import Change
from game.desk.widgets.scroll import Scroll

if TYPE_CHECKING:
    from game.desk.stage import Stage

WHEEL_STEP = 60  # pixels for one notch


@dataclass
class Pointer:
    """Where the pointer is, over which control, which one its button holds, and whether it has dragged."""

    at: Point = (-1, -1)
    over: str = ""
    held: str = ""
    dragged: bool = False


def handle(stage: Stage, event: pygame.event.Event) -> Change:
    """Take a mouse event; anything else is left alone."""
    if event.type == pygame.MOUSEMOTION:
        return _moved(stage, event.pos)
    if event.type == pygame.MOUSEBUTTONDOWN and event.button == 1:
        return _pressed(stage, event.pos)
    if event.type == pygame.MOUSEBUTTONUP and event.button == 1:
        return _released(stage, event.pos)
    if event.type == pygame.MOUSEBUTTONDOWN and event.button == 3:
        control = under(stage, event.pos)
        return stage.explain(control) if control else stage.help()
    if event.type == pygame.MOUSEWHEEL:
        _wheeled(stage, event.y)
    return None


def under(stage: Stage, at: Point) -> Control | None:
    """The control at a place, the innermost first."""
    for control in reversed(stage.controls):
        if not control.id:
            continue
        views = [scroll.view for scroll in stage.scrolls(control.id)]
        if any(spot.collidepoint(at) for spot in control.spots()) and all(view.collidepoint(at) for view in views):
            return control
    return None


def _moved(stage: Stage, at: Point) -> Change:
    pointer = stage.pointer
    pointer.at = at
    held = stage.control(pointer.held)
    if held is not None:
        used = held.drag(at)
        if used is not None:
            pointer.dragged = True
            return stage.run(lambda: used.change)
    control = under(stage, at)
    name = control.id if control is not None and control.focusable else ""
    if name != pointer.over or (name and stage.by_keys):
        left = stage.control(pointer.over)
        if left is not None and name != pointer.over:
            left.pointed(None)
        pointer.over = name
        stage.by_keys = stage.by_keys and not name
        stage.come_to(name)
    if control is not None and control.pointed(at):
        stage.come_to(name)
    return None


def _pressed(stage: Stage, at: Point) -> Change:
    _moved(stage, at)
    control = under(stage, at)
    stage.pointer.dragged = False
    stage.pointer.held = control.id if control is not None else ""
    if control is None:
        return None
    stage.dirty = True
    used = control.drag(at)
    if control.focusable:
        stage.focus(control.id, by_keys=False)
    if used is None:
        return None
    stage.pointer.dragged = True
    return stage.run(lambda: used.change)


def _released(stage: Stage, at: Point) -> Change:
    held, stage.pointer.held = stage.pointer.held, ""
    stage.dirty = True
    control = under(stage, at)
    if control is None or control.id != held or stage.pointer.dragged:
        return None
    return stage.run(lambda: control.press(at))


def _wheeled(stage: Stage, notches: int) -> None:
    at = stage.pointer.at
    for scroll in reversed([s for s in stage.controls if isinstance(s, Scroll)]):
        if scroll.view.collidepoint(at) and stage.scrolled(scroll, -notches * WHEEL_STEP):
            _moved(stage, at)
            return
