"""The way in for whoever has never played, and the desk of crises without a map or with one of the world."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from game.content.cover import cover
from game.content.package import Package
from game.data import scenario_folder, scenarios_dir
from game.desk import library as library_module
from game.desk import moments
from game.desk.audit import faults
from game.desk.driver import Driver
from game.desk.library import Library, shared
from game.desk.screens.briefing import Briefing
from game.desk.screens.desk import Desk
from game.desk.screens.measures import GAS, LINE, measures
from game.desk.screens.scenarios import Scenarios
from game.desk.screens.signs import item_kicker
from game.desk.screens.title import Title
from game.desk.session import Session, begun
from game.desk.settings import Settings
from game.desk.widgets.button import Button
from tests.core.crises import package
from tests.desk.conftest import Opened
from tests.desk.table_moments import SIZES
from tests.desk.test_guide_line import said

FIRST, HALL, EUROPE = "first-cable", "emergency-session", "road-to-moscow"


@pytest.fixture(scope="module")
def first() -> Package:
    return package(FIRST)


@pytest.fixture(scope="module")
def hall() -> Package:
    return package(HALL)


def ids(driver: Driver) -> list[str]:
    return [widget.id for widget in driver.widgets()]


def kind(driver: Driver, name: str) -> str:
    """The kind of a button."""
    assert isinstance(driver.screen, Title)
    found = driver.screen.control(name)
    assert isinstance(found, Button)
    return found.kind


def test_covers_come_for_newcomers_first_then_by_date_and_load_nothing() -> None:
    shelf = Library()
    assert [one.id for one in shelf.covers()] == [FIRST, EUROPE, HALL]
    assert [one.newcomers for one in shelf.covers()] == [True, False, False]
    assert shelf._books == {}
    shelf.look_ahead()
    assert set(shelf._books) == {FIRST}


def test_a_crisis_whose_card_is_broken_comes_last_and_its_fault_is_told(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "scenario.yaml").write_text("format: 1\n", encoding="utf-8")
    shutil.copytree(scenarios_dir() / FIRST, tmp_path / FIRST)
    monkeypatch.setattr(library_module, "scenario_ids", lambda: ["broken", FIRST])
    monkeypatch.setattr(library_module, "scenario_folder", lambda name: tmp_path / name)
    driver = opened(Scenarios(Settings(), Library()))
    assert [name for name in ids(driver) if name.startswith("crisis-")] == [f"crisis-{FIRST}", "crisis-broken"]
    driver.click("crisis-broken")
    assert "no file of this scenario has the section" in said(driver)
    assert "start" not in ids(driver)


def test_a_cover_wears_other_texts_where_there_are_some() -> None:
    folder = scenario_folder(EUROPE)
    masked = Library().worn(cover(folder), "masked")
    assert masked.id == EUROPE and masked.title != cover(folder).title
    assert Library().worn(cover(folder), "no-such-texts") == cover(folder)


def test_who_has_not_played_is_led_straight_to_the_first_briefing(opened: Opened) -> None:
    driver = opened(Title(Settings(), shared()))
    assert driver.focused == "begin-here" and kind(driver, "begin-here") == "primary"
    driver.press("enter")
    assert isinstance(driver.screen, Briefing)
    assert driver.screen.session.play.package.id == FIRST and driver.screen.session.play.drawn


def test_who_has_played_finds_it_in_the_list(opened: Opened) -> None:
    driver = opened(Title(Settings(taught=True), shared()))
    assert "begin-here" not in ids(driver) and driver.focused == "new"
    driver.press("enter")
    assert isinstance(driver.screen, Scenarios) and driver.screen.chosen == FIRST


def test_a_play_that_is_kept_comes_before_it_and_its_own_play_in_place_of_it(
    opened: Opened, first: Package, hall: Package
) -> None:
    begun(hall, Settings(), 1).save()
    driver = opened(Title(Settings(), shared()))
    assert driver.focused == "continue" and kind(driver, "begin-here") == "plain"
    begun(first, Settings(), 1).save()
    assert "begin-here" not in ids(opened(Title(Settings(), shared())))


def test_each_card_has_its_map(first: Package, hall: Package) -> None:
    assert (first.map, hall.map, package(EUROPE).map) == ("none", "world", "europe")
    assert measures(begun(first, Settings(), 1)) == (LINE,)
    assert measures(begun(package(EUROPE), Settings(), 1)) == (LINE, GAS)


@pytest.mark.parametrize(("size", "scale"), SIZES)
def test_a_desk_without_a_map_is_in_order(opened: Opened, first: Package, size: tuple[int, int], scale: int) -> None:
    driver = opened(Desk(begun(first, Settings(), 3)), size, scale)
    assert faults(driver) == []
    assert "map" not in ids(driver)
    if "measure-line" in ids(driver):
        driver.click("measure-line")
        assert faults(driver) == []
    assert {"partner-FRA", "partner-GBR", "partner-TUR"} <= set(ids(driver))


@pytest.mark.parametrize(("size", "scale"), SIZES)
def test_the_world_stands_on_the_desk_once_there_is_a_vote(
    opened: Opened, hall: Package, size: tuple[int, int], scale: int, tmp_path: Path
) -> None:
    assert "measure-hall" not in ids(opened(Desk(begun(hall, Settings(), 3)), size, scale))
    shown = {"most likely vote": moments.tabled("assembly"), "how each voted": moments.voted("assembly")}
    for words, wanted in shown.items():
        session = moments.seek(hall, tmp_path, wanted)
        assert session is not None
        driver = opened(Desk(session), size, scale)
        driver.click("measure-hall")
        assert words in said(driver)
        assert faults(driver) == []


def test_invented_names_hide_the_world(opened: Opened, hall: Package, tmp_path: Path) -> None:
    session = moments.seek(hall, tmp_path, moments.voted("assembly"))
    assert session is not None
    session.set(Settings(masked=True))
    assert not {"measure-hall", "world", "map"} & set(ids(opened(Desk(session))))


def answered(session: Session) -> bool:
    """A partner has answered on this turn."""
    partners = {code for code, _, _ in session.view.partners}
    return session.scene is None and any(item.actor in partners for _, item in session.fresh())


def test_a_partner_speaks_under_its_name(first: Package, tmp_path: Path) -> None:
    session = moments.seek(first, tmp_path, answered)
    assert session is not None
    names = {code: name for code, name, _ in session.view.partners}
    told = {item_kicker(session.play.scenario, item) for _, item in session.fresh() if item.actor in names}
    assert told and told <= set(names.values())


def test_after_the_turn_the_focus_lies_on_the_news(opened: Opened, first: Package) -> None:
    driver = opened(Desk(begun(first, Settings(), 3)))
    driver.press("e")
    driver.press("enter")
    assert isinstance(driver.screen, Desk) and driver.screen.session.play.turn == 2
    assert driver.focused.startswith("cable-")
    driver.press("w")
    driver.press("enter")
    assert driver.focused == "close"
    driver.press("enter")
    assert isinstance(driver.screen, Desk)
