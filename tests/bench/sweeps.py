"""Sweeps: `longtable sweep` as it is typed: what it takes by the clock, by the processors and in memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from typing import NamedTuple

from .processes import CHECKOUT, Failed


class Ran(NamedTuple):
    """A process that has ended, with those it had started: seconds by the clock and of all processors, mebibytes.

    The memory is what all of them would need at their worst moments together; None where the system does not tell.
    """

    clock: float
    processors: float
    mebibytes: float | None


def sweep(scenario: str, playouts: int, workers: int) -> Ran:
    """A sweep of random games under the scenario's first doctrine. Raises Failed."""
    words = ["-m", "game", "sweep", scenario, "--policy", "random", "--seed", "1", "--sample", "0", "--json"]
    return _run(*words, "--doctrine", "documented", "--playouts", str(playouts), "--workers", str(workers))


def _run(*words: str) -> Ran:
    with tempfile.TemporaryFile("w+", encoding="utf-8") as said:
        began, before = time.perf_counter(), os.times()
        done = subprocess.run(
            [sys.executable, *words], cwd=CHECKOUT, stdout=subprocess.PIPE, stderr=said, encoding="utf-8", check=False
        )
        took, after = time.perf_counter() - began, os.times()
        if done.returncode:
            said.seek(0)
            raise Failed((said.read().strip().splitlines() or ["it said nothing"])[-1])
    used = after.children_user + after.children_system - before.children_user - before.children_system
    return Ran(took, used, json.loads(done.stdout)["run"]["peak_mib"] or None)
