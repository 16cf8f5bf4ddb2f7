"""Cells: the row of whole numbers that a State of the scenario is."""

from __future__ import annotations

from game.content.gauges import GaugeSpec
from game.content.parts import Parts
from game.content.schema.contest import ContestRecord
from game.content.schema.draft import DraftRecord
from game.content.schema.happening import EventRecord
from game.content.schema.move import MoveRecord, TagRecord
from game.content.schema.page import EndingRecord
from game.content.schema.promise import PromiseRecord
from game.content.schema.summit import ApproachRecord, SummitRecord
from game.core.ballot import VOTES
from game.core.draft import WITHDRAWN
from game.core.grammar import NEVER
from game.core.scenario import OVER, Cell, Clock

MOST_ACTS = 16
"""More acts than one turn can hold; bounds counts."""
RING = 4
"""Turns that a delayed change can wait."""
MEMBERS, MOST_WEIGHT = 193, 999
"""Of the United Nations; and more than all clauses of the documented list weigh together."""
DELAYED = 2
"""Turns' ends until a vote that is put off: this one and the next."""


class Cells:
    """The cells laid out so far, by key."""

    def __init__(self) -> None:
        self.cells: list[Cell] = []
        self.index: dict[str, int] = {}

    def add(self, key: str, low: int, high: int, start: int) -> int:
        """Lay out one more cell; its index."""
        self.index[key] = len(self.cells)
        self.cells.append(Cell(key, low, high, start))
        return self.index[key]

    def __getitem__(self, key: str) -> int:
        return self.index[key]


def lay_out(parts: Parts, specs: tuple[GaugeSpec, ...]) -> tuple[Cells, Clock]:
    """Every cell but those of delayed changes, in fixed order; and the clock."""
    cells = Cells()
    turns = len(parts.card.dates)
    clock = _clock(cells, parts, turns)
    for spec in specs:
        cells.add(f"meter:{spec.id}", spec.low, spec.high, spec.start)
    counted = turns * MOST_ACTS
    for carrier in sorted([*parts.of(MoveRecord), *parts.of(TagRecord)], key=lambda record: record.key):
        cells.add(f"made:{carrier.key}", NEVER, turns, NEVER)
        cells.add(f"times:{carrier.key}", 0, counted, 0)
    for move in parts.of(MoveRecord):
        cells.add(f"open:{move.key}", 0, 1, 0)
        if move.joint is not None:
            cells.add(f"agreed:{move.key}", NEVER, turns, NEVER)
            cells.add(f"refused:{move.key}", NEVER, turns, NEVER)
    for answer in parts.answer_ids:
        cells.add(f"given:{answer}", NEVER, turns, NEVER)
        cells.add(f"said:{answer}", 0, counted, 0)
    for rule in parts.rule_ids:
        cells.add(f"fired:{rule}", NEVER, turns, NEVER)
    for event in parts.of(EventRecord):
        cells.add(f"seen:{event.key}", NEVER, turns, NEVER)
    for promise in parts.of(PromiseRecord):
        cells.add(f"promise:{promise.key}", 0, 5, 0)
        cells.add(f"deadline:{promise.key}", 0, turns + promise.within, 0)
    for contest in parts.of(ContestRecord):
        cells.add(f"outcome:{contest.key}", 0, 4, 0)
    for draft in parts.of(DraftRecord):
        _draft(cells, draft, turns)
    return cells, clock


def _draft(cells: Cells, draft: DraftRecord, turns: int) -> None:
    cells.add(f"draft:{draft.key}", 0, WITHDRAWN, 0)
    cells.add(f"wait:{draft.key}", 0, max(DELAYED, draft.hold + 1), 0)
    cells.add(f"voted:{draft.key}", NEVER, turns, NEVER)
    for provision in draft.provisions:
        cells.add(f"text:{draft.key}.{provision.clause.text}", 0, 1, int(provision.starts))
    for sponsor in draft.sponsors:
        cells.add(f"sponsor:{sponsor.key}", 0, 1, 0)
    for vote in VOTES:
        cells.add(f"tally:{draft.key}.{vote}", 0, MEMBERS, 0)
    cells.add(f"weight:{draft.key}", 0, MOST_WEIGHT, 0)
    for state in draft.watch:
        cells.add(f"cast:{draft.key}.{state.text}", 0, len(VOTES), 0)


def _clock(cells: Cells, parts: Parts, turns: int) -> Clock:
    contests, summits = parts.of(ContestRecord), parts.of(SummitRecord)
    rungs = max((len(contest.rungs) for contest in contests), default=0)
    stages = max((len(summit.stages) for summit in summits), default=0)
    approaches = len(parts.of(ApproachRecord))

    def cell(name: str, low: int, high: int, start: int = 0) -> int:
        return cells.add(f"clock:{name}", low, high, start)

    return Clock(
        turn=cell("turn", 0, turns),
        slot=cell("slot", 0, OVER),
        moves=cell("moves", 0, parts.card.moves_per_turn),
        contest=cell("contest", 0, len(contests)),
        rung=cell("rung", 0, rungs),
        held=cell("held", NEVER, turns, NEVER),
        summit=cell("summit", 0, len(summits)),
        stage=cell("stage", 0, stages),
        approach=cell("approach", 0, approaches),
        last_approach=cell("last_approach", 0, approaches),
        joint=cell("joint", NEVER, turns, NEVER),
        misread=cell("misread", NEVER, turns, NEVER),
        draft=cell("draft", 0, len(parts.of(DraftRecord))),
        edits=cell("edits", 0, max((draft.edits for draft in parts.of(DraftRecord)), default=0)),
        over=cell("over", 0, len(parts.of(EndingRecord))),
    )


def add_rings(cells: Cells, pending: dict[int, int]) -> dict[int, tuple[int, ...]]:
    """Lay out four cells of pending change for each cell of `pending`, which gives the largest amount; by cell."""
    rings = {}
    for cell, most in sorted(pending.items()):
        name = cells.cells[cell].key.removeprefix("meter:")
        rings[cell] = tuple(cells.add(f"due:{name}@{part}", -most, most, 0) for part in range(RING))
    return rings
