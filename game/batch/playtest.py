"""Playtest: a crisis played by several policies against all its doctrines at once, counted by policy and doctrine.

Game i of a policy has the same dice against every doctrine, so that doctrines can be told apart game by game; no two
policies share their dice.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from game.core.leaning import ID as AIMS
from game.core.page import Policy
from game.core.scenario import Scenario
from game.core.way import HISTORY, RANDOM, known, policy_of

from . import opening
from .block import At, Block
from .choosing import Chooser, at_random
from .grouped import Counts, Grouped
from .mixed import Mixed
from .shard import Range
from .sweep import Crisis, seeds_of
from .together import Joined, together
from .weighing import follow

SEED = 1
GAMES = 10_000
"""Playouts in all, shared out alike."""
POLICIES = 4
SAMPLE = 64
"""Playouts in all in which every first choice of each turn is tried, for dead turns."""
FIRST = (RANDOM, AIMS, "cautious", "hawk", HISTORY, "dove")
"""The policies that are asked before others, in this order, if the crisis has them."""

Table = tuple[tuple[int, ...], ...]
"""A row for each policy, in it a count for each doctrine."""


class Pair(NamedTuple):
    """Two doctrines under the same dice. By policy: games with the same answers; by ending, games that reached it
    against the first alone, and against the second alone."""

    same: tuple[int, ...]
    only: Mapping[str, tuple[tuple[int, int], ...]]


@dataclass(frozen=True, slots=True)
class Playtest:
    """What was seen. Moves are counted by turn, rules by answer given, all else by game."""

    policies: tuple[str, ...]
    doctrines: tuple[str, ...]
    games: int
    """Of each policy against each doctrine."""
    endings: Mapping[str, Table]
    aims: Mapping[str, Table]
    all_aims: Table
    """Games that met every aim."""
    legal: Mapping[str, Table]
    chosen: Mapping[str, Table]
    short: Mapping[str, Table]
    """Turns in which, as they began, only its price forbade a move."""
    rules: Mapping[str, Table]
    answers: Mapping[str, Table]
    events: Mapping[str, Table]
    meters: Mapping[str, Mapping[int, int]]
    """By value: how often a meter stood there as a turn began or a game ended, over all games."""
    dead: tuple[tuple[int, int], ...]
    """By turn: how many were looked at, and how many of them were dead."""
    pairs: Mapping[tuple[int, int], Pair]
    """By the places of both doctrines."""


def policies_of(scenario: Scenario) -> tuple[str, ...]:
    """The policies that play: those that are asked first, then the others in the order of the crisis, four in all."""
    words = known(scenario)
    found = [word for word in FIRST if word in words]
    used = [policy_of(scenario, word) for word in found]
    found += [policy.id for policy in scenario.policies if policy not in used]
    return tuple(found[:POLICIES])


def playtest(crisis: Crisis, games: int = GAMES, sample: int = SAMPLE) -> Playtest:
    """A crisis played so many times in all (or a few less, as each policy and doctrine gets as many)."""
    scenarios = [crisis.compile(doctrine) for doctrine in crisis.doctrines]
    words = policies_of(scenarios[0])
    groups = len(words) * len(scenarios)
    each, looked = max(1, games // groups), max(1, sample // groups)
    counts = []
    for joined, places in _blocks(scenarios):
        numbers = _numbers(len(words), len(scenarios), places, each)
        # What leans to the aims knows which answers the doctrine has.
        policies = [policy_of(scenarios[place], word) for word in words for place in places]
        choose = _mixed(joined.scenario, policies, each)
        count = Grouped(joined.scenario, numbers, choose, groups=groups, games=each, sample=looked)
        count.play(_opened(joined, scenarios, places, numbers, each))
        counts.append(count)
    return _summed(words, crisis.doctrines, each, counts)


def _blocks(scenarios: Sequence[Scenario]) -> list[tuple[Joined, range]]:
    """The doctrines in one block if that can be, else in one each, with their places among all."""
    whole = together(scenarios)
    if whole is not None:
        return [(whole, range(len(scenarios)))]
    found = ((together([one]), range(place, place + 1)) for place, one in enumerate(scenarios))
    return [(joined, places) for joined, places in found if joined is not None]


def _numbers(policies: int, doctrines: int, places: Iterable[int], games: int) -> At:
    """The numbers of the lanes of a block in which these doctrines are faced."""
    firsts = np.array([(policy * doctrines + place) * games for policy in range(policies) for place in places])
    found: At = (firsts[:, None] + np.arange(games)).reshape(-1)
    return found


def _mixed(scenario: Scenario, policies: Sequence[Policy | None], games: int) -> Mixed:
    """A chooser for these groups; neighbours that play alike are one way."""
    ways: list[Chooser] = []
    which: list[int] = []
    for place, policy in enumerate(policies):
        if not place or policy != policies[place - 1]:
            ways.append(at_random if policy is None else follow(scenario, policy))
        which.append(len(ways) - 1)
    return Mixed(ways, np.repeat(np.array(which, dtype=np.intp), games))


def _opened(joined: Joined, scenarios: Sequence[Scenario], places: range, numbers: At, games: int) -> Block:
    """The block of these lanes at the opening; a lane's doctrine stands in the cell, by its place in the block."""
    group = numbers // games
    faced, policy = group % len(scenarios), group // len(scenarios)
    starts = np.array([[one.start for one in own.cells] for own in scenarios], dtype=np.int16)
    cells = np.concatenate([starts.take(faced, axis=0).T, (faced - places[0]).astype(np.int16)[None]])
    assert len(cells) == joined.cell + 1, "the cell of the doctrine is the last"
    many = int(policy[-1] + 1) * games
    seeds = seeds_of(SEED, Range(0, many)).take(policy * games + numbers % games)
    block = Block(joined.scenario, seeds, np.ascontiguousarray(cells), 0)
    opening.begin(block, block.everyone)
    block.refresh()
    return block


