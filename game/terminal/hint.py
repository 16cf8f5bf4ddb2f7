"""Hint: what a newcomer is pointed at, as a line under the page."""

from __future__ import annotations

from game.core.lesson import METER, MOVE
from game.core.page import Lesson
from game.core.scenario import Scenario
from game.core.words import title

from .page import wrap

POINTED = {
    "cables": "the news above",
    "moves": "the moves",
    "purses": "what you hold",
    "standing": "the numbers",
    "numbers": "the numbers",
    "ledger": "the ledger",
    "channels": "ways to talk",
    "analysts": "the analysts",
}
"""What a lesson points at, as it is called on the page; a place left out needs no name."""

TYPED = {
    "read": "",
    "why": "`why`",
    "weigh": "`about 1` or `weigh 1`",
    "numbers": "`numbers`",
    "ledger": "`ledger`",
    "channels": "`channels`",
    "analysts": "`analysts`",
    "undo": "`undo`",
    "move": "the number of a move",
    "end-turn": "`0`",
}
"""By deed that a lesson asks for, the words that do it; the first that fits is told. The page itself is read anyway."""


def hint(scenario: Scenario, lesson: Lesson) -> list[str]:
    """What the lesson points at, what it says, and what to type."""
    thing = _thing(scenario, lesson.at)
    typed = next((TYPED[deed] for deed in TYPED if deed in lesson.done), "")
    how = f" (Type {typed}.)" if typed else ""
    head = f"Hint, {thing}:" if thing else "Hint:"
    return ["", *wrap(f"{head} {scenario.text(f'lesson.{lesson.id}.says')}{how}")]


def _thing(scenario: Scenario, at: str) -> str:
    for start, kind in ((MOVE, "move"), (METER, "meter")):
        if at.startswith(start):
            return title(scenario, kind, at.removeprefix(start))
    return POINTED.get(at, "")
