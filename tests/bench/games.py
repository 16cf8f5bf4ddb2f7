"""Games: whole random games of the core, and beside them random games of the package `diplomacy` where it is there."""

from __future__ import annotations

import random
from collections.abc import Iterator
from importlib import metadata
from itertools import count
from typing import Any

from game.content.package import Package
from game.core.account import account
from game.core.decision import Decision
from game.core.explain import explain
from game.core.policy import at_random, play_out
from game.core.scenario import Scenario
from game.core.state import digest
from tests.campaigns.course import seed_of

from .timing import Case

PEER = "diplomacy"
PHASES = 20
CHECKED = 10


def core(loaded: Package) -> Case:
    """Whole random games under all doctrines in turn, every event and decision kept."""
    scenarios = [loaded.compile(doctrine) for doctrine in loaded.doctrines]
    numbers = count()

    def run(times: int) -> tuple[int, int]:
        steps = turns = 0
        for _ in range(times):
            number = next(numbers)
            scenario = scenarios[number % len(scenarios)]
            game = play_out(scenario, seed_of(number), at_random)
            steps += len(game.choices)
            turns += game.steps[-1].state.cells[scenario.clock.turn]
        return steps, turns

    return Case("core", run)


def checksum(loaded: Package) -> str:
    """A number that stays as long as some games end in the same States."""
    whole = 0
    for number in range(CHECKED):
        scenario = loaded.compile(loaded.doctrines[number % len(loaded.doctrines)])
        whole ^= digest(scenario, play_out(scenario, seed_of(number), at_random).steps[-1].state.cells)
    return f"{whole:016x}"


def decisions(scenario: Scenario, games: int) -> Iterator[Decision]:
    """Decisions for which there were rules, to be explained."""
    for number in range(games):
        for taken in play_out(scenario, seed_of(number), at_random).steps:
            for decision in taken.decisions:
                if scenario.find.rules_for(decision.actor, decision.slot, decision.triggers):
                    yield decision


def explained(scenario: Scenario, decision: Decision) -> object:
    """Why, in sentences, as asked for by one keystroke."""
    return account(scenario, explain(scenario, decision, True))


def peer() -> Case | None:
    """Random games of `diplomacy`, a step and a turn both being a phase; None where it is not installed."""
    try:
        metadata.version(PEER)
        from diplomacy import Game  # type: ignore[import-not-found,import-untyped,unused-ignore]
    except (ImportError, metadata.PackageNotFoundError):
        return None
    dice = random.Random(1)

    def phases() -> int:
        game: Any = Game()
        played = 0
        while not game.is_game_done and played < PHASES:
            orders = game.get_all_possible_orders()
            for power in game.powers:
                places = game.get_orderable_locations(power)
                game.set_orders(power, [dice.choice(orders[place]) for place in places if orders[place]])
            game.process()
            played += 1
        return played

    def run(times: int) -> tuple[int, int]:
        played = sum(phases() for _ in range(times))
        return played, played

    return Case(f"{PEER} {metadata.version(PEER)}", run)
