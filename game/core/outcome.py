"""Outcome: whether the game ends now, and how."""

from __future__ import annotations

from .condition import holds
from .event import because
from .page import Ending
from .scenario import OVER, Scenario
from .state import State
from .work import Work


def _ending(work: Work, last: bool) -> Ending | None:
    for ending in work.scenario.find.endings:
        if (last or ending.early) and holds(ending.when, work.cells, work.turn):
            return ending
    return None


def judge(work: Work) -> bool:
    """Note the ending if one is reached at the end of this turn; at the last turn there always is one."""
    scenario = work.scenario
    ending = _ending(work, work.turn >= scenario.turns)
    if ending is None:
        return False
    cause = because("ending", ending.id)
    work.put(scenario.clock.over, ending.index + 1, cause)
    work.put(scenario.clock.slot, OVER, cause)
    work.tell(f"ending.{ending.id}.title", cause)
    work.close()
    return True


def reached(scenario: Scenario, state: State) -> Ending | None:
    """The ending this State has come to, or None while the game goes on."""
    index = state.cells[scenario.clock.over]
    return scenario.endings[index - 1] if index else None


def aims_met(scenario: Scenario, state: State) -> dict[str, bool]:
    """Each aim's test, as it stands in this State."""
    turn = state.cells[scenario.clock.turn]
    return {aim.id: holds(aim.when, state.cells, turn) for aim in scenario.aims}


def page_of_history(scenario: Scenario, state: State) -> str:
    """The text of the ending this State has come to, in the variant that fits; empty while the game goes on."""
    ending = reached(scenario, state)
    if ending is None:
        return ""
    turn = state.cells[scenario.clock.turn]
    return next((scenario.text(key) for when, key in ending.scenes if holds(when, state.cells, turn)), "")
