"""Tally: counts in the making, as arrays in the order of the Scenario's records."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from game.core.scenario import Scenario

from .block import At, Block
from .choosing import Legal, Rows
from .totals import SHORT, Totals

Counts = npt.NDArray[np.int64]


class Tally:
    """What was counted so far, under one doctrine; what the parts are is said in `totals`."""

    """Counts in the making, as arrays in the order of the Scenario's records."""

    def __init__(self, scenario: Scenario) -> None:
        self._scenario = scenario
        self.endings: Counts = np.zeros(len(scenario.endings), dtype=np.int64)
        self.lengths: Counts = np.zeros(scenario.turns + 1, dtype=np.int64)
        self.aims: Counts = np.zeros(len(scenario.aims), dtype=np.int64)
        self.met: Counts = np.zeros(len(scenario.aims) + 1, dtype=np.int64)
        self.moves: Counts = np.zeros((len(scenario.moves), 3), dtype=np.int64)
        self.rules: Counts = np.zeros(len(scenario.rules), dtype=np.int64)
        self.events: Counts = np.zeros(len(scenario.happenings), dtype=np.int64)
        self.answers: Counts = np.zeros((len(scenario.answers), 2), dtype=np.int64)
        self.variety: Counts = np.zeros(len(scenario.answers) + 1, dtype=np.int64)
        self._choices: dict[str, Counts] = {}
        self._meters: dict[tuple[int, str], Counts] = {}
        self._open = np.array([move.open for move in scenario.moves], dtype=np.intp)

    def meters_at(self, block: Block, at: At, when: str) -> None:
        """What the meters stand at in these lanes."""
        for place, meter in enumerate(self._scenario.meters):
            values = block.cells[meter.cell].take(at).astype(np.intp) - meter.low
            counts = np.bincount(values, minlength=meter.high - meter.low + 1)
            known = self._meters.get((place, when))
            self._meters[place, when] = counts if known is None else known + counts

    def priced_out(self, block: Block, at: At) -> None:
        """In which of these lanes a move is open, but a purse does not cover its price."""
        for place, move in enumerate(self._scenario.moves):
            short = np.zeros(len(at), dtype=np.bool_)
            for purse, amount in move.price:
                short |= block.cells[purse].take(at) < amount
            if short.any():
                short &= block.cells[move.open].take(at) == 1
                self.moves[place, SHORT] += np.count_nonzero(short)

    def chosen(self, ids: Sequence[str], legal: Legal, rows: Rows) -> None:
        """Which choices other than moves there were, and which were taken."""
        could, did = legal.sum(axis=1), np.bincount(rows, minlength=len(ids))
        for row, id in enumerate(ids):
            self._choices.setdefault(id, np.zeros(2, dtype=np.int64))[:] += (could[row], did[row])

    def into(self, totals: Totals) -> None:
        """Write all of it down by the ids of the records."""
        scenario = self._scenario
        totals.lengths = self.lengths.tolist()
        totals.met = self.met.tolist()
        totals.variety = self.variety.tolist()
        ended = zip(scenario.endings, self.endings.tolist(), strict=True)
        totals.endings = {ending.id: {scenario.doctrine: count} for ending, count in ended}
        totals.aims = dict(zip((aim.id for aim in scenario.aims), self.aims.tolist(), strict=True))
        totals.moves = dict(zip((move.id for move in scenario.moves), self.moves.tolist(), strict=True))
        totals.rules = dict(zip((rule.id for rule in scenario.rules), self.rules.tolist(), strict=True))
        totals.events = dict(zip((event.id for event in scenario.happenings), self.events.tolist(), strict=True))
        totals.answers = dict(zip((answer.id for answer in scenario.answers), self.answers.tolist(), strict=True))
        totals.choices = {id: counts.tolist() for id, counts in sorted(self._choices.items())}
        totals.meters = {meter.id: {} for meter in scenario.meters}
        for (place, when), counts in self._meters.items():
            totals.meters[scenario.meters[place].id][when] = counts.tolist()
