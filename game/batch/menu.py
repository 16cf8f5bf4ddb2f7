"""Menu: the moves of a Scenario as tables, to judge and to make them in many lanes at once."""

from __future__ import annotations

import numpy as np

from game.core.lookup import CONTEST, JOINT, SUMMIT
from game.core.scenario import Scenario

from .block import At, Block
from .choosing import Legal


class Menu:
    """What the moves cost, take up and leave behind, a row for each move."""

    def __init__(self, scenario: Scenario) -> None:
        moves = scenario.moves
        self.scenario = scenario
        self.ids = (*(move.id for move in moves), "end-turn")
        self._open = np.array([move.open for move in moves], dtype=np.intp)
        self._made = np.array([move.made for move in moves], dtype=np.intp)
        self._takes = np.array([scenario.find.menu[move.id][2] for move in moves], dtype=np.int8)
        purses = sorted({purse for move in moves for purse, _ in move.price})
        self._prices = [
            (purse, np.array([dict(move.price).get(purse, 0) for move in moves], dtype=np.int16)) for purse in purses
        ]

    def ready(self, block: Block) -> Legal:
        """Which moves are open and not yet made in this turn, in every lane."""
        found: Legal = block.cells[self._open] == 1
        found &= block.cells[self._made] != block.turn
        return found

    def legal(self, block: Block, ready: Legal, at: At) -> Legal:
        """Which of `ids` may be chosen in these lanes; the last is the turn's end, which always may."""
        scenario, clock = self.scenario, self.scenario.clock
        found = np.ones((len(self.ids), len(at)), dtype=np.bool_)
        moves = found[:-1]
        np.take(ready, at, axis=1, out=moves, mode="clip")
        for purse, prices in self._prices:
            moves &= block.row(purse, at) >= prices[:, None]
        taken = np.where(block.row(clock.joint, at) == block.turn, JOINT, 0).astype(np.int8)
        taken |= np.where(block.row(clock.contest, at) > 0, CONTEST, 0).astype(np.int8)
        for made in scenario.find.summits:
            taken |= np.where(block.row(made, at) == block.turn, SUMMIT, 0).astype(np.int8)
        for bit in (JOINT, SUMMIT, CONTEST):
            which = np.flatnonzero(self._takes & bit)
            if len(which):
                moves[which] &= (taken & bit) == 0
        moves &= block.row(clock.moves, at) < scenario.moves_per_turn
        return found
