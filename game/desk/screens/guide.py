"""Guide: the lesson of the moment as a line of text, with brackets around the thing it points at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import pygame

from game.core.lesson import METER, MOVE
from game.desk.canvas import Canvas
from game.desk.layout import Column
from game.desk.part import Control, Part
from game.desk.screens import cables
from game.desk.screens.bullet import bullet
from game.desk.session import Session
from game.desk.theme import BODY, INK, SKY
from game.desk.widgets.scroll import Scroll

AWAY, WIDTH, LENGTH = 7, 3, 22  # pixels of the brackets: from the thing, of a stroke, along an edge at most
SPOTS = {
    "news": ("cables-more",),
    "moves": ("moves", "show-moves"),
    "purses": ("purse-*",),
    "standing": ("gauges",),
    "channels": ("map", "board", "measure-*"),
    "contest": ("hold yield trade",),
    "summit": ("table",),
}
"""By place of a lesson, the ids that stand for it, the best first; other places have an id of their own name.

Several ids in one text are pointed at together; one that ends in * stands for all that begin so.
"""
KEYS = {"ledger": "L", "analysts": "A", "numbers": "N", "news": "C", "undo": "U", "end-turn": "E"}
"""By place of a lesson, the key that leads there."""


def line(session: Session) -> list[Part]:
    """The lesson of the moment with the key to press, as a list of one; of none for who has nothing to learn."""
    lesson = session.lesson
    if lesson is None:
        return []
    key = KEYS.get(lesson.at, "W" if "why" in lesson.done and cables.asked(session) else "")
    says = session.play.scenario.text(f"lesson.{lesson.id}.says")
    return [bullet("arrow-right", SKY, f"{says} {{sky:[{key}]}}" if key else says, BODY, INK)]


def spots(session: Session) -> Sequence[str]:
    """The ids that the lesson of the moment points at, the best first; none without a lesson."""
    lesson = session.lesson
    if lesson is None:
        return ()
    at = lesson.at
    if at == "cables":
        asked = cables.asked(session) if "why" in lesson.done else ""
        return (asked or cables.first(session), "cables")
    if at.startswith(MOVE):
        move = session.play.scenario.find.move[at.removeprefix(MOVE)]
        return (f"move-{move.id}", f"tab-{move.instrument}", *SPOTS["moves"])
    if at.startswith(METER):
        meter = at.removeprefix(METER)
        return (f"gauge-{meter}", f"purse-{meter}", "numbers")
    return SPOTS.get(at, (at,))


@dataclass(eq=False)
class Pointed(Column):
    """A column that draws brackets around the first of the ids `at` which is to be seen in it."""

    at: Sequence[str] = field(default=(), kw_only=True)

    def draw(self, canvas: Canvas) -> None:
        super().draw(canvas)
        place = self.spot()
        if place is not None:
            for stroke in _brackets(place.inflate(2 * AWAY, 2 * AWAY)):
                canvas.surface.fill(SKY, stroke)

    def spot(self) -> pygame.Rect | None:
        """The place that is pointed at; None when nothing of it is to be seen."""
        seen = [(name, rect) for name, rect in _controls(self, self.rect) if rect.width and rect.height]
        for wanted in self.at:
            found = [rect for name, rect in seen if any(_means(word, name) for word in wanted.split())]
            if found:
                return found[0].unionall(found[1:])
        return None


def _means(word: str, name: str) -> bool:
    """Whether a word of SPOTS means the control of this id."""
    return name.startswith(word[:-1]) if word.endswith("*") else name == word


def _controls(part: Part, view: pygame.Rect) -> Iterator[tuple[str, pygame.Rect]]:
    """Every control within with its id and what is to be seen of it."""
    if isinstance(part, Control):
        yield part.id, part.spots()[0].clip(view)
    if isinstance(part, Scroll):
        view = part.view.clip(view)
    for child in part.parts():
        yield from _controls(child, view)


def _brackets(rect: pygame.Rect) -> Iterator[pygame.Rect]:
    """Two strokes at each corner."""
    wide, high = min(LENGTH, rect.width // 3), min(LENGTH, rect.height // 3)
    for x in (rect.left, rect.right - wide):
        for y in (rect.top, rect.bottom - WIDTH):
            yield pygame.Rect(x, y, wide, WIDTH)
    for x in (rect.left, rect.right - WIDTH):
        for y in (rect.top, rect.bottom - high):
            yield pygame.Rect(x, y, WIDTH, high)
