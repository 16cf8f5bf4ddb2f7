"""Condition: whether a `When` holds in a row of cells, and what each part of it asked and saw."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from .grammar import Group, Leaf, When


def leaf_holds(leaf: Leaf, cells: Sequence[int], turn: int) -> bool:
    """Whether the cell, or the turns since the turn it names, lies in the interval."""
    value = cells[leaf[0]]
    if leaf[3]:
        value = turn - value
    return leaf[1] <= value <= leaf[2]


def holds(when: When, cells: Sequence[int], turn: int) -> bool:
    """Whether every group has a leaf that holds."""
    for group in when:
        for cell, low, high, age in group:
            value = cells[cell]
            if age:
                value = turn - value
            if low <= value <= high:
                break
        else:
            return False
    return True


class Check(NamedTuple):
    """A group of a condition put to a row of cells: what it asked, what it saw, whether it held."""

    group: Group
    seen: tuple[int, ...]
    holds: bool


def checks(when: When, cells: Sequence[int], turn: int) -> tuple[Check, ...]:
    """One Check for each group, in the order of the condition."""
    found = []
    for group in when:
        seen = tuple(turn - cells[leaf.cell] if leaf.age else cells[leaf.cell] for leaf in group)
        found.append(Check(group, seen, any(leaf_holds(leaf, cells, turn) for leaf in group)))
    return tuple(found)
