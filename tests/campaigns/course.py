"""Course: one whole game played by a script, and what of it is counted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from game.core.chance import site
from game.core.choice import Choice, choices
from game.core.derived import value
from game.core.outcome import reached
from game.core.policy import Chooser, at_random, follow
from game.core.scenario import MENU, Scenario
from game.core.state import State
from game.core.step import Step, start, step

EARLY = 5
"""The last turn that counts as early."""
Hold = Callable[[Scenario, int], Mapping[str, int]]
"""By turn: the meters that are held at a value from outside, as an experiment."""


class Course(NamedTuple):
    """What one game came to."""

    ending: str
    ready: int
    """Readiness on the day; 0 where the scenario has no such meter."""
    band: str
    """The word of its band, or ""."""
    meters: tuple[int, ...]
    """Every shown meter at the end, in the order of `shown`."""
    early: tuple[str, ...]
    """The main actor's answers up to turn EARLY, in order."""


def seed_of(number: int) -> int:
    """The seed of the n-th game of any campaign: all lines are played under the same luck."""
    return site(f"campaign/{number}") >> 1


def shown(scenario: Scenario) -> tuple[str, ...]:
    """Ids of the meters that the seat can see; purses, flags, channels and single partners' lines left out."""
    return tuple(
        meter.id
        for meter in scenario.meters
        if meter.sight != "hidden" and meter.kind in ("meter", "derived") and not meter.id.endswith(".line")
    )


def held(scenario: Scenario, state: State, hold: Hold) -> State:
    """The State with the held meters at their values and everything derived worked out anew."""
    wanted = hold(scenario, state.cells[scenario.clock.turn])
    if not wanted:
        return state
    cells = list(state.cells)
    for id, number in wanted.items():
        cells[scenario.find.meter[id].cell] = number
    for derived in scenario.derived:
        cells[derived.cell] = value(derived, cells)
    return State(state.seed, tuple(cells))


def nothing_held(scenario: Scenario, turn: int) -> Mapping[str, int]:
    """No meter is held."""
    return {}


def chooser(scenario: Scenario, line: str) -> Chooser:
    """The script of this id; 'random' takes any choice."""
    if line == "random":
        return at_random
    return follow(next(policy for policy in scenario.policies if policy.id == line))


def everywhere(scenario: Scenario, script: Chooser, approach: str) -> Chooser:
    """The same script, except that at the table this approach is taken wherever it can be."""
    wanted = scenario.approaches.index(approach)
    ids = {
        option.id
        for summit in scenario.summits
        for stage in summit.stages
        for option in stage.options
        if option.approach == wanted and not option.leaves
    }

    def choose(scenario: Scenario, state: State, open_now: tuple[Choice, ...]) -> Choice:
        meant = script(scenario, state, open_now)
        return next((choice for choice in open_now if choice.id in ids), meant)

    return choose


def played(scenario: Scenario, seed: int, choose: Chooser, hold: Hold = nothing_held) -> list[Step]:
    """The steps of a whole game; a held State stands in the step that led to it."""
    first = start(scenario, seed)
    steps = [first._replace(state=held(scenario, first.state, hold))]
    while open_now := choices(scenario, steps[-1].state):
        taken = step(scenario, steps[-1].state, choose(scenario, steps[-1].state, open_now))
        steps.append(taken._replace(state=held(scenario, taken.state, hold)))
    return steps


def course(scenario: Scenario, steps: list[Step]) -> Course:
    """What these steps came to."""
    last = steps[-1].state
    ending = reached(scenario, last)
    assert ending is not None
    early = tuple(
        scenario.answers[decision.answer].id
        for taken in steps
        for decision in taken.decisions
        if decision.actor == scenario.main_actor and decision.answer >= 0 and decision.turn <= EARLY
    )
    meters = tuple(last.cells[scenario.find.meter[id].cell] for id in shown(scenario))
    found = scenario.find.meter.get("readiness")
    ready = last.cells[found.cell] if found else 0
    return Course(ending.id, ready, band_word(scenario, last), meters, early)


def band_word(scenario: Scenario, state: State, meter: str = "readiness") -> str:
    """The word of the band in which a meter stands."""
    found = scenario.find.meter.get(meter)
    if found is None:
        return ""
    words = [band.text for band in found.bands if state.cells[found.cell] >= band.low]
    return scenario.text(words[-1]) if words else ""


def turn_starts(scenario: Scenario, steps: list[Step]) -> list[State]:
    """The States in which the menu of a turn first lay open."""
    clock, found, turn = scenario.clock, list[State](), 0
    for taken in steps:
        cells = taken.state.cells
        if cells[clock.slot] == MENU and cells[clock.turn] != turn:
            turn = cells[clock.turn]
            found.append(taken.state)
    return found
