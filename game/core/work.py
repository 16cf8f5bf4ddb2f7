"""Work: one step being taken, phase by phase. Within a phase everything reads the state at the phase's start.

All changes of a cell in a phase are summed, then clamped once; what is cut off is an event of its own, so that
for every cell start + sum of changes = now.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from .chance import draw
from .condition import holds
from .decision import Decision
from .event import Cause, Event, Rolled, Told, because, changed
from .grammar import ADD, Clause
from .scenario import Scenario
from .state import State

Imposed = Mapping[str, str]
"""Answers of the main actor that are given, not found: trigger (move, option, contest, 'initiative') -> answer."""


def share(amount: int, part: int, parts: int) -> int:
    """The part (0, 1, ...) of an amount spread over some turns: whole numbers, larger shares first."""
    size = abs(amount)
    first = -(-size * part // parts)
    portion = -(-size * (part + 1) // parts) - first
    return portion if amount >= 0 else -portion


class Work:
    """The cells of a step in progress, with the events and decisions so far.

    Where nothing is changed nothing is copied, so that it serves to read a State as well.
    """

    __slots__ = ("_before", "_pending", "_words", "cells", "decisions", "events", "imposed", "scenario", "seed", "turn")

    def __init__(self, scenario: Scenario, state: State, imposed: Imposed | None = None) -> None:
        self.scenario = scenario
        self.seed = state.seed
        self.cells: tuple[int, ...] | list[int] = state.cells
        self.imposed = imposed
        self.events: list[Event] = []
        self.decisions: list[Decision] = []
        self.turn = self.cells[scenario.clock.turn]
        """The turn being played, from 1."""
        self._words = scenario.find.words
        self._pending: defaultdict[int, int] = defaultdict(int)
        self._before: tuple[int, ...] | None = state.cells

    @property
    def before(self) -> tuple[int, ...]:
        """The cells at the phase's start."""
        if self._before is None:
            self._before = tuple(self.cells)
        return self._before

    def change(self, cell: int, by: int, cause: Cause) -> None:
        """Note a change; it takes effect when the phase is closed."""
        if by:
            self.events.append(changed((cell, by, cause)))
            self._pending[cell] += by

    def put(self, cell: int, new: int, cause: Cause) -> None:
        """Note that a cell that stands for a word, not for an amount, takes this value; the last of a phase stands."""
        by = new - self.cells[cell] - self._pending.get(cell, 0)
        if by:
            self.events.append(changed((cell, by, cause)))
            self._pending[cell] += by

    def mark(self, pairs: Iterable[tuple[int, int]], cause: Cause) -> None:
        """Note that something came to pass this turn, once more: pairs of the cells of its last turn and its count."""
        for last, count in pairs:
            self.put(last, self.turn, cause)
            self.change(count, 1, cause)

    def roll(self, name: str, odds: int, cause: Cause) -> bool:
        """Whether the dice of this name fall below the odds; certain outcomes are not rolled."""
        if odds >= 100 or odds <= 0:
            return odds >= 100
        fell = draw(self.seed, self.turn, name)
        self.events.append(Rolled(name, odds, fell, cause))
        return fell < odds

    def tell(self, text: str, cause: Cause) -> None:
        """Note that a line of text became known."""
        self.events.append(Told(text, cause))

    def apply(self, clauses: Iterable[Clause], cause: Cause) -> None:
        """Note the effects of the clauses that hold and whose dice allow it."""
        for clause in clauses:
            if not clause.when or holds(clause.when, self.cells, self.turn):
                self.let(clause, cause)

    def let(self, clause: Clause, cause: Cause) -> None:
        """Note the effects of a clause that holds, if its dice allow it."""
        if clause.odds >= 100 or self.roll(clause.id, clause.odds, cause):
            self._effects(clause.bare, cause)
            if clause.text:
                self.tell(clause.text, cause)

    def _effects(self, effects: Iterable[tuple[int, int, int, int, int]], cause: Cause) -> None:
        cells, pending, words, note = self.cells, self._pending, self._words, self.events.append
        for cell, kind, amount, after, over in effects:
            if cell in words:
                by = amount - cells[cell] - pending.get(cell, 0)
            else:
                by = amount if kind == ADD else amount - cells[cell]
                if after or over > 1:
                    self._spread(cell, by, after, over, cause)
                    continue
            if by:
                note(changed((cell, by, cause)))
                pending[cell] += by

    def _spread(self, cell: int, by: int, after: int, over: int, cause: Cause) -> None:
        for part in range(over):
            wait = after + part
            target = self.scenario.find.due[cell][(self.turn + wait) % 4] if wait else cell
            self.change(target, share(by, part, over), cause)

    def close(self) -> None:
        """End the phase: clamp each changed cell once, then work the derived meters out anew."""
        pending = self._pending
        if not pending:
            return
        find = self.scenario.find
        lows, highs = find.lows, find.highs
        cells = self.cells if isinstance(self.cells, list) else list(self.cells)
        for cell in sorted(pending):
            total = cells[cell] + pending[cell]
            if not lows[cell] <= total <= highs[cell]:
                kept = max(lows[cell], min(highs[cell], total))
                self.events.append(changed((cell, kept - total, because("bound", self.scenario.cells[cell].key))))
                total = kept
            cells[cell] = total
        moved = find.derives.intersection(pending)
        pending.clear()
        self.cells, self._before, self.turn = cells, None, cells[self.scenario.clock.turn]
        if moved:
            self._derive({place for cell in moved for place in find.derived_from[cell]}, cells)

    def _derive(self, touched: Iterable[int], cells: list[int]) -> None:
        for index in sorted(touched):
            cell, formula, cause = self.scenario.find.formulas[index]
            new = formula(cells)
            by = new - cells[cell]
            if by:
                self.events.append(changed((cell, by, cause)))
                cells[cell] = new

    def state(self) -> State:
        """The State reached so far."""
        return State(self.seed, self.before)
