"""Effects: what comes for certain with a choice, on the numbers that a seat can see, as a few words."""

from __future__ import annotations

from collections.abc import Iterable

from game.core.certain import certain
from game.core.grammar import Clause
from game.core.scenario import Scenario
from game.core.words import name_of_cell, title


def gains(scenario: Scenario, clauses: Iterable[Clause]) -> str:
    """What comes for certain into a purse, such as "Backing +1"; "" for nothing."""
    moved = certain(scenario, clauses)
    found = {cell: by for cell, by in moved.items() if by > 0 and scenario.find.meter_at[cell].kind == "purse"}
    return ", ".join(f"{name_of_cell(scenario, cell)} {by:+}" for cell, by in found.items())


def effects(scenario: Scenario, clauses: Iterable[Clause]) -> str:
    """The certain changes, such as "Weight -9, Danger -5"; "" for none. Partners that all move alike are one."""
    moved = certain(scenario, clauses)
    lines = {partner.line: title(scenario, "partner", partner.id) for partner in scenario.partners}
    alike = {moved.get(line, 0) for line in lines}
    said = [f"{name_of_cell(scenario, cell)} {by:+}" for cell, by in moved.items() if by and cell not in lines]
    if len(alike) == 1 and alike != {0}:
        return ", ".join([*said, f"each partner {alike.pop():+}"])
    return ", ".join([*said, *(f"{name} {moved[line]:+}" for line, name in lines.items() if moved.get(line))])
