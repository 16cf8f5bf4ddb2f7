"""Table: a summit held in many lanes at once."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from game.core.act import Rule
from game.core.forum import Option, Stage, Summit
from game.core.scenario import MENU, TABLE

from .agenda import SILENT, Phase
from .block import At, Block
from .choosing import Chooser, groups, pays
from .look import Look, Yes


class Taken(NamedTuple):
    """An option that was taken at a stage of a summit, and in which lanes."""

    summit: Summit
    stage: int
    option: Option
    at: At


def sit(block: Block, choose: Chooser, at: At) -> None:
    """Let the lanes at a table, all equally far on, each take an option, and the host answer."""
    scenario, clock = block.scenario, block.scenario.clock
    live, stages = block.row(clock.summit, at), block.row(clock.stage, at)
    taken: list[Taken] = []
    for summit in scenario.summits:
        for number, stage in enumerate(summit.stages):
            there = at.compress((live == summit.index + 1) & (stages == number))
            if len(there):
                look = Look(block, there)
                legal = np.array([look.holds(one.when) & pays(look, one.price) for one in stage.options])
                rows = choose(block, there, [option.id for option in stage.options], legal, TABLE)
                for row, lanes in groups(rows, there):
                    _take(block, (summit.index, number, row), stage, lanes)
                    taken.append(Taken(summit, number, stage.options[row], lanes))
    block.close()
    _answer(block, taken, at)


def _take(block: Block, place: tuple[int, int, int], stage: Stage, at: At) -> None:
    """What an option costs and does."""
    clock, exchange = block.scenario.clock, stage.kind == "exchange"
    if exchange:
        block.put(clock.last_approach, block.row(clock.approach, at), at)
    block.enact(block.sures.option(block.scenario, place, exchange), at)


def _answer(block: Block, taken: list[Taken], scope: At) -> None:
    """What the hosts answer to each option, and where the talks then stand."""
    which = np.zeros(len(scope), dtype=np.intp)
    for place, one in enumerate(taken):
        which[np.searchsorted(scope, one.at)] = place
    leaves = np.array([one.option.leaves for one in taken]).take(which)
    asked = [one.summit.stages[one.stage].kind == "exchange" for one in taken]
    for host in sorted({one.summit.host for one, is_asked in zip(taken, asked, strict=True) if is_asked}):
        hears = np.array([one.summit.host == host and is_asked for one, is_asked in zip(taken, asked, strict=True)])
        spots = np.flatnonzero(hears.take(which))
        leaves[spots] |= _ended(block, host, taken, scope.take(spots), which.take(spots))
    for one in taken:
        ends = leaves.take(np.searchsorted(scope, one.at))
        stages = one.summit.stages
        press = [number for number in range(one.stage + 1, len(stages)) if stages[number].kind == "press"]
        _go_on(block, one.summit, one.stage + 1, one.at.compress(~ends))
        _go_on(block, one.summit, press[0] if press else len(stages), one.at.compress(ends))
    block.close()


def _ended(block: Block, host: str, taken: list[Taken], at: At, which: At) -> Yes:
    """Have a host answer what was said in these lanes (`which` of the options taken); where that ends the talk."""
    met = tuple(sorted({taken[place].summit.id for place in set(which.tolist())}))

    def hears(rule: Rule) -> Yes | None:
        """Where a rule is of the summit at hand; None for everywhere."""
        if rule.triggers.issuperset(met):
            return None
        return np.array([one.summit.id in rule.triggers for one in taken]).take(which)

    said = tuple(one.option.id for one in taken)
    given, _ = Phase(block, at).decide(host, "table", said, met, at, which, hears)
    block.close()
    ends = np.array([answer.ends_talk for answer in block.scenario.answers] + [False])
    ended: Yes = ends[given] & (given != SILENT)
    return ended


def _go_on(block: Block, summit: Summit, following: int, at: At) -> None:
    clock = block.scenario.clock
    if following < len(summit.stages):
        block.put(clock.stage, following, at)
    else:
        block.put(clock.summit, 0, at)
        block.put(clock.stage, 0, at)
        block.put(clock.slot, MENU, at)
