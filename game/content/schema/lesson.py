"""Lesson: what a newcomer is pointed at, one thing at a time."""

from __future__ import annotations

from typing import Annotated, Any, Self

from pydantic import model_validator

from game.content.node import Scalar
from game.content.problem import nearest
from game.content.schema.leaf import Leaf, Some, Text, When, one_of, refuse, scalar
from game.content.schema.record import Record
from game.core.lesson import DEEDS, METER, MOVE, PLACES


def _place(node: Any) -> Scalar:
    found = scalar(node, "a place such as cables, or a move as move.ID")
    if found.text not in PLACES and not found.text.startswith((MOVE, METER)):
        words = ", ".join((*PLACES, f"{MOVE}ID", f"{METER}ID"))
        refuse("word", f'"{found.text}" is no place that can be pointed at: {words}.', nearest(found.text, PLACES))
    return found


_ID = "(move|meter)\\..+"
Place = Annotated[Scalar, Leaf(_place, {"type": "string", "pattern": f"^({'|'.join(PLACES)}|{_ID})$"})]
Deed = Annotated[str, one_of(*DEEDS)]


class LessonRecord(Record):
    """What a newcomer is pointed at, from when, until what is done."""

    when: When | None = None
    until: When | None = None
    done: Some[Deed] = ()
    at: Place
    says: Text

    @model_validator(mode="after")
    def _goes(self) -> Self:
        if self.until is None and not self.done:
            refuse("lesson", "a lesson would never go: it has `done` (what the player does) or `until` (a condition).")
        return self
