"""The spread of futures on the desk: one's own word first, then the figures; off where somebody wants it off."""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from game.content.package import Package
from game.core.choice import choices
from game.core.policy import at_random
from game.desk import foresight
from game.desk.audit import faults
from game.desk.driver import Driver
from game.desk.screen import Push
from game.desk.screens.debrief import Debrief
from game.desk.screens.desk import Desk
from game.desk.screens.forecastrow import percent
from game.desk.screens.forecastspread import SpreadOfFutures
from game.desk.screens.weigh import Weigh
from game.desk.session import Session, begun
from game.desk.settings import Settings
from game.play.playthrough import Estimate
from tests.core.crises import package
from tests.desk.conftest import Opened
from tests.desk.test_audit import SIZES

PATIENCE = 120  # seconds; the machine may be busy


@pytest.fixture(scope="module", autouse=True)
def ended() -> Iterator[None]:
    """The process is kept over the tests of this module."""
    yield
    foresight.close()


def started(name: str = "thread", settings: Settings | None = None) -> Session:
    return begun(package(name), settings or Settings(), 3)


def weighing(opened: Opened, session: Session, size: tuple[int, int] = (1280, 720), scale: int = 100) -> Driver:
    """The panel of the first move, over the desk, with its odds worked out."""
    driver = opened(Desk(session), size, scale)
    panel = Weigh(session, session.view.choices[0], lambda: None)
    driver.app.stack.apply(Push(panel))
    wait(driver, panel.weighed)
    return driver


def wait(driver: Driver, until: Callable[[], bool]) -> None:
    """Let frames pass until something has come about."""
    end = time.monotonic() + PATIENCE
    while not until():
        assert time.monotonic() < end
        driver.wait(50)
        time.sleep(0.02)  # the process that is waited for needs the core
    driver.send([])


def ids(driver: Driver) -> set[str]:
    return {widget.id for widget in driver.widgets()}


def say(driver: Driver, word: str) -> None:
    """Step on until the word stands there."""
    while driver.screen.estimate.word != word:  # type: ignore[attr-defined]
        driver.click("estimate-word")


def to_spread(driver: Driver) -> SpreadOfFutures:
    driver.click("open-spread")
    screen = driver.screen
    assert isinstance(screen, SpreadOfFutures)
    wait(driver, screen.shown)
    return screen


def test_the_spread_opens_once_one_has_said_what_one_expects(opened: Opened) -> None:
    session = started()
    driver = weighing(opened, session)
    assert not driver.widget("open-spread").enabled
    driver.click("open-spread")
    assert isinstance(driver.screen, Weigh)
    driver.click("estimate-ending")
    ending = driver.screen.estimate.ending
    say(driver, "unlikely")
    screen = to_spread(driver)
    found = screen.found()
    assert found is not None and found.playouts == 1000
    assert {f"future-{future.choice}" for future in found.futures} <= ids(driver)
    assert len(found.futures) == min(12, len(session.view.choices))
    future = found.of(session.view.choices[0])
    assert future is not None
    note = Estimate(1, session.view.choices[0], ending, "unlikely", future.share(ending, 1000))
    assert session.play.notes.estimates == [note]
    driver.press("escape")
    assert isinstance(driver.screen, Weigh)
    assert "estimate-word" not in ids(driver)
    to_spread(driver)
    assert session.play.notes.estimates == [note]


def test_the_spread_is_read_by_keys(opened: Opened) -> None:
    session = started()
    driver = weighing(opened, session)
    say(driver, "likely")
    screen = to_spread(driver)
    assert driver.focused == f"future-{session.view.choices[0]}"
    driver.press("tab")
    driver.press("enter")
    assert screen.chosen == session.view.choices[1]
    driver.click("spread-ending")
    assert screen.ending != screen.said
    before = screen.fan.chosen
    driver.click("spread-number")
    assert (screen.fan.chosen != before) == (len(screen.fan.meters) > 1)


@pytest.mark.parametrize(("size", "scale"), SIZES)
def test_it_is_in_order_at_every_size(opened: Opened, size: tuple[int, int], scale: int) -> None:
    session = started("road-to-moscow")
    driver = weighing(opened, session, size, scale)
    assert faults(driver) == []
    say(driver, "about even")
    driver.click("open-spread")
    assert faults(driver) == []
    screen = driver.screen
    assert isinstance(screen, SpreadOfFutures)
    wait(driver, screen.shown)
    assert faults(driver) == []
    driver.press("escape")
    assert faults(driver) == []


