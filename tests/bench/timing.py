"""Timing: cases measured in turn, round after round in one run, so that a busy machine slows all of them alike.

Rates are taken by the processor's time of this process, so that what others do on the machine counts as little as can
be; what takes more than one process is timed by the clock on the wall.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from typing import NamedTuple


class Case(NamedTuple):
    """Something to be measured: `run(n)` does it n times and says how many steps and turns that came to."""

    name: str
    run: Callable[[int], tuple[int, int]]


class Rate(NamedTuple):
    """Steps and turns a second, round by round."""

    steps: tuple[float, ...]
    turns: tuple[float, ...]


def median(numbers: Sequence[float]) -> float:
    """The middle one."""
    return statistics.median(numbers)


def spread(numbers: Sequence[float]) -> int:
    """How far the rounds lie apart, in percent of the median."""
    return round(100 * (max(numbers) - min(numbers)) / median(numbers))


def slowest(numbers: Sequence[float]) -> float:
    """What 95 in a hundred stay below, or the largest of few."""
    return sorted(numbers)[max(0, -(-95 * len(numbers) // 100) - 1)]


def sized(case: Case, seconds: float) -> int:
    """How many runs of a case take about so long, but for one run at least."""
    times = 1
    while True:
        began = time.process_time()
        case.run(times)
        took = time.process_time() - began
        if took > seconds / 5:
            return max(1, round(times * seconds / took))
        times *= 3


def round_robin(cases: Sequence[Case], rounds: int, seconds: float) -> dict[str, Rate]:
    """Each case's rates over the rounds; a round runs every case once, for about `seconds` each."""
    times = {case.name: sized(case, seconds) for case in cases}
    steps: dict[str, list[float]] = {case.name: [] for case in cases}
    turns: dict[str, list[float]] = {case.name: [] for case in cases}
    for _ in range(rounds):
        for case in cases:
            began = time.process_time()
            stepped, turned = case.run(times[case.name])
            took = time.process_time() - began
            steps[case.name].append(stepped / took)
            turns[case.name].append(turned / took)
    return {name: Rate(tuple(steps[name]), tuple(turns[name])) for name in steps}


def ratios(one: Sequence[float], other: Sequence[float]) -> list[float]:
    """How many times as fast, round by round."""
    return [a / b for a, b in zip(one, other, strict=True)]


def milliseconds(call: Callable[[], object], times: int) -> list[float]:
    """How long each of these calls takes by the clock on the wall."""
    found = []
    for _ in range(times):
        began = time.perf_counter()
        call()
        found.append(1000 * (time.perf_counter() - began))
    return found
