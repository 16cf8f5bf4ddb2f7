"""Playtests: policies and doctrines side by side in one block count what sweeps of each by itself count."""

from __future__ import annotations

import numpy as np
import pytest

from game.batch import playtest
from game.batch.count import Count
from game.batch.policies import chooser
from game.batch.sample import dead_turns
from game.batch.shard import Range
from game.batch.sweep import seeds_of
from game.batch.together import together
from game.batch.totals import CHOSEN, DEAD, LEGAL, PLAYOUTS, SEEN, SHORT, Totals
from game.content.package import Package, load
from game.core.way import Way
from game.data import scenario_folder
from tests.core.crises import THREAD

GAMES = 6
"""Of each policy against each doctrine."""
PACKAGES = {"thread": load(THREAD), "first-cable": load(scenario_folder("first-cable"))}


def counted(package: Package, place: int, policy: str, doctrine: str) -> tuple[Totals, list[int]]:
    """The same games by themselves: what a sweep counts, and the dead turns of the first game."""
    scenario = package.compile(doctrine)
    count = Count(scenario, chooser(scenario, Way(policy)))
    count.play(seeds_of(playtest.SEED, Range(place * GAMES, (place + 1) * GAMES)), np.arange(GAMES) < 1)
    return count.totals(), dead_turns(scenario, count.decisions)


@pytest.mark.parametrize("name", PACKAGES)
@pytest.mark.parametrize("apart", [False, True], ids=["together", "apart"])
def test_a_playtest_counts_what_sweeps_count(name: str, apart: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    package = PACKAGES[name]
    if apart:
        monkeypatch.setattr(playtest, "together", lambda all: together(all) if len(all) == 1 else None)
    words = playtest.policies_of(package.compile())
    groups = len(words) * len(package.doctrines)
    seen = playtest.playtest(package, GAMES * groups, groups)
    assert (seen.policies, seen.doctrines, seen.games) == (words, package.doctrines, GAMES)
    dead = np.zeros(2, dtype=np.int64)
    stood: dict[str, dict[int, int]] = {}
    for row, policy in enumerate(words):
        for column, doctrine in enumerate(package.doctrines):
            totals, found = counted(package, row, policy, doctrine)
            dead += found
            for id, by in totals.endings.items():
                assert seen.endings[id][row][column] == by[doctrine]
            for id, many in totals.aims.items():
                assert seen.aims[id][row][column] == many
            assert seen.all_aims[row][column] == totals.met[-1]
            for id, counts in totals.moves.items():
                there = [table[id][row][column] for table in (seen.legal, seen.chosen, seen.short)]
                assert there == [counts[LEGAL], counts[CHOSEN], counts[SHORT]], (id, policy, doctrine)
            for id, many in totals.rules.items():
                assert seen.rules[id][row][column] == many
            for id, counts in totals.answers.items():
                assert seen.answers[id][row][column] == counts[PLAYOUTS]
            for id, many in totals.events.items():
                assert seen.events[id][row][column] == many
            _stand(stood, totals, {meter.id: meter.low for meter in package.compile().meters})
    assert tuple(map(sum, zip(*seen.dead, strict=True))) == (dead[SEEN], dead[DEAD])
    assert {id: dict(values) for id, values in seen.meters.items()} == stood


def _stand(stood: dict[str, dict[int, int]], totals: Totals, lows: dict[str, int]) -> None:
    for id, turns in totals.meters.items():
        values = stood.setdefault(id, {})
        for counts in turns.values():
            for value, many in enumerate(counts, lows[id]):
                if many:
                    values[value] = values.get(value, 0) + many


def test_doctrines_are_compared_game_by_game() -> None:
    package = PACKAGES["first-cable"]
    seen = playtest.playtest(package, 2_000, 0)
    policies = range(len(seen.policies))
    for (one, other), pair in seen.pairs.items():
        for ending, counts in pair.only.items():
            table = seen.endings[ending]
            assert [table[row][one] - table[row][other] for row in policies] == [a - b for a, b in counts]
            assert all(a + b <= seen.games - same for (a, b), same in zip(counts, pair.same, strict=True))


@pytest.mark.parametrize(
    ("name", "words"), [("first-cable", ("random", "aims", "cautious", "hawk")), ("road-to-moscow", ("random", "aims"))]
)
def test_who_plays(name: str, words: tuple[str, ...]) -> None:
    found = playtest.policies_of(load(scenario_folder(name)).compile())
    assert found[: len(words)] == words
    assert len(found) == playtest.POLICIES and "historical" not in found
