"""Opener: makes each lane's own first choice, then chooses as another chooser does."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from .block import At, Block
from .choosing import Chooser, Legal, Rows
from .course import nobody


class Opener:
    """A chooser of first choices: `which` is, by lane, the place of its own among `ids`."""

    def __init__(self, ids: Sequence[str], which: At, then: Chooser, kept: Callable[[At], None] = nobody) -> None:
        self._ids = ids
        self._waiting = which.copy()
        """By lane: the place of the choice to be made first, -1 once it is made."""
        self._then = then
        self._kept = kept

    def __call__(self, block: Block, at: At, ids: Sequence[str], legal: Legal, slot: int) -> Rows:
        """The choices of these lanes."""
        waiting = self._waiting.take(at)
        first, later = np.flatnonzero(waiting >= 0), np.flatnonzero(waiting < 0)
        if not len(first):
            return self._then(block, at, ids, legal, slot)
        places = {id: row for row, id in enumerate(ids)}
        own = np.array([places.get(id, -1) for id in self._ids], dtype=np.intp)
        found: Rows = np.empty(len(at), dtype=np.intp)
        found[first] = own[waiting[first]]
        if len(later):
            found[later] = self._then(block, at[later], ids, legal[:, later], slot)
        self._waiting[at] = -1
        return found

    def keep(self, at: At) -> None:
        """All other lanes were dropped."""
        self._waiting = self._waiting[at]
        self._kept(at)
