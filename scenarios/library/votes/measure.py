"""Measure: how well the model and the yardsticks foretell votes that they were not fitted to."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from figures import Figures, Row
from given import NO, Roll
from ordered import Fitted
from terms import presence
from yardsticks import Votes, as_latest, as_nearest, by_logistic

FORWARD = ("A/RES/ES-11/1", "A/RES/ES-11/2", "A/RES/ES-11/5")


def measure(given: list[Roll], learn: Callable[[list[Roll]], Fitted]) -> Figures:
    """Every Assembly vote foretold from all others, and the three of 2022 from earlier ones only."""
    texts = [roll for roll in given if roll.body == "assembly"]
    left_out, forward = [], []
    for text in texts:
        others = [roll for roll in given if roll is not text]
        known = [roll for roll in texts if roll is not text]
        left_out.append(_row(text, learn(others), as_nearest(text, known), by_logistic(text, known)))
        if text.symbol in FORWARD:
            earlier = [roll for roll in given if roll.date < text.date]
            known = [roll for roll in texts if roll.date < text.date]
            forward.append(_row(text, learn(earlier), as_latest(text, known), by_logistic(text, known)))
    return Figures(tuple(left_out), tuple(forward))


def _row(text: Roll, fitted: Fitted, yardstick: tuple[Votes, Votes], logistic: Votes) -> Row:
    chances = fitted.chances(presence(text))[text.voted]
    expected, real = chances.sum(axis=0), text.tally()
    return Row(
        symbol=text.symbol,
        date=text.date.isoformat(),
        voted=int(text.voted.sum()),
        model=_share(chances.argmax(axis=1), text),
        other=_share(yardstick[0][text.voted], text),
        other_filled=_share(yardstick[1][text.voted], text),
        logistic=_share(logistic[text.voted], text),
        expected=tuple(round(float(count)) for count in expected[::-1]),
        real=tuple(int(count) for count in real[::-1]),
        error=round(float(np.abs(expected - real).mean()), 2),
    )


def _share(told: Votes, text: Roll) -> float:
    """The share of the states that voted whose vote was foretold."""
    voted = text.cast[text.cast >= NO]
    return round(float((told == voted).mean()), 4)
