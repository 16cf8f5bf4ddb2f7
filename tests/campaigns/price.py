"""Price: whether a turn's purses are too small for what one wants, put to the test with wishes drawn at random."""

from __future__ import annotations

from game.core.chance import mix, site
from game.core.choice import Choice, choices, refusal
from game.core.scenario import MENU, Scenario
from game.core.state import State
from game.core.step import Step, step

from .course import turn_starts


def wanted_in_vain(scenario: Scenario, steps: list[Step], number: int) -> bool | None:
    """Whether in one turn of a game one of as many wishes as a turn has room for is refused for its price.

    The wishes are moves open at the turn's start, drawn at random and made in that order. None without a turn.
    """
    starts = turn_starts(scenario, steps)
    if not starts:
        return None
    state = starts[mix(~number) % len(starts)]
    cells = state.cells
    wishes = sorted((move for move in scenario.moves if cells[move.open]), key=lambda m: mix(number ^ site(m.id)))
    for move in wishes[: scenario.moves_per_turn]:
        why = refusal(scenario, state, move)
        if why is not None and why.kind == "price":
            return True
        if why is None:
            state = sat_out(scenario, step(scenario, state, Choice(scenario.seat, move.id)).state)
    return False


def sat_out(scenario: Scenario, state: State) -> State:
    """The State after whatever a move has opened is sat out with the first thing there is to do."""
    while state.cells[scenario.clock.slot] != MENU:
        state = step(scenario, state, choices(scenario, state)[0]).state
    return state
