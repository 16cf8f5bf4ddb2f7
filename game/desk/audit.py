"""Audit: what is wrong with a screen as it stands: text cut off, things over one another, keys that do not reach."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import pygame

from game.desk.driver import Driver
from game.desk.markup import plain
from game.desk.part import Control, Part, walk
from game.desk.stage import TIP_DELAY, Stage

SLACK = 1  # pixels that rounding may take
TOUCH = 3  # pixels by which the room between two lines of text may overlap


def faults(driver: Driver) -> list[str]:
    """Every fault of the top screen of a driver, a sentence each; none for a screen in order."""
    driver.send([])
    stage = driver.screen
    if not isinstance(stage, Stage):
        raise TypeError(f"{type(stage).__name__} is not made of parts")
    found = [*_labels(stage), *_nesting(stage), *_texts(stage), *_overlaps(stage)]
    return [*found, *_reach(driver, stage)]


def _labels(stage: Stage) -> Iterator[str]:
    ids = [widget.id for widget in stage.widgets()]
    for name in sorted({name for name in ids if ids.count(name) > 1}):
        yield f"the id {name!r} is given twice"
    for widget in stage.widgets():
        if not widget.label:
            yield f"{widget.id!r} has no label"


def _nesting(stage: Stage) -> Iterator[str]:
    """Parts that stand out of the part that holds them, or out of the window."""
    window = pygame.Rect((0, 0), stage.size)
    if not _within(stage.root.rect, window):
        yield f"{_name(stage.root)} {stage.root.rect} stands out of the window {window.size}"
    for part in walk(stage.root):
        for child in part.parts():
            if _area(child.rect) and not part.clips and not _within(child.rect, part.rect):
                yield f"{_name(child)} {child.rect} stands out of {_name(part)} {part.rect}"


def _texts(stage: Stage) -> Iterator[str]:
    for ink in stage.inked:
        words = plain(ink.text)
        if ink.shortened and words not in (plain(ink.owner.tip()) if isinstance(ink.owner, Control) else ""):
            yield f"{words!r} is shortened and {_name(ink.owner)} does not tell it in full"
        if not ink.shortened and not _within(ink.rect, ink.room):
            yield f"{words!r} {ink.rect} is cut off by its room {ink.room} in {_name(ink.owner)}"
        elif ink.broken:
            yield f"{words!r} is broken within a word in {_name(ink.owner)}"
        elif _area(ink.owner.rect) and not _within(ink.room, ink.owner.rect):
            yield f"the room {ink.room} of {words!r} stands out of {_name(ink.owner)} {ink.owner.rect}"
    for one, other in combinations(stage.inked, 2):
        both = one.seen.clip(other.seen)
        if both.width > TOUCH and both.height > TOUCH:
            yield f"{plain(one.text)!r} is written over {plain(other.text)!r}"


def _overlaps(stage: Stage) -> Iterator[str]:
    held = {control: set(walk(control)) for control in stage.focusables()}
    seen = [(control, stage.in_view(control)) for control in held]
    for (one, here), (other, there) in combinations(seen, 2):
        both = here.clip(there)
        if _area(both) and other not in held[one] and one not in held[other]:
            yield f"{one.id!r} and {other.id!r} lie over one another at {both}"


def _reach(driver: Driver, stage: Stage) -> Iterator[str]:
    """Widgets that Tab does not reach or does not bring into view, and tooltips that leave the window."""
    window = pygame.Rect((0, 0), stage.size)
    reached = set()
    for _ in range(len(stage.widgets())):
        driver.press("tab", rest=TIP_DELAY)
        name = driver.focused
        reached.add(name)
        control = stage.control(name)
        if control is None:
            continue
        view = stage.in_view(control)
        if not _area(view):
            yield f"Tab does not bring {name!r} into view"
        elif not _within(view, window):
            yield f"{name!r} {view} stands out of the window {window.size}"
        if control.tip() and (stage.tip_rect is None or not window.contains(stage.tip_rect)):
            yield f"the tooltip of {name!r} stands at {stage.tip_rect}, not in the window {window.size}"
    for widget in stage.widgets():
        if widget.id not in reached:
            yield f"Tab does not reach {widget.id!r}"


def _within(inner: pygame.Rect, outer: pygame.Rect) -> bool:
    return outer.inflate(2 * SLACK, 2 * SLACK).contains(inner)


def _area(rect: pygame.Rect) -> bool:
    return rect.width > 0 and rect.height > 0


def _name(part: Part) -> str:
    kind = type(part).__name__.strip("_").lower()
    return f"the {kind} {part.id!r}" if isinstance(part, Control) else f"a {kind}"