def _summed(policies: Sequence[str], doctrines: Sequence[str], games: int, counts: Sequence[Grouped]) -> Playtest:
    shape = (len(policies), len(doctrines))

    def tables(name: str, of: str) -> dict[str, Table]:
        """Counted by cells: records of one id, each of some doctrines, share theirs and count alike."""
        found: dict[str, Counts] = {}
        for count in counts:
            here = {
                record.id: row for record, row in zip(getattr(count.scenario, of), getattr(count, name), strict=True)
            }
            for id, row in here.items():
                found[id] = found[id] + row if id in found else row
        return {id: _table(row, shape) for id, row in found.items()}

    return Playtest(
        tuple(policies),
        tuple(doctrines),
        games,
        endings=tables("endings", "endings"),
        aims=tables("aims", "aims"),
        all_aims=_table(np.sum([count.all_aims for count in counts], axis=0), shape),
        legal=tables("legal", "moves"),
        chosen=tables("chosen", "moves"),
        short=tables("short", "moves"),
        rules=_fired(counts, shape),
        answers=tables("answers", "answers"),
        events=tables("events", "happenings"),
        meters=_meters(counts),
        dead=_dead(counts),
        pairs=_pairs(counts, shape, games),
    )


def _fired(counts: Sequence[Grouped], shape: tuple[int, int]) -> dict[str, Table]:
    """Rules of one id can be several, each of some doctrines."""
    found: dict[str, Counts] = {}
    for count in counts:
        for rule, row in zip(count.scenario.rules, count.rules, strict=True):
            found[rule.id] = found[rule.id] + row if rule.id in found else row
    return {id: _table(row, shape) for id, row in found.items()}


def _table(row: npt.NDArray[np.int64], shape: tuple[int, int]) -> Table:
    return tuple(tuple(line) for line in row.reshape(shape).tolist())


def _meters(counts: Sequence[Grouped]) -> dict[str, dict[int, int]]:
    found: dict[str, dict[int, int]] = {}
    for count in counts:
        for meter, row in zip(count.scenario.meters, count.meters, strict=True):
            values = found.setdefault(meter.id, {})
            for value in np.flatnonzero(row).tolist():
                values[value + meter.low] = values.get(value + meter.low, 0) + int(row[value])
    return found


def _dead(counts: Sequence[Grouped]) -> tuple[tuple[int, int], ...]:
    by_turn = np.sum([count.dead() for count in counts], axis=0)
    return tuple((seen, dead) for seen, dead in by_turn.tolist())


def _pairs(counts: Sequence[Grouped], shape: tuple[int, int], games: int) -> dict[tuple[int, int], Pair]:
    ended = np.max([count.ended for count in counts], axis=0).reshape(*shape, games)
    said = np.sum([count.said for count in counts], axis=0).reshape(*shape, games)
    found = {}
    for one, other in combinations(range(shape[1]), 2):
        same = (said[:, one] == said[:, other]).sum(axis=1).tolist()
        only = {
            ending.id: _only(ended[:, one] == ending.index, ended[:, other] == ending.index)
            for ending in counts[0].scenario.endings
        }
        found[one, other] = Pair(tuple(same), only)
    return found


def _only(one: npt.NDArray[np.bool_], other: npt.NDArray[np.bool_]) -> tuple[tuple[int, int], ...]:
    first, second = (one & ~other).sum(axis=1).tolist(), (other & ~one).sum(axis=1).tolist()
    return tuple(zip(first, second, strict=True))
