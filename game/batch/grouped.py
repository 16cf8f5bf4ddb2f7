"""Grouped: a block of many policies and doctrines played to its end, everything counted by group.

The lanes of a group stand together. A lane's number says its group and its game: the group times the games of one, plus
the game.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from game.core.act import Rule
from game.core.grammar import NEVER
from game.core.scenario import MENU, Scenario

from . import dice, playouts
from .aims import aims_met
from .block import At, Block
from .choosing import Legal, Rows
from .look import Yes
from .menu import Menu
from .mixed import Mixed
from .sample import Decision, dead_turns, noted

Counts = npt.NDArray[np.int64]
"""A row for each record, a column for each group."""


class Grouped:
    """Counts of one block, in the order of its Scenario's records; it stands between the engine and the policies."""

    def __init__(self, scenario: Scenario, numbers: At, choose: Mixed, *, groups: int, games: int, sample: int) -> None:
        """`numbers` are those of the lanes, in rising order. There are so many groups in all blocks together, and so
        many games of each; in the first `sample` of them it is looked for dead turns."""
        self.scenario = scenario
        self._numbers = numbers
        self._group = numbers // games
        self._choose = choose
        self._groups = groups
        self._games = games
        self._sample = sample
        self.endings = self._none(scenario.endings)
        self.aims = self._none(scenario.aims)
        self.all_aims: Counts = np.zeros(groups, dtype=np.int64)
        self.legal = self._none(scenario.moves)
        self.chosen = self._none(scenario.moves)
        self.short = self._none(scenario.moves)
        self.rules = self._none(scenario.rules)
        self.answers = self._none(scenario.answers)
        self.events = self._none(scenario.happenings)
        self.meters = [np.zeros(meter.high - meter.low + 1, dtype=np.int64) for meter in scenario.meters]
        """By value, from the lowest on: how often a meter stood there as a turn began or the game ended."""
        self.ended: npt.NDArray[np.int16] = np.full(groups * games, -1, dtype=np.int16)
        """By number of a lane: the ending, -1 where it was not in this block."""
        self.said: npt.NDArray[np.int64] = np.zeros(groups * games, dtype=np.int64)
        """By number of a lane: a digest of the answers given, how often each and when last."""
        self._decisions: dict[int, list[Decision]] = {}
        """By turn: the first ones in the games in which it is looked for dead turns."""
        self._alive: Yes = np.zeros(len(numbers), dtype=np.bool_)
        self._undecided = self._alive
        self._could: Legal = np.zeros((len(scenario.moves), len(numbers)), dtype=np.bool_)
        """Which moves could be made at some point of the turn."""

    def _none(self, records: Sequence[object]) -> Counts:
        return np.zeros((len(records), self._groups), dtype=np.int64)

    def play(self, block: Block) -> None:
        """Play the block of these lanes, which stands at its opening, to its end."""
        block.watch, menu, over = self, Menu(self.scenario), self.scenario.clock.over
        self._alive = block.cells[over] == 0
        while len(self._alive):
            turn = block.turn
            self._begins(block)
            playouts.play_turn(block, self, menu)
            alive = np.flatnonzero(self._alive)
            self.legal += self._by_group(self._could.take(alive, axis=1), alive)
            going_on = block.cells[over] == 0
            self._ends(block, np.flatnonzero(self._alive & ~going_on), turn)
            self._alive = going_on
            if playouts.DROPPED * np.count_nonzero(~going_on) >= len(going_on):
                at = np.flatnonzero(going_on)
                self._alive, self._numbers, self._group = going_on[at], self._numbers[at], self._group[at]
                self._choose.keep(at)
                block.keep(at)

    def __call__(self, block: Block, at: At, ids: Sequence[str], legal: Legal, slot: int) -> Rows:
        """What the policies choose, noted."""
        rows = self._choose(block, at, ids, legal, slot)
        if slot == MENU:
            if len(at) == len(block.everyone):
                self._could |= legal[:-1]
            else:
                self._could[:, at] |= legal[:-1]
        first = np.flatnonzero(self._undecided.take(at))
        if len(first):
            lanes = at.take(first)
            found = noted(block, lanes, legal.take(first, axis=1), rows.take(first))
            self._decisions.setdefault(block.turn, []).append(found)
            self._undecided[lanes] = False
        return rows

    def gave(self, block: Block, rule: Rule, at: At) -> None:
        """A rule gave its answer in these lanes."""
        self.rules[rule.index] += self._counted(at[self._alive.take(at)])

    def dead(self) -> list[tuple[int, int]]:
        """By turn, from the first on: how many turns were looked at, and how many of them were dead."""
        found = [(0, 0)] * self.scenario.turns
        for turn, parts in self._decisions.items():
            whole = Decision(
                turn,
                np.concatenate([one.seeds for one in parts]),
                np.concatenate([one.cells for one in parts], axis=1),
                np.concatenate([one.options for one in parts]),
                np.concatenate([one.chosen for one in parts]),
            )
            seen, dead = dead_turns(self.scenario, [whole])
            found[turn - 1] = (seen, dead)
        return found

    def _begins(self, block: Block) -> None:
        self._could = np.zeros((len(self.scenario.moves), len(block.everyone)), dtype=np.bool_)
        self._undecided = self._alive & (self._numbers % self._games < self._sample)
        at = np.flatnonzero(self._alive)
        self._stand(block, at)
        for place, move in enumerate(self.scenario.moves):
            short = np.zeros(len(at), dtype=np.bool_)
            for purse, amount in move.price:
                short |= block.cells[purse].take(at) < amount
            if short.any():
                self.short[place] += self._counted(at[short & (block.cells[move.open].take(at) == 1)])

    def _ends(self, block: Block, at: At, turn: int) -> None:
        if not len(at):
            return
        scenario, numbers = self.scenario, self._numbers.take(at)
        over = block.cells[scenario.clock.over].take(at) - 1
        self.ended[numbers] = over
        self.endings += self._by_group(over == np.arange(len(scenario.endings))[:, None], at)
        met = aims_met(block, at, turn)
        self.aims += self._by_group(met, at)
        self.all_aims += self._counted(at[met.all(axis=0)])
        self._stand(block, at)
        self.chosen += self._by_group(_rows(block, [move.count for move in scenario.moves], at), at)
        self.events += self._by_group(_rows(block, [one.seen for one in scenario.happenings], at) != NEVER, at)
        self.answers += self._by_group(_rows(block, [one.count for one in scenario.answers], at) > 0, at)
        cells = sorted({cell for one in scenario.answers for cell in (one.given, one.count)})
        salt = dice.mix(np.array(cells, dtype=np.uint64)).astype(np.int64)
        self.said[numbers] = salt @ _rows(block, cells, at).astype(np.int64)

    def _stand(self, block: Block, at: At) -> None:
        for meter, counts in zip(self.scenario.meters, self.meters, strict=True):
            values = block.cells[meter.cell].take(at).astype(np.intp) - meter.low
            counts += np.bincount(values, minlength=len(counts))

    def _counted(self, at: At) -> Counts:
        """How many of these lanes are of each group."""
        return np.bincount(self._group.take(at), minlength=self._groups)

    def _by_group(self, rows: npt.NDArray[np.generic], at: At) -> Counts:
        """The sums of each row by group; it has a column for each of these lanes."""
        cuts = np.searchsorted(self._group.take(at), np.arange(self._groups + 1)).tolist()
        found = np.zeros((len(rows), self._groups), dtype=np.int64)
        for group in range(self._groups):
            if cuts[group] < cuts[group + 1]:
                found[:, group] = rows[:, cuts[group] : cuts[group + 1]].sum(axis=1)
        return found


def _rows(block: Block, cells: Sequence[int], at: At) -> npt.NDArray[np.int16]:
    return block.cells[np.ix_(np.array(cells, dtype=np.intp), at)]
