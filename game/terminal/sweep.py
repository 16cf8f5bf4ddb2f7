"""Sweep: many playouts from the command line: dealt out, counted, told or written to a file to be merged."""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from game.batch import cluster, shard, sweep, workers
from game.batch.shard import Range, Shard, Task
from game.batch.totals import Totals
from game.content.package import Package
from game.core.way import Way
from game.fault import USAGE, Fault, unknown
from game.guard import INTERRUPTED

from . import sweepreport
from .memory import peak_memory
from .piecework import Done, Order, Piece, count, ordered
from .policyword import chosen
from .progress import Progress

DIGEST = 16
"""Letters of the digest of the files."""
CLUSTER = 32
"""Parts at least that a cluster is dealt: how many will work is not known."""


class Asked(NamedTuple):
    """What the command line asks of a sweep."""

    policy: str
    playouts: int
    doctrine: str | None
    seed: int
    sample: int
    workers: int | None
    shard: tuple[int, int]
    out: Path | None
    table: Path | None
    cluster: str | None
    form: str


def asked_by(told: argparse.Namespace) -> Asked:
    """What the words of the command line, read, ask for."""
    words = {name: getattr(told, name) for name in Asked._fields}
    return Asked(**{**words, "shard": told.shard or (1, 1)})


def main(folder: Path, asked: Asked) -> int:
    """Sweep a scenario; print the report, or write the shard that was asked for. The exit code: 130 after Ctrl-C.

    Raises Fault for a scenario or policy that cannot be used.
    """
    began = time.monotonic()
    for file in (asked.out, asked.table):
        if file is not None and not file.parent.is_dir():
            raise Fault(f"There is no folder {file.parent} to write {file.name} to.", code=USAGE)
    package, way = chosen(folder, asked.policy)
    if asked.doctrine is not None and asked.doctrine not in package.doctrines:
        raise unknown("doctrine", asked.doctrine, package.doctrines)
    task = _task(package, way, asked)
    span = shard.shard_range(*asked.shard, task.playouts)
    done = _Tray(span.last - span.first)
    stopped = _work(ordered(package, task, way), span, package.doctrines, asked, done)
    if asked.out is not None and not stopped:
        shard.write(asked.out, Shard(task, (span,), done.totals))
        return 0
    data = sweepreport.as_data(task, done.totals)
    data["run"] = {
        "seconds": round(time.monotonic() - began, 2),
        "workers": done.processes,
        "peak_mib": done.peak,
        "stopped": stopped,
    }
    sweepreport.tell(data, asked.form, asked.table)
    if not stopped:
        return 0
    unwritten = f" {asked.out} was not written: a shard is whole." if asked.out is not None else ""
    print(f"Stopped: this is what was done of {done.wanted:,} playouts.{unwritten}", file=sys.stderr)
    return INTERRUPTED


def _task(package: Package, way: Way, asked: Asked) -> Task:
    texts = json.dumps([sorted(package.resolved().items()), way.line]).encode("utf-8")
    scenario = package.compile()
    return Task(
        scenario=package.id,
        digest=sha256(texts).hexdigest()[:DIGEST],
        policy=way.word,
        doctrine=asked.doctrine or "",
        seed=asked.seed,
        playouts=asked.playouts,
        sample=min(asked.sample, asked.playouts),
        lows=tuple((meter.id, meter.low) for meter in scenario.meters),
    )


class _Tray:
    """What is done so far, and by whom."""

    def __init__(self, wanted: int) -> None:
        self.wanted = wanted
        self.totals = Totals()
        self._peaks: dict[int, int] = {}

    def take(self, done: Done) -> None:
        """Lay a finished piece on it."""
        self.totals.add(done.totals)
        self._peaks[done.process] = max(done.peak, self._peaks.get(done.process, 0))

    @property
    def processes(self) -> int:
        """How many processes did it."""
        return len(self._peaks)

    @property
    def peak(self) -> int:
        """The most memory that they and this process needed, in MiB, if all did so at once."""
        return sum((self._peaks | {os.getpid(): peak_memory()}).values())


def _work(order: Order, span: Range, doctrines: Sequence[str], asked: Asked, tray: _Tray) -> bool:
    """Have it all counted; whether Ctrl-C came before the end."""
    processes = CLUSTER if asked.cluster is not None else _processes(asked)
    pieces = [Piece(*one) for one in sweep.pieces(order.task, span, tuple(doctrines), processes)]
    progress = Progress(tray.wanted)
    try:
        for done in _dealt(order, pieces, asked):
            tray.take(done)
            progress.show(tray.totals.playouts)
    except KeyboardInterrupt:
        return True
    finally:
        progress.close()
    return False


def _dealt(order: Order, pieces: Sequence[Piece], asked: Asked) -> Iterator[Done]:
    if asked.cluster is not None:
        return cluster.deal(count, order, pieces, asked.cluster)
    return workers.deal(count, order, pieces, _processes(asked))


def _processes(asked: Asked) -> int:
    return asked.workers or os.cpu_count() or 1
