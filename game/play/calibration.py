"""Calibration: how the player's own words of likelihood stand against what came, beside the spreads' figures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from game.core.weigh import ODDS

from .playthrough import Estimate


class Tally(NamedTuple):
    """One word of likelihood: what it means in percent, how often it was said, how often that came, the spreads' mean.

    `found` is in percent.
    """

    word: str
    least: int
    most: int
    said: int
    came: int
    found: int


def tallies(estimates: Sequence[Estimate], ending: str) -> tuple[Tally, ...]:
    """The words that were said, the surest first, against the ending that came."""
    most, rows = 100, []
    for least, word in ODDS:
        notes = [note for note in estimates if note.word == word]
        if notes:
            came = sum(note.ending == ending for note in notes)
            found = sum(note.found for note in notes)
            rows.append(Tally(word, least, most, len(notes), came, (found + 5 * len(notes)) // (10 * len(notes))))
        most = least
    return tuple(rows)


class Distance(NamedTuple):
    """How far from what came, in points of a hundred and on average, the player's words were, and the spreads."""

    own: int
    spread: int


def distance(estimates: Sequence[Estimate], ending: str) -> Distance | None:
    """A word counts as the middle of what it means; None where nothing was said."""
    if not estimates:
        return None
    middles = _middles()
    own = spread = 0
    for note in estimates:
        truth = 1000 * (note.ending == ending)
        own += abs(truth - middles.get(note.word, 500))
        spread += abs(truth - note.found)
    count = 10 * len(estimates)
    return Distance((own + count // 2) // count, (spread + count // 2) // count)


def _middles() -> dict[str, int]:
    """The middle of what each word means, in thousandths."""
    tops = [100, *(least for least, _ in ODDS)]
    return {word: 5 * (least + top) for (least, word), top in zip(ODDS, tops, strict=False)}
