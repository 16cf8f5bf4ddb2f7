"""Lookup: the tables by which a Scenario's records are found, built once when it is compiled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .act import Choice
from .condition import Question, question
from .derived import Formula, Reader, formula, reader
from .event import Cause
from .grammar import Leaf

if TYPE_CHECKING:
    from .act import Answer, Happening, Move, Rule
    from .draft import Bloc, Draft
    from .forum import Contest, Promise, Summit
    from .grammar import Clause
    from .meter import Meter
    from .page import Ending
    from .scenario import Scenario


OnMenu = tuple[Choice, int, int, tuple[tuple[int, int], ...]]
"""What decides whether an open move may still be made: the cell of its last turn, its bits of what there is one of, its
price."""
JOINT, SUMMIT, CONTEST = 1, 2, 4
"""Bits for what there is one of: a joint measure and a summit a turn, a contest at a time."""


@dataclass(frozen=True, slots=True)
class Lookup:
    """Records by id, meters by cell, bounds by cell, and rules by who answers what, best rank first.

    Plain tuples are what is gone through every turn: they unpack fastest.
    """

    meter: dict[str, Meter]
    meter_at: dict[int, Meter]
    move: dict[str, Move]
    answer: dict[str, Answer]
    rule: dict[str, Rule]
    happening: dict[str, Happening]
    summit: dict[str, Summit]
    contest: dict[str, Contest]
    promise: dict[str, Promise]
    draft: dict[str, Draft]
    bloc: dict[str, Bloc]
    cell: dict[str, int]
    due: dict[int, tuple[int, ...]]
    words: frozenset[int]
    """Cells whose numbers stand for words (flags, channels, statuses): they are put, never added to."""
    lows: tuple[int, ...]
    highs: tuple[int, ...]
    happenings: tuple[tuple[Question, Happening], ...]
    """The events in the order in which they are asked: the most salient first."""
    endings: tuple[Ending, ...]
    """The endings in the order in which they are asked: the most salient first."""
    drift: tuple[tuple[Question, Clause, Cause], ...]
    moves: tuple[tuple[Question, Move], ...]
    menu: dict[str, OnMenu]
    summits: tuple[int, ...]
    """The cells of the last turns of the moves that open a summit."""
    opened: Reader
    """What reads whether each move is open, in the order of the menu."""
    questions: tuple[Question, ...]
    """By rule index."""
    purses: tuple[Meter, ...]
    delayed: tuple[Meter, ...]
    """Meters on which something may be pending."""
    derives: frozenset[int]
    """Cells on which a derived meter rests."""
    derived_from: dict[int, tuple[int, ...]]
    """By cell: the places, among the derived meters, of those that rest on it."""
    formulas: tuple[tuple[int, Formula, Cause], ...]
    """The cells of the derived meters, with what works them out."""
    _rules: dict[tuple[str, str, str], tuple[Rule, ...]]
    _several: dict[tuple[str, str, tuple[str, ...]], tuple[Rule, ...]]
    _askable: dict[tuple[str, tuple[str, ...]], frozenset[str]]

    def rules(self, actor: str, slot: str, trigger: str = "") -> tuple[Rule, ...]:
        """The rules of an actor for a slot that this one trigger concerns, best rank first."""
        return self._rules.get((actor, slot, trigger), ())

    def rules_for(self, actor: str, slot: str, triggers: tuple[str, ...]) -> tuple[Rule, ...]:
        """The rules of an actor for a slot that any of these triggers concerns, each once, best rank first."""
        key = (actor, slot, triggers)
        found = self._several.get(key)
        if found is None:
            rules = {rule.index: rule for trigger in triggers for rule in self.rules(actor, slot, trigger)}
            found = tuple(sorted(rules.values(), key=lambda rule: -rule.rank))
            self._several[key] = found
        return found

    def askable(self, slot: str, triggers: tuple[str, ...]) -> frozenset[str]:
        """The actors that have rules for this slot and any of these triggers."""
        found = self._askable.get((slot, triggers))
        if found is None:
            actors = {rule.actor for rule in self.rule.values()}
            found = frozenset(actor for actor in actors if self.rules_for(actor, slot, triggers))
            self._askable[slot, triggers] = found
        return found


def _rules_by_trigger(rules: tuple[Rule, ...]) -> dict[tuple[str, str, str], tuple[Rule, ...]]:
    table: dict[tuple[str, str, str], list[Rule]] = {}
    for rule in sorted(rules, key=lambda rule: -rule.rank):
        for trigger in sorted(rule.triggers) or [""]:
            table.setdefault((rule.actor, rule.slot, trigger), []).append(rule)
    return {key: tuple(found) for key, found in table.items()}


def _derived_from(scenario: Scenario) -> dict[int, tuple[int, ...]]:
    found: dict[int, list[int]] = {}
    for index, derived in enumerate(scenario.derived):
        inputs = {cell for term in derived.terms for cell in term} | {cell for cell, _ in derived.weights}
        for cell in inputs:
            found.setdefault(cell, []).append(index)
    return {cell: tuple(places) for cell, places in found.items()}


def _words(scenario: Scenario) -> frozenset[int]:
    amounts = {meter.cell for meter in scenario.meters if meter.kind not in ("flag", "channel")}
    amounts.update(due for meter in scenario.meters for due in meter.due)
    return frozenset(range(len(scenario.cells))) - amounts


def _asked(happening: Happening, start: Sequence[int], clock: int) -> Question:
    """An event's condition made ready: the guard of a dated one is its date."""
    dated = ((Leaf(clock, happening.turn, happening.turn),),) if happening.turn else ()
    return question((*happening.when, *dated), start)


