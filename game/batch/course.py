"""Course: a block played to its end, with how each lane ended and where meters stood as each turn began."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

from game.core.meter import Meter
from game.core.scenario import Scenario

from . import playouts
from .block import At, Block
from .choosing import Chooser
from .menu import Menu
from .spread import SHARES, Fan, Future

Endings = npt.NDArray[np.int16]
"""By lane: the place of the ending among the scenario's, from 1."""
Values = npt.NDArray[np.int16]
"""By column, meter and lane. The columns are the beginnings of the turns after the first, and last the end."""


def nobody(_: At) -> None:
    """Takes no notice of lanes that are dropped."""


def played(
    block: Block, meters: Sequence[Meter], choose: Chooser, kept: Callable[[At], None] = nobody
) -> tuple[Endings, Values]:
    """Play a block to its end: how its lanes ended, and their meters' values, which stay where a game has ended.

    `kept` is told which of the block's lanes go on whenever others are dropped.
    """
    scenario, over = block.scenario, block.scenario.clock.over
    cells = np.array([meter.cell for meter in meters], dtype=np.intp)[:, None]
    endings = np.zeros(len(block.everyone), dtype=np.int16)
    values = np.empty((scenario.turns - block.turn + 1, len(meters), len(endings)), dtype=np.int16)
    menu, who = Menu(scenario), block.everyone
    going = np.ones(len(who), dtype=np.bool_)
    for column in range(len(values)):
        if not going.any():
            break
        playouts.play_turn(block, choose, menu)
        # What has ended stays in the block until it is dropped, and what it does there is no part of its course.
        alive = np.flatnonzero(going)
        found = block.cells[cells, alive]
        values[column][:, who[alive]] = found
        going = block.cells[over] == 0
        ended = ~going[alive]
        values[column + 1 :, :, who[alive[ended]]] = found[:, ended]
        endings[who[alive[ended]]] = block.cells[over].take(alive[ended])
        if playouts.DROPPED * np.count_nonzero(~going) >= len(going):
            left = np.flatnonzero(going)
            block.keep(left)
            kept(left)
            who, going = who[left], going[left]
    return endings, values


def future(
    scenario: Scenario, meters: Sequence[Meter], choice: str, endings: Endings, values: Values, first: Endings
) -> Future:
    """What became of the lanes in which a choice was made; `first` are the endings with the first of the choices."""
    counts = np.bincount(endings, minlength=len(scenario.endings) + 1).tolist()
    by_meter = zip(meters, _fans(values).transpose(1, 0, 2).tolist(), strict=True)
    return Future(
        choice,
        tuple((ending.id, counts[ending.index + 1]) for ending in scenario.find.endings),
        tuple((meter.id, tuple(_fan(fan) for fan in fans)) for meter, fans in by_meter),
        int(np.count_nonzero(endings != first)),
    )


def _fans(values: Values) -> npt.NDArray[np.int16]:
    """The values at the SHARES of the lanes."""
    lanes = values.shape[-1]
    places = [max(0, -(-lanes * share // 100) - 1) for share in SHARES]
    found: npt.NDArray[np.int16] = np.sort(values, axis=-1)[..., places]
    return found


def _fan(found: list[int]) -> Fan:
    least, lower, middle, upper, most = found
    return least, lower, middle, upper, most
