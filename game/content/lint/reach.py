"""Reach: everything that can come about in a scenario, and what each cell can ever hold, found without playing.

It errs on one side only: what is left out can never come about, while some of what is in may not either.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable
from dataclasses import dataclass, field, replace

from game.content.lint.asking import Asking, asking
from game.content.lint.deed import UNCOUNTED, Deed
from game.content.lint.doings import doings
from game.content.lint.flags import flag_sets
from game.content.lint.ground import Ground, ground, span
from game.content.lint.narrow import Box, narrowed
from game.content.lint.sayings import sayings
from game.content.lint.values import Interval, Values, hull, inside, join, meet
from game.core.grammar import ADD, Leaf
from game.core.scenario import Scenario

Memory = dict[Hashable, Interval | None]
"""In which turns a condition can hold, by what it asks and what the cells may hold: most doctrines ask the same."""


@dataclass(slots=True)
class Reach:
    """What can come about. `windows` says of each deed that can in which turns; what is not there cannot."""

    ground: Ground
    deeds: tuple[Deed, ...]
    values: list[Values]
    memory: Memory
    windows: dict[str, Interval] = field(default_factory=dict)
    sums: dict[int, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))
    bases: dict[int, Interval] = field(default_factory=dict)
    _counted: dict[str, int] = field(default_factory=dict)
    _came: set[int] = field(default_factory=set)
    _asking: Asking = field(init=False)
    _sets: int = field(init=False)
    """Stands for how flags can stand together, in which doctrines may differ."""

    def __post_init__(self) -> None:
        self._sets = hash(tuple((cell, tuple(sorted(one.stands))) for cell, one in sorted(self.ground.sets.items())))

    def box(self, deed: Deed) -> Box | None:
        """What the cells hold when this deed comes about, None if its condition cannot hold."""
        return narrowed(deed.own, deed.given, self.ground, self.values, deed.late)

    def can(self, key: str) -> bool:
        """Whether the deed of this key can come about."""
        return key in self.windows

    def most(self, cell: int) -> int:
        """The greatest number this cell can ever hold."""
        return self.values[cell][-1][1]

    def inflow(self, purse: int) -> int | None:
        """All that can ever be in this purse, summed over a game; None where it can be set anew."""
        meter = self.ground.scenario.find.meter_at[purse]
        return None if meter.refill or purse in self.bases else meter.start + self.sums[purse][1]

    def settle(self) -> None:
        """Find all that can come about, each thing with what makes it possible, until nothing more is found."""
        waiting: Iterable[Deed] = self.deeds
        self._asking = hanging = asking(self.ground, self.deeds)
        while waiting:
            cells, keys = set[int](), set[str]()
            for deed in waiting:
                window = self._window(deed)
                if window is not None:
                    self._come(deed, window, cells, keys)
            self._derive(cells)
            found = {id(deed): deed for key in keys for deed in hanging.following[key]}
            for cell in cells:
                found |= {id(deed): deed for deed in hanging.timed[cell]}
                found |= {id(deed): deed for deed in hanging.cells[cell] if id(deed) not in self._came}
            waiting = list(found.values())

    def _window(self, deed: Deed) -> Interval | None:
        """The turns in which the deed can come about."""
        first, last = self._turns_after(deed)
        known = self.windows.get(deed.key)
        again = id(deed) in self._came or not deed.puts
        if again and known is not None and known[0] <= first and last <= known[1]:
            return None  # what has come already, or in another way, adds nothing more
        if first > last or not deed.odds or any(self.most(purse) < amount for purse, amount in deed.price):
            return None
        turns = self._turns(deed)
        if turns is None:
            return None
        first, last = max(first, turns[0]), min(last, turns[1])
        return (first, last) if first <= last else None

    def _turns(self, deed: Deed) -> Interval | None:
        """The turns in which its condition can hold."""
        values = self.values
        late = self._asking.late[id(deed)]
        known = (self._sets, deed.own, deed.given, late, *[values[cell] for cell in self._asking.needs[id(deed)]])
        if known not in self.memory:
            box = self.box(deed)
            self.memory[known] = None if box is None else box.turn
        return self.memory[known]

    def _turns_after(self, deed: Deed) -> Interval:
        """The turns in which what it needs to have come about can come about; the last before the first if never."""
        if not deed.after:
            return 1, self.ground.scenario.turns
        after = [self.windows[key] for key in deed.after if key in self.windows]
        return min((one[0] for one in after), default=1), max((one[1] for one in after), default=0)

    def _come(self, deed: Deed, window: Interval, cells: set[int], keys: set[str]) -> None:
        for key in (deed.key, *deed.opens):
            known = self.windows.get(key, window)
            self.windows[key] = min(known[0], window[0]), max(known[1], window[1])
            if known is window or self.windows[key] != known:
                keys.add(key)
        for cell, _ in deed.marks:
            self._widen(cell, (window,), cells)
        for cell, value in deed.puts:
            self._widen(cell, ((value, value),), cells)
        self._came.add(id(deed))
        more = self._often(deed) - self._counted.get(deed.key, 0)
        if more > 0:
            self._counted[deed.key] = self._counted.get(deed.key, 0) + more
            self._count(deed, more, cells)

    def _often(self, deed: Deed) -> int:
        """How often the deed can come about in a game; but for answers nothing comes twice in a turn."""
        first, last = self.windows[deed.key]
        return deed.most if self.spoken(deed) else min(deed.most, last - first + 1)

    def spoken(self, deed: Deed) -> bool:
        """Whether a deed is an answer or comes with one, and so may come about twice in a turn."""
        return deed.key.startswith("answer:") or any(key.startswith(("rule:", "answer:")) for key in deed.after)

    def _widen(self, cell: int, more: Values, cells: set[int]) -> None:
        if cell in self.ground.tracked and not inside(more, self.values[cell]):
            self.values[cell] = join(self.values[cell], more)
            cells.add(cell)

    def _count(self, deed: Deed, times: int, cells: set[int]) -> None:
        """Add what the deed can change by coming so often to what each amount can come to."""
        words = self.ground.scenario.find.words
        for _, count in deed.marks:
            if count != UNCOUNTED:
                low, high = hull(self.values[count])
                self._widen(count, ((low, high + times),), cells)
        for purse, amount in deed.price:
            self.sums[purse][0] -= amount * times
            self._amount(purse, cells)
        own = {group[0].cell: group[0] for group in deed.own if len(group) == 1 and not group[0].age}
        for effect in deed.effects:
            cell, amount = effect.cell, effect.amount
            if cell in words:
                self._widen(cell, ((amount, amount),), cells)
                continue
            if effect.kind != ADD:
                self._base(cell, amount)
            elif cell in own and not effect.after and effect.over == 1 and self._drawn(own[cell], amount):
                self._base(cell, (own[cell].high if amount > 0 else own[cell].low) + amount)
            else:
                self.sums[cell][amount > 0] += amount * times
            self._amount(cell, cells)

    def _drawn(self, leaf: Leaf, amount: int) -> bool:
        """Whether the leaf bounds its cell on the side to which the amount draws it."""
        low, high = self.ground.ranges[leaf.cell][0]
        return leaf.high < high if amount > 0 else leaf.low > low

    def _base(self, cell: int, value: int) -> None:
        start = self.ground.scenario.cells[cell].start
        low, high = self.bases.get(cell, (start, start))
        self.bases[cell] = min(low, value), max(high, value)

    def _amount(self, cell: int, cells: set[int]) -> None:
        start = self.ground.scenario.cells[cell].start
        low, high = self.bases.get(cell, (start, start))
        less, more = self.sums[cell]
        found = meet(((low + less, high + more),), self.ground.ranges[cell])
        self._widen(cell, found, cells)

    def _derive(self, cells: set[int]) -> None:
        places = self.ground.scenario.find.derived_from
        for place in {place for cell in cells for place in places.get(cell, ())}:
            one = self.ground.scenario.derived[place]
            self._widen(one.cell, (span(self.ground, place, lambda cell: hull(self.values[cell])),), cells)


def reach(scenario: Scenario, carried: Collection[int] = (), memory: Memory | None = None) -> Reach:
    """What can come about in this scenario; cells `carried` over from an earlier crisis may start anywhere.

    `memory` can be that of another doctrine of the scenario, if both have the same cells.
    """
    known = ground(scenario)
    values = [
        ((cell.start, cell.start),) if number in known.tracked else known.ranges[number]
        for number, cell in enumerate(scenario.cells)
    ]
    deeds = (*doings(known), *sayings(known))
    known = replace(known, sets=flag_sets(known, deeds, frozenset(carried)))
    found = Reach(known, deeds, values, {} if memory is None else memory)
    for cell in carried:
        found.values[cell] = known.ranges[cell]
        found.bases[cell] = hull(known.ranges[cell])
    found.settle()
    return found
