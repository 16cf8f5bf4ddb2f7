"""Trials: experiments on how often force comes when a script plays and something is held from outside."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from game.core.scenario import Scenario

from .course import Hold

CRISIS = "road-to-moscow"
"""The crisis they are made in."""
LOW, HIGH = 10, 80
FEBRUARY = "2022-02-01"


class Trial(NamedTuple):
    """A script, an approach taken wherever possible, a hold, and the percent of wars wanted."""

    line: str
    approach: str
    hold: str
    low: int
    high: int
    says: str


def _unity(scenario: Scenario, number: int) -> dict[str, int]:
    """Unity is worked out from the partners' lines, so these are held."""
    return {f"{partner.id}.line": number for partner in scenario.partners}


def unity_low(scenario: Scenario, turn: int) -> Mapping[str, int]:
    """All partners' lines at 10."""
    return _unity(scenario, LOW)


def credibility_low(scenario: Scenario, turn: int) -> Mapping[str, int]:
    """Credibility at 10."""
    return {"credibility": LOW}


def cost_low(scenario: Scenario, turn: int) -> Mapping[str, int]:
    """Cost in law at 10."""
    return {"cost": LOW}


def all_high(scenario: Scenario, turn: int) -> Mapping[str, int]:
    """Unity, credibility and cost at 80 from the first turn in February on."""
    if scenario.dates[min(turn, len(scenario.dates)) - 1] < FEBRUARY:
        return {}
    return {**_unity(scenario, HIGH), "credibility": HIGH, "cost": HIGH}


def all_rising(scenario: Scenario, turn: int) -> Mapping[str, int]:
    """All three rising evenly from their start to 80 at the first turn in February, then held."""
    goal = next((number for number, date in enumerate(scenario.dates, 1) if date >= FEBRUARY), len(scenario.dates))
    lines = list(_unity(scenario, HIGH))
    starts = {id: scenario.find.meter[id].start for id in (*lines, "credibility", "cost")}
    return {id: low + (HIGH - low) * min(turn - 1, goal - 1) // (goal - 1) for id, low in starts.items()}


HOLDS: Mapping[str, Hold] = {
    "unity": unity_low,
    "credibility": credibility_low,
    "cost": cost_low,
    "all": all_high,
    "rising": all_rising,
}
TRIALS = (
    Trial("cautious", "", "", 60, 90, "a cautious script"),
    Trial("cautious", "", "unity", 95, 100, "the same with unity held at 10"),
    Trial("cautious", "", "credibility", 95, 100, "the same with credibility held at 10"),
    Trial("cautious", "", "cost", 95, 100, "the same with cost in law held at 10"),
    Trial("cautious", "", "all", 0, 50, "the same with all three at 80 from the first turn of February on"),
    Trial("cautious", "", "rising", 0, 50, "the same with all three rising evenly to 80 by then"),
    Trial("cautious", "argue", "", 0, 100, "the cautious script, arguing wherever it can at the table"),
    Trial("cautious", "listen", "", 0, 100, "the same, listening instead (at most 5 points from arguing)"),
    Trial("argue-only", "argue", "", 0, 100, "arguing only"),
    Trial("argue-only", "listen", "", 0, 100, "arguing only, but listening at the table"),
)
