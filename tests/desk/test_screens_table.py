"""The table's screens: talks, contests, reasons, weighing and debrief do what they say, in order at every size."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from game.core.weigh import PLAYOUTS
from game.desk import foresight, moments
from game.desk.audit import faults
from game.desk.driver import Driver
from game.desk.look import Look
from game.desk.part import Part
from game.desk.screen import Change, Push, Screen
from game.desk.screens.analysts import Analysts
from game.desk.screens.contest import Contest
from game.desk.screens.debrief import Debrief
from game.desk.screens.ledger import Ledger
from game.desk.screens.summit import Summit
from game.desk.screens.weigh import Weigh
from game.desk.screens.why import Why
from game.desk.session import Session
from game.desk.stage import Stage
from game.desk.widgets.button import Button
from game.play import savefile
from tests.desk.conftest import Opened
from tests.desk.demo import ASSETS
from tests.desk.table_moments import SIZES, stood

PATIENCE = 120  # seconds; the machine may be busy


def weighed(session: Session) -> Screen:
    """The panel of the first move that may be made."""
    move = next(id for id in session.view.choices if id in session.play.scenario.find.move)
    return Weigh(session, move, lambda: None)


def asked(session: Session) -> Screen:
    """The panel of the answer with most to tell, its guess passed."""
    place = moments.telling(session)
    assert place is not None
    why = Why(session, *place)
    why.shown = True
    return why


SCREENS: list[tuple[str, moments.Wanted, Callable[[Session], Screen]]] = [
    ("mandate", moments.in_talk("prepare"), Summit),
    ("exchange", moments.in_talk("exchange", 4), Summit),
    ("press", moments.in_talk("press"), Summit),
    ("contest", moments.in_contest(2), Contest),
    ("weigh", moments.at_desk(9), weighed),
    ("why", moments.at_desk(12), asked),
    ("ledger", moments.on_ledger(1), Ledger),
    ("analysts", moments.at_desk(12), Analysts),
    ("silence", moments.finished, Debrief),
]


@pytest.mark.parametrize(("size", "scale"), SIZES)
@pytest.mark.parametrize(("name", "wanted", "make"), SCREENS, ids=[name for name, _, _ in SCREENS])
def test_the_screens_are_in_order_at_every_size(
    name: str, wanted: moments.Wanted, make: Callable[[Session], Screen], size: tuple[int, int], scale: int,
    opened: Opened, tmp_path: Path,
) -> None:  # fmt: skip
    driver = opened(make(stood(wanted, tmp_path)), size, scale)
    driver.wait(1500)
    assert faults(driver) == []


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Debrief]:
    """A debrief in which all that is searched for is found, to be looked at in one window after another."""
    debrief = Debrief(stood(moments.finished, tmp_path_factory.mktemp("read")))
    driver = Driver(debrief, ASSETS)
    driver.press("enter")
    for sheet in debrief.sheets:
        driver.click(sheet.name.id)
    end = time.monotonic() + PATIENCE
    while not debrief.searched():
        assert time.monotonic() < end
        driver.wait(50)
        time.sleep(0.002)
    yield debrief
    foresight.close()


@pytest.mark.parametrize(("size", "scale"), SIZES)
def test_every_sheet_of_the_debrief_is_in_order(
    read: Debrief, size: tuple[int, int], scale: int, opened: Opened
) -> None:
    driver = opened(read, size, scale)
    driver.wait(1500)
    assert read.findings.against is not None and read.findings.trouble == ""
    for sheet in read.sheets:
        driver.click(sheet.name.id)
        assert faults(driver) == [], sheet.name.label


def test_a_talk_is_held_by_numbers_and_closed_with_what_it_brought(opened: Opened, tmp_path: Path) -> None:
    session = stood(moments.in_talk("prepare"), tmp_path)
    summit = Summit(session)
    driver = opened(Closing(summit))
    before = len(session.play.choices)
    while session.scene is not None:
        driver.press("1")
    assert len(session.play.choices) - before == len(summit.talk.exchanges)
    assert [exchange.kind for exchange in summit.talk.exchanges][-1] == "press"
    assert {exchange.kind for exchange in summit.talk.answered} == {"exchange"}
    assert {"to-desk"} <= {widget.id for widget in driver.widgets()}
    driver.press("escape")
    assert isinstance(driver.screen, Closing)
    assert savefile.read(session.path).choices == session.play.choices


class Closing(Stage):
    """A screen that opens another once, to see that it comes back."""

    def __init__(self, over: Screen) -> None:
        super().__init__()
        self.over: Screen | None = over

    def passed(self, ms: int) -> Change:
        over, self.over = self.over, None
        return Push(over) if over is not None else None

    def build(self, look: Look) -> Part:
        return Part()


def test_the_hosts_last_reply_can_be_asked_why_with_one_key(opened: Opened, tmp_path: Path) -> None:
    session = stood(moments.in_talk("exchange", 3), tmp_path)
    driver = opened(Summit(session))
    driver.press("y")
    assert isinstance(driver.screen, Why)
    assert [widget.id for widget in driver.widgets()] == ["guess", "close", "show"]
    driver.press("y")
    assert "show" not in {widget.id for widget in driver.widgets()}
    driver.press("escape")
    assert isinstance(driver.screen, Summit)


def test_a_guess_written_before_the_reason_is_kept(opened: Opened, tmp_path: Path) -> None:
    session = stood(moments.in_talk("exchange", 3), tmp_path)
    driver = opened(Summit(session))
    driver.press("y")
    driver.click("guess")
    driver.type("he plays for time")
    driver.click("show")
    notes = session.play.notes.forecasts
    assert [note.says for note in notes if note.about.startswith("why/")] == ["he plays for time"]


def test_a_forecast_on_the_aircraft_is_kept_with_the_save(opened: Opened, tmp_path: Path) -> None:
    session = stood(moments.in_talk("prepare"), tmp_path)
    summit = Summit(session)
    driver = opened(summit)
    driver.click("forecast-says")
    driver.type("nothing will move")
    driver.click("forecast-doctrine")
    driver.press("1")
    kept = savefile.read(session.path).notes.forecasts
    assert [(note.about, note.says) for note in kept] == [(summit.talk.summit, "nothing will move")]
    assert kept[0].doctrine in session.play.scenario.doctrines


def test_a_talk_is_not_left_by_escape(opened: Opened, tmp_path: Path) -> None:
    session = stood(moments.in_talk("exchange", 2), tmp_path)
    driver = opened(Summit(session))
    made = list(session.play.choices)
    driver.press("escape")
    driver.press("escape")
    assert isinstance(driver.screen, Summit)
    assert session.play.choices == made


def test_a_contest_names_what_each_way_costs_and_closes_when_answered(opened: Opened, tmp_path: Path) -> None:
    session = stood(moments.in_contest(1), tmp_path)
    contest = Contest(session)
    driver = opened(Closing(contest))
    driver.send([])
    ways = {way: contest.control(way) for way in ("hold", "yield")}
    told = {way: button.second for way, button in ways.items() if isinstance(button, Button) and button.enabled}
    assert all("Costs" in words for words in told.values())
    assert "If he climbs" in told["hold"]
    driver.press("1")
    assert session.play.choices[-1] == "hold"
    assert isinstance(driver.screen, Closing)


def test_weighing_does_nothing_until_confirmed(opened: Opened, tmp_path: Path) -> None:
    session = stood(moments.at_desk(5), tmp_path)
    made = list(session.play.choices)
    done: list[str] = []
    move = next(id for id in session.view.choices if id in session.play.scenario.find.move)
    driver = opened(Closing(Weigh(session, move, lambda: done.append(move))))
    panel = driver.screen
    driver.wait(3000)
    panel = driver.screen
    assert isinstance(panel, Weigh) and panel.found is not None
    assert panel.found.playouts == PLAYOUTS
    assert (session.play.choices, done) == (made, [])
    driver.click("confirm")
    assert done == [move]
    assert isinstance(driver.screen, Closing)


def test_a_closed_move_is_explained_and_cannot_be_confirmed(opened: Opened, tmp_path: Path) -> None:
    session = stood(moments.at_desk(2), tmp_path)
    card = next(card for card in session.view.cards if card.closed)
    driver = opened(Weigh(session, card.id, lambda: None))
    confirm = driver.widget("confirm")
    assert not confirm.enabled
    assert card.closed in confirm.tooltip


def test_the_debrief_is_silent_first(opened: Opened, tmp_path: Path) -> None:
    driver = opened(Debrief(stood(moments.finished, tmp_path)))
    assert [widget.id for widget in driver.widgets()] == ["go-on"]
    driver.press("enter")
    assert driver.focused == "tab-page"


def test_the_chart_is_walked_by_keys(opened: Opened, tmp_path: Path) -> None:
    debrief = Debrief(stood(moments.finished, tmp_path))
    debrief.open(1)
    driver = opened(debrief)
    before = debrief.course.cursor
    driver.click("show-" + debrief.course.meters[-1].id)
    assert len(debrief.course.chosen) == 4
    while driver.focused != "chart":
        driver.press("tab")
    driver.press("left" if before else "right")
    assert abs(debrief.course.cursor - before) == 1


def test_what_is_searched_for_is_found_in_slices(opened: Opened, tmp_path: Path) -> None:
    debrief = Debrief(stood(moments.finished, tmp_path))
    driver: Driver = opened(debrief)
    driver.press("enter")
    for _ in range(400):
        if debrief.findings.done:
            break
        driver.wait(50)
    assert debrief.findings.done
    assert len(debrief.findings.others) == len(debrief.session.play.scenario.doctrines)
    assert any(other.ending == debrief.session.view.ending for other in debrief.findings.others)
