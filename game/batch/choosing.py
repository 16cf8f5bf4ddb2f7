"""Choosing: what may be chosen in each lane, and the ways to play that choose among it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np
import numpy.typing as npt

from game.core.lookup import CONTEST, JOINT, SUMMIT
from game.core.page import Policy
from game.core.policy import names_of
from game.core.scenario import MENU, Scenario

from . import dice
from .block import At, Block, Yes

Legal = npt.NDArray[np.bool_]
"""A row for each choice there is, a column for each lane."""
Rows = npt.NDArray[np.intp]
"""By lane: the row of the choice that is taken."""
Chooser = Callable[[Block, At, Sequence[str], Legal, int], Rows]
"""Block, lanes, ids of the choices, where each is legal, and the slot; the rows chosen."""


class Menu:
    """The moves of a Scenario as tables, to judge in all lanes at once which may be made."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.ids = (*(move.id for move in scenario.moves), "end-turn")
        self._open = np.array([move.open for move in scenario.moves], dtype=np.intp)
        self._made = np.array([move.made for move in scenario.moves], dtype=np.intp)
        self._takes = np.array([scenario.find.menu[move.id][2] for move in scenario.moves], dtype=np.int8)
        purses = sorted({purse for move in scenario.moves for purse, _ in move.price})
        self._prices = [
            (purse, np.array([dict(move.price).get(purse, 0) for move in scenario.moves], dtype=np.int16))
            for purse in purses
        ]

    def legal(self, block: Block, at: At) -> Legal:
        """Which of `ids` may be chosen in these lanes; the last is the turn's end, which always may."""
        scenario, clock, cells = self.scenario, self.scenario.clock, block.cells
        found = np.ones((len(self.ids), len(at)), dtype=np.bool_)
        moves = found[:-1]
        np.equal(cells[self._open[:, None], at], 1, out=moves)
        moves &= cells[self._made[:, None], at] != block.turn
        for purse, prices in self._prices:
            moves &= block.row(purse, at) >= prices[:, None]
        taken = np.where(block.row(clock.joint, at) == block.turn, JOINT, 0).astype(np.int8)
        taken |= np.where(block.row(clock.contest, at) > 0, CONTEST, 0).astype(np.int8)
        for made in scenario.find.summits:
            taken |= np.where(block.row(made, at) == block.turn, SUMMIT, 0).astype(np.int8)
        for bit in (JOINT, SUMMIT, CONTEST):
            which = np.flatnonzero(self._takes & bit)
            if len(which):
                moves[which] &= (taken & bit) == 0
        moves &= block.row(clock.moves, at) < scenario.moves_per_turn
        return found


def _stirs(block: Block, at: At, slot: int, name: str) -> npt.NDArray[np.uint64]:
    """By lane: the stir of the dice for a choice at this point of its turn, named as `game.core.policy` names it."""
    clock = block.scenario.clock
    within = block.row(clock.stage, at).astype(np.intp) + block.row(clock.edits, at)
    keys = block.row(clock.moves, at).astype(np.intp) * 256 + within
    found, inverse = np.unique(keys, return_inverse=True)
    names = [f"{name}/{key // 256}/{slot}/{key % 256}" for key in found.tolist()]
    return np.array([dice.stirred(block.turn, one) for one in names], dtype=np.uint64)[inverse]


def _nth(legal: Legal, number: npt.NDArray[np.intp]) -> Rows:
    """By lane: the row of the legal choice of this number, from 0."""
    counted = np.cumsum(legal, axis=0, dtype=np.int16)
    found: Rows = np.argmax(counted > number.astype(np.int16), axis=0)
    return found


def at_random(block: Block, at: At, ids: Sequence[str], legal: Legal, slot: int) -> Rows:
    """Any choice, all alike, by the dice of `game.core.policy.at_random`."""
    size = legal.sum(axis=0).astype(np.uint64)
    number = dice.pick(block.seeds.take(at), _stirs(block, at, slot, "random"), size)
    return _nth(legal, number.astype(np.intp))


def follow(scenario: Scenario, policy: Policy) -> Chooser:
    """A chooser that draws by the policy's weights, as `game.core.policy.follow`."""
    known: dict[str, frozenset[str]] = {}

    def names(id: str) -> frozenset[str]:
        if id not in known:
            known[id] = names_of(scenario, id)
        return known[id]

    def choose(block: Block, at: At, ids: Sequence[str], legal: Legal, slot: int) -> Rows:
        weights = np.zeros(legal.shape, dtype=np.int32)
        for preference in policy.preferences:
            rows = [row for row, id in enumerate(ids) if any(name in names(id) for name in preference.choices)]
            if rows:
                weights[rows] += preference.weight * block.holds(preference.when, at).astype(np.int32)
        np.maximum(weights, 0, out=weights)
        weights *= legal
        total = weights.sum(axis=0)
        size = np.maximum(total, 1).astype(np.uint64)
        number = dice.pick(block.seeds.take(at), _stirs(block, at, slot, policy.id), size).astype(np.int32)
        rows_drawn = np.argmax(np.cumsum(weights, axis=0) > number, axis=0)
        first = np.argmax(legal, axis=0)
        last = len(ids) - 1 - np.argmax(legal[::-1], axis=0)
        found: Rows = np.where(total > 0, rows_drawn, last if slot == MENU else first)
        return found

    return choose


def pays(block: Block, price: tuple[tuple[int, int], ...], at: At) -> Yes:
    """In which of these lanes every purse covers a price."""
    paid = np.ones(len(at), dtype=np.bool_)
    for purse, amount in price:
        paid &= block.row(purse, at) >= amount
    return paid


def groups(rows: Rows, at: At) -> Iterator[tuple[int, At]]:
    """The lanes by the row they chose."""
    order = np.argsort(rows, kind="stable")
    ranked = rows[order]
    starts = np.flatnonzero(np.r_[True, ranked[1:] != ranked[:-1]]) if len(ranked) else ranked
    for start, end in zip(starts.tolist(), [*starts[1:].tolist(), len(ranked)], strict=True):
        yield int(ranked[start]), at[order[start:end]]
