"""Evidence: which answers speak for and against a reading of Moscow, against the others' odds for the same answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from game.core.analysts import FLOOR, Reading


class Piece(NamedTuple):
    """An answer seen: turn, what it answered, its id, the odds this reading gave it and the others' mean, of 10,000."""

    turn: int
    subject: str
    answer: str
    odds: int
    others: int

    @property
    def pull(self) -> int:
        """How far it pulls, in thousandths of its odds over the others': above 1,000 for the reading, below against."""
        return 1000 * max(self.odds, FLOOR) // max(self.others, FLOOR)


def evidence(readings: Sequence[Reading], doctrine: str) -> list[Piece]:
    """The answers that any other reading weighs otherwise than this one, the heaviest first."""
    own = next(reading for reading in readings if reading.doctrine == doctrine)
    rest = [reading for reading in readings if reading.doctrine != doctrine]
    found = []
    for turn, subject, answer, odds in own.odds:
        theirs = [o for reading in rest for t, s, a, o in reading.odds if (t, s, a) == (turn, subject, answer)]
        if theirs:
            found.append(Piece(turn, subject, answer, odds, sum(theirs) // len(theirs)))
    return sorted((p for p in found if p.pull != 1000), key=lambda p: -max(p.pull, 1_000_000 // max(1, p.pull)))
