"""What was taken over, on the desk: told in the briefing and the debrief, and the way on from a debrief."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.content.package import Package
from game.desk import app
from game.desk.audit import faults
from game.desk.driver import Driver
from game.desk.library import Book, Library
from game.desk.screens.briefing import Briefing
from game.desk.screens.debrief import Debrief
from game.desk.session import Session, begun, resumed
from game.desk.settings import Settings
from game.desk.stage import Stage
from game.fault import Fault
from game.play import savefile
from tests.desk.conftest import Opened
from tests.play.two_crises import FIRST, crisis, first, second


class Shelf(Library):
    """A library of these packages."""

    def __init__(self, *packages: Package) -> None:
        super().__init__()
        self._books = {package.id: Book(package.id, package, "") for package in packages}

    @property
    def ids(self) -> list[str]:
        return sorted(self._books)


def said(driver: Driver) -> str:
    driver.send([])
    assert isinstance(driver.screen, Stage)
    return "\n".join(ink.text for ink in driver.screen.inked)


@pytest.fixture
def ended() -> Session:
    """A finished play of the crisis before."""
    play = first()
    assert isinstance(play.package, Package)
    return Session(play, play.package, Settings())


@pytest.mark.parametrize(("size", "scale"), [((1280, 720), 100), ((1280, 720), 150)])
def test_a_debrief_leads_on_to_what_follows(opened: Opened, ended: Session, size: tuple[int, int], scale: int) -> None:
    driver = opened(Debrief(ended, Shelf(crisis(FIRST), second())), size, scale)
    driver.wait(300)
    driver.click("go-on")
    driver.wait(300)
    assert [w.id for w in driver.widgets() if w.id.startswith("go-on-")] == ["go-on-sequel"]
    assert faults(driver) == []
    driver.click("go-on-sequel")
    assert isinstance(driver.screen, Briefing)
    assert driver.screen.session.play.carried == {"stocks": 44, "mood": 40}
    assert "**Stocks: 44.** What was laid in before." in said(driver)
    assert faults(driver) == []


def test_a_debrief_of_what_nothing_follows_leads_nowhere(opened: Opened, ended: Session) -> None:
    driver = opened(Debrief(ended, Shelf(crisis(FIRST))))
    driver.wait(300)
    driver.click("go-on")
    driver.wait(300)
    assert not [w.id for w in driver.widgets() if w.id.startswith("go-on-")]


def test_the_debrief_tells_what_was_taken_over(opened: Opened, ended: Session) -> None:
    session = begun(second(), Settings(), 5, after=ended.play)
    while not session.play.over:
        session.choose("end-turn")
    debrief = Debrief(session, Shelf())
    driver = opened(debrief)
    debrief.open(0)
    driver.send([])
    debrief.refresh()
    assert "**Stocks: 44.** What was laid in before." in said(driver)
    assert resumed(session.path, Settings()).play.carried == session.play.carried


def test_the_same_play_in_other_names_begins_with_the_same(ended: Session) -> None:
    session = begun(second(), Settings(), 5, after=ended.play)
    session.play.texts = "masked"
    session.wear(None)
    assert session.play.scenario.find.meter["stocks"].start == 44


def test_the_command_opens_the_briefing_of_what_follows(ended: Session, tmp_path: Path) -> None:
    save, folder = tmp_path / "first.json", tmp_path / "sequel"
    savefile.write(ended.play, save)
    folder.mkdir()
    for name, text in second().resolved().items():
        (folder / Path(name).name).write_text(text, encoding="utf-8")
    screen = app.first_screen(folder, 5, None, Settings(), save)
    assert isinstance(screen, Briefing)
    assert (screen.session.play.notes.after, screen.session.play.doctrine) == ("small", "hasty")
    savefile.write(first(ended=2), save)
    with pytest.raises(Fault, match="not come to its end"):
        app.first_screen(folder, 5, None, Settings(), save)
