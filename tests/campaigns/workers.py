"""Workers: the same function over many pieces of work, in at most two processes, with a line of progress."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from functools import lru_cache
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

from game.content.package import Package, load
from game.data import scenario_folder

Piece = TypeVar("Piece")
Result = TypeVar("Result")
MOST = 2


@lru_cache(maxsize=4)
def package(folder: str) -> Package:
    """The scenario of an id or folder, loaded once a process."""
    return load(Path(folder) if Path(folder).is_dir() else scenario_folder(folder))


def over(work: Callable[[Piece], Result], pieces: Sequence[Piece], processes: int = MOST) -> list[Result]:
    """The results in the order of the pieces. With one process the work is done here."""
    began = time.monotonic()
    found: dict[int, Result] = {}

    def report() -> None:
        passed, many = time.monotonic() - began, max(1, len(pieces) // 10)
        if sys.stderr.isatty():
            print(f"\r{len(found)} of {len(pieces)} pieces, {passed:.0f} s ", end="", file=sys.stderr, flush=True)
        elif len(found) % many == 0:
            print(f"{len(found)} of {len(pieces)} pieces, {passed:.0f} s", file=sys.stderr, flush=True)

    if processes == 1:
        for number, piece in enumerate(pieces):
            found[number] = work(piece)
    else:
        workers = min(processes, MOST, os.cpu_count() or 1)
        with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
            asked = {pool.submit(work, piece): number for number, piece in enumerate(pieces)}
            for done in as_completed(asked):
                found[asked[done]] = done.result()
                report()
        if sys.stderr.isatty():
            print(file=sys.stderr)
    return [found[number] for number in range(len(pieces))]
