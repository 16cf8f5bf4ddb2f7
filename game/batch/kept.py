"""Kept: a line of choices kept to as far as it is open, in many lanes as `game.core.replay.go_on` does it in one."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from game.core.choice import END_TURN

from .block import At, Block
from .choosing import Legal, Rows


class Kept:
    """A chooser that takes a line choice by choice, each lane at its own pace.

    What is not open is left out where moves can be made; elsewhere a contest is held and what else is going on is sat
    out with its last option, until the line fits again. Where it is spent, turns are ended.
    """

    def __init__(self, line: Sequence[str], starts: At) -> None:
        self._line = line
        self._next = starts.copy()
        """By lane: the place in the line of the choice that comes next."""

    def __call__(self, block: Block, at: At, ids: Sequence[str], legal: Legal, slot: int) -> Rows:
        """The choices of these lanes."""
        places = {id: row for row, id in enumerate(ids)}
        found = _filler(ids, legal)
        skips = ids[-1] == END_TURN
        following = self._next.take(at)
        open_still = np.ones(len(at), dtype=np.bool_)
        while (here := open_still & (following < len(self._line))).any():
            place = int(following[here].min())
            there = np.flatnonzero(here & (following == place))
            row = places.get(self._line[place])
            fits = legal[row, there] if row is not None else np.zeros(len(there), dtype=np.bool_)
            if row is not None:
                found[there[fits]] = row
            open_still[there[fits]] = False
            following[there[fits]] += 1
            if skips:
                following[there[~fits]] += 1
            else:
                open_still[there[~fits]] = False
        self._next[at] = following
        return found

    def keep(self, at: At) -> None:
        """All other lanes were dropped."""
        self._next = self._next[at]


def _filler(ids: Sequence[str], legal: Legal) -> Rows:
    """What is done where the line does not fit: the first choice if that is to hold a contest, else the last."""
    first = np.argmax(legal, axis=0)
    last = len(ids) - 1 - np.argmax(legal[::-1], axis=0)
    holds = np.array([id == "hold" for id in ids], dtype=np.bool_)
    found: Rows = np.where(holds[first], first, last)
    return found
