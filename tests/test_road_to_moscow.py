"""The Road to Moscow as content: enough of it, sourced, honest about words and dates, and no line twice."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from game.content.package import Package, load
from game.core.scenario import Scenario
from game.data import scenarios_dir

RUSSIAN_ACTS = ["visit-burns", "visit-drafts", "exp-2021-12-15-deu", "gas-yamal-reverse", "visit-call-1230", "visit-geneva-0110", "visit-nrc-0112", "inf-whispergate", "visit-blinken-0121", "visit-normandy-0126", "visit-orban", "visit-xi", "laund-schroeder", "visit-macron", "visit-truss", "visit-wallace", "visit-scholz", "inf-ddos", "body-vienna-doc", "visit-0217-reply", "exp-2022-02-17-rus", "visit-0220-summit", "visit-recognition", "visit-fernandez", "visit-bolsonaro", "visit-un-chair", "visit-khan", "visit-invasion", "inf-viasat"]
"""Every act of Russia that the public record used here dates between 1 November 2021 and 24 February 2022."""

IDENTIFIABLE = re.compile(
    r"Putin|Lavrov|Shoigu|Patrushev|Ushakov|Ryabkov|Biden|Blinken|Sherman|Burns|Haines|Macron|Scholz|Baerbock|Merkel|"
    r"Truss|Wallace|Johnson|Orb[aá]n|Zelensky|Kuleba|Guterres|Stoltenberg|Xi\b|Duda|Draghi|"
    r"[Tt]he (French|US|American|Russian|Ukrainian|Polish) [Pp]resident|[Tt]he (German )?[Cc]hancellor|"
    r"[Tt]he (British |Russian |German )?[Ff]oreign (minister|secretary|Minister|Secretary)"
)
QUOTED = re.compile(r"[“\"«„][^”\"»“]{8,}[”\"»“]")


@pytest.fixture(scope="module")
def package() -> Package:
    return load(scenarios_dir() / "road-to-moscow")


@pytest.fixture(scope="module")
def scenario(package: Package) -> Scenario:
    return package.compile()


def test_there_is_enough_of_it(scenario: Scenario) -> None:
    moscow = [rule for rule in scenario.rules if rule.actor == scenario.main_actor]
    assert len(scenario.moves) >= 45
    assert len(scenario.happenings) >= 30
    assert len(moscow) >= 45
    assert len({rule.family for rule in moscow}) >= 6
    assert len(scenario.summits) >= 3
    assert len(scenario.endings) >= 7
    assert len(scenario.doctrines) >= 4
    assert 18 <= len(scenario.dates) <= 22
    assert scenario.dates[0] == "2021-11-01"
    assert scenario.dates[-1] == "2022-02-24"


def test_every_rule_is_an_argument(scenario: Scenario) -> None:
    for rule in scenario.rules:
        assert rule.sources, rule.id
        assert all(source in scenario.sources for source in rule.sources), rule.id
        assert rule.confidence in ("low", "medium", "high")
        for field in ("because", "counter_view"):
            assert len(scenario.texts[f"rule.{rule.id}.{field}"].split()) >= 4, (rule.id, field)


def test_history_names_every_dated_act_of_russia(scenario: Scenario) -> None:
    told = {fact for past in scenario.past for fact in past.facts}
    assert set(RUSSIAN_ACTS) <= told, set(RUSSIAN_ACTS) - told
    assert all(fact in scenario.sources for fact in told)


def test_no_words_in_quotation_marks_beside_identifiable_people(scenario: Scenario) -> None:
    faults = [key for key, text in scenario.texts.items() if QUOTED.search(text) and IDENTIFIABLE.search(text)]
    assert not faults, faults


def test_no_text_stands_twice(scenario: Scenario) -> None:
    told = (text for key, text in scenario.texts.items() if not key.startswith("source."))
    long = Counter(text for text in told if len(text.split()) >= 6)
    twice = [text for text, times in long.items() if times > 1]
    assert not twice, twice[:5]


def test_no_screen_counts_down(scenario: Scenario) -> None:
    for key, text in scenario.texts.items():
        assert not re.search(r"\bdays (left|to go|until the invasion|before the invasion)\b", text), key


def test_masked_texts_name_nobody_real(package: Package) -> None:
    masked = package.compile(texts="masked")
    real = re.compile(r"Moscow|Russia|Kyiv|Ukrain|Kremlin|Putin|Berlin|German|Paris|French|Washington|Donbas|Minsk")
    shown = {key: text for key, text in masked.texts.items() if not key.startswith(("source.", "scenario.licence"))}
    left = [key for key, text in shown.items() if real.search(text)]
    assert not left, left[:10]


def test_a_distressing_text_can_be_known_by_its_mark(scenario: Scenario) -> None:
    assert any(happening.distressing for happening in scenario.happenings)
