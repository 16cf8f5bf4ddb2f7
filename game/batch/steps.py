"""Steps: one decision in each lane that still has one in this turn, as `game.core.step` takes them."""

from __future__ import annotations

import numpy as np

from game.core.contest import TRADED, YIELDED
from game.core.forum import Response
from game.core.scenario import MENU, OVER, REPLY, TABLE

from . import table, wording
from .block import At, Block
from .choosing import Chooser, groups
from .menu import Menu


class Steps:
    """The decisions of a turn, in the lanes of a block."""

    def __init__(self, block: Block, choose: Chooser, menu: Menu) -> None:
        self.block = block
        self.choose = choose
        self.menu = menu
        self.taken = 0
        """Decisions made so far, over all lanes; the turns' ends count."""
        self._ready = menu.ready(block)

    def until_the_end(self) -> None:
        """Let every lane decide until each has chosen to end its turn.

        Nobody leaves the menu, a table or a draft for good before all who stand there have gone on, and who is further
        on at a table waits for those behind: so each decision is taken by as many lanes at once as can be.
        """
        clock = self.block.scenario.clock
        left = np.flatnonzero(self.block.cells[clock.slot] != OVER)
        kind = REPLY
        while len(left):
            slots = self.block.row(clock.slot, left)
            if not (slots == kind).any():
                kind = int(slots.min())
            there = left.compress(slots == kind)
            if kind == REPLY:
                self._replies(self._now(there))
            elif kind == MENU:
                goes_on = np.ones(len(self.block.everyone), dtype=np.bool_)
                goes_on[self._menu(self._now(there))] = False
                left = left.compress(goes_on.take(left))
            elif kind == TABLE:
                table.sit(self.block, self.choose, self._now(self._behind(there, clock.stage)))
            else:
                wording.word(self.block, self.choose, self._now(self._behind(there, clock.edits)))

    def _now(self, at: At) -> At:
        """Note that these lanes take a step now."""
        self.taken += len(at)
        return at

    def _behind(self, at: At, cell: int) -> At:
        """Those of the lanes that are least far on."""
        far = self.block.row(cell, at)
        return at.compress(far == far.min())

    def _menu(self, at: At) -> At:
        """Make a move, or choose the turn's end: the lanes that chose it."""
        moves = self.block.scenario.moves
        legal = self.menu.legal(self.block, self._ready, at)
        rows = self.choose(self.block, at, self.menu.ids, legal, MENU)
        ends = rows == len(moves)
        making, which = at.compress(~ends), rows.compress(~ends)
        for row, there in groups(which, making):
            self.block.enact(self.block.sures.move(self.block.scenario, moves[row]), there)
            self._ready[row, there] = False
        self.block.close()
        return at.compress(ends)

    def _replies(self, at: At) -> None:
        block, scenario, clock = self.block, self.block.scenario, self.block.scenario.clock
        live, rungs = block.row(clock.contest, at), block.row(clock.rung, at)
        for contest in scenario.contests:
            for number, rung in enumerate(contest.rungs, 1):
                there = at.compress((live == contest.index + 1) & (rungs == number))
                if len(there):
                    legal = np.array([block.holds(response.when, there) for response in rung.responses])
                    ids = [response.does for response in rung.responses]
                    rows = self.choose(block, there, ids, legal, REPLY)
                    for row, lanes in groups(rows, there):
                        self._reply(rung.responses[row], contest.outcome, lanes)
        block.close()

    def _reply(self, response: Response, outcome: int, at: At) -> None:
        block, clock = self.block, self.block.scenario.clock
        block.apply(response.clauses, at)
        if response.does == "hold":
            block.put(clock.held, block.turn, at)
        else:
            block.put(clock.contest, 0, at)
            block.put(clock.rung, 0, at)
            block.put(outcome, YIELDED if response.does == "yield" else TRADED, at)
        block.put(clock.slot, MENU, at)
