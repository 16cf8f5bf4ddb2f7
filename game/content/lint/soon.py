"""Soon: what cells can hold by a certain turn, from what can have come about until then."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from game.content.lint.deed import Deed
from game.content.lint.ground import span
from game.content.lint.narrow import Box, narrowed
from game.content.lint.reach import Reach
from game.content.lint.values import Values, hull, join, meet
from game.core.grammar import ADD, Effect, When

_AS_IT_BEGINS = ("event:", "income:")
"""What these bring comes as a turn begins, before the moves are judged."""


@dataclass(slots=True)
class Soon:
    """Like Reach, it errs on one side only: what it leaves out can never be so by then."""

    reach: Reach
    carried: frozenset[int]
    _changes: dict[int, list[tuple[Deed, Effect]]] = field(default_factory=lambda: defaultdict(list))
    _puts: dict[int, list[tuple[int, int]]] = field(default_factory=lambda: defaultdict(list))
    """By cell: the turn in which a value is put at the soonest, and the value."""
    _paid: dict[int, list[tuple[Deed, int]]] = field(default_factory=lambda: defaultdict(list))
    """By purse: what is paid from it, and how much."""
    _known: dict[tuple[int, int], Values] = field(default_factory=dict)

    def __post_init__(self) -> None:
        windows = self.reach.windows
        for deed in self.reach.deeds:
            if deed.key in windows:
                for effect in deed.effects:
                    self._changes[effect.cell].append((deed, effect))
                for cell, value in deed.puts:
                    self._puts[cell].append((windows[deed.key][0], value))
                for purse, amount in deed.price:
                    self._paid[purse].append((deed, amount))

    def box(self, deed: Deed, turn: int) -> Box | None:
        """What the cells hold if the deed comes about as this turn begins; None if its condition cannot hold then."""
        values, clock = list(self.reach.values), self.reach.ground.scenario.clock.turn
        for cell in self._asked(deed.own):
            values[cell] = self.values(cell, turn - 1)
        values[clock] = ((turn, turn),)
        return narrowed(deed.own, deed.given, self.reach.ground, values, deed.late)

    def values(self, cell: int, turn: int) -> Values:
        """What a cell can hold when this turn has ended and the moves of the next are judged, or sooner.

        As the game begins it is asked of turn 0.
        """
        if (cell, turn) not in self._known:
            self._known[cell, turn] = self._worked_out(cell, turn)
        return self._known[cell, turn]

    def _worked_out(self, cell: int, turn: int) -> Values:
        ground, known = self.reach.ground, self.reach.values[cell]
        derived = ground.derived.get(cell)
        if derived is not None:
            place = ground.scenario.derived.index(derived)
            return meet((span(ground, place, lambda inner: hull(self.values(inner, turn))),), known)
        if cell not in ground.tracked or cell in ground.past or cell in self.carried:
            return known
        if ground.kinds[cell] in ("times", "said"):
            return known
        if cell in ground.scenario.find.words:
            return meet(self._words(cell, turn), known)
        return meet(self._amounts(cell, turn), known)

    def _asked(self, when: When) -> Iterable[int]:
        cells = {leaf.cell for group in when for leaf in group}
        derived = [self.reach.ground.derived[cell] for cell in cells if cell in self.reach.ground.derived]
        inner = {cell for one in derived for term in one.terms for cell in term}
        return cells | inner | {cell for one in derived for cell, _ in one.weights}

    def _words(self, cell: int, turn: int) -> Values:
        start = self.reach.ground.scenario.cells[cell].start
        found = {start} | {value for first, value in self._puts[cell] if first <= turn}
        found |= {effect.amount for deed, effect in self._changes[cell] if self._often(deed, turn)}
        values: Values = ()
        for value in found:
            values = join(values, ((value, value),))
        return values

    def _amounts(self, cell: int, turn: int) -> Values:
        """The start, or what it is set to, less all that can be taken until then and with all that can be added."""
        start = self.reach.ground.scenario.cells[cell].start
        low = high = start
        less = more = 0
        for deed, effect in self._changes[cell]:
            times = self._often(deed, turn)
            if times and effect.kind != ADD:
                low, high = min(low, effect.amount), max(high, effect.amount)
            elif effect.amount > 0:
                more += effect.amount * times
            else:
                less += effect.amount * times
        less -= sum(amount * self._often(deed, turn) for deed, amount in self._paid[cell])
        return ((low + less, high + more),)

    def _often(self, deed: Deed, turn: int) -> int:
        """How often a deed can come about until this turn at most."""
        first, last = self.reach.windows[deed.key]
        upto = turn + any(after.startswith(_AS_IT_BEGINS) for after in deed.after)
        if first > upto:
            return 0
        return deed.most if self.reach.spoken(deed) else min(deed.most, min(last, upto) - first + 1)
