"""Findings: what a debrief has to search for, in pieces small enough that no frame waits for it."""

from __future__ import annotations

import time
from collections.abc import Iterator

from game.batch.spread import Spread
from game.core import debrief
from game.core.debrief import Other
from game.core.turning import TurningPoint
from game.desk.foresight import forecaster
from game.fault import Fault
from game.play import counsel
from game.play.playthrough import Playthrough

TOLD_EVERY = 20  # tries after which their number is shown anew


class Findings:
    """The envelope's columns and the turning points of a play that is over, as far as they are found.

    With `lucks` both are played again under other lucks, once `wanted`, in the process that works forecasts out.
    """

    def __init__(self, play: Playthrough, lucks: bool) -> None:
        self.others: list[Other] = []
        self.points: list[TurningPoint] = []
        self.tried = 0
        self.done = False
        """Whether all of both is found."""
        self.against: Spread | None = None
        """The play's choices against each doctrine, under other lucks."""
        self.changed: dict[int, Spread] = {}
        """By place of a turning point in the line of play: it and the other choice, under other lucks."""
        self.trouble = ""
        """Why there are no other lucks, where there should be."""
        self.settled = not lucks
        """Whether nothing more is to come of other lucks."""
        self.wanted = False
        """Whether a page was opened that shows them."""
        self._work = self._search(play)
        self._lucks = self._others_lucks(play)

    def go_on(self, budget: int) -> bool:
        """Search for about `budget` milliseconds; True when something new may be shown."""
        until, news = time.monotonic() + budget / 1000, self._hear()
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

    def _hear(self) -> bool:
        """Ask once whether the process has come further; True where it has."""
        if self.settled or not self.wanted:
            return False
        try:
            step = next(self._lucks, None)
        except Fault as fault:
            self.trouble, step = str(fault), None
        self.settled = step is None
        return step is not False

    def _others_lucks(self, play: Playthrough) -> Iterator[bool]:
        process = forecaster()
        yield False
        for found in process.against(play):
            self.against = found
            yield found is not None
        while not self.done:
            yield False
        for point in self.points:
            for found in process.changed(play, point.choice, point.instead):
                if found is not None:
                    self.changed[point.choice] = found
                yield found is not None
