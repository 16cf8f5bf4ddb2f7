"""Aims: which of them are met in lanes whose game has ended."""

from __future__ import annotations

import numpy as np

from .block import At, Block
from .look import Yes


def aims_met(block: Block, at: At, turn: int) -> Yes:
    """A row for each aim, a column for each of these lanes, which ended in this turn; the block may be further on."""
    ended = Block(block.scenario, block.seeds.take(at), block.cells.take(at, axis=1), turn)
    found = [ended.holds(aim.when, ended.everyone) for aim in block.scenario.aims]
    return np.array(found, dtype=np.bool_).reshape(len(found), len(at))
