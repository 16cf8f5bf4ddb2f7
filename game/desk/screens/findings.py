"""Findings: what a debrief has to search for, in pieces small enough that no frame waits for it."""

from __future__ import annotations

import time
from collections.abc import Iterator

from game.core import debrief
from game.core.debrief import Other
from game.core.turning import TurningPoint
from game.play import counsel
from game.play.playthrough import Playthrough

TOLD_EVERY = 20  # tries after which their number is shown anew


class Findings:
    """The envelope's columns and the turning points of a play that is over, as far as they are found."""

    def __init__(self, play: Playthrough) -> None:
        self.others: list[Other] = []
        self.points: list[TurningPoint] = []
        self.tried = 0
        self.done = False
        self._work = self._search(play)

    def go_on(self, budget: int) -> bool:
        """Search for about `budget` milliseconds; True when something new may be shown."""
        until, news = time.monotonic() + budget / 1000, False
        while not self.done and time.monotonic() < until:
            step = next(self._work, None)
            self.done = step is None
            news = news or step is not False or self.tried % TOLD_EVERY == 0
        return news

    def _search(self, play: Playthrough) -> Iterator[bool]:
        """Goes one piece further at a time; True where it found something."""
        for doctrine, scenario in counsel.moscows(play).items():
            self.others += debrief.envelope({doctrine: scenario}, play.seed, play.choices)
            yield True
        for point in counsel.turning_points(play):
            self.tried += 1
            if point is not None:
                self.points.append(point)
            yield point is not None
