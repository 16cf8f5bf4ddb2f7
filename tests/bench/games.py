"""Games: whole random games of the core, one by one, and of the batch engine, thousands side by side."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

import numpy as np
import numpy.typing as npt

from game.batch import choosing, playouts
from game.batch.block import Block
from game.batch.forecast import PLAYOUTS, POLICY, forecast
from game.content.package import Package
from game.core.account import account
from game.core.choice import choices
from game.core.decision import Decision
from game.core.explain import explain
from game.core.policy import at_random, follow, play_out
from game.core.scenario import Scenario
from game.core.state import digest
from tests.campaigns.course import seed_of

from .timing import Case

CHECKED = 10
"""Games of each doctrine that both engines must end alike before any speed is told."""


def core(name: str, scenario: Scenario) -> Case:
    """Whole random games of the core, every event and decision kept."""
    numbers = count()

    def run(times: int) -> tuple[int, int]:
        steps = turns = 0
        for _ in range(times):
            game = play_out(scenario, seed_of(next(numbers)), at_random)
            steps += len(game.choices)
            turns += game.steps[-1].state.cells[scenario.clock.turn]
        return steps, turns

    return Case(name, run)


def batch(name: str, scenario: Scenario, lanes: int) -> Case:
    """Whole random games in blocks of so many lanes; a run is a block."""
    numbers = count()

    def run(times: int) -> tuple[int, int]:
        turns = [0]

        def ended(block: Block, at: npt.NDArray[np.intp]) -> None:
            turns[0] += int(block.cells[scenario.clock.turn].take(at).sum(dtype=np.int64))

        steps = 0
        for _ in range(times):
            seeds = playouts.seeds_of(next(numbers), range(lanes))
            steps += playouts.play_out(playouts.opened(scenario, seeds), choosing.at_random, ended)
        return steps, turns[0]

    return Case(name, run)


def checksums(loaded: Package) -> tuple[str, str]:
    """Numbers that stay as long as some games under every doctrine end in the same States: core's, and batch's."""
    one = two = 0
    for doctrine in loaded.doctrines:
        scenario = loaded.compile(doctrine)
        seeds = [seed_of(number) for number in range(CHECKED)]
        for seed in seeds:
            one ^= digest(scenario, play_out(scenario, seed, at_random).steps[-1].state.cells)
        for end in ends(scenario, seeds):
            two ^= end
    return f"{one:016x}", f"{two:016x}"


def ends(scenario: Scenario, seeds: list[int]) -> list[int]:
    """The digests of the States in which the batch engine ends these games."""
    found: list[int] = []

    def ended(block: Block, at: npt.NDArray[np.intp]) -> None:
        found.extend(digest(scenario, block.state(lane).cells) for lane in at.tolist())

    playouts.play_out(playouts.opened(scenario, np.array(seeds, dtype=np.uint64)), choosing.at_random, ended)
    return found


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


def foretold(loaded: Package, turn: int, candidates: int) -> Case:
    """The futures of so many choices at a turn of a cautious game, a thousand each; a run is a forecast."""
    scenarios = {doctrine: loaded.compile(doctrine) for doctrine in loaded.doctrines}
    scenario = scenarios[loaded.doctrines[0]]
    script = next(one for one in scenario.policies if one.id == POLICY)
    steps = play_out(scenario, seed_of(1), follow(script)).steps
    state = next(taken.state for taken in steps if taken.state.cells[scenario.clock.turn] == turn)
    open_now = [choice.id for choice in choices(scenario, state)][-candidates:]

    def run(times: int) -> tuple[int, int]:
        for number in range(times):
            forecast(scenarios, state, dict.fromkeys(scenarios, 1), open_now, PLAYOUTS, number)
        return times * len(open_now) * PLAYOUTS, times

    return Case(f"forecast of {len(open_now)} x {PLAYOUTS:,}", run)
