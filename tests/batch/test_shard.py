"""Shards: a sweep in parts, merged again; what does not belong together is refused with a reason."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.batch import shard
from game.batch.interval import mean, quantile, wilson
from game.batch.shard import Range, Shard, Task
from game.batch.totals import Totals
from game.cli import main
from game.fault import Fault
from tests.conftest import CHECKOUT, Longtable

TASK = Task("small", "abc", "random", "", 1, 100, 0, (("want", 0),))
SWEEP = ("sweep", "first-cable", "--playouts", "40", "--policy", "cautious", "--sample", "4")


def part(first: int, last: int, task: Task = TASK) -> tuple[str, Shard]:
    return f"{first}.json", Shard(task, (Range(first, last),), Totals(playouts=last - first, aims={"a": last}))


def without_run(text: str) -> dict[str, object]:
    data = json.loads(text)
    return {name: value for name, value in data.items() if name != "run"}


@given(st.integers(1, 60), st.integers(1, 10**7))
def test_shards_are_contiguous_and_alike_in_size(of: int, playouts: int) -> None:
    spans = [shard.shard_range(number, of, playouts) for number in range(1, of + 1)]
    assert spans[0].first == 0 and spans[-1].last == playouts
    assert all(here.last == there.first for here, there in pairwise(spans))
    sizes = {span.last - span.first for span in spans}
    assert max(sizes) - min(sizes) <= 1


def test_merging_adds_up_in_any_order() -> None:
    parts = [part(0, 30), part(30, 31), part(31, 100)]
    whole = shard.merge(parts)
    assert whole == shard.merge(parts[::-1])
    assert whole.totals == Totals(playouts=100, aims={"a": 161})


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ([part(0, 50)], "playouts 50 to 99 are in none"),
        ([part(10, 100)], "playouts 0 to 9 are in none"),
        ([part(0, 40), part(60, 100)], "playouts 40 to 59 are in none"),
        ([part(0, 60), part(50, 100)], "50.json and 0.json both hold playout 50"),
        ([part(0, 50), part(0, 50), part(50, 100)], "both hold playout 0"),
        ([part(0, 50), part(50, 100, replace(TASK, seed=2))], r"different sweeps: seed \(1 and 2\)"),
        ([part(0, 50), part(50, 100, replace(TASK, digest="xyz"))], "the scenario's files"),
        ([part(0, 50), part(50, 100, replace(TASK, version="0.0"))], "the game's version"),
        ([part(0, 50), part(50, 100, replace(TASK, policy="aims"))], "policy"),
        ([part(0, 50), part(50, 100, replace(TASK, playouts=200))], "playouts"),
    ],
)
def test_what_is_no_whole_is_refused(parts: list[tuple[str, Shard]], said: str) -> None:
    with pytest.raises(Fault, match=said):
        shard.merge(parts)


def test_a_file_is_read_as_it_was_written(tmp_path: Path) -> None:
    _, written = part(0, 100)
    shard.write(tmp_path / "all.json", written)
    assert shard.read(tmp_path / "all.json") == written


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "no JSON"),
        ("[]", "no shard"),
        ('{"kind": "longtable sweep", "format": 2}', "format 2"),
        ('{"kind": "longtable sweep", "format": 1}', "damaged"),
        ('{"kind": "longtable sweep", "format": 1, "task": {}, "ranges": [], "totals": {}}', "task is not whole"),
    ],
)
def test_a_file_that_is_no_shard_is_refused(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "bad.json").write_text(text, encoding="utf-8")
    with pytest.raises(Fault, match=said):
        shard.read(tmp_path / "bad.json")
    with pytest.raises(Fault, match="cannot be read"):
        shard.read(tmp_path / "none.json")


def test_a_damaged_number_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "all.json"
    shard.write(file, part(0, 100)[1])
    whole = file.read_text(encoding="utf-8")
    for here, there in (('"seed":1', '"seed":"1"'), ("[0,100]", "[0,-1]"), ('"aims":{"a":100}', '"aims":{"a":0.5}')):
        assert here in whole
        file.write_text(whole.replace(here, there), encoding="utf-8")
        with pytest.raises(Fault, match="damaged"):
            shard.read(file)


def test_shards_workers_and_one_process_say_the_same(
    longtable: Longtable, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    alone = longtable(*SWEEP, "--workers", "1", "--json")
    assert alone.returncode == 0, alone.stderr
    both = longtable(*SWEEP, "--workers", "2", "--json", "--csv", str(tmp_path / "both.csv"))
    assert without_run(both.stdout) == without_run(alone.stdout)
    files = [str(tmp_path / f"part-{number}.json") for number in (1, 2, 3)]
    for number, file in enumerate(files, 1):
        assert main([*SWEEP, "--workers", "1", "--shard", f"{number}/3", "--out", file]) == 0
        assert capsys.readouterr().out == ""
    merged = longtable("merge", *files[::-1], "--json", "--csv", str(tmp_path / "merged.csv"))
    assert json.loads(merged.stdout) == without_run(alone.stdout)
    table = (tmp_path / "merged.csv").read_text(encoding="utf-8").splitlines()
    assert table[0] == "part,id,turn,what,value"
    kept = [line for line in (tmp_path / "both.csv").read_text(encoding="utf-8").splitlines() if line[:4] != "run,"]
    assert kept == table
    assert main(["merge", *files[:2]]) == 1
    assert "playouts 26 to 39 are in none" in capsys.readouterr().err


def test_the_page_tells_endings_and_what_was_sampled(longtable: Longtable) -> None:
    told = longtable(*SWEEP)
    assert "40 playouts of 40" in told.stdout
    for word in ("the-line-holds", "95% interval", "dead turns:", "regret:", "price too high", "rules fired"):
        assert word in told.stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--shard", "1/2"), "--shard and --out"),
        (("--out", "file"), "--shard and --out"),
        (("--shard", "3/2", "--out", "file"), "'3/2' is not a shard"),
        (("--doctrine", "cornerd"), "Did you mean 'cornered'"),
        (("--csv", "nowhere/at/all.csv"), "There is no folder nowhere/at"),
        (("--playouts", "0"), "not a whole number from 1"),
        (("--cluster", "tcp://x", "--workers", "2"), "not for --cluster"),
    ],
)
def test_what_makes_no_sense_is_a_usage_fault(longtable: Longtable, words: tuple[str, ...], said: str) -> None:
    told = longtable(*SWEEP, *words)
    assert told.returncode == 2
    assert said in told.stderr


def test_neither_command_loads_what_it_does_not_need() -> None:
    for module, absent in (("sweep", "pygame"), ("merge", "pygame"), ("merge", "numpy"), ("merge", "pydantic")):
        code = f"import sys, game.terminal.{module}; sys.exit({absent!r} in sys.modules)"
        assert subprocess.run([sys.executable, "-c", code], cwd=CHECKOUT, check=False).returncode == 0, (module, absent)


def test_intervals_hold_the_share_and_narrow() -> None:
    assert wilson(0, 0) == (0.0, 1.0)
    assert wilson(0, 50)[0] == 0.0 and wilson(50, 50)[1] == 1.0
    low, high = wilson(20, 50)
    assert low == pytest.approx(0.2761, abs=1e-4) and high == pytest.approx(0.5382, abs=1e-4)
    assert wilson(2000, 5000)[0] > low and wilson(2000, 5000)[1] < high


@given(st.lists(st.integers(0, 40), min_size=1, max_size=30), st.integers(-20, 20), st.integers(1, 100))
def test_quantiles_are_those_of_the_values_counted(values: list[int], low: int, percent: int) -> None:
    counts = [values.count(value) for value in range(41)]
    found = quantile(counts, low, percent)
    assert found == sorted(values)[-(-len(values) * percent // 100) - 1] + low
    assert mean(counts, low) == pytest.approx(sum(values) / len(values) + low)


def test_nothing_has_no_quantile() -> None:
    assert quantile([0, 0], 0, 50) is None and mean([]) is None
