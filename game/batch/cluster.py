"""Cluster: pieces of work dealt out to a Dask cluster, whose scheduler gives those of a lost worker to another."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from typing import Any, TypeVar

from game.fault import Fault

S = TypeVar("S")
P = TypeVar("P")
R = TypeVar("R")

PATIENCE = "20s"
"""How long the scheduler may take to answer."""


def _itself(shared: S) -> S:
    return shared


def deal(work: Callable[[S, P], R], shared: S, pieces: Sequence[P], address: str) -> Iterator[R]:
    """What comes of the pieces, as each is done. The workers need the game installed in the same version.

    Raises Fault without dask.distributed, or where no scheduler answers at the address.
    """
    try:
        distributed: Any = import_module("distributed")
    except ImportError as error:
        raise Fault("A cluster needs dask.distributed: pip install 'long-table[cluster]'.") from error
    try:
        client = distributed.Client(address, timeout=PATIENCE)
    except (OSError, ValueError) as error:
        raise Fault(f"No Dask scheduler answers at {address}: {error}.") from error
    with client:
        # A task, not scattered data: should the worker that holds it be lost, the scheduler knows how to get it again.
        held = client.submit(_itself, shared, pure=False)
        futures = [client.submit(work, held, piece, pure=False) for piece in pieces]
        try:
            for _, result in distributed.as_completed(futures, with_results=True):
                yield result
        finally:
            client.cancel(futures)
