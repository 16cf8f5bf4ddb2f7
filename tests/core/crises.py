"""Crises: the scenarios the laws are tried on, and random legal games of them."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from hypothesis import strategies as st

from game.content.package import Package, load
from game.core.chance import mix
from game.core.choice import Choice, choices
from game.core.policy import Game
from game.core.scenario import Scenario
from game.core.state import State
from game.core.step import start, step
from game.data import scenario_folder

THREAD = Path(__file__).resolve().parent.parent / "scenarios" / "thread"
NAMES = ("thread", "road-to-moscow")
"""The small crisis that uses the whole language, and the shipped one."""


@lru_cache(maxsize=8)
def loaded(folder: Path) -> Package:
    """The scenario of a folder that no test writes to: what `load` gives, loaded once for all tests."""
    return load(folder)


def package(name: str) -> Package:
    """The loaded scenario."""
    return loaded(THREAD if name == "thread" else scenario_folder(name))


def moscows(name: str) -> dict[str, Scenario]:
    """The crisis under each doctrine, history's first."""
    loaded = package(name)
    return {doctrine: loaded.compile(doctrine) for doctrine in loaded.doctrines}


@lru_cache(maxsize=64)
def play(name: str, doctrine: str, seed: int, picks: tuple[int, ...]) -> tuple[Scenario, Game]:
    """A whole game in which each choice is the pick's place among what may be chosen; picks repeat, stirred."""
    scenario = package(name).compile(doctrine)
    steps, made = [start(scenario, seed)], list[Choice]()
    while open_now := choices(scenario, steps[-1].state):
        turn, number = divmod(len(made), len(picks))
        pick = picks[number] if not turn else mix(turn ^ mix(picks[number])) >> 1
        made.append(open_now[-1 - pick % len(open_now)])
        steps.append(step(scenario, steps[-1].state, made[-1]))
    return scenario, Game(tuple(made), tuple(steps))


def games(name: str) -> st.SearchStrategy[tuple[Scenario, Game]]:
    """Random legal games under any doctrine. A pick of 0 takes the last choice: at the menu, the turn's end."""
    picks = st.lists(st.integers(0, 999), min_size=1, max_size=12).map(tuple)
    doctrines = st.sampled_from(package(name).doctrines)
    return st.builds(play, st.just(name), doctrines, st.integers(0, 2**63 - 1), picks)


def places(game: Game, number: int, count: int) -> list[int]:
    """A few places in a game, spread by a number: indices of choices."""
    return sorted({mix(number ^ mix(n)) % len(game.choices) for n in range(count)})


def with_cells(state: State, changed: dict[int, int]) -> State:
    """The State with some cells set to other values."""
    return State(state.seed, tuple(changed.get(cell, value) for cell, value in enumerate(state.cells)))
