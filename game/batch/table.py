"""Table: a summit held in many lanes at once."""

from __future__ import annotations

import numpy as np

from game.core.forum import Option, Stage, Summit
from game.core.scenario import MENU, TABLE

from .agenda import SILENT, Phase
from .block import At, Block
from .choosing import Chooser, groups, pays
from .look import Look


def sit(block: Block, choose: Chooser, at: At) -> None:
    """Let the lanes at a table each take an option, and the host answer."""
    scenario, clock = block.scenario, block.scenario.clock
    live, stages = block.row(clock.summit, at), block.row(clock.stage, at)
    for summit in scenario.summits:
        taken: list[tuple[int, Option, At]] = []
        for number, stage in enumerate(summit.stages):
            there = at.compress((live == summit.index + 1) & (stages == number))
            if len(there):
                look = Look(block, there)
                legal = np.array([look.holds(one.when) & pays(look, one.price) for one in stage.options])
                rows = choose(block, there, [option.id for option in stage.options], legal, TABLE)
                for row, lanes in groups(rows, there):
                    _take(block, (summit.index, number, row), stage, lanes)
                    taken.append((number, stage.options[row], lanes))
        block.close()
        if taken:
            _answer(block, summit, taken, at.compress(live == summit.index + 1))


def _take(block: Block, place: tuple[int, int, int], stage: Stage, at: At) -> None:
    """What an option costs and does."""
    clock, exchange = block.scenario.clock, stage.kind == "exchange"
    if exchange:
        block.put(clock.last_approach, block.row(clock.approach, at), at)
    block.enact(block.sures.option(block.scenario, place, exchange), at)


def _answer(block: Block, summit: Summit, taken: list[tuple[int, Option, At]], scope: At) -> None:
    """What the host answers to each option, and where the talk then stands."""
    leaves = np.zeros(len(scope), dtype=np.bool_)
    which = np.zeros(len(scope), dtype=np.intp)
    for place, (_, option, at) in enumerate(taken):
        spots = np.searchsorted(scope, at)
        which[spots], leaves[spots] = place, option.leaves
    number = taken[0][0]
    if summit.stages[number].kind == "exchange":
        said = tuple(option.id for _, option, _ in taken)
        given, _ = Phase(block, scope).decide(summit.host, "table", said, (summit.id,), scope, which)
        block.close()
        ends = np.array([answer.ends_talk for answer in block.scenario.answers] + [False])
        leaves |= ends[given] & (given != SILENT)
    press = [place for place in range(number + 1, len(summit.stages)) if summit.stages[place].kind == "press"]
    _go_on(block, summit, number + 1, scope.compress(~leaves))
    _go_on(block, summit, press[0] if press else len(summit.stages), scope.compress(leaves))
    block.close()


def _go_on(block: Block, summit: Summit, following: int, at: At) -> None:
    clock = block.scenario.clock
    if following < len(summit.stages):
        block.put(clock.stage, following, at)
    else:
        block.put(clock.summit, 0, at)
        block.put(clock.stage, 0, at)
        block.put(clock.slot, MENU, at)
