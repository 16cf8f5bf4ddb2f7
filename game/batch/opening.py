"""Opening: how a turn begins in many lanes at once, as `game.core.calendar` begins it in one."""

from __future__ import annotations

import numpy as np

from game.core.grammar import NEVER
from game.core.scenario import MENU, REPLY

from .block import At, Block
from .look import Look


def begin(block: Block, at: At) -> None:
    """Begin the next turn in these lanes: what was delayed, the world, purses, the menu."""
    clock = block.scenario.clock
    block.change(clock.turn, 1, at)
    block.put(clock.moves, 0, at)
    block.close()
    block.turn += 1
    _fall_due(block, at)
    _happen(block, at)
    _fill_purses(block, at)
    block.close()
    _judge_menu(block, at)
    quarrel = block.row(clock.contest, at) > 0
    block.put(clock.slot, np.where(quarrel, REPLY, MENU).astype(np.int16), at)
    block.close()


def _fall_due(block: Block, at: At) -> None:
    for meter in block.scenario.find.delayed:
        ring = meter.due[block.turn % 4]
        amount = block.row(ring, at)
        if amount.any():
            block.change(meter.cell, amount, at)
            block.change(ring, -amount, at)


def _happen(block: Block, at: At) -> None:
    scenario, look = block.scenario, Look(block, at)
    left = np.full(len(block.everyone), scenario.events_per_turn, dtype=np.int16)
    for _, happening in scenario.find.happenings:
        if happening.turn and happening.turn != block.turn:
            continue
        may = look.holds(happening.when)
        may &= look.row(happening.seen) == NEVER
        there = at.compress(may)
        if not happening.turn:
            there = there.compress(left.take(there) > 0)
            there = block.roll(happening.id, happening.odds, there)
            left[there] -= 1
        if len(there):
            block.put(happening.seen, block.turn, there)
            block.apply(happening.clauses, there)


def _fill_purses(block: Block, at: At) -> None:
    for meter in block.scenario.find.purses:
        if meter.refill:
            block.put(meter.cell, meter.start, at)
        block.apply(meter.income, at)


def _judge_menu(block: Block, at: At) -> None:
    look = Look(block, at)
    for move in block.scenario.moves:
        may = look.holds(move.when)
        may &= look.row(move.made) <= block.turn - move.every
        if move.times:
            may &= look.row(move.count) < move.times
        block.put(move.open, may.view(np.int8).astype(np.int16), at)
