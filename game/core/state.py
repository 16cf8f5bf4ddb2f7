"""State: where one play of a Scenario stands, as a seed and a row of whole numbers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from .chance import MASK, mix, site
from .scenario import Scenario


class State(NamedTuple):
    """The seed of the dice and the value of every cell, in the order of `Scenario.cells`."""

    seed: int
    cells: tuple[int, ...]


@lru_cache(maxsize=4096)
def _cell_site(key: str) -> int:
    return site(key)


def digest(scenario: Scenario, cells: Sequence[int]) -> int:
    """A 64-bit number that two States share only if their cells do: the sum of mix(cell, value) modulo 2^64.

    A sum, so that it can be kept up to date cell by cell and be taken in any order.
    """
    total = 0
    for cell, value in zip(scenario.cells, cells, strict=True):
        total += mix(_cell_site(cell.key) ^ mix(value & MASK))
    return total & MASK
