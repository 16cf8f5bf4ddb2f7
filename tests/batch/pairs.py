"""Pairs: the same games played by both engines, laid side by side at every turn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from game.batch import playouts
from game.batch.block import Block
from game.batch.choosing import Chooser
from game.batch.menu import Menu
from game.core.choice import choices
from game.core.policy import Chooser as CoreChooser
from game.core.scenario import Scenario
from game.core.state import State, digest
from game.core.step import step


class Apart(NamedTuple):
    """A cell in which the two engines differ: which game, at the beginning or end of which turn, and both values."""

    game: int
    turn: int
    cell: str
    core: int
    batch: int


def next_turn(scenario: Scenario, state: State, choose: CoreChooser) -> State:
    """The core's State at the beginning of the next turn, or at the end of the game."""
    turn = scenario.clock.turn
    began = state.cells[turn]
    while state.cells[turn] == began and (open_now := choices(scenario, state)):
        state = step(scenario, state, choose(scenario, state, open_now)).state
    return state


def apart(scenario: Scenario, block: Block, lane: int, game: int, core: State) -> Iterator[Apart]:
    """The cells in which a lane differs from the core; the digests must say the same."""
    lanes = block.state(lane)
    if core.cells != lanes.cells:
        for cell, here, there in zip(scenario.cells, core.cells, lanes.cells, strict=True):
            if here != there:
                yield Apart(game, core.cells[scenario.clock.turn], cell.key, here, there)
    assert (digest(scenario, core.cells) == digest(scenario, lanes.cells)) == (core.cells == lanes.cells)


def differences(
    scenario: Scenario, states: Sequence[State], core: CoreChooser, batch: Chooser, menu: Menu | None = None
) -> list[Apart]:
    """Play on from these States, all in one turn, in both engines; where they first differ, if they do."""
    block, menu = playouts.resumed(scenario, states), menu or Menu(scenario)
    games, lanes = list(states), list(range(len(states)))
    while lanes:
        playouts.play_turn(block, batch, menu)
        games = [next_turn(scenario, state, core) for state in games]
        found = [
            one
            for lane, (number, state) in enumerate(zip(lanes, games, strict=True))
            for one in apart(scenario, block, lane, number, state)
        ]
        if found:
            return found
        going = np.flatnonzero(block.cells[scenario.clock.over] == 0)
        block.keep(going)
        lanes, games = [lanes[lane] for lane in going], [games[lane] for lane in going]
    return []
