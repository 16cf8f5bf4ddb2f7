"""Piecework: what a process that helps with a sweep does: make the scenario ready once, then count piece by piece."""

from __future__ import annotations

import json
import os
import zlib
from functools import lru_cache
from typing import NamedTuple

from game import __version__
from game.batch.shard import Range, Task
from game.batch.sweep import sweep
from game.batch.totals import Totals
from game.batch.workers import may_go_on
from game.content.package import Package, from_resolved
from game.core.way import Way
from game.fault import Fault

from .memory import peak_memory


class Order(NamedTuple):
    """What all pieces of a sweep share: the texts of the scenario's files, packed small, and what is asked of them."""

    texts: bytes
    task: Task
    way: Way


class Piece(NamedTuple):
    """The playouts of a range that face a doctrine."""

    span: Range
    doctrine: str


class Done(NamedTuple):
    """What came of a piece, in which process, and the most memory that process has needed so far, in MiB."""

    totals: Totals
    process: int
    peak: int


def ordered(package: Package, task: Task, way: Way) -> Order:
    """The order for a sweep of this package."""
    texts = json.dumps(package.resolved()).encode("utf-8")
    return Order(zlib.compress(texts), task, way)


@lru_cache(maxsize=2)
def _package(texts: bytes) -> Package:
    return from_resolved(json.loads(zlib.decompress(texts)))


def count(order: Order, piece: Piece) -> Done:
    """Count one piece. Raises Stopped when it is no longer wanted, Fault for an order of another version."""
    if order.task.version != __version__:
        raise Fault(f"This worker has version {__version__} of the game; the sweep is of version {order.task.version}.")
    totals = sweep(_package(order.texts), order.task, order.way, piece.span, piece.doctrine, may_go_on)
    return Done(totals, os.getpid(), peak_memory())
