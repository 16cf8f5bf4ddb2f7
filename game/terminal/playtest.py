"""Playtest: what `check --play` adds: a crisis played many times, what lint finds in that, and how the games ended."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence

from game.batch.playtest import Playtest, playtest
from game.content.check import Look
from game.content.lint.code import Finding
from game.content.lint.linting import played
from game.content.package import Package
from game.content.shelf import Shelf

WIDTH = 11


def look(package: Package, shelf: Shelf, known: Sequence[Finding]) -> Look:
    """What shows when the crisis is played; `known` is what lint has found without."""
    began = time.monotonic()
    seen = playtest(package)
    problems = played(package, shelf, seen, known)
    return Look(problems, tuple(lines(seen, time.monotonic() - began)))


def lines(seen: Playtest, seconds: float) -> Iterator[str]:
    """How the games of each policy ended, and how many aims they met, as a table."""
    each = seen.games * len(seen.doctrines)
    against = f" against each of {len(seen.doctrines)} doctrines" if len(seen.doctrines) > 1 else ""
    yield (
        f"    Played {each * len(seen.policies):,} games in {seconds:.1f} seconds: "
        f"{seen.games:,} of each policy{against}."
    )
    yield _line("games that ended in", seen.policies)
    for ending, table in seen.endings.items():
        yield _line(f"  {ending}", [f"{100 * sum(row) / each:.0f}%" for row in table])
    if seen.aims:
        by_policy = [sum(sum(table[place]) for table in seen.aims.values()) for place in range(len(seen.policies))]
        yield _line(f"aims met, of {len(seen.aims)}", [f"{met / each:.1f}" for met in by_policy])


def _line(head: str, cells: Sequence[str]) -> str:
    return f"    {head:<32}" + "".join(f" {cell:>{WIDTH}}" for cell in cells)
