"""The Road to Moscow as content: enough of it, sourced, honest about words and dates, and no line twice."""

from __future__ import annotations

import importlib.util
import re
from collections import Counter
from types import ModuleType

import pytest

from game.content.package import Package, load
from game.core.grammar import Clause
from game.core.scenario import Scenario
from game.data import scenarios_dir

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

IDENTIFIABLE = re.compile(
    r"Putin|Lavrov|Shoigu|Patrushev|Ushakov|Ryabkov|Biden|Blinken|Sherman|Burns|Haines|Macron|Scholz|Baerbock|Merkel|"
    r"Truss|Wallace|Johnson|Orb[aá]n|Zelensky|Kuleba|Guterres|Stoltenberg|Xi\b|Duda|Draghi|"
    r"[Tt]he (French|US|American|Russian|Ukrainian|Polish) [Pp]resident|[Tt]he (German )?[Cc]hancellor|"
    r"[Tt]he (British |Russian |German )?[Ff]oreign (minister|secretary|Minister|Secretary)"
)
REAL_NAMES = """
Africa Algiers Algeria Almaty America Amsterdam Ankara Argentin Asia Astana Atlantic Azov Balkan Baltic Bankova
Bavaria Beijing Belarus Belgravia Berlin Biden Black.Sea Blinken Bonn Boryspil Brandenburg Brasilia Brasília Brazil
Brest Britain British Brussels Bryansk Bucharest Budapest Buenos Catherine Caucasus Chernyakhovsk China Chinese
Constanta Crimea Danube Delhi Denmark Deveselu Dnipro Doha Donbas Donetsk Dresden Dublin Dutch Élysée EU Europe
Finland Finnish France French Gazprom Geneva German Gomel Hague Helsinki Hofburg Hungar India Iraq Islamabad Istanbul
Ital Japan Jutland Kaliningrad Kazakh Kazan Kharkiv Kosovo Kremlin Kursk Kyiv Lavrov Leiden Lisbon Lithuania London
Lubmin Luhansk Lviv Macron Mallnow Mariupol Mayfair Merkel Milan Minsk Moscow Munich Mykhailivska Nairobi NATO
Netherlands New.York Nord.Stream Normandy North.Sea Norw Oder Odesa Olympic OSCE Oslo Pakistan Paris Poland Polish
Poltava Pretoria Przemysl Putin Quai Ravenna Redzikowo Riga Roma Rome Rurik Russia Rzesz Scholz Schröder Sejm Shoigu
Smolensk Soviet Spain Spanish Stuttgart Swahili Swiss Switzerland Tallinn Tatra Tokyo Truss Turkey Turkish Ukrain UN
United.Kingdom United.States Verona Vienna Viennese Vistula Vnukovo Volga Voronezh Wallace Warsaw Washington
White.House Xi Yalta Yamal Yavoriv Yelnya Zelensk hryvnia rouble
"""
SHORT = ("EU", "UN", "Oder", "Roma", "Xi", "Rome", "Paris", "Brest", "Asia", "India")
"""Names that are only looked for as whole words."""
REAL = re.compile("|".join(rf"\b{name}{chr(92) + 'b' if name in SHORT else ''}" for name in REAL_NAMES.split()))
LEFT_REAL = ("source.", "cameo.", "scenario.road-to-moscow.licence")
"""Shown in no masked play, or naming nobody."""


def _mask() -> ModuleType:
    """The script that writes the masked texts, which lies beside them."""
    path = scenarios_dir() / "road-to-moscow" / "i18n" / "mask.py"
    spec = importlib.util.spec_from_file_location("mask", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


mask = _mask()
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
    left = []
    for doctrine in package.doctrines:
        masked = package.compile(doctrine, "masked")
        left += [key for key, text in masked.texts.items() if not key.startswith(LEFT_REAL) and REAL.search(text)]
    assert not left, left[:10]


def test_the_masked_texts_are_up_to_date_and_every_name_in_them_is_known(package: Package) -> None:
    texts, glossary, by_hand = mask.english(), mask.read_glossary(), mask.read_by_hand()
    new = mask.masked(texts, glossary, by_hand)
    again = "run `python scenarios/road-to-moscow/i18n/mask.py` and read what changed"
    assert list(mask.complaints(texts, new, glossary, by_hand)) == [], again
    assert mask.WRITTEN.read_text(encoding="utf-8") == mask.as_yaml(new), again
    shown: dict[str, str] = {}
    for doctrine in package.doctrines:
        shown |= package.compile(doctrine, "masked").texts
    assert all(shown[key] == text for key, text in new.items())


def test_the_masked_form_keeps_dates_numbers_and_length(package: Package) -> None:
    texts = mask.english()
    for key, text in mask.masked(texts, mask.read_glossary(), {}).items():
        kept = [number for number in re.findall(r"\d+", texts[key]) if number in text]
        assert kept == re.findall(r"\d+", texts[key]), key
        assert abs(len(text.split()) - len(texts[key].split())) <= 6, key


@pytest.mark.parametrize(
    ("real", "invented"),
    [
        ("A Russian, an Italian and the Americans.", "An Orsenian, a Savorian and the Merrowans."),
        (
            "Moscow's wish. NATO met. The City and the United States did not.",
            "Tvarsk's wish. The Alliance met. The Exchange and Merrow did not.",
        ),
        (
            "War in Europe: the Balkans.",
            "War on the Continent: the southern hills.",
        ),
    ],
)
def test_names_are_masked_with_their_articles(real: str, invented: str) -> None:
    assert mask.renamed(real, mask.read_glossary()) == invented


def test_a_distressing_text_can_be_known_by_its_mark(scenario: Scenario) -> None:
    assert any(happening.distressing for happening in scenario.happenings)


def test_what_a_move_says_it_sinks_and_risks_is_what_happens(scenario: Scenario) -> None:
    capital = scenario.find.meter["capital"].cell

    def lost(clauses: tuple[Clause, ...]) -> int:
        return -sum(e.amount for clause in clauses for e in clause.effects if e.cell == capital)

    broken = {promise.status: lost(promise.broken) for promise in scenario.promises}
    yielding = {
        contest.over: lost(next(r for r in contest.rungs[0].responses if r.does == "yield").clauses)
        for contest in scenario.contests
    }
    for promise in scenario.promises:
        assert promise.audience == broken[promise.status], promise.id
    for move in scenario.moves:
        made = [broken[e.cell] for clause in move.clauses for e in clause.effects if e.cell in broken]
        assert move.sunk in (0, dict(move.price).get(capital, 0)), move.id
        assert move.audience in (0, *made, yielding.get(move.id, 0)), move.id
