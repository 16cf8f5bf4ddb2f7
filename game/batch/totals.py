"""Totals: what a sweep counts, as whole numbers that add up, however the playouts were shared out.

No NumPy here: totals are read, added and told where none is at hand.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from itertools import zip_longest
from typing import Any

LEGAL, CHOSEN, SHORT = range(3)
"""Places in the counts of a move: turns in which it could be made; in which it was; in which only its price forbade it
as the turn began. The counts of other choices have the first two."""
TIMES, PLAYOUTS = range(2)
"""Places in the counts of an answer: how often it was given, and in how many playouts."""
SEEN, DEAD = range(2)
"""Places in the count of dead turns: turns looked at, and those of them that were dead."""
STATES, LOST = range(2)
"""Places in the count of regret: States looked at, and the aims lost in half of all their futures together."""
END = "end"
"""The name, among the turns of a meter, of the end of the game."""


@dataclass(slots=True)
class Totals:
    """Counts over playouts. A list has a count for each number from 0 on; a meter's, for each from its lowest on."""

    playouts: int = 0
    steps: int = 0
    lengths: list[int] = field(default_factory=list)
    """Playouts by how many turns they lasted."""
    endings: dict[str, dict[str, int]] = field(default_factory=dict)
    """By ending and doctrine."""
    aims: dict[str, int] = field(default_factory=dict)
    met: list[int] = field(default_factory=list)
    """Playouts by how many aims they met."""
    meters: dict[str, dict[str, list[int]]] = field(default_factory=dict)
    """By meter and turn: as the turn began, over the playouts that still went on; and at the end."""
    moves: dict[str, list[int]] = field(default_factory=dict)
    choices: dict[str, list[int]] = field(default_factory=dict)
    """Whatever else can be chosen, by id: replies, options at a table, wordings."""
    rules: dict[str, int] = field(default_factory=dict)
    events: dict[str, int] = field(default_factory=dict)
    answers: dict[str, list[int]] = field(default_factory=dict)
    variety: list[int] = field(default_factory=list)
    """Playouts by how many different answers were given."""
    dead: list[int] = field(default_factory=lambda: [0, 0])
    regret: list[int] = field(default_factory=lambda: [0, 0])

    @property
    def turns(self) -> int:
        """How many turns were played in all."""
        return sum(number * count for number, count in enumerate(self.lengths))

    def add(self, other: Totals) -> None:
        """Take in what was counted elsewhere."""
        for one in fields(self):
            setattr(self, one.name, _sum(getattr(self, one.name), getattr(other, one.name)))

    def as_data(self) -> dict[str, Any]:
        """As plain data: mappings by id, lists and whole numbers."""
        return asdict(self)

    @classmethod
    def from_data(cls, data: object) -> Totals:
        """What `as_data` gave. Raises ValueError if it is nothing of the kind."""
        found = cls()
        names = {one.name for one in fields(cls)}
        if not isinstance(data, Mapping) or set(data) != names:
            raise ValueError("the totals are not whole")
        for name in names:
            plain = getattr(found, name)
            if not isinstance(data[name], type(plain)) or not _counts(data[name]):
                raise ValueError(f"{name} is no count")
            setattr(found, name, data[name])
        return found


def _counts(data: object) -> bool:
    """Whether there is nothing but whole numbers from 0 on in it; regret alone may fall below."""
    if isinstance(data, dict):
        return all(isinstance(key, str) and _counts(value) for key, value in data.items())
    if isinstance(data, list):
        return all(_counts(value) for value in data)
    return isinstance(data, int) and not isinstance(data, bool)


def _sum(here: Any, there: Any) -> Any:
    """Two counts of the same shape as one."""
    if isinstance(here, dict):
        return {
            key: _sum(here[key], there[key]) if key in here and key in there else here.get(key, there.get(key))
            for key in sorted(here.keys() | there.keys())
        }
    if isinstance(here, list):
        return [mine + other for mine, other in zip_longest(here, there, fillvalue=0)]
    return here + there
