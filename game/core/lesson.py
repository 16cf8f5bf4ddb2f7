"""Lesson: what a newcomer is pointed at, one thing at a time. No rule of the game knows of it."""

from __future__ import annotations

from collections.abc import Set
from typing import TYPE_CHECKING

from .condition import holds
from .scenario import MENU, REPLY, TABLE

if TYPE_CHECKING:
    from .page import Lesson
    from .scenario import Scenario
    from .state import State

DEEDS = {
    "read": "a cable was opened",
    "why": "it was asked why an answer came",
    "weigh": "a move was looked at more closely",
    "numbers": "it was asked what hangs on a number",
    "ledger": "the ledger was opened",
    "channels": "partners and ways to talk were looked at",
    "analysts": "the analysts were asked",
    "undo": "a choice was taken back",
    "move": "a move was made",
    "speak": "something was said at a table",
    "reply": "a quarrel was answered",
    "end-turn": "a turn was ended",
}
"""Everything by which a lesson can be learnt, each with what it stands for."""

PLACES = {
    "cables": "the cable on top",
    "news": "the way to all the news so far",
    "moves": "the moves",
    "purses": "the purses",
    "standing": "the numbers on the desk",
    "numbers": "the way to all numbers",
    "ledger": "the way to the ledger",
    "channels": "the map, or the board in its place: the way to partners and channels",
    "analysts": "the way to the analysts",
    "undo": "what takes the last choice back",
    "end-turn": "what ends the turn",
    "contest": "the ways to answer, while a quarrel waits for one",
    "summit": "the things to say, while a meeting is held",
}
"""Everything a lesson can point at by a word, each with what it is."""

MOVE, METER = "move.", "meter."
"""Before the id of a single move, or of a number, that a lesson points at."""

_SLOTS = {"contest": REPLY, "summit": TABLE}


def lesson(scenario: Scenario, state: State, done: Set[str], told: Set[str] = frozenset()) -> Lesson | None:
    """The lesson to show now, given the deeds done so far: the first, as written, that may be shown and is not learnt.

    One about a quarrel or a meeting waits for it, and the others wait until it is over. `told` are ids to leave out.
    """
    cells, turn = state.cells, state.cells[scenario.clock.turn]
    slot = cells[scenario.clock.slot]
    for one in scenario.lessons:
        here = _SLOTS.get(one.at, MENU) == slot
        if here and one.id not in told and not _learnt(one, state, turn, done) and holds(one.when, cells, turn):
            return one
    return None


def _learnt(one: Lesson, state: State, turn: int, done: Set[str]) -> bool:
    return not done.isdisjoint(one.done) or (bool(one.until) and holds(one.until, state.cells, turn))
