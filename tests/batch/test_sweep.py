"""Sweeps: what is counted in lanes is what the core's own games come to, however the playouts are dealt out."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from game.batch import playouts, sweep
from game.batch.shard import Range, Task
from game.batch.totals import CHOSEN, END, LEGAL, PLAYOUTS, SHORT, TIMES, Totals
from game.content.package import Package, load
from game.core.way import Way
from game.data import scenario_ids, scenarios_dir

from .recount import recounted

SEED = 5
PACKAGES = {id: load(scenarios_dir() / id) for id in scenario_ids()}


def task(package: Package, many: int, *, policy: str = "random", doctrine: str = "", sample: int = 0) -> Task:
    return Task(package.id, "", policy, doctrine, SEED, many, sample, ())


def swept(package: Package, asked: Task, span: Range | None = None) -> Totals:
    found = Totals()
    for part, doctrine in sweep.pieces(asked, span or Range(0, asked.playouts), package.doctrines):
        found.add(sweep.sweep(package, asked, Way(asked.policy), part, doctrine))
    return found


def as_counters(totals: Totals) -> dict[str, Counter[Any]]:
    """The totals as the recount has them."""

    def places(counts: list[int]) -> Counter[Any]:
        return +Counter(dict(enumerate(counts)))

    def column(table: dict[str, list[int]], place: int) -> Counter[Any]:
        return +Counter({id: counts[place] for id, counts in table.items()})

    meters = ((id, turn, counts) for id, turns in totals.meters.items() for turn, counts in turns.items())
    return {
        "endings": +Counter({(id, d): n for id, counts in totals.endings.items() for d, n in counts.items()}),
        "lengths": places(totals.lengths),
        "steps": Counter({"": totals.steps}),
        "aims": +Counter(totals.aims),
        "met": places(totals.met),
        "rules": +Counter(totals.rules),
        "events": +Counter(totals.events),
        "given": column(totals.answers, TIMES),
        "given in": column(totals.answers, PLAYOUTS),
        "variety": places(totals.variety),
        "meters": +Counter({(id, turn, v): n for id, turn, counts in meters for v, n in enumerate(counts)}),
        "short": column(totals.moves, SHORT),
        "legal": column(totals.moves, LEGAL),
        "chosen": column(totals.moves, CHOSEN),
        "could": column(totals.choices, LEGAL),
        "did": column(totals.choices, CHOSEN),
    }


@pytest.mark.parametrize("policy", ["random", "historical"])
@pytest.mark.parametrize("id", PACKAGES)
def test_the_core_counts_the_same(id: str, policy: str) -> None:
    package, many = PACKAGES[id], 24
    seeds = playouts.seeds_of(SEED, range(many)).tolist()
    mine = as_counters(swept(package, task(package, many, policy=policy)))
    theirs = recounted(package, seeds, Way(policy))
    for name, counts in theirs.items():
        assert mine[name] == counts, name


def test_blocks_and_ranges_do_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    package = PACKAGES["first-cable"]
    asked = task(package, 300, policy="cautious", sample=40)
    whole = swept(package, asked)
    assert whole.playouts == 300
    monkeypatch.setattr(sweep, "LANES", 37)
    parts = Totals()
    for span in (Range(120, 300), Range(0, 7), Range(7, 120)):
        parts.add(swept(package, asked, span))
    assert parts == whole


def test_a_sweep_knows_its_seed_and_number_only() -> None:
    package = PACKAGES["first-cable"]
    few, more = swept(package, task(package, 60)), swept(package, task(package, 90))
    more_part = swept(package, task(package, 90), Range(0, 60))
    assert few == more_part != more


def test_one_doctrine_at_a_time() -> None:
    package = PACKAGES["first-cable"]
    found = swept(package, task(package, 50, doctrine="cornered"))
    assert {doctrine for counts in found.endings.values() for doctrine in counts} == {"cornered"}
    assert found.playouts == sum(sum(counts.values()) for counts in found.endings.values()) == 50


def test_seeds_are_those_by_which_a_playout_can_be_played_again() -> None:
    assert (sweep.seeds_of(SEED, Range(3, 40)) == playouts.seeds_of(SEED, range(3, 40))).all()


def test_every_playout_ends_once() -> None:
    package = PACKAGES["road-to-moscow"]
    found = swept(package, task(package, 64, policy="cautious"))
    for turns in found.meters.values():
        assert sum(turns[END]) == 64 and sum(turns["1"]) == 64
    assert sum(found.lengths) == sum(found.met) == sum(found.variety) == 64
    assert all(move[CHOSEN] <= move[LEGAL] for move in found.moves.values())


def test_totals_are_plain_data_and_back() -> None:
    package = PACKAGES["first-cable"]
    found = swept(package, task(package, 20, sample=4))
    assert Totals.from_data(found.as_data()) == found
    with pytest.raises(ValueError, match="whole"):
        Totals.from_data({"playouts": 3})
    with pytest.raises(ValueError, match="aims"):
        Totals.from_data({**found.as_data(), "aims": {"aim": "many"}})
