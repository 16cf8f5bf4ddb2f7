"""Narrow: whether a condition can hold at all, given what each cell may hold, and what the cells then hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from game.content.lint.ground import FlagSet, Ground, span
from game.content.lint.values import Interval, Values, hull, inside, join, meet
from game.core.grammar import NEVER, Group, Leaf, When

ROUNDS = 6
"""After so many rounds of drawing conclusions from one another's conclusions it is enough."""


@dataclass(slots=True)
class Box:
    """What the cells may hold while a condition holds: `values` for those it narrows, `base` for all.

    `late` are cells of things that cannot have come about this turn yet.
    """

    ground: Ground
    base: Sequence[Values]
    late: frozenset[int]
    turn: Interval
    values: dict[int, Values] = field(default_factory=dict)

    def of(self, cell: int) -> Values:
        """What this cell may hold."""
        found = self.values.get(cell)
        return self.base[cell] if found is None else found

    def asked(self, leaf: Leaf) -> Values:
        """The values of its cell for which the leaf holds."""
        cell, low, high, age = leaf
        soonest = 1 if cell in self.late else 0
        if not age:
            if soonest and high > 0:
                return meet(((low, high),), ((NEVER, self.turn[1] - 1),))
            return ((low, high),)
        first, last = self.turn
        low = max(low, soonest)
        found: Values = ((max(1, first - high), last - low),) if low <= high and last - low >= 1 else ()
        if low <= last - NEVER and high >= first - NEVER:
            found = join(found, ((NEVER, NEVER),))
        return found

    def put(self, cell: int, values: Values) -> bool:
        """Whether the cell may hold any of these values still; it then holds no others."""
        before = self.of(cell)
        now = meet(before, values)
        if now != before:
            self.values[cell] = now
            if cell == self.ground.scenario.clock.turn and now:
                self.turn = hull(now)
        return bool(now)

    def holds(self, group: Group) -> bool:
        """Whether the group holds for everything that the cells may hold here."""
        by_cell: dict[int, Values] = {}
        for leaf in group:
            by_cell[leaf.cell] = join(by_cell.get(leaf.cell, ()), self._surely(leaf))
        return any(inside(self.of(cell), values) for cell, values in by_cell.items())

    def _surely(self, leaf: Leaf) -> Values:
        """The values of its cell for which the leaf holds in every turn of the box."""
        if not leaf.age:
            return ((leaf.low, leaf.high),)
        first, last = self.turn
        low = 0 if leaf.cell in self.late and leaf.low <= 1 else leaf.low
        least, most = last - leaf.high, last if low <= 0 else first - low
        found: Values = ((least, most),) if least <= most else ()
        if leaf.low <= first - NEVER and leaf.high >= last - NEVER:
            found = join(found, ((NEVER, NEVER),))
        return found


def narrowed(when: When, given: When, ground: Ground, base: Sequence[Values], late: frozenset[int]) -> Box | None:
    """The box in which the condition and what is given with it hold, None where they cannot hold together."""
    turn = ground.scenario.clock.turn
    box = Box(ground, base, late, hull(base[turn]))
    groups = (*given, *when)
    alone = all(len(group) == 1 or len({leaf.cell for leaf in group}) == 1 for group in groups)
    for _ in range(ROUNDS):
        before = dict(box.values)
        if not all(_take(box, group) for group in groups):
            return None
        taken = dict(box.values)
        if not _conclude(box):
            return None
        if box.values == before or (alone and box.values == taken and box.turn == hull(base[turn])):
            break
    return box


def _take(box: Box, group: Group) -> bool:
    """Whether the group can hold; where only one cell can make it hold, that cell is narrowed."""
    cell, several = -1, False
    values: Values = ()
    for leaf in group:
        found = meet(box.of(leaf.cell), box.asked(leaf))
        if found:
            several |= cell not in (-1, leaf.cell)
            cell, values = leaf.cell, join(values, found)
    if cell < 0:
        return False
    return several or (box.put(cell, values) and _dated(box, cell, group))


def _dated(box: Box, cell: int, group: Group) -> bool:
    """What came about so many turns ago did so in a turn: this one is not before that."""
    values = box.of(cell)
    if cell not in box.ground.past or values[0][0] == NEVER:
        return True
    ago = min(leaf.low for leaf in group) if all(leaf.age for leaf in group) else 0
    first = values[0][0] + max(ago, 1 if cell in box.late else 0)
    if first <= box.turn[0]:
        return True
    return box.put(box.ground.scenario.clock.turn, ((first, box.turn[1]),)) if first <= box.turn[1] else False


def _conclude(box: Box) -> bool:
    """Draw what follows from what is narrowed; False where that cannot be."""
    for cell in tuple(box.values):
        for given, other, then in box.ground.laws.get(cell, ()):
            if inside(box.of(cell), given) and not box.put(other, then):
                return False
        if cell in box.ground.sets and not _stand(box, box.ground.sets[cell]):
            return False
    places = box.ground.scenario.find.derived_from
    moved = {place for cell in box.values for place in places.get(cell, ())}
    return all(_worked_out(box, place) for place in moved)


def _stand(box: Box, flags: FlagSet) -> bool:
    """Whether the flags can stand so; each is narrowed to what it holds in some combination that is left."""
    left = [
        stands
        for stands in flags.stands
        if all(inside(((value, value),), box.of(cell)) for cell, value in zip(flags.cells, stands, strict=True))
    ]
    found: list[Values] = [() for _ in flags.cells]
    for stands in left:
        found = [join(values, ((value, value),)) for values, value in zip(found, stands, strict=True)]
    return bool(left) and all(box.put(cell, values) for cell, values in zip(flags.cells, found, strict=True))


def _worked_out(box: Box, place: int) -> bool:
    one = box.ground.scenario.derived[place]
    return box.put(one.cell, (span(box.ground, place, lambda cell: hull(box.of(cell))),))
