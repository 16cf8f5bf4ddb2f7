"""Sweep: the totals of a range of playouts, by blocks of one doctrine."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

import numpy as np
import numpy.typing as npt

from game.core.chance import MASK
from game.core.scenario import Scenario
from game.core.way import Way

from . import dice
from .count import Count, always
from .policies import chooser
from .sample import LANES, dead_turns, regret
from .shard import Range, Task, split
from .totals import Totals


class Crisis(Protocol):
    """A loaded scenario package, as far as a sweep needs it."""

    @property
    def doctrines(self) -> tuple[str, ...]:
        """The ids of its doctrines, history's first."""

    def compile(self, doctrine: str | None = None) -> Scenario:
        """The Scenario under a doctrine."""


def seeds_of(seed: int, span: Range) -> npt.NDArray[np.uint64]:
    """The seeds of these playouts, as `playouts.seeds_of` gives them, all at once."""
    numbers = np.arange(span.first, span.last, dtype=np.uint64)
    return dice.mix(np.uint64(seed & MASK) ^ dice.mix(numbers)) >> np.uint64(1)


def drawn(seeds: npt.NDArray[np.uint64], doctrines: int) -> npt.NDArray[np.uint64]:
    """Which doctrine each seed draws: the one that a game with this seed faces, by its place among them."""
    return dice.pick(seeds, dice.stirred(0, "doctrine"), np.uint64(doctrines))


def pieces(task: Task, span: Range, doctrines: tuple[str, ...], parts: int = 1) -> list[tuple[Range, str]]:
    """The work of a range, in pieces of a block or less: a part of the range, and the doctrine counted in it.

    The range falls into so many parts at least, if it has as many playouts, so that as many processes find work.
    """
    facing = (task.doctrine,) if task.doctrine else doctrines
    size = min(LANES * len(facing), max(1, -(-(span.last - span.first) // parts)))
    return [(part, doctrine) for part in split(span, size) for doctrine in facing]


def sweep(
    crisis: Crisis, task: Task, way: Way, span: Range, doctrine: str, go_on: Callable[[], bool] = always
) -> Totals:
    """The totals of those playouts of a range that face this doctrine. Raises Stopped if one may not go on."""
    seeds, numbers = seeds_of(task.seed, span), np.arange(span.first, span.last)
    if not task.doctrine:
        faced = np.flatnonzero(drawn(seeds, len(crisis.doctrines)) == crisis.doctrines.index(doctrine))
        seeds, numbers = seeds[faced], numbers[faced]
    scenario = crisis.compile(doctrine)
    choose = chooser(scenario, way)
    count = Count(scenario, choose, go_on)
    for part in split(Range(0, len(seeds)), LANES):
        block = slice(part.first, part.last)
        count.play(seeds[block], numbers[block] < task.sample)
    totals = count.totals()
    totals.dead = dead_turns(scenario, count.decisions)
    half_way = [decision for decision in count.decisions if decision.turn == (scenario.turns + 1) // 2]
    totals.regret = regret(scenario, choose, half_way)
    return totals
