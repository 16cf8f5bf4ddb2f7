"""Whole games on the desk: by widget ids, by keyboard alone, and by keyboard in a real window."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.desk.driver import Driver
from game.desk.library import shared
from game.desk.screens.contest import Contest
from game.desk.screens.debrief import Debrief
from game.desk.screens.desk import Desk
from game.desk.screens.drafting import Drafting
from game.desk.screens.page import Page
from game.desk.screens.rollcall import RollCallScreen
from game.desk.screens.scenarios import Scenarios
from game.desk.screens.summit import Summit
from game.desk.screens.title import Title
from game.desk.settings import Settings
from game.desk.widgets.dialog import Dialog
from game.play import savefile
from tests.desk.conftest import Opened

ROOT = Path(__file__).resolve().parents[2]
STEPS = 1500  # more than any game takes: a test that goes round in circles ends
WANTED = ("president-visit", "geneva-talks", "arms-to-kyiv", "public-threat", "partner-round")
XVFB = ("Xvfb", "xdotool")


@pytest.fixture(autouse=True)
def _same_seed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("secrets.randbits", lambda bits: 11)


@pytest.fixture
def at_title(opened: Opened) -> Driver:
    """The game as it opens for somebody who has played before."""
    return opened(Title(Settings(volume=0, taught=True), shared()))


@pytest.fixture
def newcomer(opened: Opened) -> Driver:
    """The game as it opens for the first time."""
    return opened(Title(Settings(volume=0), shared()))


def wish(desk: Desk, move: str) -> tuple[bool, int]:
    """A key that sorts moves: those that lead to a draft first, then those wanted."""
    drafted = desk.session.play.scenario.find.move[move].draft >= 0
    return not drafted, WANTED.index(move) if move in WANTED else len(WANTED)


def press_one(driver: Driver, made: set[int]) -> None:
    """Do the next thing by ids: on the desk one move a turn, if any can be paid, then the end of the turn."""
    screen, there = driver.screen, {widget.id: widget for widget in driver.widgets()}
    if isinstance(screen, Summit):
        driver.click(screen.scene.lines[0].id if screen.scene is not None else "to-desk")
    elif isinstance(screen, Contest):
        driver.click("hold")
    elif isinstance(screen, Drafting):
        driver.click(screen.sheet.lines[0].id)
    elif isinstance(screen, RollCallScreen):
        driver.click("go-on")
    elif isinstance(screen, Dialog):
        driver.click("end")
    elif "confirm" in there:
        driver.click("confirm" if there["confirm"].enabled else "cancel")
    elif isinstance(screen, Desk):
        turn = screen.session.play.turn
        moves = [id[5:] for id in there if id.startswith("move-") and id[5:] in screen.session.view.choices]
        first = moves and turn not in made
        made.add(turn)
        driver.click(f"move-{min(moves, key=lambda move: wish(screen, move))}" if first else "end-turn")


def play_through(driver: Driver, *ways: str) -> set[str]:
    """Press the widgets that lead to the desk, then play by ids to the debrief; the names of the screens that came."""
    for id in ways:
        driver.wait(200)
        driver.click(id)
    made: set[int] = set()
    seen = set()
    for _ in range(STEPS):
        driver.wait(50)
        if isinstance(driver.screen, Debrief):
            break
        seen.add(type(driver.screen).__name__)
        press_one(driver, made)
    debrief = driver.screen
    assert isinstance(debrief, Debrief)
    assert debrief.session.play.over
    assert savefile.read(debrief.session.path).choices == debrief.session.play.choices
    driver.click("go-on")
    for sheet in debrief.sheets:
        driver.click(sheet.name.id)
    driver.click("to-title")
    return seen


def test_a_whole_game_by_widget_ids(at_title: Driver) -> None:
    seen = play_through(at_title, "new", "crisis-road-to-moscow", "start", "begin")
    assert {"Desk", "Weigh", "Summit"} <= seen
    assert isinstance(at_title.screen, Title)


def test_a_whole_game_with_votes_by_widget_ids(at_title: Driver) -> None:
    seen = play_through(at_title, "new", "crisis-emergency-session", "start", "begin")
    assert {"Desk", "Weigh", "Drafting", "RollCallScreen"} <= seen
    assert isinstance(at_title.screen, Title)


def test_the_first_game_by_widget_ids(newcomer: Driver) -> None:
    assert newcomer.focused == "begin-here"
    seen = play_through(newcomer, "begin-here", "begin")
    assert {"Desk", "Weigh", "Contest"} <= seen
    assert isinstance(newcomer.screen, Title)
    assert "begin-here" not in [widget.id for widget in newcomer.widgets()]
    newcomer.click("new")
    assert next(widget.id for widget in newcomer.widgets() if widget.id.startswith("crisis-")) == "crisis-first-cable"


def test_the_first_game_by_keyboard_alone(newcomer: Driver) -> None:
    type_through(newcomer)


def test_a_whole_game_by_keyboard_alone(opened: Opened) -> None:
    chosen = Scenarios(Settings(volume=0, taught=True), shared())
    chosen.chosen = "road-to-moscow"
    driver = opened(chosen)
    type_through(driver)


def type_through(driver: Driver) -> None:
    """Press Enter to the desk, play by keys to the debrief, and go through it to the title."""
    keys = keys_of_a_game()
    while not isinstance(driver.screen, Desk):
        driver.wait(200)
        driver.press("enter")
    for key in keys:
        driver.wait(50)
        if isinstance(driver.screen, Debrief):
            break
        driver.press(key)
    assert isinstance(driver.screen, Debrief)
    driver.press("enter")
    assert driver.focused == "tab-page"
    for _ in range(9):
        driver.press("right")
        driver.press("enter")
    assert driver.focused == "tab-questions"
    while driver.focused != "to-title":
        driver.press("tab")
    driver.press("enter")
    assert isinstance(driver.screen, Title)


def keys_of_a_game() -> Iterator[str]:
    """Keys that play any game to its end: the first move or answer, yes to it, the end of the turn, yes to that."""
    for _ in range(STEPS):
        yield from ("1", "enter", "e", "enter")


def test_every_page_of_a_play_can_be_reached_from_the_desk_by_keys(at_title: Driver) -> None:
    driver = at_title
    while not isinstance(driver.screen, Desk):
        driver.wait(200)
        driver.press("enter")
    for key in ("l", "a", "m"):
        driver.press(key)
        assert opened_over_desk(driver)
        driver.press("escape")
        assert not opened_over_desk(driver)


def opened_over_desk(driver: Driver) -> bool:
    """Whether another page of the play lies over the desk."""
    return isinstance(driver.screen, Page) and not isinstance(driver.screen, Desk)


@pytest.fixture
def display() -> Iterator[str]:
    """A screen of its own, without a monitor; its name."""
    missing = [name for name in XVFB if shutil.which(name) is None]
    if missing:
        pytest.skip(f"A real window needs {' and '.join(missing)}.")
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x720x24", "-nolisten", "tcp"],
        pass_fds=(write,), stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(write)
    try:
        with os.fdopen(read, encoding="ascii") as told:
            yield f":{told.readline().strip()}"
    finally:
        server.terminate()
        server.wait(10)


@pytest.mark.parametrize(
    ("words", "ways"),
    [(["play", "first-cable", "--seed", "11", "--doctrine", "documented"], ["b"]), ([], ["Return", "b"])],
    ids=["named", "from-the-title"],
)
def test_a_whole_game_in_a_real_window_by_keyboard(
    words: list[str], ways: list[str], display: str, tmp_path: Path
) -> None:
    env = {**os.environ, "DISPLAY": display, "SDL_VIDEODRIVER": "x11", "LONGTABLE_DATA": str(tmp_path)}
    command = [sys.executable, "-m", "game", *words]
    game = subprocess.Popen(command, cwd=ROOT, env=env, stderr=subprocess.PIPE, text=True)
    try:
        _until_open(env)
        for key in ways:
            time.sleep(1)
            _told(env, "key", key)
        saves = tmp_path / "saves"
        for _ in range(120):
            _told(env, "key", "--delay", "70", "1", "Return", "e", "Return")
            if _over(saves):
                break
        assert _over(saves)
        assert game.poll() is None
    finally:
        game.terminate()
        _, complaint = game.communicate(timeout=20)
    assert "Traceback" not in complaint


def _until_open(env: dict[str, str]) -> None:
    """Wait until the window is there, and has the keys."""
    for _ in range(100):
        _told(env, "mousemove", "640", "360")
        asked = subprocess.run(
            ["xdotool", "getwindowfocus", "getwindowname"],
            env=env, capture_output=True, text=True, timeout=30, check=False,
        )  # fmt: skip
        if asked.stdout.strip() == "The Long Table":
            return
        time.sleep(0.2)
    raise AssertionError("no window opened")


def _over(saves: Path) -> bool:
    """Whether the play that is kept in this folder has come to its end."""
    found = sorted(saves.glob("*.json")) if saves.is_dir() else []
    plays = [path for path in found if not path.name.endswith(".previous.json")]
    return bool(plays) and savefile.read(plays[0]).over


def _told(env: dict[str, str], *words: str) -> str:
    """What xdotool says to a command. It must be done within half a minute."""
    done = subprocess.run(["xdotool", *words], env=env, capture_output=True, text=True, timeout=30, check=True)
    time.sleep(0.05)
    return done.stdout
