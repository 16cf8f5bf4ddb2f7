"""Words of likelihood against what came."""

from __future__ import annotations

from game.core.weigh import ODDS, in_words
from game.play.calibration import Distance, Tally, distance, tallies
from game.play.playthrough import Estimate


def test_words_are_tallied_against_the_ending_that_came() -> None:
    notes = [
        Estimate(2, "go", "peace", "likely", 340),
        Estimate(3, "wait", "war", "likely", 560),
        Estimate(4, "go", "peace", "remote", 100),
    ]
    assert tallies(notes, "peace") == (Tally("likely", 70, 93, 2, 1, 45), Tally("remote", 5, 20, 1, 1, 10))
    # Off by 18.5, 81.5 and 87.5 points; the spreads by 66, 56 and 90.
    assert distance(notes, "peace") == Distance(63, 71)


def test_nothing_said_is_nothing_told() -> None:
    assert tallies([], "peace") == ()
    assert distance([], "peace") is None


def test_the_words_are_those_of_the_odds() -> None:
    assert [in_words(least, 100) for least, _ in ODDS] == [word for _, word in ODDS]
    assert in_words(0, 0) == ODDS[-1][1]
