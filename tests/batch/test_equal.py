"""Both engines play the same games: equal digests at every turn, from the opening or from any State in between."""

from __future__ import annotations

import os

import pytest

from game.batch import choosing, playouts, weighing
from game.content.package import load
from game.core.policy import at_random, follow, play_out
from game.core.scenario import Scenario
from game.core.state import State
from game.core.step import start
from game.data import scenario_ids
from tests.core.crises import THREAD, package

from .pairs import differences

GAMES = int(os.environ.get("LONGTABLE_GAMES", "100"))
"""Random games for each crisis and doctrine. LONGTABLE_GAMES=1000 asks for as many: a few minutes."""
NAMES = ("thread", *scenario_ids())


def readings() -> list[tuple[str, str]]:
    """Every crisis with every doctrine."""
    return [(name, doctrine) for name in NAMES for doctrine in package(name).doctrines]


def openings(scenario: Scenario, games: int, seed: int = 1) -> list[State]:
    """The opening of so many games."""
    return [start(scenario, int(one)).state for one in playouts.seeds_of(seed, range(games))]


@pytest.mark.parametrize(("name", "doctrine"), readings())
def test_random_games_are_the_same(name: str, doctrine: str) -> None:
    scenario = package(name).compile(doctrine)
    assert differences(scenario, openings(scenario, GAMES), at_random, choosing.at_random) == []


@pytest.mark.parametrize("name", NAMES)
def test_scripted_games_are_the_same(name: str) -> None:
    scenario = package(name).compile()
    for script in scenario.policies:
        found = differences(scenario, openings(scenario, 5), follow(script), weighing.follow(scenario, script))
        assert found == [], script.id


@pytest.mark.parametrize("name", NAMES)
def test_games_go_on_alike_from_any_state(name: str) -> None:
    """Also from the middle of a summit, of a contest and of a sitting over a draft."""
    scenario = package(name).compile()
    met: dict[int, list[State]] = {}
    for state in openings(scenario, 8, seed=2):
        for taken in play_out(scenario, state.seed, at_random).steps[:-1]:
            met.setdefault(taken.state.cells[scenario.clock.turn], []).append(taken.state)
    for states in met.values():
        assert differences(scenario, states[::4], at_random, choosing.at_random) == []


def test_lanes_of_different_turns_are_refused() -> None:
    scenario = load(THREAD).compile()
    steps = play_out(scenario, 1, at_random).steps
    with pytest.raises(ValueError, match="share the turn"):
        playouts.resumed(scenario, [steps[0].state, steps[-2].state])
