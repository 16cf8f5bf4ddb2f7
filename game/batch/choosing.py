"""Choosing: what may be chosen in each lane, and the ways to play that choose among it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from . import dice
from .block import At, Block
from .look import Look, Yes

Number = TypeVar("Number", bound=np.signedinteger[Any])
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
    table = np.zeros(int(keys.max(initial=0)) + 1, dtype=np.uint64)
    for key in np.flatnonzero(np.bincount(keys)).tolist():
        table[key] = dice.stirred(block.turn, f"{name}/{key // 256}/{slot}/{key % 256}")
    return table.take(keys)


def add_up(table: npt.NDArray[Number]) -> None:
    """Add to each row those above it. By rows: NumPy's own sums down the columns of a wide table take far longer."""
    for above, row in pairwise(table):
        row += above


def count_up_to(table: npt.NDArray[Number], numbers: npt.NDArray[Number]) -> Rows:
    """By lane: how many rows of the table are no greater than the lane's number."""
    found: Rows = np.add.reduce((table <= numbers).view(np.int8), axis=0, dtype=np.int16).astype(np.intp)
    return found


def at_random(block: Block, at: At, ids: Sequence[str], legal: Legal, slot: int) -> Rows:
    """Any choice, all alike, by the dice of `game.core.policy.at_random`."""
    somewhere = np.flatnonzero(legal.any(axis=1))
    size = np.dtype(np.int8 if len(somewhere) < 128 else np.int16)
    counted: npt.NDArray[np.signedinteger[Any]] = legal.take(somewhere, axis=0).astype(size)
    add_up(counted)
    number = dice.pick(block.seeds.take(at), stirs(block, at, slot, "random"), counted[-1].astype(np.uint64))
    return somewhere.take(count_up_to(counted, number.astype(counted.dtype)))


def pays(look: Look, price: tuple[tuple[int, int], ...]) -> Yes:
    """In which of the lanes every purse covers a price."""
    paid = np.ones(look.lanes, dtype=np.bool_)
    for purse, amount in price:
        paid &= look.row(purse) >= amount
    return paid


def groups(rows: Rows, at: At) -> Iterator[tuple[int, At]]:
    """The lanes by the row they chose."""
    order = np.argsort(rows.astype(np.int16), kind="stable")  # sixteen bits are sorted without comparing
    ranked = rows.take(order)
    starts = [0, *(np.flatnonzero(ranked[1:] != ranked[:-1]) + 1).tolist(), len(ranked)]
    for start, end in pairwise(starts):
        if start < end:
            yield int(ranked[start]), at.take(order[start:end])
