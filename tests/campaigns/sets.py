"""Sets: whether in a turn it matters what one does, put to the test with other sets of moves and the same dice."""

from __future__ import annotations

from game.core.chance import mix
from game.core.choice import END_TURN, choices
from game.core.scenario import MENU, OVER, Scenario
from game.core.state import State
from game.core.step import Step, step

from .course import turn_starts

SETS = 6
"""How many sets of moves are tried in a turn."""


def answered_otherwise(scenario: Scenario, steps: list[Step], number: int) -> bool | None:
    """Whether in one turn of a game two sets of at least one move get different answers; None without a turn.

    Silence is no answer: both sets must be answered with something.
    """
    starts = turn_starts(scenario, steps)
    if not starts:
        return None
    state = starts[mix(number) % len(starts)]
    seen = {answers(scenario, state, mix(number ^ mix(attempt))) for attempt in range(SETS)}
    return len(seen - {()}) > 1


def answers(scenario: Scenario, state: State, number: int) -> tuple[str, ...]:
    """The main actor's answers at the end of a turn in which a random affordable set of moves was made, in order."""
    turn, clock, given = state.cells[scenario.clock.turn], scenario.clock, list[str]()
    made = 0
    while state.cells[clock.turn] == turn and state.cells[clock.slot] != OVER:
        open_now = choices(scenario, state)
        if state.cells[clock.slot] == MENU and len(open_now) > 1 and (not made or mix(number ^ made) % 5):
            open_now = open_now[:-1]
        elif state.cells[clock.slot] == MENU:
            open_now = open_now[-1:]
        choice = open_now[mix(number ^ mix(made)) % len(open_now)]
        made += 1
        taken = step(scenario, state, choice)
        state = taken.state
        if choice.id == END_TURN:
            given += [
                scenario.answers[decision.answer].id
                for decision in taken.decisions
                if decision.actor == scenario.main_actor and decision.answer >= 0
            ]
    return tuple(sorted(given))
