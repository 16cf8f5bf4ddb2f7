"""Sure: what a list of clauses does whatever the dice and the conditions, as one table that is written at a stroke."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple, TypeVar

import numpy as np
import numpy.typing as npt

from game.core import work
from game.core.act import Move, Rule
from game.core.grammar import ADD, Clause
from game.core.scenario import DRAFTING, TABLE, Scenario

Number = TypeVar("Number", bound=np.signedinteger[Any])
Places = npt.NDArray[np.intp]
Pairs = Iterable[tuple[int, int]]
Amount = int | npt.NDArray[np.int16]


class Sure(NamedTuple):
    """Cells, one below the other, and what becomes of them; `rest` are the clauses that must be asked in each lane."""

    stamped: Places
    """Cells that take the number of the turn."""
    put: Places
    values: npt.NDArray[np.int16]
    added: Places
    """Cells to which the amounts are added, by the turn's number modulo 4: what is delayed waits in turn elsewhere."""
    amounts: npt.NDArray[np.int16]
    changed: tuple[frozenset[int], ...]
    """Those of the added cells that have bounds, by the turn's number modulo 4."""
    stale: frozenset[int]
    """Places of the derived meters that rest on one of the cells."""
    rest: tuple[Clause, ...]


class Sures:
    """The sure part of the moves, options and rules of one Scenario, worked out once each."""

    def __init__(self) -> None:
        self._moves: dict[int, Sure] = {}
        self._rules: dict[int, Sure] = {}
        self._options: dict[tuple[int, int, int], Sure] = {}

    def move(self, scenario: Scenario, move: Move) -> Sure:
        """What making the move does, beyond what there is only one of: price, marks, effects, the table it opens."""
        if move.index not in self._moves:
            clock = scenario.clock
            words: list[tuple[int, int]] = []
            if move.summit >= 0:
                words += [(clock.summit, move.summit + 1), (clock.slot, TABLE)]
                words += [(cell, 0) for cell in (clock.stage, clock.approach, clock.last_approach)]
                words += [(track, scenario.cells[track].start) for track in scenario.summits[move.summit].tracks]
            if move.draft >= 0:
                words += [(clock.draft, move.draft + 1), (clock.edits, 0), (clock.slot, DRAFTING)]
            stamps = [move.made, *(last for last, _ in move.tag_cells), *([clock.joint] if move.joint else [])]
            counts = [move.count, clock.moves, *(count for _, count in move.tag_cells)]
            self._moves[move.index] = sure(scenario, move.clauses, words, stamps, counts, move.price)
        return self._moves[move.index]

    def rule(self, scenario: Scenario, rule: Rule) -> Sure:
        """What giving the rule's answer does, with the marks it leaves."""
        if rule.index not in self._rules:
            answer = scenario.answers[rule.answer]
            marks = ((answer.given, answer.count), *answer.tag_cells)
            stamps = [*(last for last, _ in marks), *([rule.fired] if rule.cooldown else [])]
            clauses = (*answer.clauses, *rule.clauses)
            self._rules[rule.index] = sure(scenario, clauses, (), stamps, [count for _, count in marks], ())
        return self._rules[rule.index]

    def option(self, scenario: Scenario, place: tuple[int, int, int], exchange: bool) -> Sure:
        """What taking the option of this place (summit, stage, row) costs and does."""
        if place not in self._options:
            summit, stage, row = place
            option = scenario.summits[summit].stages[stage].options[row]
            words = [(scenario.clock.approach, option.approach)] if exchange else []
            self._options[place] = sure(scenario, option.clauses, words, (), (), option.price)
        return self._options[place]


@lru_cache(maxsize=16)
def sures_of(scenario: Scenario) -> Sures:
    """The Sures of this Scenario, the same each time: to work them out takes as long as a turn of a block."""
    return Sures()


def sure(
    scenario: Scenario,
    clauses: Sequence[Clause],
    words: Pairs,
    stamps: Iterable[int],
    counts: Iterable[int],
    price: Pairs,
) -> Sure:
    """The sure part of the clauses, together with words put, turns stamped, counts raised by one and a price paid."""
    find, (certain, rest) = scenario.find, _parted(scenario, clauses)
    put: dict[int, int] = {}
    added: dict[tuple[int, int], int] = {(purse, 0): -amount for purse, amount in price}
    for cell, _, amount, after, over in (bare for clause in certain for bare in clause.bare):
        if cell in find.words:
            put[cell] = amount
            continue
        for wait in range(after, after + over):
            added[cell, wait] = added.get((cell, wait), 0) + int(share(amount, wait - after, over))
    for cell, value in words:
        put[cell] = value
        added.pop((cell, 0), None)
    raised = list(counts)
    targets = [[find.due[cell][(turn + wait) % 4] if wait else cell for cell, wait in added] for turn in range(4)]
    read = {*put, *(cell for cell, wait in added if not wait)}
    return Sure(
        _below(stamps, np.intp),
        _below(put, np.intp),
        _below(put.values(), np.int16),
        np.array([cells + raised for cells in targets], dtype=np.intp)[:, :, None],
        _below((*added.values(), *(1 for _ in raised)), np.int16),
        tuple(frozenset(cells) for cells in targets),
        frozenset(place for cell in read for place in find.derived_from.get(cell, ())),
        rest,
    )


def _parted(scenario: Scenario, clauses: Sequence[Clause]) -> tuple[list[Clause], tuple[Clause, ...]]:
    """The clauses that are sure, and the rest; with it goes what puts a word that one of the rest may put too."""
    alike = [clause for clause in clauses if is_sure(scenario, clause)]
    asked = {effect.cell for clause in clauses if clause not in alike for effect in clause.effects}
    asked &= scenario.find.words
    certain = [clause for clause in alike if not any(effect.cell in asked for effect in clause.effects)]
    return certain, tuple(clause for clause in clauses if clause not in certain)


def _below(values: Iterable[int], kind: type[Number]) -> npt.NDArray[Number]:
    """The numbers one below the other."""
    return np.array(tuple(values), dtype=kind)[:, None]


def is_sure(scenario: Scenario, clause: Clause) -> bool:
    """Whether the clause does the same in every lane."""
    return (
        not clause.when
        and clause.odds >= 100
        and all(effect.cell in scenario.find.words or effect.kind == ADD for effect in clause.effects)
    )


def share(amount: Amount, part: int, parts: int) -> Amount:
    """The part (0, 1, ...) of an amount spread over some turns: larger shares first, as in the core."""
    if isinstance(amount, int):
        return work.share(amount, part, parts)
    size = np.abs(amount)
    portion = -(-size * (part + 1) // parts) + (-size * part // parts)
    found: npt.NDArray[np.int16] = np.where(amount >= 0, portion, -portion).astype(np.int16)
    return found
