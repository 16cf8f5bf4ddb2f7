"""Count: blocks played to their end while everything that a sweep tells is counted."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

from game.core.act import Rule
from game.core.grammar import NEVER
from game.core.scenario import MENU, Scenario

from . import playouts
from .aims import aims_met
from .block import At, Block
from .choosing import Chooser, Legal, Rows
from .look import Yes
from .menu import Menu
from .sample import Decision, noted
from .tally import Tally
from .totals import CHOSEN, END, LEGAL, PLAYOUTS, TIMES, Totals


class Stopped(Exception):
    """Playing was broken off; what was counted of the playouts in hand is worth nothing."""


def always() -> bool:
    """That one may go on."""
    return True


class Count:
    """Plays blocks of one Scenario and counts: it stands between engine and policy and sees what may be chosen."""

    def __init__(self, scenario: Scenario, choose: Chooser, go_on: Callable[[], bool] = always) -> None:
        self.scenario = scenario
        self.decisions: list[Decision] = []
        """The first decisions of each turn of the sampled playouts."""
        self._choose = choose
        self._go_on = go_on
        self._menu = Menu(scenario)
        self._totals = Totals()
        self._tally = Tally(scenario)
        self._legal: Legal = np.zeros((0, 0), dtype=np.bool_)
        """Which moves could be made at some point of the turn."""
        self._alive: Yes = np.zeros(0, dtype=np.bool_)
        self._undecided: Yes = np.zeros(0, dtype=np.bool_)
        """Sampled lanes that have not decided anything in this turn."""

    def play(self, seeds: npt.NDArray[np.uint64], sampled: Yes) -> None:
        """Play a block with these seeds to its end; of the sampled lanes the first decision of each turn is kept.

        Raises Stopped if one may not go on.
        """
        block, clock = playouts.opened(self.scenario, seeds), self.scenario.clock
        block.watch = self
        self._alive = block.cells[clock.over] == 0
        while len(self._alive):
            if not self._go_on():
                raise Stopped
            turn = block.turn
            self._begins(block, sampled)
            self._totals.steps += playouts.play_turn(block, self, self._menu)
            self._tally.moves[:, LEGAL] += self._legal.sum(axis=1)
            going_on = block.cells[clock.over] == 0
            self._ends(block, np.flatnonzero(self._alive & ~going_on), turn)
            self._alive = going_on
            if playouts.DROPPED * np.count_nonzero(~going_on) >= len(going_on):
                sampled, self._alive = sampled[going_on], going_on[going_on]
                block.keep(np.flatnonzero(going_on))

    def totals(self) -> Totals:
        """All that was counted so far."""
        self._tally.into(self._totals)
        return self._totals

    def _begins(self, block: Block, sampled: Yes) -> None:
        """A turn begins: what the meters stand at, which moves only their price forbids."""
        self._legal = np.zeros((len(self.scenario.moves), len(block.everyone)), dtype=np.bool_)
        self._undecided = sampled & self._alive
        alive = np.flatnonzero(self._alive)
        self._tally.meters_at(block, alive, str(block.turn))
        self._tally.priced_out(block, alive)

    def __call__(self, block: Block, at: At, ids: Sequence[str], legal: Legal, slot: int) -> Rows:
        """What the policy chooses, noted."""
        rows = self._choose(block, at, ids, legal, slot)
        if slot == MENU:
            if len(at) == len(block.everyone):
                self._legal |= legal[:-1]
            else:
                self._legal[:, at] |= legal[:-1]
        else:
            self._tally.chosen(ids, legal, rows)
        first = np.flatnonzero(self._undecided.take(at))
        if len(first):
            lanes = at.take(first)
            self.decisions.append(noted(block, lanes, legal.take(first, axis=1), rows.take(first)))
            self._undecided[lanes] = False
        return rows

    def gave(self, block: Block, rule: Rule, at: At) -> None:
        """A rule gave its answer in these lanes."""
        self._tally.rules[rule.index] += np.count_nonzero(self._alive.take(at))

    def _ends(self, block: Block, at: At, turn: int) -> None:
        """The game ended in these lanes, in this turn."""
        totals, tally = self._totals, self._tally
        totals.playouts += len(at)
        tally.lengths[turn] += len(at)
        over = block.cells[self.scenario.clock.over].take(at)
        tally.endings += np.bincount(over - 1, minlength=len(tally.endings))
        met = aims_met(block, at, turn)
        tally.aims += met.sum(axis=1)
        tally.met += np.bincount(met.sum(axis=0), minlength=len(tally.met))
        tally.meters_at(block, at, END)
        for place, move in enumerate(self.scenario.moves):
            tally.moves[place, CHOSEN] += int(block.cells[move.count].take(at).sum(dtype=np.int64))
        for place, happening in enumerate(self.scenario.happenings):
            tally.events[place] += np.count_nonzero(block.cells[happening.seen].take(at) != NEVER)
        variety = np.zeros(len(at), dtype=np.intp)
        for place, answer in enumerate(self.scenario.answers):
            said = block.cells[answer.count].take(at)
            tally.answers[place, TIMES] += int(said.sum(dtype=np.int64))
            tally.answers[place, PLAYOUTS] += np.count_nonzero(said)
            variety += said > 0
        tally.variety += np.bincount(variety, minlength=len(tally.variety))
