"""Counsel: what a play can be told about itself: analysts' weights, a move weighed, the envelope, turning points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.batch.spread import Spread
from game.core import analysts, debrief, turning, weigh
from game.core.analysts import Reading
from game.core.choice import Choice
from game.core.debrief import Other, Verdict
from game.core.scenario import Scenario
from game.core.sight import blurred
from game.core.turning import TurningPoint
from game.core.weigh import Weighing

from .playthrough import Playthrough

MOST = 12
"""Choices that a spread is made of."""


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


def looked_at(open_now: Sequence[str], move: str) -> tuple[str, ...]:
    """The choices a spread is made of when a move is weighed: it, the end of the turn, and as many more as may be."""
    others = [id for id in open_now[:-1] if id != move][: MOST - 2]
    wanted = {move, open_now[-1], *others} if len(open_now) > MOST else set(open_now)
    return tuple(id for id in open_now if id in wanted)


def spread(play: Playthrough, candidates: Sequence[str]) -> Spread:
    """What may come of these choices, as far as the seat can know; it takes its time. See `batch.forecast`."""
    from game.batch.forecast import forecast  # NumPy, which a play does without until a forecast is asked for

    weights = {reading.doctrine: reading.weight for reading in readings(play)}
    return forecast(moscows(play), blurred(play.scenario, play.state), weights, candidates)


def opened(play: Playthrough) -> tuple[Other, ...]:
    """The envelope: the same moves with the same dice against each Moscow."""
    return debrief.envelope(moscows(play), play.seed, play.choices)


def turning_points(play: Playthrough) -> Iterator[TurningPoint | None]:
    """Turning points as they are found, None in between, so that a screen may draw meanwhile."""
    return turning.search(play.scenario, play.choices, play.steps)


def advisers(play: Playthrough) -> tuple[Verdict, ...]:
    """What the advisers foretold of the moves made, and whether it came."""
    return debrief.record(play.scenario, play.choices, play.steps)
