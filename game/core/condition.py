"""Condition: whether a `When` holds in a row of cells, and what each part of it asked and saw."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from .grammar import NEVER, Group, Leaf, When

Plain = tuple[int, int, int, bool]
"""A leaf as a plain tuple, which unpacks four times as fast."""


def leaf_holds(leaf: Leaf, cells: Sequence[int], turn: int) -> bool:
    """Whether the cell, or the turns since the turn it names, lies in the interval."""
    value = cells[leaf[0]]
    if leaf[3]:
        value = turn - value
    return leaf[1] <= value <= leaf[2]


def seen_holds(leaf: Leaf, seen: int) -> bool:
    """The same for what a check saw: the cell's value, or for a leaf with age the turns since."""
    return leaf.low <= seen <= leaf.high


def holds(when: Sequence[Sequence[Plain]], cells: Sequence[int], turn: int) -> bool:
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


_LEAST, _MOST = -(1 << 15), (1 << 15) - 1
"""No cell leaves this range."""


Question = tuple[int, int, int, tuple[Plain, ...], tuple[tuple[Plain, ...], ...]]
"""A condition made ready to be asked often.

First its guard: a cell and the interval outside which the condition cannot hold, so that most are done with after one
comparison. Then what is left to ask if the guard lets through: leaves that must hold, and groups of several.
"""


def question(when: When, start: Sequence[int]) -> Question:
    """A condition made ready; its guard is of the narrowest leaf, of those that fail at the scenario's start if any do.

    A leaf that asks for an age within reach guards too: what it asks for must have happened at all.
    """
    singles = [group[0] for group in when if len(group) == 1]
    guards = [(0, _LEAST, _MOST)]
    for cell, low, high, age in singles:
        if not age:
            guards.append((cell, low, high))
        elif high < -NEVER:
            guards.append((cell, NEVER + 1, _MOST))
    failing = [guard for guard in guards if not guard[1] <= start[guard[0]] <= guard[2]]
    guard = min(failing or guards, key=lambda one: one[2] - one[1])
    leaves = tuple((*leaf,) for leaf in singles if (*leaf,) != (*guard, False))
    groups = tuple(tuple((*leaf,) for leaf in group) for group in when if len(group) != 1)
    return (*guard, leaves, groups)


def passes(leaves: Sequence[Plain], groups: Sequence[Sequence[Plain]], cells: Sequence[int], turn: int) -> bool:
    """Whether the rest of a Question holds."""
    for cell, low, high, age in leaves:
        if not low <= (turn - cells[cell] if age else cells[cell]) <= high:
            return False
    return not groups or holds(groups, cells, turn)


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
