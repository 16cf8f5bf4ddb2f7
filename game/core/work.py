"""Work: one step being taken, phase by phase. Within a phase everything reads the state at the phase's start.

All changes of a cell in a phase are summed, then clamped once; what is cut off is an event of its own, so that
for every cell start + sum of changes = now.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from .chance import draw
from .condition import holds
from .decision import Decision
from .derived import value
from .event import Cause, Changed, Event, Rolled, Told
from .grammar import ADD, Clause, Effect
from .meter import Derived
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
    """The cells of a step in progress, with the events and decisions so far."""

    def __init__(self, scenario: Scenario, state: State, imposed: Imposed | None = None) -> None:
        self.scenario = scenario
        self.seed = state.seed
        self.cells = list(state.cells)
        self.imposed = imposed
        self.events: list[Event] = []
        self.decisions: list[Decision] = []
        self.turn = state.cells[scenario.clock.turn]
        """The turn being played, from 1."""
        self._pending: dict[int, int] = {}
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
            self.events.append(Changed(cell, by, cause))
            self._pending[cell] = self._pending.get(cell, 0) + by

    def put(self, cell: int, new: int, cause: Cause) -> None:
        """Note that a cell that stands for a word, not for an amount, takes this value; the last of a phase stands."""
        self.change(cell, new - self.cells[cell] - self._pending.get(cell, 0), cause)

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

    def holds(self, clause: Clause) -> bool:
        """Whether the condition of a clause holds at the phase's start."""
        return holds(clause.when, self.cells, self.turn)

    def apply(self, clauses: Iterable[Clause], cause: Cause) -> None:
        """Note the effects of the clauses that hold and whose dice allow it."""
        for clause in clauses:
            if clause.when and not holds(clause.when, self.cells, self.turn):
                continue
            if clause.odds >= 100 or self.roll(clause.id, clause.odds, cause):
                for effect in clause.effects:
                    self._effect(effect, cause)
                if clause.text:
                    self.tell(clause.text, cause)

    def _effect(self, effect: Effect, cause: Cause) -> None:
        cell, kind, amount, after, over = effect
        if cell in self.scenario.find.words:
            self.put(cell, amount, cause)
            return
        by = amount if kind == ADD else amount - self.cells[cell]
        if not after and over == 1:
            self.change(cell, by, cause)
            return
        for part in range(over):
            wait = after + part
            target = self.scenario.find.due[cell][(self.turn + wait) % 4] if wait else cell
            self.change(target, share(by, part, over), cause)

    def close(self) -> None:
        """End the phase: clamp each changed cell once, then work the derived meters out anew."""
        if not self._pending:
            return
        find = self.scenario.find
        cells = self.cells
        touched = set[int]()
        for cell in sorted(self._pending):
            total = cells[cell] + self._pending[cell]
            kept = max(find.lows[cell], min(find.highs[cell], total))
            if kept != total:
                self.events.append(Changed(cell, kept - total, Cause("bound", self.scenario.cells[cell].key)))
            cells[cell] = kept
            touched.update(find.derived_from.get(cell, ()))
        self._pending = {}
        self._before = None
        self.turn = cells[self.scenario.clock.turn]
        for index in sorted(touched):
            self._derive(self.scenario.derived[index])

    def _derive(self, derived: Derived) -> None:
        new = value(derived, self.cells)
        by = new - self.cells[derived.cell]
        if by:
            key = self.scenario.cells[derived.cell].key
            self.events.append(Changed(derived.cell, by, Cause("derived", key)))
            self.cells[derived.cell] = new

    def state(self) -> State:
        """The State reached so far."""
        return State(self.seed, self.before)
