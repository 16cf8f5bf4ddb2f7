"""Reach: what is said never to come about never does, in random games of every scenario under every doctrine."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.content.lint.reach import Memory, Reach, reach
from game.content.package import Package, load
from game.core.policy import Game, at_random, follow, play_out
from game.core.scenario import Scenario
from game.data import scenario_folder, scenario_ids
from tests.conftest import CHECKOUT

FEW = 3
"""Random games under each doctrine, beside one of each script."""
SMALL = {name: CHECKOUT / "tests" / "scenarios" / name for name in ("thread", "chamber")}
SMALL["zoo"] = CHECKOUT / "tests" / "content" / "zoo" / "base"
FOLDERS: dict[str, Path] = {name: scenario_folder(name) for name in scenario_ids()} | SMALL


def surprises(found: Reach, scenario: Scenario, game: Game) -> set[str]:
    """What came about in a game though it never can, and cells that held what they never hold."""
    seen = set()
    for taken in game.steps:
        cells, turn = taken.state.cells, taken.state.cells[scenario.clock.turn]
        for cell in found.ground.tracked:
            if not any(low <= cells[cell] <= high for low, high in found.values[cell]):
                seen.add(f"{scenario.cells[cell].key} = {cells[cell]}")
        for decision in taken.decisions:
            if decision.rule >= 0:
                seen |= _outside(found, f"rule:{scenario.rules[decision.rule].id}", decision.turn)
                seen |= _outside(found, f"answer:{scenario.answers[decision.answer].id}", decision.turn)
        for event in taken.events:
            cause = getattr(event, "cause", None)
            if cause is not None and cause.kind == "happening":
                seen |= _outside(found, f"event:{cause.id}", turn)
            if cause is not None and cause.kind == "ending":
                seen |= _outside(found, f"ending:{cause.id}", turn)
    for choice, before in zip(game.choices, game.steps, strict=False):
        if choice.id in scenario.find.move:
            seen |= _outside(found, f"move:{choice.id}", before.state.cells[scenario.clock.turn])
    return seen


def _outside(found: Reach, key: str, turn: int) -> set[str]:
    first, last = found.windows.get(key, (0, -1))
    return set() if first <= turn <= last else {f"{key} in turn {turn}, not {first} to {last}"}


def played(package: Package, doctrine: str, memory: Memory) -> set[str]:
    """The surprises of some games under a doctrine."""
    scenario = package.compile(doctrine)
    found = reach(scenario, memory=memory)
    chosen = [*[at_random] * FEW, *(follow(policy) for policy in scenario.policies)]
    games = (play_out(scenario, seed, chooser) for seed, chooser in enumerate(chosen))
    return {surprise for game in games for surprise in surprises(found, scenario, game)}


@pytest.mark.parametrize("name", sorted(FOLDERS))
def test_nothing_comes_about_that_is_said_never_to(name: str) -> None:
    package, memory = load(FOLDERS[name]), Memory()
    surprising = {doctrine: played(package, doctrine, memory) for doctrine in package.doctrines}
    assert not any(surprising.values()), surprising
