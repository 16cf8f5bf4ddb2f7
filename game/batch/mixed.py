"""Mixed: several ways to play side by side in one block, each in lanes of its own."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from .block import At, Block
from .choosing import Chooser, Legal, Rows


class Mixed:
    """A chooser that chooses in each lane as the way of that lane does. Lanes of a way stand together, in its order."""

    def __init__(self, ways: Sequence[Chooser], which: At) -> None:
        self._ways = ways
        self._which = which
        """By lane: the place of its way."""
        self._places = np.arange(len(ways) + 1)

    def __call__(self, block: Block, at: At, ids: Sequence[str], legal: Legal, slot: int) -> Rows:
        """The choices of these lanes."""
        cuts = pairwise(np.searchsorted(self._which.take(at), self._places).tolist())
        found = [
            way(block, at[first:last], ids, legal[:, first:last], slot)
            for way, (first, last) in zip(self._ways, cuts, strict=True)
            if first < last
        ]
        return found[0] if len(found) == 1 else np.concatenate(found)

    def keep(self, at: At) -> None:
        """All other lanes were dropped."""
        self._which = self._which[at]
