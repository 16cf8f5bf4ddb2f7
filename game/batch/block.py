"""Block: many plays of one Scenario side by side. What `Work` is to one State, a Block is to thousands.

The cells stand in rows, one for each cell of the Scenario, one column for each lane. All lanes share the turn.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from game.core import work
from game.core.grammar import ADD, Clause, When
from game.core.scenario import Scenario
from game.core.state import State

from . import dice
from .derived import value
from .watch import Watch

Cells = npt.NDArray[np.int16]
At = npt.NDArray[np.intp]
"""Places of lanes, in rising order and each once."""
Yes = npt.NDArray[np.bool_]
Amount = int | npt.NDArray[np.int16]


class Note(NamedTuple):
    """What a cell becomes in some lanes: the value it takes, or what is added to it."""

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
        self._noted: dict[int, list[Note]] = {}
        """What is noted of each cell in this phase, in order."""
        self._words = scenario.find.words
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
        self._note(cell, Note(by, at, True))

    def put(self, cell: int, new: Amount, at: At) -> None:
        """Note that a cell takes this value; the last of a phase stands."""
        self._note(cell, Note(new, at, False))

    def _note(self, cell: int, note: Note) -> None:
        if not isinstance(note.value, int) and note.value.base is not None:
            note = note._replace(value=note.value.copy())
        if cell in self._noted:
            self._noted[cell].append(note)
        else:
            self._noted[cell] = [note]

    def mark(self, pairs: Iterable[tuple[int, int]], at: At) -> None:
        """Note that something came to pass this turn, once more."""
        for last, count in pairs:
            self.put(last, self.turn, at)
            self.change(count, 1, at)

    def fall(self, stirs: np.uint64 | npt.NDArray[np.uint64], odds: int, at: At) -> Yes:
        """In which of these lanes the dice of these stirs fall below the odds."""
        return dice.pick(self.seeds.take(at), stirs, np.uint64(100)) < np.uint64(odds)

    def roll(self, name: str, odds: int, at: At) -> At:
        """Those of the lanes in which the dice of this name fall below the odds."""
        if odds >= 100:
            return at
        if odds <= 0:
            return at[:0]
        return at[self.fall(dice.stirred(self.turn, name), odds, at)]

    def holds(self, when: When, at: At) -> Yes:
        """In which of these lanes a condition holds."""
        held: Yes | None = None
        for group in when:
            some: Yes | None = None
            for cell, low, high, age in group:
                row = self.row(cell, at)
                if age:
                    low, high = self.turn - high, self.turn - low
                met = row == low if low == high else (row >= low) & (row <= high)
                some = met if some is None else some | met
            if some is None:
                return np.zeros(len(at), dtype=np.bool_)
            held = some if held is None else held & some
        return np.ones(len(at), dtype=np.bool_) if held is None else held

    def where(self, when: When, at: At) -> At:
        """Those of the lanes in which a condition holds."""
        return at if not when or not len(at) else at[self.holds(when, at)]

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
            self.change(target, share(by, part, over), at)

    def close(self) -> None:
        """End the phase: clamp each changed amount once. What rests on the cells is worked out when read by `row`,
        or by `refresh`: within a turn `cells` may hold derived meters of before.

        Words and counts are written down as they were noted, in order: no bounds cut any of it off.
        """
        lows, highs = self.scenario.find.lows, self.scenario.find.highs
        for cell, notes in self._noted.items():
            row = self.cells[cell]
            self._stale.update(self.scenario.find.derived_from.get(cell, ()))
            if cell in self._words:
                for note in notes:
                    _write(row, note)
            elif len(notes) == 1 and len(notes[0].at) < len(row):
                value, at, added = notes[0]
                new = row.take(at) + value if added else np.full(len(at), value, dtype=np.int16)
                row[at] = _within(new, lows[cell], highs[cell])
            else:
                for note in notes:
                    _write(row, note)
                _within(row, lows[cell], highs[cell])
        self._noted.clear()

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


def _write(row: npt.NDArray[np.int16], note: Note) -> None:
    value, at, added = note
    if len(at) == len(row):
        row[:] = row + value if added else value
    elif added:
        row[at] += value
    else:
        row[at] = value


def _within(row: npt.NDArray[np.int16], low: int, high: int) -> npt.NDArray[np.int16]:
    """The row, itself brought within the bounds."""
    np.maximum(row, low, out=row)
    np.minimum(row, high, out=row)
    return row


def share(amount: Amount, part: int, parts: int) -> Amount:
    """The part (0, 1, ...) of an amount spread over some turns: larger shares first, as in the core."""
    if isinstance(amount, int):
        return work.share(amount, part, parts)
    size = np.abs(amount)
    portion = -(-size * (part + 1) // parts) + (-size * part // parts)
    found: npt.NDArray[np.int16] = np.where(amount >= 0, portion, -portion).astype(np.int16)
    return found
