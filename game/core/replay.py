"""Replay: the same choices under the same dice, in this Scenario or, as far as they are open, in another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from .choice import END_TURN, Choice, choices
from .scenario import Scenario
from .state import State
from .step import Step, start, step

Given = Mapping[int, Mapping[str, str]]
"""By turn: the main actor's answers that are imposed, trigger -> answer."""


def replay(scenario: Scenario, seed: int, chosen: Iterable[Choice]) -> list[Step]:
    """The steps of a line of play, the opening first. Raises IllegalChoice where one may not be chosen."""
    steps = [start(scenario, seed)]
    for choice in chosen:
        steps.append(step(scenario, steps[-1].state, choice))
    return steps


def follow_line(scenario: Scenario, seed: int, chosen: Iterable[Choice], given: Given | None = None) -> list[Step]:
    """The steps of a line where it may have to bend: what is not open is left out, what is missing is filled in.

    A contest that nobody foresaw is held; a summit left in the middle is sat out with its last option; the line
    goes on until its choices are spent or the game is over.
    """
    steps = [start(scenario, seed)]
    steps.extend(_bend(scenario, steps[-1].state, chosen, given))
    return steps


def _bend(scenario: Scenario, state: State, chosen: Iterable[Choice], given: Given | None) -> Iterator[Step]:
    for choice in chosen:
        while open_now := choices(scenario, state):
            fits = choice if choice in open_now else _filler(choice, open_now)
            if fits is None:
                break
            turn = state.cells[scenario.clock.turn]
            taken = step(scenario, state, fits, None if given is None else given.get(turn, {}))
            state = taken.state
            yield taken
            if fits == choice:
                break


def _filler(choice: Choice, open_now: tuple[Choice, ...]) -> Choice | None:
    """What to do where the line's choice is not open: nothing if it is just one move among others."""
    if open_now[-1].id == END_TURN:
        return None
    return open_now[0] if open_now[0].id == "hold" else open_now[-1]


def go_on(scenario: Scenario, state: State, chosen: Iterable[Choice]) -> State:
    """The State at the end of the game: along the line as far as it is open, then ending turns."""
    for taken in _bend(scenario, state, chosen, None):
        state = taken.state
    while open_now := choices(scenario, state):
        end = _filler(open_now[-1], open_now) or open_now[-1]
        state = step(scenario, state, end).state
    return state
