"""Bounds: proof, by intervals, that no number of a scenario ever leaves 16 bits, in whatever order things happen."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from game.content.cells import MOST_ACTS, RING
from game.core.grammar import ADD, Clause
from game.core.meter import Derived
from game.core.scenario import Cell

LARGEST = 32_767


@dataclass(slots=True)
class Reach:
    """How much can be added to each cell in one phase, and how much can be set aside for later in one turn.

    What the world does comes once in a phase, what somebody does at most MOST_ACTS times.
    """

    cells: Sequence[Cell]
    world: dict[int, int] = field(default_factory=dict)
    act: dict[int, int] = field(default_factory=dict)
    delayed_world: dict[int, int] = field(default_factory=dict)
    delayed_act: dict[int, int] = field(default_factory=dict)

    def add_world(self, clauses: Iterable[Clause]) -> None:
        """Count clauses that come at most once in a phase, all of them perhaps together."""
        now, later = self._sums(clauses)
        for cell, amount in now.items():
            self.world[cell] = self.world.get(cell, 0) + amount
        for cell, amount in later.items():
            self.delayed_world[cell] = self.delayed_world.get(cell, 0) + amount

    def add_act(self, clauses: Iterable[Clause]) -> None:
        """Count the clauses of one act: the largest such sum decides."""
        now, later = self._sums(clauses)
        for cell, amount in now.items():
            self.act[cell] = max(self.act.get(cell, 0), amount)
        for cell, amount in later.items():
            self.delayed_act[cell] = max(self.delayed_act.get(cell, 0), amount)

    def in_phase(self, cell: int) -> int:
        """The largest change of a cell in one phase, clamping aside; what fell due is part of it."""
        return self.world.get(cell, 0) + MOST_ACTS * self.act.get(cell, 0) + self.pending(cell)

    def pending(self, cell: int) -> int:
        """The largest amount that can wait for one turn."""
        return RING * (self.delayed_world.get(cell, 0) + MOST_ACTS * self.delayed_act.get(cell, 0))

    def too_far(self) -> list[str]:
        """The keys of the cells that could leave 16 bits."""
        found = []
        for cell in sorted({*self.world, *self.act, *self.delayed_world, *self.delayed_act}):
            limits = self.cells[cell]
            if max(abs(limits.low), abs(limits.high)) + self.in_phase(cell) > LARGEST:
                found.append(limits.key)
        return found

    def _sums(self, clauses: Iterable[Clause]) -> tuple[dict[int, int], dict[int, int]]:
        """By cell, the sum of all changes at once, and of all that wait."""
        now: dict[int, int] = {}
        later: dict[int, int] = {}
        for clause in clauses:
            for effect in clause.effects:
                limits = self.cells[effect.cell]
                size = abs(effect.amount) if effect.kind == ADD else limits.high - limits.low
                sums = later if effect.after or effect.over > 1 else now
                sums[effect.cell] = sums.get(effect.cell, 0) + size
        return now, later


def derived_too_far(derived: Derived, cells: Sequence[Cell]) -> bool:
    """Whether a number on the way to a derived meter could leave 16 bits."""
    sizes = [sum(max(abs(cells[cell].low), abs(cells[cell].high)) for cell in term) for term in derived.terms]
    if derived.form == "product":
        inner = max((a * max(b, 100) for a, b in itertools.pairwise(sizes)), default=0)
    elif derived.form == "share":
        inner = 100 * len(sizes)
    else:
        inner = sum(sizes)
    weighted = sum(abs(weight) * max(abs(cells[cell].low), abs(cells[cell].high)) for cell, weight in derived.weights)
    return inner + weighted + abs(derived.plus) + derived.over > LARGEST