def test_the_author_and_the_player_may_do_without(opened: Opened) -> None:
    assert "open-spread" in ids(weighing(opened, started()))
    assert "open-spread" not in ids(weighing(opened, started(settings=Settings(forecast=False))))
    session = started()
    session.package = without(session.package)
    assert "open-spread" not in ids(weighing(opened, session))


def without(shut: Package) -> Package:
    """The same crisis, whose author wants no forecasts."""
    return replace(shut, forecast=False)


def test_a_lost_process_is_told_and_the_game_goes_on(opened: Opened) -> None:
    session = started("road-to-moscow")
    driver = weighing(opened, session)
    foresight.close()
    say(driver, "likely")
    driver.click("open-spread")
    screen = driver.screen
    assert isinstance(screen, SpreadOfFutures)
    wait(driver, lambda: bool(multiprocessing.active_children()))
    for one in multiprocessing.active_children():
        one.kill()
        one.join(PATIENCE)
    wait(driver, screen.shown)
    assert screen.found() is None and "The game goes on" in session.foresight.trouble
    assert faults(driver) == []
    driver.press("escape")
    assert faults(driver) == []
    assert session.play.notes.estimates == []
    assert isinstance(to_spread(driver), SpreadOfFutures) and session.foresight.trouble == ""
    driver.press("escape")
    driver.click("confirm")
    assert isinstance(driver.screen, Desk)


def test_undo_and_another_move_ask_anew(opened: Opened) -> None:
    session = started()
    driver = weighing(opened, session)
    say(driver, "likely")
    to_spread(driver)
    move = session.view.choices[0]
    assert session.foresight.of(session.play, move) is not None
    session.choose(session.view.choices[0])
    assert session.foresight.of(session.play, move) is None
    session.undo()
    assert session.foresight.of(session.play, move) is not None
    assert [note.turn for note in session.play.notes.estimates] == [1]


def over(session: Session) -> Session:
    """The session at the end of its game, with a word said on the way."""
    play = session.play
    while open_now := choices(play.scenario, play.state):
        play.choose(at_random(play.scenario, play.state, open_now).id)
    endings = play.scenario.find.endings
    play.notes.estimates += [
        Estimate(1, play.scenario.moves[0].id, endings[0].id, "likely", 340),
        Estimate(2, play.scenario.moves[1].id, play.view.ending, "remote", 996),
    ]
    return session


def test_the_debrief_looks_back_and_plays_again_under_other_lucks(opened: Opened) -> None:
    session = over(started())
    debrief = Debrief(session)
    driver = opened(debrief)
    names = [sheet.name.id for sheet in debrief.sheets]
    debrief.open(names.index("tab-record"))
    debrief.refresh()
    assert faults(driver) == []
    assert not debrief.findings.wanted
    debrief.open(names.index("tab-envelope"))
    debrief.refresh()
    driver.send([])
    wait(driver, debrief.searched)
    assert debrief.findings.trouble == ""
    found = debrief.findings.against
    assert found is not None
    assert [future.choice for future in found.futures] == list(session.package.doctrines)
    assert set(debrief.findings.changed) == {point.choice for point in debrief.findings.points}
    for name in ("tab-envelope", "tab-turning"):
        debrief.open(names.index(name))
        debrief.refresh()
        assert faults(driver) == []


def test_who_wants_no_forecasts_gets_no_other_lucks(opened: Opened) -> None:
    session = over(started(settings=Settings(forecast=False)))
    debrief = Debrief(session)
    driver = opened(debrief)
    debrief.open([sheet.name.id for sheet in debrief.sheets].index("tab-turning"))
    debrief.refresh()
    driver.send([])
    wait(driver, debrief.searched)
    assert debrief.findings.against is None


def test_a_figure_is_not_rounded_to_certainty() -> None:
    figures = [percent(thousandths) for thousandths in (0, 1, 5, 14, 500, 994, 995, 999, 1000)]
    assert figures == ["0 %", "< 1 %", "1 %", "1 %", "50 %", "99 %", "> 99 %", "> 99 %", "100 %"]
