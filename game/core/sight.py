"""Sight: what a seat can see of a State. Everything shown to a seat is worked out from blurred cells only.

Two States that differ only in what the seat cannot see have the same blurred cells, so the fog is a law.
"""

from __future__ import annotations

from collections.abc import Sequence

from .grammar import When
from .meter import Meter
from .scenario import Scenario
from .state import State


def hidden_cells(scenario: Scenario) -> frozenset[int]:
    """The cells of hidden meters and of what is pending on them."""
    hidden = [meter for meter in scenario.meters if meter.sight == "hidden"]
    return frozenset(cell for meter in hidden for cell in (meter.cell, *meter.due))


def span(meter: Meter, cells: Sequence[int]) -> tuple[int, int]:
    """The interval, both ends included, in which the seat knows a meter to lie: one value unless it is hidden."""
    value = cells[meter.cell]
    if meter.sight != "hidden":
        return value, value
    width = meter.high - meter.low + 1
    if meter.fog is not None:
        known = cells[meter.fog.by]
        for start, narrower in meter.fog.widths:
            if known >= start:
                width = narrower
    low = meter.low + (value - meter.low) // width * width
    return low, min(low + width - 1, meter.high)


def blurred(scenario: Scenario, state: State) -> State:
    """The State as the seat knows it: hidden meters in the middle of their band, nothing pending on them, no seed."""
    cells = list(state.cells)
    for meter in scenario.meters:
        if meter.sight == "hidden":
            low, high = span(meter, state.cells)
            cells[meter.cell] = (low + high) // 2
            for due in meter.due:
                cells[due] = 0
    return State(0, tuple(cells))


def visible_part(when: When, hidden: frozenset[int]) -> When:
    """The groups of a condition that ask for nothing hidden."""
    return tuple(group for group in when if not any(leaf.cell in hidden for leaf in group))
