"""Sample: the first decision of each turn of some playouts, each tried with every other choice.

A turn is dead if, whatever is chosen first and the turn then ended under the same dice, the very same answers are given
in it. The regret of a decision are the aims lost by it: how many are met on average, the policy playing on, after the
best first choice, less how many after the one that was made. The best is found in one half of the futures (dice that
are not the game's, alike for all choices) and judged in the other half, so that it does not win by luck alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from game.core.scenario import MENU, Scenario

from . import dice, playouts
from .aims import aims_met
from .block import At, Block, Cells
from .choosing import Chooser, Legal, Rows, at_random
from .menu import Menu
from .totals import DEAD, LOST, SEEN, STATES

FUTURES = 16
"""Other dice under which each choice is tried; one half finds the best choice, the other judges it."""
LANES = 64_000
"""As many lanes as a block has at most: four times those of a block that fits the cache cost half as much a lane."""
Numbers = npt.NDArray[np.intp]


class Decision(NamedTuple):
    """Decisions of one turn: the States they were taken in, how many choices there were and which was taken.

    A column of `cells`, and a number of the others, for each; choices are counted from 0 among the legal ones.
    """

    turn: int
    seeds: npt.NDArray[np.uint64]
    cells: Cells
    options: Numbers
    chosen: Numbers


def noted(block: Block, at: At, legal: Legal, rows: Rows) -> Decision:
    """The decisions that these lanes take just now."""
    block.refresh()
    counted = np.cumsum(legal, axis=0)
    chosen = counted[rows, np.arange(len(at))] - 1
    return Decision(block.turn, block.seeds.take(at), block.cells.take(at, axis=1), counted[-1], chosen)


class Forced:
    """A chooser that takes the legal choice of a given number first, and then does as another one does."""

    def __init__(self, numbers: Numbers, then: Chooser) -> None:
        self._numbers = numbers
        self._left = np.ones(len(numbers), dtype=np.bool_)
        self._then = then

    def __call__(self, block: Block, at: At, ids: Sequence[str], legal: Legal, slot: int) -> Rows:
        """The rows chosen."""
        rows = self._then(block, at, ids, legal, slot)
        first = np.flatnonzero(self._left.take(at))
        if len(first):
            lanes = at.take(first)
            counted = np.cumsum(legal.take(first, axis=1), axis=0)
            rows = rows.copy()
            rows[first] = np.argmax(counted > self._numbers.take(lanes), axis=0)
            self._left[lanes] = False
        return rows


def end_the_turn(block: Block, at: At, ids: Sequence[str], legal: Legal, slot: int) -> Rows:
    """Nothing more this turn; what is being held is sat out by the dice."""
    if slot == MENU:
        return np.full(len(at), len(ids) - 1, dtype=np.intp)
    return at_random(block, at, ids, legal, slot)


def _parts(decision: Decision, times: int) -> Iterator[Decision]:
    """The decisions in parts of which each fills a block at most, if every choice is tried so many times."""
    lanes = np.cumsum(decision.options * times)
    part = (lanes - 1) // LANES
    for number in np.unique(part).tolist():
        at = np.flatnonzero(part == number)
        yield Decision(
            decision.turn,
            decision.seeds[at],
            decision.cells[:, at],
            decision.options[at],
            decision.chosen[at],
        )


def _tried(scenario: Scenario, decision: Decision, futures: int) -> tuple[Block, Numbers]:
    """A block with a lane for each future of each choice of each decision; by lane the number of the choice.

    Lanes stand by decision, then by choice, then by future; with no futures there is one, under the game's own dice.
    """
    times = max(1, futures)
    lanes = np.repeat(np.arange(len(decision.options)), decision.options * times)
    numbers = np.concatenate([np.repeat(np.arange(many), times) for many in decision.options.tolist()])
    seeds = decision.seeds.take(lanes)
    if futures:
        stirs = np.array([dice.stirred(0, f"future/{number}") for number in range(futures)], dtype=np.uint64)
        seeds = dice.mix(seeds ^ np.tile(stirs, len(lanes) // futures)) >> np.uint64(1)
    cells = np.ascontiguousarray(decision.cells.take(lanes, axis=1))
    return Block(scenario, seeds, cells, decision.turn), numbers


def dead_turns(scenario: Scenario, decisions: Sequence[Decision]) -> list[int]:
    """How many turns were looked at, and how many of them were dead."""
    menu, answers = Menu(scenario), np.array([answer.count for answer in scenario.answers], dtype=np.intp)
    found = [0, 0]
    for decision in (part for one in decisions for part in _parts(one, 1)):
        block, numbers = _tried(scenario, decision, 0)
        playouts.play_turn(block, Forced(numbers, end_the_turn), menu)
        said = block.cells.take(answers, axis=0)
        starts = np.flatnonzero(numbers == 0)
        other = (said != np.repeat(said[:, starts], decision.options, axis=1)).any(axis=0)
        found[SEEN] += len(starts)
        found[DEAD] += int(np.count_nonzero(~np.logical_or.reduceat(other, starts)))
    return found


def regret(scenario: Scenario, choose: Chooser, decisions: Sequence[Decision]) -> list[int]:
    """How many States were looked at, and how many aims were lost in half of their futures together."""
    found = [0, 0]
    for decision in (part for one in decisions for part in _parts(one, FUTURES)):
        block, numbers = _tried(scenario, decision, FUTURES)
        met = _met(block, Forced(numbers, choose), choose).reshape(-1, 2, FUTURES // 2).sum(axis=2)
        start = 0
        for options, chosen in zip(decision.options.tolist(), decision.chosen.tolist(), strict=True):
            here = met[start : start + options]
            found[STATES] += 1
            found[LOST] += int(here[np.argmax(here[:, 0]), 1] - here[chosen, 1])
            start += options
    return found


def _met(block: Block, first: Chooser, then: Chooser) -> npt.NDArray[np.int64]:
    """By lane, how many aims are met once every lane has been played to its end."""
    menu, over = Menu(block.scenario), block.scenario.clock.over
    numbers, found = block.everyone, np.zeros(len(block.everyone), dtype=np.int64)
    choose = first
    while len(numbers):
        turn = block.turn
        playouts.play_turn(block, choose, menu)
        choose = then
        ended = np.flatnonzero(block.cells[over] > 0)
        found[numbers[ended]] = aims_met(block, ended, turn).sum(axis=0)
        going_on = np.flatnonzero(block.cells[over] == 0)
        numbers = numbers[going_on]
        block.keep(going_on)
    return found
