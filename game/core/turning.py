"""Turning points: turns of this very play in which one other choice, all else and the luck kept, leads elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .chance import mix, site
from .choice import END_TURN, Choice, choices
from .outcome import reached
from .replay import go_on
from .scenario import MENU, Scenario
from .state import State
from .step import Step, step

MOST = 3
"""How many turning points are looked for."""
TRIES = 6
"""How many other choices are tried at each place."""


class TurningPoint(NamedTuple):
    """A choice that decided something: what was done, what else could have been, and where that would have led.

    `ending` and `marks` are those of the other course; `choice` is the place in the line of play.
    """

    turn: int
    choice: int
    done: str
    instead: str
    ending: str
    marks: tuple[tuple[str, int, int], ...]
    """Shown meters that end 15 or more apart: id, here, there."""


def _others(scenario: Scenario, state: State, done: str, seed: int) -> list[Choice]:
    open_now = [choice for choice in choices(scenario, state) if choice.id != done]
    if state.cells[scenario.clock.slot] == MENU and done != END_TURN:
        open_now = [choice for choice in open_now if choice.id != END_TURN]
    return sorted(open_now, key=lambda choice: mix(seed ^ site(choice.id)))[:TRIES]


def marks(scenario: Scenario, here: State, there: State, least: int = 15) -> tuple[tuple[str, int, int], ...]:
    """The shown meters that stand at least this far apart in two States."""
    return tuple(
        (meter.id, here.cells[meter.cell], there.cells[meter.cell])
        for meter in scenario.meters
        if meter.sight == "desk" and meter.kind != "purse"
        and abs(here.cells[meter.cell] - there.cells[meter.cell]) >= least
    )


def kept_after(line: Sequence[str], place: int) -> Sequence[str]:
    """The choices of a line that stay as they were when the one at this place is another.

    Where the turn was ended, the other choice comes before its end, so that what follows stays in its turns.
    """
    return line[place if line[place] == END_TURN else place + 1 :]


def search(scenario: Scenario, line: Sequence[str], steps: Sequence[Step]) -> Iterator[TurningPoint | None]:
    """Turning points as they are found, last turns first; None after each try, so that a caller may pause between.

    A choice counts if another one leads to another ending; a turn is told once.
    """
    end = steps[-1].state
    ending = reached(scenario, end)
    told = set[int]()
    for place in range(len(line) - 1, -1, -1):
        state = steps[place].state
        turn = state.cells[scenario.clock.turn]
        if turn in told or len(told) >= MOST:
            continue
        for other in _others(scenario, state, line[place], state.seed):
            taken = step(scenario, state, other)
            later = [Choice(scenario.seat, id) for id in kept_after(line, place)]
            final = go_on(scenario, taken.state, later)
            there = reached(scenario, final)
            if there is not None and there != ending:
                told.add(turn)
                yield TurningPoint(turn, place, line[place], other.id, there.id, marks(scenario, end, final))
                break
            yield None
