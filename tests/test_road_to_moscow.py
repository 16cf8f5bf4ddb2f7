"""What holds of The Road to Moscow alone: its Moscow, its summits and its course of history."""

from __future__ import annotations

import pytest

from game.core.scenario import Scenario
from tests.core import crises

RUSSIAN_ACTS = [
    "visit-burns",
    "visit-drafts",
    "exp-2021-12-15-deu",
    "gas-yamal-reverse",
    "visit-call-1230",
    "visit-geneva-0110",
    "visit-nrc-0112",
    "inf-whispergate",
    "visit-blinken-0121",
    "visit-normandy-0126",
    "visit-orban",
    "visit-xi",
    "laund-schroeder",
    "visit-macron",
    "visit-truss",
    "visit-wallace",
    "visit-scholz",
    "inf-ddos",
    "body-vienna-doc",
    "visit-0217-reply",
    "exp-2022-02-17-rus",
    "visit-0220-summit",
    "visit-recognition",
    "visit-fernandez",
    "visit-bolsonaro",
    "visit-un-chair",
    "visit-khan",
    "visit-invasion",
    "inf-viasat",
]
"""Every act of Russia that the public record used here dates between 1 November 2021 and 24 February 2022."""


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    return crises.package("road-to-moscow").compile()


def test_there_is_enough_of_moscow_and_of_the_long_table(scenario: Scenario) -> None:
    assert len({rule.family for rule in scenario.rules if rule.actor == scenario.main_actor}) >= 6
    assert len(scenario.summits) >= 3
    assert len(scenario.doctrines) >= 4


def test_history_names_every_dated_act_of_russia(scenario: Scenario) -> None:
    told = {fact for past in scenario.past for fact in past.facts}
    assert set(RUSSIAN_ACTS) <= told, set(RUSSIAN_ACTS) - told
