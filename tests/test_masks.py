"""The crises under invented names: up to date, free of every real name, and with the dates and numbers kept."""

from __future__ import annotations

import importlib.util
import re
from types import ModuleType
from typing import Any

import pytest

from game.content.package import Package
from game.content.votes import library
from game.data import scenario_ids, scenarios_dir
from tests.core import crises

REAL_NAMES = """
Abuja Accra Addis.Ababa Adenauer Africa Alaska Algiers Almaty America Anatolia Amsterdam Ankara Antalya Arab Argentin
Asia Astana Atlantic Azov Balkan Baltic Bankova Bavaria Beijing Belgravia Bennett Berlin Biden Black.Sea Blinken
Bolshakov Bonn Boryspil Boston Brandenburg Brasilia Brasília British Bronx Brussels Bryansk Bucha Bucharest Budapest
Buenos Bundestag Cairo Caribbean Castro Catherine Caucasus Chernihiv Chernyakhovsk Chinese Congress Constanta Crimea
Dakar Danube Delhi Deveselu Dnipro Dobrynin Doha Donbas Donetsk Dresden Dublin Dutch Élysée English EU Europe
Feklisov Finnish Florida Fomin French Gazprom Geneva German Gomel Gromyko Guterres Hague Havana Helsinki Hofburg
Hudson Islamabad Istanbul Ital Jakarta Jerusalem Jutland Kaliningrad Kazan Kennedy Kharkiv Khrushchev Kosovo Kremlin
Kuleba Kursk Kyiv Lagos Latin.America Lavrov Leiden Lisbon London Los.Angeles Lubmin Luhansk Lviv Macmillan Macron
Madrid Mallnow Mariupol Mayfair McNamara Medinsky Merkel Milan Minsk Modi Moscow Munich Mykhailivska Nairobi NATO
Nebenzya New.York Nord.Stream Nordic Normandy North.Sea Norw Oder Odesa Olympic OSCE Oslo Palikir Paris Peking Polish
Poltava Pretoria Przemysl Putin Quai Ravenna Redzikowo Riga Roma Rome Rurik Rusk Rzesz Sahel San.Cristobal Scali
Scholz Schröder Sejm Shoigu Siberia Smolensk Soviet Spanish Stevenson Strasbourg Stuttgart Swahili Swiss Tallinn
Tashkent Tatra Tehran Thant Tirana Tokyo Truss Turkish U-2 UN United.Kingdom United.Nations United.States Verona Vienna
Viennese Vistula Vnukovo Volga Voronezh Wallace Warsaw Washington West.Africa White.House Xi Yalta Yamal Yavoriv Yelnya
Zelensk Zorin hryvnia rouble
"""
SHORT = 5
"""Names of at most so many letters are looked for as whole words: "Oman" and "Rome" begin others."""
STEMS = ("Asia", "Ital", "Norw", "Cuba", "China")
SHARED = ("Castro",)
"""Longer names that are whole words too, for an invented name begins like them."""


def _mask() -> Any:
    """The script that writes the masked texts of every crisis."""
    path = scenarios_dir() / "library" / "mask.py"
    spec = importlib.util.spec_from_file_location("mask", path)
    assert spec is not None
    assert spec.loader is not None
    module: ModuleType = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _real() -> re.Pattern[str]:
    """Every name that must not be left: those above and those of all members of the United Nations."""
    names = [*(name.replace(".", " ") for name in REAL_NAMES.split()), *(voter.name for voter in library().voters)]
    whole = [name for name in names if (len(name) <= SHORT and name not in STEMS) or name in SHARED]
    begun = [name for name in names if name not in whole]
    return re.compile(rf"\b(?:(?:{'|'.join(map(re.escape, whole))})\b|(?:{'|'.join(map(re.escape, begun))}))")


mask = _mask()
REAL = _real()
NUMBER = re.compile(r"(?<![A-Z]-)\d+")
"""A number, but for one in the name of a thing: "U-2"."""
MORE_WORDS = 6
"""By how many words a masked text may be longer or shorter than the real one."""


@pytest.fixture(scope="module", params=scenario_ids())
def package(request: pytest.FixtureRequest) -> Package:
    return crises.package(request.param)


@pytest.fixture(scope="module")
def masking(package: Package) -> Any:
    return mask.masking(scenarios_dir() / package.id)


@pytest.fixture(scope="module")
def shown(package: Package) -> set[tuple[str, str]]:
    """Every text with its id as masked play shows it, under any doctrine."""
    return {pair for doctrine in package.doctrines for pair in package.compile(doctrine, "masked").texts.items()}


def test_no_real_name_is_left(shown: set[tuple[str, str]]) -> None:
    found = ((key, REAL.search(text)) for key, text in shown if not mask.LEFT_REAL.match(key))
    left = sorted((key, name[0]) for key, name in found if name)
    assert not left, left[:10]


def test_it_is_up_to_date_and_every_name_in_it_is_known(masking: Any, shown: set[tuple[str, str]]) -> None:
    new = mask.masked(masking)
    again = "run `python scenarios/library/mask.py` and read what changed"
    assert list(mask.complaints(masking, new)) == [], again
    assert (masking.folder / mask.WRITTEN).read_text(encoding="utf-8") == mask.as_yaml(new), again
    assert set(new.items()) <= shown


def test_it_keeps_dates_numbers_and_length(masking: Any) -> None:
    for key, text in mask.masked(masking._replace(by_hand={})).items():
        numbers = NUMBER.findall(masking.texts[key])
        assert [number for number in numbers if number in text] == numbers, key
        assert abs(len(text.split()) - len(masking.texts[key].split())) <= MORE_WORDS, key


def test_no_two_states_share_an_invented_name(shown: set[tuple[str, str]]) -> None:
    names = [text for key, text in shown if re.fullmatch(r"member\.[A-Z]{3}\.name", key)]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize(
    ("crisis", "real", "invented"),
    [
        (
            "road-to-moscow",
            "A Russian, an Italian and the Americans.",
            "An Orsenian, a Savorian and the Merrowans.",
        ),
        (
            "road-to-moscow",
            "Moscow's wish. NATO met. The City and the United States did not.",
            "Tvarsk's wish. The Alliance met. The Exchange and Merrow did not.",
        ),
        ("road-to-moscow", "War in Europe: the Balkans.", "War on the Continent: the southern hills."),
        ("first-cable", "A U-2 over Cuba.", "A high-flying aircraft over Corvada."),
        ("emergency-session", "The Russian draft and an Indian text.", "The Orsenian draft and a Sindaran text."),
    ],
)
def test_names_are_masked_with_their_articles(crisis: str, real: str, invented: str) -> None:
    assert mask.renamed(real, mask.read_glossary(scenarios_dir() / crisis / mask.GLOSSARY)) == invented
