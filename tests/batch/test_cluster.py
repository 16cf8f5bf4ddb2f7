"""The cluster: a real Dask scheduler with two workers on this machine; one is killed in the middle, nothing is lost."""

from __future__ import annotations

import contextlib
import importlib.util
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.batch import cluster, sweep
from game.batch.shard import Range, Task
from game.batch.totals import Totals
from game.content.package import load
from game.core.way import Way
from game.data import scenarios_dir
from game.fault import Fault
from game.terminal.piecework import Order, Piece, count, ordered
from tests.conftest import CHECKOUT

needs_dask = pytest.mark.skipif(
    importlib.util.find_spec("distributed") is None, reason="dask.distributed is not installed (long-table[cluster])"
)
PLAYOUTS = 900


@contextlib.contextmanager
def running(module: str, *words: str) -> Iterator[subprocess.Popen[bytes]]:
    """A process of dask.distributed, killed in the end if it is still there."""
    command = [sys.executable, "-m", f"distributed.cli.{module}", *words]
    env = os.environ | {"PYTHONPATH": str(CHECKOUT), "DASK_DISTRIBUTED__SCHEDULER__WORKER_TTL": "10s"}
    process = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def address_in(file: Path, scheduler: subprocess.Popen[bytes]) -> str:
    """Where the scheduler listens, once it has written that down."""
    for _ in range(600):
        with contextlib.suppress(OSError, ValueError):
            return str(json.loads(file.read_text(encoding="utf-8"))["address"])
        assert scheduler.poll() is None, "the scheduler ended"
        time.sleep(0.1)
    raise AssertionError("the scheduler did not begin within a minute")


def order() -> tuple[Order, list[Piece]]:
    package = load(scenarios_dir() / "first-cable")
    task = Task(package.id, "", "cautious", "", 4, PLAYOUTS, 2, ())
    pieces = [Piece(*one) for one in sweep.pieces(task, Range(0, PLAYOUTS), package.doctrines)]
    return ordered(package, task, Way("cautious")), pieces


@needs_dask
def test_a_killed_worker_costs_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = Totals()
    for piece in order()[1]:
        whole.add(count(order()[0], piece).totals)
    monkeypatch.setattr(sweep, "LANES", 25)  # many small pieces, so that both workers have some in hand
    asked, pieces = order()
    assert len(pieces) >= 30
    file, near = tmp_path / "scheduler.json", ("--host", "127.0.0.1", "--no-dashboard")
    one = ("--no-nanny", "--nthreads", "1", "--scheduler-file", str(file), "--local-directory", str(tmp_path))
    with running("dask_scheduler", *near, "--port", "0", "--scheduler-file", str(file)) as scheduler:
        address = address_in(file, scheduler)
        with running("dask_worker", *near, *one), running("dask_worker", *near, *one) as doomed:
            found, processes, left = Totals(), set[int](), 0
            for number, done in enumerate(cluster.deal(count, asked, pieces, address), 1):
                found.add(done.totals)
                processes.add(done.process)
                if len(processes) == 2 and not left:
                    doomed.kill()
                    left = len(pieces) - number
    assert doomed.returncode is not None and left >= 10, "the worker was to be killed in the middle"
    assert found == whole


@needs_dask
def test_no_scheduler_is_told_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "PATIENCE", "1s")
    asked, pieces = order()
    with pytest.raises(Fault, match=r"No Dask scheduler answers at tcp://127\.0\.0\.1:9"):
        list(cluster.deal(count, asked, pieces, "tcp://127.0.0.1:9"))


def test_without_dask_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    asked, pieces = order()
    with pytest.raises(Fault, match=r"long-table\[cluster\]"):
        list(cluster.deal(count, asked, pieces, "tcp://127.0.0.1:9"))
