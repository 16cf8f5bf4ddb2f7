"""Together: a crisis under several doctrines as one Scenario, in which a cell says which doctrine a lane lives under.

A block has a cost of its own however few its lanes are; so all lanes of a forecast shall share one.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import fields, replace
from graphlib import CycleError, TopologicalSorter
from typing import NamedTuple, TypeVar

from game.core.act import Answer, Rule
from game.core.grammar import Leaf, When
from game.core.meter import Meter
from game.core.scenario import Cell, Scenario

_Key = TypeVar("_Key", bound=Hashable)
_OWN = frozenset(
    {"doctrine", "cells", "meters", "answers", "rules", "drift", "hall", "texts", "sources", "advice", "find"}
)
"""Fields in which the doctrines of a crisis may differ: those merged here, and those no playout looks at."""


class Joined(NamedTuple):
    """The one Scenario, and its cell that holds the place of a lane's doctrine among those given."""

    scenario: Scenario
    cell: int


def together(scenarios: Sequence[Scenario]) -> Joined | None:
    """The doctrines as one, which plays in each lane as that lane's own does; None where they differ in more.

    Answers, rules and drift may differ, and where the meters start: a State that is gone on from has passed that.
    """
    first, cell = scenarios[0], len(scenarios[0].cells)
    if any(_kept(one) != _kept(first) for one in scenarios):
        return None
    answers = list(dict.fromkeys(_placeless(answer) for one in scenarios for answer in one.answers))
    places = {answer: place for place, answer in enumerate(answers)}
    try:
        rules = _ordered([_agenda(one, places) for one in scenarios])
        drift = _ordered([one.drift for one in scenarios])
    except CycleError:
        return None
    return Joined(
        replace(
            first,
            cells=(*first.cells, Cell("doctrine", 0, len(scenarios) - 1, 0)),
            answers=tuple(replace(answer, index=place) for place, answer in enumerate(answers)),
            rules=tuple(
                replace(rule, index=place, rank=-place, when=_only(rule.when, cell, where, len(scenarios)))
                for place, (rule, where) in enumerate(rules.items())
            ),
            drift=tuple(
                replace(clause, when=_only(clause.when, cell, where, len(scenarios))) for clause, where in drift.items()
            ),
        ),
        cell,
    )


def _kept(scenario: Scenario) -> tuple[object, ...]:
    """All in which the doctrines must be the same: where a meter starts counts only if it is set back to that."""
    starts = {meter.cell for meter in scenario.meters if not meter.refill}
    starts -= {track for summit in scenario.summits for track in summit.tracks}
    cells = [replace(cell, start=0) if index in starts else cell for index, cell in enumerate(scenario.cells)]
    meters = [_anywhere(meter) if meter.cell in starts else meter for meter in scenario.meters]
    rest = [getattr(scenario, field.name) for field in fields(scenario) if field.name not in _OWN]
    hall = [getattr(scenario.hall, field.name) for field in fields(scenario.hall)]
    return cells, meters, rest, hall


def _anywhere(meter: Meter) -> Meter:
    return replace(meter, start=0)


def _placeless(answer: Answer) -> Answer:
    return replace(answer, index=0)


def _agenda(scenario: Scenario, places: dict[Answer, int]) -> list[Rule]:
    """The rules of a doctrine, the greatest rank first, speaking of answers by their new places."""
    best_first = sorted(scenario.rules, key=lambda rule: -rule.rank)
    return [
        replace(rule, index=0, rank=0, answer=places[_placeless(scenario.answers[rule.answer])]) for rule in best_first
    ]


def _ordered(rows: Sequence[Sequence[_Key]]) -> dict[_Key, list[int]]:
    """Everything that stands in one of the rows, in an order that fits all of them, with the rows in which it stands.

    Raises CycleError where no order does.
    """
    found: dict[_Key, list[int]] = {}
    graph: TopologicalSorter[_Key] = TopologicalSorter()
    for number, row in enumerate(rows):
        before: tuple[_Key, ...] = ()
        for one in row:
            found.setdefault(one, []).append(number)
            graph.add(one, *before)
            before = (one,)
    return {one: found[one] for one in graph.static_order()}


def _only(when: When, cell: int, where: Sequence[int], of: int) -> When:
    """The condition, and that the lane lives under one of these doctrines."""
    if len(where) == of:
        return when
    return (tuple(Leaf(cell, place, place) for place in where), *when)
