"""Groups: conditions joined by `any`, and all the values that a leaf could have."""

from __future__ import annotations

from collections.abc import Sequence

from game.content.subject import Subject
from game.core.grammar import FAR, NEVER, Group, Leaf


def either(one: Sequence[Group], other: Sequence[Group]) -> list[Group]:
    """Groups that all hold exactly if all of `one` or all of `other` hold; groups that follow from another left out."""
    joined = [tuple(dict.fromkeys((*a, *b))) for a in one for b in other]
    needed: list[Group] = []
    for group in sorted(joined, key=len):
        if not any(set(kept) <= set(group) for kept in needed):
            needed.append(group)
    return needed


def domain(leaf: Leaf, subject: Subject) -> tuple[int, int]:
    """All values a leaf's cell, or age, can have."""
    if leaf.age:
        return 0, FAR
    if leaf.cell == subject.cells.get("value"):
        return subject.low, max(FAR, subject.high)
    past = leaf.cell in (subject.cells.get(role) for role in ("last", "agreed", "refused", "voted"))
    return (NEVER if past else 0), FAR
