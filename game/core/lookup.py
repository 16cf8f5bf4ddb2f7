"""Lookup: the tables by which a Scenario's records are found, built once when it is compiled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .act import Answer, Happening, Move, Rule
    from .forum import Contest, Promise, Summit
    from .meter import Meter
    from .scenario import Scenario


@dataclass(frozen=True, slots=True)
class Lookup:
    """Records by id, meters by cell, bounds by cell, and rules by who answers what, best rank first."""

    meter: dict[str, Meter]
    meter_at: dict[int, Meter]
    move: dict[str, Move]
    answer: dict[str, Answer]
    rule: dict[str, Rule]
    happening: dict[str, Happening]
    summit: dict[str, Summit]
    contest: dict[str, Contest]
    promise: dict[str, Promise]
    cell: dict[str, int]
    due: dict[int, tuple[int, ...]]
    words: frozenset[int]
    """Cells whose numbers stand for words (flags, channels, statuses): they are put, never added to."""
    lows: tuple[int, ...]
    highs: tuple[int, ...]
    happenings: tuple[Happening, ...]
    """The events in the order in which they are asked: the most salient first."""
    derived_from: dict[int, tuple[int, ...]]
    """By cell: the places, among the derived meters, of those that rest on it."""
    _rules: dict[tuple[str, str, str], tuple[Rule, ...]]
    _several: dict[tuple[str, str, tuple[str, ...]], tuple[Rule, ...]]

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


def lookup(scenario: Scenario) -> Lookup:
    """The tables of this scenario."""
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
        cell={cell.key: index for index, cell in enumerate(scenario.cells)},
        due={meter.cell: meter.due for meter in scenario.meters if meter.due},
        words=_words(scenario),
        lows=tuple(cell.low for cell in scenario.cells),
        highs=tuple(cell.high for cell in scenario.cells),
        happenings=tuple(sorted(scenario.happenings, key=lambda event: (-event.salience, event.index))),
        derived_from=_derived_from(scenario),
        _rules=_rules_by_trigger(scenario.rules),
        _several={},
    )
