"""Workers: pieces of work dealt out to processes of this machine."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import get_context
from multiprocessing.synchronize import Event
from typing import TypeVar

S = TypeVar("S")
P = TypeVar("P")
R = TypeVar("R")

_stop: Event | None = None


def _begin(stop: Event) -> None:
    """A worker begins: Ctrl-C is for the one who deals out the work, who then sets the event."""
    global _stop
    _stop = stop
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def may_go_on() -> bool:
    """Whether work in this process is still wanted; asked within a piece, so that it can be broken off."""
    return _stop is None or not _stop.is_set()


def deal(work: Callable[[S, P], R], shared: S, pieces: Sequence[P], workers: int) -> Iterator[R]:
    """What comes of the pieces, as each is done, whichever is first. `work` is a function that can be imported.

    Left early, say by Ctrl-C, the pieces in hand are broken off and the processes end before this does.
    """
    if workers <= 1 or len(pieces) <= 1:
        for piece in pieces:
            yield work(shared, piece)
        return
    context = get_context("spawn")
    stop = context.Event()
    pool = ProcessPoolExecutor(min(workers, len(pieces)), context, _begin, (stop,))
    try:
        waiting = [pool.submit(work, shared, piece) for piece in pieces]
        for future in as_completed(waiting):
            yield future.result()
    finally:
        stop.set()
        pool.shutdown(wait=True, cancel_futures=True)
