"""Block: many plays of one Scenario side by side. What `Work` is to one State, a Block is to thousands.

The cells stand in rows, one for each cell of the Scenario, one column for each lane. All lanes share the turn.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from game.core.grammar import ADD, Clause, When
from game.core.scenario import Scenario
from game.core.state import State

from . import dice, sure
from .derived import value
from .look import Look, Yes
from .sure import Amount, Sure, sures_of
from .watch import Watch

Cells = npt.NDArray[np.int16]
At = npt.NDArray[np.intp]
"""Places of lanes, in rising order and each once."""


class Note(NamedTuple):
    """What a cell becomes in some lanes: the value it takes, or what is added to it."""

    cell: int
    value: Amount
    at: At
    added: bool


class Block:
    """The cells of many plays in progress, and what is pending on them until the phase is closed."""

    def __init__(self, scenario: Scenario, seeds: npt.NDArray[np.uint64], cells: Cells, turn: int) -> None:
        self.scenario = scenario
        self.seeds = seeds
        self.cells = cells
        self.turn = turn
        self.everyone: At = np.arange(len(seeds), dtype=np.intp)
        self.lows, self.highs = scenario.find.lows, scenario.find.highs
        self._low, self._high = np.array(self.lows, dtype=np.int16), np.array(self.highs, dtype=np.int16)
        self.sures = sures_of(scenario)
        self._pending: list[Note | tuple[Sure, At]] = []
        """What is noted in this phase, in order."""
        self._derived = {one.cell: place for place, one in enumerate(scenario.derived)}
        self._stale: set[int] = set()
        """Places of the derived meters that rest on a cell that was written since."""
        self.watch: Watch | None = None
        """Who is told what no cell keeps until the end, if anybody."""

    def row(self, cell: int, at: At) -> npt.NDArray[np.int16]:
        """The values of a cell in these lanes. A derived meter is worked out anew where need be."""
        if self._stale and self._derived.get(cell) in self._stale:
            self._derive(self._derived[cell])
        whole: npt.NDArray[np.int16] = self.cells[cell]
        return whole if at is self.everyone else whole.take(at)

    def change(self, cell: int, by: Amount, at: At) -> None:
        """Note a change; it takes effect when the phase is closed."""
        self._pending.append(Note(cell, by, at, True))

    def put(self, cell: int, new: Amount, at: At) -> None:
        """Note that a cell takes this value; the last of a phase stands."""
        self._pending.append(Note(cell, new, at, False))

    def enact(self, done: Sure, at: At) -> None:
        """Note what is sure to come about in these lanes, after what must be asked in each."""
        self.apply(done.rest, at)
        self._pending.append((done, at))

    def fall(self, stirs: np.uint64 | npt.NDArray[np.uint64], odds: int, at: At) -> Yes:
        """In which of these lanes the dice of these stirs fall below the odds."""
        return dice.pick(self.seeds.take(at), stirs, np.uint64(100)) < np.uint64(odds)

    def roll(self, name: str, odds: int, at: At) -> At:
        """Those of the lanes in which the dice of this name fall below the odds."""
        if odds >= 100:
            return at
        if odds <= 0:
            return at[:0]
        return at.compress(self.fall(dice.stirred(self.turn, name), odds, at))

    def holds(self, when: When, at: At) -> Yes:
        """In which of these lanes a condition holds."""
        return Look(self, at).holds(when)

    def where(self, when: When, at: At) -> At:
        """Those of the lanes in which a condition holds."""
        return at if not when or not len(at) else at.compress(self.holds(when, at))

    def apply(self, clauses: Sequence[Clause], at: At) -> None:
        """Note the effects of the clauses, in the lanes in which they hold and their dice allow it."""
        for clause in clauses:
            there = self.where(clause.when, at)
            if len(there):
                there = self.roll(clause.id, clause.odds, there)
                if len(there):
                    self._effects(clause, there)

    def _effects(self, clause: Clause, at: At) -> None:
        words = self.scenario.find.words
        for cell, kind, amount, after, over in clause.bare:
            if cell in words:
                self.put(cell, amount, at)
                continue
            by: Amount = amount if kind == ADD else (amount - self.row(cell, at)).astype(np.int16)
            if after or over > 1:
                self._spread(cell, by, after, over, at)
            else:
                self.change(cell, by, at)

    def _spread(self, cell: int, by: Amount, after: int, over: int, at: At) -> None:
        ring = self.scenario.find.due[cell]
        for part in range(over):
            wait = after + part
            target = ring[(self.turn + wait) % 4] if wait else cell
            self.change(target, sure.share(by, part, over), at)

    def close(self) -> None:
        """End the phase: clamp each changed amount once. What rests on the cells is worked out when read by `row`,
        or by `refresh`: within a turn `cells` may hold derived meters of before.

        Words and counts are written down as they were noted, in order: no bounds cut any of it off.
        """
        changed: set[int] = set()
        for noted in self._pending:
            if isinstance(noted, Note):
                self._write(noted)
                changed.add(noted.cell)
            else:
                self._enact(*noted)
                changed |= noted[0].changed[self.turn % 4]
        self._pending.clear()
        for cell in changed - self.scenario.find.words:
            within(self.cells[cell], self._low[cell], self._high[cell])

    def _write(self, note: Note) -> None:
        cell, value, at, added = note
        row = self.cells[cell]
        self._stale.update(self.scenario.find.derived_from.get(cell, ()))
        if len(at) == len(row):
            row[:] = row + value if added else value
        elif added:
            row[at] += value
        else:
            row[at] = value

    def _enact(self, done: Sure, at: At) -> None:
        flat, wide = self.cells.reshape(-1), len(self.everyone)
        flat[done.stamped * wide + at] = self.turn
        if len(done.put):
            flat[done.put * wide + at] = done.values
        added = done.added[self.turn % 4]
        if len(added):
            places = added * wide + at
            flat[places] = flat.take(places) + done.amounts
        self._stale |= done.stale

    def refresh(self) -> None:
        """Work all derived meters out anew that rest on what was written."""
        for place in tuple(self._stale):
            self._derive(place)

    def _derive(self, place: int) -> None:
        self._stale.discard(place)
        one = self.scenario.derived[place]
        self.cells[one.cell] = value(one, self)

    def state(self, lane: int) -> State:
        """The State of one lane, as the core has it."""
        self.refresh()
        return State(int(self.seeds[lane]), tuple(self.cells[:, lane].tolist()))

    def keep(self, at: At) -> None:
        """Drop all other lanes. Only between phases."""
        self.cells = np.ascontiguousarray(self.cells[:, at])
        self.seeds = self.seeds[at]
        self.everyone = np.arange(len(at), dtype=np.intp)


def within(values: npt.NDArray[np.int16], low: np.int16, high: np.int16) -> None:
    """Bring the values themselves within the bounds: in one pass, which NumPy does five times faster than in two."""
    values.clip(low, high, out=values)
