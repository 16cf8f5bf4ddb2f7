"""Lessons on the desk: one line, brackets around what is there to be seen, learnt by mouse and by keys."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from game.content.package import Package, load
from game.core.lesson import PLACES
from game.desk.audit import faults
from game.desk.driver import Driver
from game.desk.screens import guide
from game.desk.screens.contest import Contest
from game.desk.screens.desk import Desk
from game.desk.screens.summit import Summit
from game.desk.session import Session, begun
from game.desk.settings import Settings, read
from game.desk.stage import Stage
from tests.core.crises import package
from tests.desk.conftest import Opened

BASE = Path(__file__).resolve().parents[1] / "content" / "zoo" / "base"


@pytest.fixture(scope="module")
def moscow() -> Package:
    return package("road-to-moscow")


@pytest.fixture(scope="module")
def thread() -> Package:
    return package("thread")


def said(driver: Driver) -> str:
    """Everything written on the screen."""
    driver.send([])
    assert isinstance(driver.screen, Stage)
    return "\n".join(ink.text for ink in driver.screen.inked)


def lesson(session: Session) -> str:
    """The id of the lesson of the moment; "" for none."""
    return session.lesson.id if session.lesson is not None else ""


def at_desk(opened: Opened, package: Package, settings: Settings | None = None) -> tuple[Driver, Session]:
    session = begun(package, settings or Settings(), 3)
    return opened(Desk(session)), session


def pointed(driver: Driver) -> guide.Pointed:
    """The part that draws the brackets."""
    driver.send([])
    assert isinstance(driver.screen, Stage) and isinstance(driver.screen.root, guide.Pointed)
    return driver.screen.root


def test_the_first_turns_are_taught_by_doing(opened: Opened, moscow: Package) -> None:
    driver, session = at_desk(opened, moscow)
    assert lesson(session) == "look-at-a-move"
    assert "Looking commits you to nothing" in said(driver)
    driver.press("1")
    driver.press("escape")
    assert lesson(session) == "a-move-has-its-price"
    driver.press("1")
    driver.wait(3000)
    driver.press("enter")
    assert lesson(session) == "end-the-turn" and "{sky:[E]}" in said(driver)
    session.choose("end-turn")
    driver = opened(Desk(session))
    while session.scene is not None:
        session.choose(session.scene.lines[0].id)
    assert lesson(session) == "ask-why"
    driver.press("c")
    driver.press("escape")
    assert lesson(session) == "ask-why"
    driver.press("n")
    driver.press("escape")
    session.did("why")
    assert lesson(session) == ""


def test_what_is_asked_of_a_number_counts_as_asked(opened: Opened, moscow: Package) -> None:
    driver, session = at_desk(opened, moscow)
    driver.click("gauge-unity", button=3)
    assert "numbers" in session.play.notes.done


def test_who_wants_no_guidance_gets_none(opened: Opened, moscow: Package) -> None:
    driver, session = at_desk(opened, moscow, Settings(taught=True))
    assert lesson(session) == ""
    assert pointed(driver).spot() is None
    assert "Looking commits" not in said(driver)


def test_a_whole_game_is_guidance_enough(opened: Opened, moscow: Package) -> None:
    driver, session = at_desk(opened, moscow)
    while not session.play.over:
        session.choose(session.scene.lines[0].id if session.scene else "end-turn")
    driver.send([])
    driver.send([])
    assert read()[0].taught


def test_a_meeting_is_taught_at_the_table(opened: Opened, thread: Package) -> None:
    driver, session = at_desk(opened, thread)
    session.choose("end-turn")
    while session.scene is not None:
        session.choose(session.scene.lines[0].id)
    session.choose("go-to-kalmus")
    driver.send([])
    assert isinstance(driver.screen, Summit)
    assert "heard once" in said(driver) and pointed(driver).spot() is not None
    assert faults(driver) == []
    driver.press("1")
    assert "heard once" not in said(driver) and pointed(driver).spot() is None


def quarrelling(package: Package, seed: int) -> Session | None:
    """A session in which an answer in a quarrel is waited for; None where it does not come to one."""
    session = begun(package, Settings(), seed)
    while not session.play.over:
        if session.scene is not None and session.scene.kind == "contest":
            return session
        free = "object-to-drill" if "object-to-drill" in session.view.choices else "end-turn"
        session.choose(session.scene.lines[0].id if session.scene is not None else free)
    return None


def test_a_quarrel_is_taught_where_it_is_answered(opened: Opened, thread: Package) -> None:
    session = next(found for seed in range(60) if (found := quarrelling(thread, seed)) is not None)
    driver = opened(Desk(session))
    driver.send([])
    assert isinstance(driver.screen, Contest)
    assert "until somebody lets it go" in said(driver)
    place, ways = pointed(driver).spot(), [driver.widget(name).rect for name in ("hold", "yield")]
    assert place is not None and all(place.contains(way) for way in ways)
    assert faults(driver) == []


@pytest.mark.parametrize(("size", "scale"), [((1024, 640), 100), ((1280, 720), 100), ((1280, 720), 150)])
def test_every_place_can_be_pointed_at(opened: Opened, size: tuple[int, int], scale: int, tmp_path: Path) -> None:
    """Each lesson fits on the screen, and its brackets stand around something that is to be seen."""
    folder = tmp_path / "small-crisis"
    shutil.copytree(BASE, folder)
    places = [*(place for place in PLACES if place not in ("contest", "summit")), "move.call", "meter.credibility"]
    rows = [
        f"  - {{id: at-{n}, until: {{turn: at least 3}}, at: {at}, says: A lesson of a length that is usual.}}"
        for n, at in enumerate(places)
    ]
    for number in range(len(rows)):
        text = "format: 1\nlessons:\n" + rows[number] + "\n"
        (folder / "lessons.yaml").write_text(text, encoding="utf-8")
        session = begun(load(folder), Settings(), 3)
        session.choose("call")
        driver = opened(Desk(session), size, scale)
        assert session.lesson is not None
        place = pointed(driver).spot()
        assert place is not None and place.width > 8 and place.height > 8, session.lesson.at
        if number % 4 == 0:
            assert faults(driver) == [], session.lesson.at
