"""Menu: the moves of a Scenario as tables, to judge and to make them in many lanes at once."""

from __future__ import annotations

import numpy as np

from game.core.grammar import Leaf
from game.core.lookup import CONTEST, JOINT, SUMMIT
from game.core.scenario import Scenario

from .block import At, Block
from .choosing import Legal
from .look import Look, Yes

MOST = 32_767
"""No cell holds more."""


class Menu:
    """What the moves cost, take up and leave behind, a row for each move."""

    def __init__(self, scenario: Scenario) -> None:
        moves = scenario.moves
        self.scenario = scenario
        self.ids = (*(move.id for move in moves), "end-turn")
        self._open = np.array([move.open for move in moves], dtype=np.intp)
        self._made = np.array([move.made for move in moves], dtype=np.intp)
        self._takes = [scenario.find.menu[move.id][2] for move in moves]
        self._prices = [[Leaf(purse, amount, MOST) for purse, amount in move.price] for move in moves]

    def ready(self, block: Block) -> Legal:
        """Which moves are open and not yet made in this turn, in every lane."""
        found: Legal = block.cells[self._open] == 1
        found &= block.cells[self._made] != block.turn
        return found

    def legal(self, block: Block, ready: Legal, at: At) -> Legal:
        """Which of `ids` may be chosen in these lanes; the last is the turn's end, which always may."""
        clock, look = self.scenario.clock, Look(block, at)
        found = np.zeros((len(self.ids), len(at)), dtype=np.bool_)
        found[-1] = True
        going_on = look.row(clock.moves) < self.scenario.moves_per_turn
        free = {bits: going_on & ~self._taken(look, bits, block.turn) for bits in set(self._takes)}
        for row in np.flatnonzero(ready.any(axis=1)).tolist():
            legal = found[row]
            legal[:] = ready[row] if len(at) == len(block.everyone) else ready[row].take(at)
            legal &= free[self._takes[row]]
            for leaf in self._prices[row]:
                legal &= look.leaf(leaf)
        return found

    def _taken(self, look: Look, bits: int, turn: int) -> Yes:
        """Where something of which there is only one is taken already: a joint measure, a summit, a contest."""
        clock, found = self.scenario.clock, np.zeros(look.lanes, dtype=np.bool_)
        if bits & JOINT:
            found |= look.row(clock.joint) == turn
        if bits & CONTEST:
            found |= look.row(clock.contest) > 0
        if bits & SUMMIT:
            for made in self.scenario.find.summits:
                found |= look.row(made) == turn
        return found