def takes(scenario: Scenario, move: Move) -> int:
    """The bits of what there is only one of that this move would take up."""
    contest = any(
        effect.cell == scenario.clock.contest and effect.amount for clause in move.clauses for effect in clause.effects
    )
    return (move.joint is not None) * JOINT | (move.summit >= 0) * SUMMIT | contest * CONTEST


def _menu(scenario: Scenario) -> dict[str, OnMenu]:
    return {
        move.id: (Choice(scenario.seat, move.id), move.made, takes(scenario, move), move.price)
        for move in scenario.moves
    }


def lookup(scenario: Scenario) -> Lookup:
    """The tables of this scenario."""
    start = tuple(cell.start for cell in scenario.cells)
    happenings = sorted(scenario.happenings, key=lambda event: (-event.salience, event.index))
    return Lookup(
        meter={meter.id: meter for meter in scenario.meters},
        meter_at={meter.cell: meter for meter in scenario.meters},
        move={move.id: move for move in scenario.moves},
        answer={answer.id: answer for answer in scenario.answers},
        rule={rule.id: rule for rule in scenario.rules},
        happening={happening.id: happening for happening in scenario.happenings},
        summit={summit.id: summit for summit in scenario.summits},
        contest={contest.id: contest for contest in scenario.contests},
        promise={promise.id: promise for promise in scenario.promises},
        draft={draft.id: draft for draft in scenario.drafts},
        bloc={bloc.id: bloc for bloc in scenario.blocs},
        cell={cell.key: index for index, cell in enumerate(scenario.cells)},
        due={meter.cell: meter.due for meter in scenario.meters if meter.due},
        words=_words(scenario),
        lows=tuple(cell.low for cell in scenario.cells),
        highs=tuple(cell.high for cell in scenario.cells),
        happenings=tuple((_asked(happening, start, scenario.clock.turn), happening) for happening in happenings),
        endings=tuple(sorted(scenario.endings, key=lambda ending: (-ending.salience, ending.index))),
        drift=tuple((question(clause.when, start), clause, Cause("drift", clause.id)) for clause in scenario.drift),
        moves=tuple((question(move.when, start), move) for move in scenario.moves),
        menu=_menu(scenario),
        summits=tuple(move.made for move in scenario.moves if move.summit >= 0),
        opened=reader(tuple(move.open for move in scenario.moves)),
        questions=tuple(question(rule.when, start) for rule in scenario.rules),
        purses=tuple(meter for meter in scenario.meters if meter.kind == "purse"),
        delayed=tuple(meter for meter in scenario.meters if meter.due),
        derives=frozenset(_derived_from(scenario)),
        derived_from=_derived_from(scenario),
        formulas=tuple(
            (one.cell, formula(one), Cause("derived", scenario.cells[one.cell].key)) for one in scenario.derived
        ),
        _rules=_rules_by_trigger(scenario.rules),
        _several={},
        _askable={},
    )
