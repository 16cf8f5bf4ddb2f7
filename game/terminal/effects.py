"""Effects: what comes for certain with a choice, on the numbers that a seat can see, as a few words."""

from __future__ import annotations

from collections.abc import Iterable

from game.core.grammar import ADD, Clause
from game.core.scenario import Scenario
from game.core.words import name_of_cell, title


def gains(scenario: Scenario, clauses: Iterable[Clause]) -> str:
    """What comes for certain into a purse, such as "Backing +1"; "" for nothing."""
    moved = _moved(scenario, clauses)
    found = {cell: by for cell, by in moved.items() if by > 0 and scenario.find.meter_at[cell].kind == "purse"}
    return ", ".join(f"{name_of_cell(scenario, cell)} {by:+}" for cell, by in found.items())


def effects(scenario: Scenario, clauses: Iterable[Clause]) -> str:
    """The certain changes, such as "Weight -9, Danger -5"; "" for none. Partners that all move alike are one."""
    moved = _moved(scenario, clauses)
    lines = {partner.line: title(scenario, "partner", partner.id) for partner in scenario.partners}
    alike = {moved.get(line, 0) for line in lines}
    said = [f"{name_of_cell(scenario, cell)} {by:+}" for cell, by in moved.items() if by and cell not in lines]
    if len(alike) == 1 and alike != {0}:
        return ", ".join([*said, f"each partner {alike.pop():+}"])
    return ", ".join([*said, *(f"{name} {moved[line]:+}" for line, name in lines.items() if moved.get(line))])


def _moved(scenario: Scenario, clauses: Iterable[Clause]) -> dict[int, int]:
    """By cell, how far the certain effects move it."""
    moved: dict[int, int] = {}
    for clause in clauses:
        if clause.odds < 100 or clause.when:
            continue
        for effect in clause.effects:
            meter = scenario.find.meter_at.get(effect.cell)
            if effect.kind == ADD and meter is not None and meter.sight != "hidden" and meter.kind != "flag":
                moved[effect.cell] = moved.get(effect.cell, 0) + effect.amount
    return moved
