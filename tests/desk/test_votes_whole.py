"""A whole emergency session on the desk, with texts written, votes called and the debrief read: by ids and by keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from game.core.rollcall import roll_calls
from game.desk.driver import Driver
from game.desk.screens.contest import Contest
from game.desk.screens.debrief import Debrief
from game.desk.screens.desk import Desk
from game.desk.screens.drafting import Drafting
from game.desk.screens.rollcall import RollCallScreen
from game.desk.screens.summit import Summit
from game.desk.session import Session, begun
from game.desk.settings import Settings
from game.desk.widgets.dialog import Dialog
from tests.core.crises import package
from tests.desk.conftest import Opened

STEPS = 1500  # more than any game takes: a test that goes round in circles ends


@pytest.fixture
def hall(tmp_path: Path) -> Session:
    """The emergency session at its opening."""
    hall = package("emergency-session")
    return begun(hall, Settings(volume=0, taught=True), 11, hall.doctrines[0], tmp_path / "play.json")


def press_one(driver: Driver, made: set[int]) -> None:
    """Do the next thing by ids: on the desk a text to be written first of all, once a turn, then the turn's end."""
    screen, there = driver.screen, {widget.id: widget for widget in driver.widgets()}
    if isinstance(screen, Drafting):
        taken = any(line.done for line in screen.sheet.wordings) or not screen.sheet.edits_left
        driver.click(next(line.id for line in (screen.sheet.lines if taken else screen.sheet.wordings)))
    elif isinstance(screen, RollCallScreen):
        driver.press("enter")
    elif isinstance(screen, Summit):
        driver.click(screen.scene.lines[0].id if screen.scene is not None else "to-desk")
    elif isinstance(screen, Contest):
        driver.click("hold")
    elif isinstance(screen, Dialog):
        driver.click("end")
    elif "confirm" in there:
        driver.click("confirm" if there["confirm"].enabled else "cancel")
    elif isinstance(screen, Desk):
        _at_desk(driver, screen, made)


def _at_desk(driver: Driver, desk: Desk, made: set[int]) -> None:
    play = desk.session.play
    texts = {move.id for move in play.scenario.moves if move.draft >= 0}
    moves = [widget.id for widget in driver.widgets() if widget.id.removeprefix("move-") in desk.session.view.choices]
    moves.sort(key=lambda id: id.removeprefix("move-") not in texts)
    first = moves and play.turn not in made
    made.add(play.turn)
    driver.click(moves[0] if first else "end-turn")


def test_a_whole_session_by_widget_ids(hall: Session, opened: Opened) -> None:
    driver = opened(Desk(hall))
    made: set[int] = set()
    seen = set()
    for _ in range(STEPS):
        driver.wait(50)
        if isinstance(driver.screen, Debrief):
            break
        seen.add(type(driver.screen).__name__)
        press_one(driver, made)
    assert {"Desk", "Weigh", "Drafting", "RollCallScreen"} <= seen
    held = roll_calls(hall.play.scenario, hall.play.steps)
    assert {roll.body for roll in held} == {"council", "assembly"}
    driver.click("go-on")
    driver.click("tab-votes")
    driver.click(f"open-{next(roll.draft for roll in held if hall.play.scenario.find.draft[roll.draft].real)}")
    assert isinstance(driver.screen, RollCallScreen)


def test_a_whole_session_by_keyboard_alone(hall: Session, opened: Opened) -> None:
    driver = opened(Desk(hall))
    for key in keys_of_a_session():
        driver.wait(50)
        if isinstance(driver.screen, Debrief):
            break
        driver.press(key)
    assert isinstance(driver.screen, Debrief)
    assert hall.play.over


def keys_of_a_session() -> Iterator[str]:
    """Keys that play any session to its end: the first move or answer, yes to it, the text tabled, the turn's end."""
    for _ in range(STEPS):
        yield from ("1", "enter", "t", "e", "enter")
