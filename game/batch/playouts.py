"""Playouts: whole games in lanes, turn by turn; the lanes that have ended are dropped at a quarter."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import numpy as np
import numpy.typing as npt

from game.core.chance import mix
from game.core.scenario import Scenario
from game.core.state import State

from . import opening, turn
from .block import Block
from .choosing import Chooser
from .menu import Menu
from .steps import Steps

DROPPED = 4
"""Lanes are dropped once one in so many has ended."""


def opened(scenario: Scenario, seeds: npt.NDArray[np.uint64]) -> Block:
    """A block at the opening of a game in every lane."""
    start = np.array([cell.start for cell in scenario.cells], dtype=np.int16)
    block = Block(scenario, seeds, np.repeat(start[:, None], len(seeds), axis=1), 0)
    opening.begin(block, block.everyone)
    block.refresh()
    return block


def resumed(scenario: Scenario, states: Sequence[State]) -> Block:
    """A block that goes on from States of the core, all in the same turn."""
    cells = np.array([state.cells for state in states], dtype=np.int16).T
    seeds = np.array([state.seed for state in states], dtype=np.uint64)
    at = set(cells[scenario.clock.turn].tolist())
    if len(at) != 1:
        raise ValueError(f"the lanes of a block share the turn; these stand in turns {sorted(at)}")
    return Block(scenario, seeds, np.ascontiguousarray(cells), at.pop())


def play_turn(block: Block, choose: Chooser, menu: Menu) -> int:
    """Play the turn in every lane to its end, and begin the next: the number of decisions made."""
    steps = Steps(block, choose, menu)
    steps.until_the_end()
    turn.end(block)
    return steps.taken


def play_out(block: Block, choose: Chooser, ended: Callable[[Block, npt.NDArray[np.intp]], None]) -> int:
    """Play every lane to its end: the number of decisions made. `ended` is told which lanes of the block have ended."""
    menu, clock, taken = Menu(block.scenario), block.scenario.clock, 0
    told = np.zeros(len(block.everyone), dtype=np.bool_)
    while not told.all():
        taken += play_turn(block, choose, menu)
        over = block.cells[clock.over] > 0
        fresh = np.flatnonzero(over & ~told)
        if len(fresh):
            ended(block, fresh)
        told = over
        if DROPPED * np.count_nonzero(over) >= len(over):
            block.keep(np.flatnonzero(~over))
            told = told[~over]
    return taken


def seeds_of(seed: int, numbers: Iterable[int]) -> npt.NDArray[np.uint64]:
    """The seeds of the playouts of these numbers in a sweep: any of them can be played again by itself."""
    return np.array([mix(seed ^ mix(number)) >> 1 for number in numbers], dtype=np.uint64)
