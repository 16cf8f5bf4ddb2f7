"""Drawn: lanes that look to the seat like the State it sees, with whatever it cannot see drawn anew.

Nothing of the State but what the seat sees is read, and the dice are never the game's: so nothing hidden leaks.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from game.core.chance import MASK, site
from game.core.scenario import Scenario
from game.core.sight import blurred, span
from game.core.state import State

from . import dice
from .block import Cells
from .dice import Seeds

SITE = "forecast"
"""The name from which the dice of forecasts come."""


def seeds_of(number: int, playouts: int) -> Seeds:
    """The seeds of the playouts of a forecast; another `number` gives other dice."""
    numbers = np.arange(playouts, dtype=np.uint64)
    return dice.mix(np.uint64((site(SITE) ^ number) & MASK) ^ dice.mix(numbers)) >> np.uint64(1)


def drawn(scenario: Scenario, state: State, seeds: Seeds) -> Cells:
    """A column of cells for each seed: hidden meters anywhere in their bands, nothing pending on them."""
    cells = np.repeat(np.array(blurred(scenario, state).cells, dtype=np.int16)[:, None], len(seeds), axis=1)
    for meter in scenario.meters:
        if meter.sight == "hidden":
            low, high = span(meter, state.cells)
            size = np.uint64(high - low + 1)
            cells[meter.cell] = low + dice.pick(seeds, dice.stirred(0, f"{SITE}/{meter.id}"), size).astype(np.int16)
    return cells


def shared_out(weights: Sequence[int], playouts: int) -> npt.NDArray[np.intp]:
    """By playout: the place of a weight, each as often as its part of the whole, as near as whole numbers come."""
    bounds = np.cumsum(weights) * playouts // max(1, sum(weights))
    return np.searchsorted(bounds, np.arange(playouts), side="right")
