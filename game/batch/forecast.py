"""Forecast: the spread of futures of the choices that are open now, from lanes that know no more than the seat does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from game.core.choice import choices
from game.core.meter import Meter
from game.core.page import Policy
from game.core.policy import names_of
from game.core.scenario import Scenario
from game.core.state import State
from game.core.step import IllegalChoice

from .block import At, Block
from .choosing import at_random
from .course import Endings, Values, future, played
from .drawn import drawn, seeds_of, shared_out
from .opener import Opener
from .spread import Spread
from .together import together
from .weighing import follow

PLAYOUTS = 1000
POLICY = "cautious"
"""The policy by which a forecast goes on after the choice, where the scenario has it."""


class Part(NamedTuple):
    """Doctrines that share a block: the Scenario, their places among all, and the cell that tells them apart."""

    scenario: Scenario
    doctrines: tuple[int, ...]
    cell: int | None = None


def forecast(
    scenarios: Mapping[str, Scenario],
    state: State,
    weights: Mapping[str, int],
    candidates: Sequence[str],
    playouts: int = PLAYOUTS,
    number: int = 0,
) -> Spread:
    """What may come of each candidate, `playouts` games of each under the same luck.

    `scenarios` holds the crisis by doctrine, `weights` how far each is believed in; another `number` gives other
    dice. Raises IllegalChoice if a candidate may not be chosen now.
    """
    first = next(iter(scenarios.values()))
    legal = {choice.id for choice in choices(first, state)}
    for id in candidates:
        if id not in legal:
            raise IllegalChoice(f"{id} may not be chosen now")
    meters = shown(first)
    faced = shared_out([weights.get(doctrine, 0) for doctrine in scenarios], playouts)
    turn = state.cells[first.clock.turn]
    endings = np.empty((len(candidates), playouts), dtype=np.int16)
    values = np.empty((first.turns - turn + 1, len(meters), len(candidates), playouts), dtype=np.int16)
    for part in parts(tuple(scenarios.values())):
        mine = np.flatnonzero(np.isin(faced, part.doctrines))
        if len(mine):
            ended, stood = _futures(part, state, candidates, faced, mine, number)
            endings[:, mine] = ended.reshape(len(candidates), len(mine))
            values[..., mine] = stood.reshape(*values.shape[:-1], len(mine))
    found = (
        future(first, meters, id, endings[place], values[:, :, place], endings[0])
        for place, id in enumerate(candidates)
    )
    policy = policy_of(first)
    return Spread(turn, playouts, policy.id if policy is not None else "", tuple(found))


def shown(scenario: Scenario) -> tuple[Meter, ...]:
    """The meters whose course is told: those on the desk."""
    return tuple(meter for meter in scenario.meters if meter.sight == "desk" and meter.kind != "purse")


def policy_of(scenario: Scenario) -> Policy | None:
    """The policy by which a forecast goes on; None where that is at random."""
    return next((policy for policy in scenario.policies if policy.id == POLICY), None)


@lru_cache(maxsize=4)
def parts(scenarios: tuple[Scenario, ...]) -> tuple[Part, ...]:
    """The doctrines in one block if that can be, else in one each."""
    joined = together(scenarios)
    if joined is not None:
        return (Part(joined.scenario, tuple(range(len(scenarios))), joined.cell),)
    return tuple(Part(scenario, (place,)) for place, scenario in enumerate(scenarios))


def _futures(
    part: Part, state: State, candidates: Sequence[str], faced: At, mine: At, number: int
) -> tuple[Endings, Values]:
    """The courses of these playouts, the first candidate's before the second's."""
    policy = policy_of(part.scenario)
    scenario = part.scenario if policy is None else narrowed(part.scenario, policy, state, candidates)
    seeds = seeds_of(number, int(faced.size))[mine]
    own = state if part.cell is None else state._replace(cells=(*state.cells, 0))
    cells = drawn(scenario, own, seeds)
    if part.cell is not None:
        cells[part.cell] = faced[mine]
    many = len(candidates)
    block = Block(scenario, np.tile(seeds, many), np.tile(cells, many), state.cells[scenario.clock.turn])
    on = at_random if policy is None else follow(scenario, policy)
    opener = Opener(candidates, np.repeat(np.arange(many), len(mine)), on)
    return played(block, shown(scenario), opener, opener.keep)


def narrowed(scenario: Scenario, policy: Policy, state: State, candidates: Sequence[str]) -> Scenario:
    """The Scenario without the moves that nobody would make, and that were not made in this turn either."""
    wanted = {name for preference in policy.preferences for name in preference.choices} | set(candidates)
    turn = state.cells[scenario.clock.turn]
    moves = tuple(
        move for move in scenario.moves if wanted & names_of(scenario, move.id) or state.cells[move.made] == turn
    )
    return replace(scenario, moves=moves)
