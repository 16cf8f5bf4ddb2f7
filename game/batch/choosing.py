"""Choosing: what may be chosen in each lane, and the ways to play that choose among it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from . import dice
from .block import At, Block, Yes

Legal = npt.NDArray[np.bool_]
"""A row for each choice there is, a column for each lane."""
Rows = npt.NDArray[np.intp]
"""By lane: the row of the choice that is taken."""
Chooser = Callable[[Block, At, Sequence[str], Legal, int], Rows]
"""Block, lanes, ids of the choices, where each is legal, and the slot; the rows chosen."""


def stirs(block: Block, at: At, slot: int, name: str) -> npt.NDArray[np.uint64]:
    """By lane: the stir of the dice for a choice at this point of its turn, named as `game.core.policy` names it."""
    clock = block.scenario.clock
    within = block.row(clock.stage, at).astype(np.intp) + block.row(clock.edits, at)
    keys = block.row(clock.moves, at).astype(np.intp) * 256 + within
    found, inverse = np.unique(keys, return_inverse=True)
    names = [f"{name}/{key // 256}/{slot}/{key % 256}" for key in found.tolist()]
    return np.array([dice.stirred(block.turn, one) for one in names], dtype=np.uint64)[inverse]


def _nth(legal: Legal, number: npt.NDArray[np.intp]) -> Rows:
    """By lane: the row of the legal choice of this number, from 0."""
    size = np.int8 if len(legal) <= np.iinfo(np.int8).max else np.int16
    counted = np.cumsum(legal, axis=0, dtype=size)
    found: Rows = np.count_nonzero(counted <= number.astype(size), axis=0)
    return found


def at_random(block: Block, at: At, ids: Sequence[str], legal: Legal, slot: int) -> Rows:
    """Any choice, all alike, by the dice of `game.core.policy.at_random`."""
    size = legal.sum(axis=0).astype(np.uint64)
    number = dice.pick(block.seeds.take(at), stirs(block, at, slot, "random"), size)
    return _nth(legal, number.astype(np.intp))


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
    starts = [0, *(np.flatnonzero(ranked[1:] != ranked[:-1]) + 1).tolist(), len(ranked)]
    for start, end in pairwise(starts):
        if start < end:
            yield int(ranked[start]), at[order[start:end]]
