"""Certain: what clauses change whatever happens, on the numbers that a seat can see."""

from __future__ import annotations

from collections.abc import Iterable

from .grammar import ADD, Clause
from .scenario import Scenario


def certain(scenario: Scenario, clauses: Iterable[Clause]) -> dict[int, int]:
    """By cell of a meter, how far the effects move it in all that no dice and no condition stand before."""
    moved: dict[int, int] = {}
    for clause in clauses:
        if clause.odds < 100 or clause.when:
            continue
        for effect in clause.effects:
            meter = scenario.find.meter_at.get(effect.cell)
            if effect.kind == ADD and meter is not None and meter.sight != "hidden" and meter.kind != "flag":
                moved[effect.cell] = moved.get(effect.cell, 0) + effect.amount
    return moved
