"""Peers: random play in other packages, each in its own unit: a phase, an action or a step of a model.

None of them is a dependency; those that are not installed are named and left out.
"""

from __future__ import annotations

import importlib
import random
import warnings
from collections.abc import Callable
from importlib import metadata
from typing import Any

from .timing import Case

DIPLOMACY, SPIEL, SPIEL_PYTHON = "diplomacy", "OpenSpiel tic_tac_toe (C++)", "OpenSpiel python_tic_tac_toe"
MESA, ZOO = "Mesa BoltzmannWealth", "PettingZoo tictactoe"
PHASES = 20
AGENTS = 100
Play = Callable[[], int]
"""Plays one random game; how many steps it took."""


def _diplomacy() -> Play:
    whole: Any = importlib.import_module("diplomacy").Game
    dice = random.Random(1)

    def play() -> int:
        game = whole()
        played = 0
        while not game.is_game_done and played < PHASES:
            orders = game.get_all_possible_orders()
            for power in game.powers:
                places = game.get_orderable_locations(power)
                game.set_orders(power, [dice.choice(orders[place]) for place in places if orders[place]])
            game.process()
            played += 1
        return played

    return play


def _spiel(name: str) -> Play:
    spiel = importlib.import_module("pyspiel")
    if name.startswith("python_"):
        importlib.import_module("open_spiel.python.games")
    game: Any = spiel.load_game(name)
    dice = random.Random(1)

    def play() -> int:
        state = game.new_initial_state()
        played = 0
        while not state.is_terminal():
            state.apply_action(dice.choice(state.legal_actions()))
            played += 1
        return played

    return play


def _mesa() -> Play:
    whole: Any = importlib.import_module("mesa.examples.basic.boltzmann_wealth_model.model").BoltzmannWealth

    def play() -> int:
        model = whole(n=AGENTS)
        for _ in range(PHASES):
            model.step()
        return PHASES

    return play


def _zoo() -> Play:
    env: Any = importlib.import_module("pettingzoo.classic.tictactoe_v3").env()
    dice = random.Random(1)

    def play() -> int:
        env.reset(seed=1)
        played = 0
        for _ in env.agent_iter():
            seen, _, done, cut, told = env.last()
            if done or cut:
                env.step(None)
                continue
            mask = seen["action_mask"] if "action_mask" in seen else told["action_mask"]
            env.step(int(dice.choice(mask.nonzero()[0])))
            played += 1
        return played

    return play


PEERS: dict[str, tuple[str, str, Callable[[], Play]]] = {
    DIPLOMACY: ("diplomacy", f"phases, {PHASES} a game", _diplomacy),
    SPIEL: ("open-spiel", "actions", lambda: _spiel("tic_tac_toe")),
    SPIEL_PYTHON: ("open-spiel", "actions", lambda: _spiel("python_tic_tac_toe")),
    MESA: ("mesa", f"steps of {AGENTS} agents, {PHASES} a run", _mesa),
    ZOO: ("pettingzoo", "actions", _zoo),
}
"""By name: the package it comes from, its unit, and what makes it ready."""


def version(name: str) -> str:
    """The package's name and version."""
    package = PEERS[name][0]
    return f"{package} {metadata.version(package)}"


def found() -> tuple[list[Case], dict[str, str]]:
    """The peers that can be played, and why the others cannot."""
    cases, missing = [], {}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name, (package, _, ready) in PEERS.items():
            try:
                metadata.version(package)
                play = ready()
                play()
            except (ImportError, metadata.PackageNotFoundError) as missed:
                missing[name] = str(missed)
            else:
                cases.append(Case(name, _running(play)))
    return cases, missing


def _running(play: Play) -> Callable[[int], tuple[int, int]]:
    def run(times: int) -> tuple[int, int]:
        played = sum(play() for _ in range(times))
        return played, played

    return run
