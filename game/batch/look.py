"""Look: some lanes as they stand at one moment, for many conditions: each row is taken and each leaf judged once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from game.core.grammar import Leaf, When

if TYPE_CHECKING:
    from .block import At, Block

Yes = npt.NDArray[np.bool_]


class Look:
    """What holds in these lanes. It must not outlive the phase: what is closed later may show in it or not."""

    def __init__(self, block: Block, at: At) -> None:
        self.lanes = len(at)
        self._block = block
        self._at = at
        self._rows: dict[int, npt.NDArray[np.int16]] = {}
        self._met: dict[Leaf, Yes] = {}

    def row(self, cell: int) -> npt.NDArray[np.int16]:
        """The values of a cell."""
        found = self._rows.get(cell)
        if found is None:
            found = self._rows[cell] = self._block.row(cell, self._at)
        return found

    def holds(self, when: When) -> Yes:
        """In which of the lanes a condition holds; an array of its own."""
        held: Yes | None = None
        for number, group in enumerate(when):
            some: Yes | None = None
            for leaf in group:
                met = self.leaf(leaf)
                some = met if some is None else some | met
            if some is None:
                return np.zeros(self.lanes, dtype=np.bool_)
            if held is None:
                held = some
            elif number == 1:
                held = held & some
            else:
                held &= some
        if held is None:
            return np.ones(self.lanes, dtype=np.bool_)
        return held.copy() if len(when) == 1 else held

    def leaf(self, leaf: Leaf) -> Yes:
        """Where one leaf is met; shared by all that ask, so not to be written on."""
        found = self._met.get(leaf)
        if found is None:
            found = self._met[leaf] = met(self._block, leaf, self.row(leaf.cell))
        return found


def met(block: Block, leaf: Leaf, row: npt.NDArray[np.int16]) -> Yes:
    """Where the values of its cell meet a leaf. A bound that the cell cannot pass is not asked about."""
    cell, low, high, age = leaf
    if age:
        low, high = block.turn - high, block.turn - low
    if low == high:
        found: Yes = row == low
    elif low <= block.lows[cell]:
        found = row <= high if high < block.highs[cell] else np.ones(len(row), dtype=np.bool_)
    elif high >= block.highs[cell]:
        found = row >= low
    else:
        found = (row >= low) & (row <= high)
    return found
