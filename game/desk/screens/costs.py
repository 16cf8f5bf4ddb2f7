"""Costs: what a choice takes away, in words, as far as it is certain and the seat can see it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from game.core.certain import certain
from game.core.grammar import Clause
from game.core.scenario import Scenario
from game.core.words import name_of_cell, title


class Cost(NamedTuple):
    """So much off a number, by its name; `by` is how far it moves the wrong way, always above nought."""

    name: str
    by: int


def costs(scenario: Scenario, clauses: Iterable[Clause]) -> list[Cost]:
    """The certain losses of some clauses; partners who all lose alike are named together."""
    moved = certain(scenario, clauses)
    lost = {cell: -by * (scenario.find.meter_at[cell].good or 1) for cell, by in moved.items()}
    lines = [partner.line for partner in scenario.partners]
    found = []
    shared = {lost.get(line, 0) for line in lines}
    if lines and len(shared) == 1 and max(shared) > 0:
        found.append(Cost("every partner", shared.pop()))
        lost = {cell: by for cell, by in lost.items() if cell not in lines}
    names = {partner.line: title(scenario, "partner", partner.id) for partner in scenario.partners}
    return found + [
        Cost(names.get(cell) or name_of_cell(scenario, cell), by) for cell, by in lost.items() if by > 0
    ]


def cost_words(found: Iterable[Cost]) -> str:
    """Losses in a line, the heaviest first: "Capital −9, Credibility −10"; "" for none."""
    ranked = sorted(found, key=lambda cost: -cost.by)
    return ", ".join(f"{cost.name} {{bad:−{cost.by}}}" for cost in ranked)
