"""Grammar: what a condition asks and what an effect does, as typed records."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

NEVER = -99
"""Value of a last-turn cell for what has not happened yet: its age is then out of every asked interval."""
FAR = 999
"""Upper end of an interval that has none."""

ADD, TO = 0, 1
"""Kinds of Effect: a difference, or a value to be reached (turned into a difference at the phase's start)."""


class Leaf(NamedTuple):
    """A cell lies in an interval, both ends included; with `age`, the turns since the turn the cell names."""

    cell: int
    low: int
    high: int
    age: bool = False


Group = tuple[Leaf, ...]
"""Any of these leaves must hold."""
When = tuple[Group, ...]
"""All of these groups must hold; the empty one always does."""


class Effect(NamedTuple):
    """A change of one cell: `amount` by kind ADD or TO, after 0..4 turns, spread over 1..4 turns."""

    cell: int
    kind: int
    amount: int
    after: int = 0
    over: int = 1


@dataclass(frozen=True, slots=True)
class Clause:
    """Effects that come if the condition holds and the dice (odds in whole percent) allow it.

    `id` is unique in the scenario and names the dice; `text` is the id of a line of news, or empty.
    """

    id: str
    when: When = ()
    odds: int = 100
    effects: tuple[Effect, ...] = ()
    text: str = ""
    bare: tuple[tuple[int, int, int, int, int], ...] = field(init=False, repr=False, compare=False)
    """The effects as plain tuples, which the engine unpacks four times as fast."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "bare", tuple((*effect,) for effect in self.effects))
