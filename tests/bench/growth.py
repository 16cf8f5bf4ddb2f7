"""Growth: what a larger crisis costs: rules, states that vote, turns; and one vote by itself."""

from __future__ import annotations

import time

import numpy as np

from game.batch import ballot, playouts
from game.batch.block import Block
from game.core import vote
from game.core.chance import mix
from game.core.draft import TABLED, Draft
from game.core.policy import at_random, play_out
from game.core.scenario import Scenario
from game.core.state import State, digest
from game.core.step import start
from game.core.work import Work

from . import games
from .synthetic import Size, crisis
from .timing import Rate, round_robin

SIZES = {
    **{f"{rules:,} rules": Size(rules=rules) for rules in (10, 60, 300, 1000)},
    **{f"{states} states vote": Size(countries=states) for states in (15, 193)},
    **{f"{turns} turns": Size(turns=turns) for turns in (12, 60)},
}
"""By name; one thing is changed at a time: 60 rules, no vote and 20 turns unless it says otherwise."""
PLAIN, LARGE = "60 rules", "1,000 rules"


def alike(scenario: Scenario) -> bool:
    """Whether both engines end some games of it in the same States."""
    seeds = [mix(number) >> 1 for number in range(games.CHECKED)]
    one = [digest(scenario, play_out(scenario, seed, at_random).steps[-1].state.cells) for seed in seeds]
    return sorted(one) == sorted(games.ends(scenario, seeds))


def rates(lanes: int, rounds: int, seconds: float) -> tuple[dict[str, Rate], dict[str, Rate]]:
    """By size: the core's rates and the batch engine's. Raises ValueError if they do not play the same games."""
    scenarios = {name: crisis(size) for name, size in SIZES.items()}
    for name, scenario in scenarios.items():
        if not alike(scenario):
            raise ValueError(f"{name}: the two engines play different games")
    core = [games.core(name, scenario) for name, scenario in scenarios.items()]
    batch = [games.batch(f"batch {name}", scenario, lanes) for name, scenario in scenarios.items()]
    found = round_robin([*core, *batch], rounds, seconds)
    return {name: found[name] for name in SIZES}, {name: found[f"batch {name}"] for name in SIZES}


def votes(scenario: Scenario, body: str, lanes: int, rounds: int) -> tuple[list[float], list[float]]:
    """Microseconds for one vote of this body on a text of the scenario: in the core, and in a lane among so many."""
    draft = next(draft for draft in scenario.drafts if draft.body == body)
    state = _due(scenario, draft)
    core, batch = [], []
    for _ in range(rounds):
        began = time.process_time()
        for _ in range(100):
            vote.ballots(Work(scenario, state))
        core.append(1e6 * (time.process_time() - began) / 100)
        block = _lanes(scenario, state, lanes)
        began = time.process_time()
        ballot.ballots(block)
        batch.append(1e6 * (time.process_time() - began) / lanes)
    return core, batch


def _due(scenario: Scenario, draft: Draft) -> State:
    """The first turn, with this draft to be voted on at its end."""
    state = start(scenario, 1).state
    cells = list(state.cells)
    cells[draft.stage], cells[draft.wait] = TABLED, 1
    standing = draft.wordings[0].provisions if draft.wordings else frozenset(range(len(draft.provisions)))
    for place, provision in enumerate(draft.provisions):
        cells[provision.cell] = int(place in standing)
    return state._replace(cells=tuple(cells))


def _lanes(scenario: Scenario, state: State, lanes: int) -> Block:
    cells = np.repeat(np.array(state.cells, dtype=np.int16)[:, None], lanes, axis=1)
    return Block(scenario, playouts.seeds_of(1, range(lanes)), cells, state.cells[scenario.clock.turn])
