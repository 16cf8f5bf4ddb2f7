"""Sweeps: `longtable sweep` as it is typed: what it takes by the clock, by the processors and in memory."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from typing import NamedTuple

from .processes import CHECKOUT, Failed


class Ran(NamedTuple):
    """A process that has ended, with those it had started: seconds by the clock and of all processors, megabytes.

    The memory is the most that any one of them held; nothing is known of it where the system does not tell.
    """

    clock: float
    processors: float
    megabytes: float | None


def sweep(scenario: str, playouts: int, workers: int) -> Ran:
    """A sweep of random games under the scenario's first doctrine. Raises Failed."""
    words = ["-m", "game", "sweep", scenario, "--policy", "random", "--seed", "1", "--sample", "0", "--json"]
    return _run(*words, "--doctrine", "documented", "--playouts", str(playouts), "--workers", str(workers))


def _run(*words: str) -> Ran:
    with tempfile.TemporaryFile("w+", encoding="utf-8") as said:
        began, before = time.perf_counter(), os.times()
        started = subprocess.Popen([sys.executable, *words], cwd=CHECKOUT, stdout=subprocess.DEVNULL, stderr=said)
        megabytes = _ended(started)
        took, after = time.perf_counter() - began, os.times()
        if started.returncode:
            said.seek(0)
            raise Failed((said.read().strip().splitlines() or ["it said nothing"])[-1])
    used = after.children_user + after.children_system - before.children_user - before.children_system
    return Ran(took, used, megabytes)


def _ended(started: subprocess.Popen[bytes]) -> float | None:
    """Wait for a process; the most memory that it or one of its own held, where the system tells."""
    if sys.platform == "win32":
        started.wait()
        return None
    _, status, usage = os.wait4(started.pid, 0)
    started.returncode = os.waitstatus_to_exitcode(status)
    return float(usage.ru_maxrss) / (1_000_000 if sys.platform == "darwin" else 1_000)
