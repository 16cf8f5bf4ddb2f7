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


@lru_cache(maxsize=65536)
def _share(key: str, value: int) -> int:
    """What a cell with this value adds to a digest; most cells keep theirs from turn to turn."""
    return mix(site(key) ^ mix(value & MASK))


def digest(scenario: Scenario, cells: Sequence[int]) -> int:
    """A 64-bit number that two States share only if their cells do: the sum of mix(cell, value) modulo 2^64.

    A sum, so that it can be kept up to date cell by cell and be taken in any order. Raises ValueError for a row that
    is not one of this Scenario.
    """
    keys = scenario.find.cell  # in the order of the cells
    if len(keys) != len(cells):
        raise ValueError(f"{len(cells)} values for {len(keys)} cells")
    return sum(map(_share, keys, cells)) & MASK
