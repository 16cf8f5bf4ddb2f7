"""Processes: what is measured from outside: starting, first frame, memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent.parent


class Failed(Exception):
    """A probe could not be run; the message is its last line."""


def run(*words: str) -> tuple[float, str]:
    """Milliseconds from start to end of a Python process with these words, and what it printed."""
    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        done = subprocess.run(
            [sys.executable, *words],
            cwd=CHECKOUT,
            env={**os.environ, "LONGTABLE_DATA": folder},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        took = 1000 * (time.perf_counter() - began)
    if done.returncode:
        raise Failed((done.stderr.strip().splitlines() or ["it said nothing"])[-1])
    return took, done.stdout


def version(times: int) -> list[float]:
    """How long `longtable --version` takes."""
    return [run("-m", "game", "--version")[0] for _ in range(times)]


def bare(times: int) -> list[float]:
    """How long the interpreter alone takes to start and end."""
    return [run("-c", "pass")[0] for _ in range(times)]


def first_frame(times: int) -> list[float]:
    """From the start of the process to the first picture of the title screen, and out again."""
    return [run("-m", "tests.bench.probe", "first_frame")[0] for _ in range(times)]


def probe(name: str) -> dict[str, list[float]]:
    """The figures of a probe in a process of its own. Raises Failed."""
    figures: dict[str, list[float]] = json.loads(run("-m", "tests.bench.probe", name)[1])
    return figures
