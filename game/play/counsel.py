"""Counsel: what a play can be told about itself: analysts' weights, a move weighed, the envelope, turning points."""

from __future__ import annotations

from collections.abc import Iterator

from game.core import analysts, debrief, turning, weigh
from game.core.analysts import Reading
from game.core.choice import Choice
from game.core.debrief import Other, Verdict
from game.core.scenario import Scenario
from game.core.turning import TurningPoint
from game.core.weigh import Weighing

from .playthrough import Playthrough


def moscows(play: Playthrough) -> dict[str, Scenario]:
    """The same crisis under each doctrine, history's first."""
    return {doctrine: play.package.compile(doctrine, play.texts, play.carried) for doctrine in play.package.doctrines}


def _line(play: Playthrough) -> list[Choice]:
    return [Choice(play.scenario.seat, id) for id in play.choices]


def readings(play: Playthrough) -> tuple[Reading, ...]:
    """How well each doctrine explains the answers seen so far."""
    return analysts.readings(moscows(play), play.scenario, _line(play), play.steps)


def weighed(play: Playthrough, move: str) -> Weighing:
    """Where a move is likely to lead by the end of the turn, as far as the seat can know.

    Raises IllegalChoice if it may not be made now.
    """
    weights = {reading.doctrine: reading.weight for reading in readings(play)}
    return weigh.weigh(moscows(play), weights, play.state, move)


def weighings(play: Playthrough, move: str) -> Iterator[Weighing]:
    """The same, as it stands after each playout, so that a screen may draw meanwhile."""
    weights = {reading.doctrine: reading.weight for reading in readings(play)}
    return weigh.weighings(moscows(play), weights, play.state, move)


def opened(play: Playthrough) -> tuple[Other, ...]:
    """The envelope: the same moves with the same dice against each Moscow."""
    return debrief.envelope(moscows(play), play.seed, play.choices)


def turning_points(play: Playthrough) -> Iterator[TurningPoint | None]:
    """Turning points as they are found, None in between, so that a screen may draw meanwhile."""
    return turning.search(play.scenario, play.choices, play.steps)


def advisers(play: Playthrough) -> tuple[Verdict, ...]:
    """What the advisers foretold of the moves made, and whether it came."""
    return debrief.record(play.scenario, play.choices, play.steps)
