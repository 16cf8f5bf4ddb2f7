"""Progress: how far a long piece of work has come and how long it will still take, on the error stream."""

from __future__ import annotations

import sys
import time

SELDOM = 10.0
"""Seconds from one line to the next where lines cannot be written over."""


class Progress:
    """A line that is written over on a terminal; elsewhere a new line now and then."""

    def __init__(self, wanted: int) -> None:
        self._wanted = wanted
        self._began = time.monotonic()
        self._said = float("-inf")
        self._width = 0

    def show(self, done: int) -> None:
        """Say how much is done."""
        now = time.monotonic()
        left = (now - self._began) * (self._wanted - done) / max(1, done)
        line = f"{done:,} of {self._wanted:,} playouts, {_clock(left)} left"
        if sys.stderr.isatty():
            print(f"\r{line:<{self._width}}", end="", file=sys.stderr, flush=True)
            self._width = len(line)
        elif now - self._said >= SELDOM:
            print(line, file=sys.stderr, flush=True)
            self._said = now

    def close(self) -> None:
        """Leave the line."""
        if self._width:
            print(file=sys.stderr, flush=True)


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02}" if minutes else f"{rest} s"
