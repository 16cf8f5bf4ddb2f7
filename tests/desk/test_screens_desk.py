"""The desk's own screens: played by widget ids and by keys, audited, and put before bad files."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pygame
import pytest

from game.content.package import Package
from game.core.step import IllegalChoice
from game.desk import app, slots
from game.desk.audit import faults
from game.desk.driver import Driver
from game.desk.library import Library, shared
from game.desk.screen import Screen
from game.desk.screens.briefing import Briefing
from game.desk.screens.chronicle import Chronicle
from game.desk.screens.credits import Credits
from game.desk.screens.desk import Desk
from game.desk.screens.load import Load
from game.desk.screens.menu import Menu
from game.desk.screens.numbers import Numbers
from game.desk.screens.partners import Partners
from game.desk.screens.scenarios import Scenarios
from game.desk.screens.settings import SettingsScreen
from game.desk.screens.timeline import Timeline
from game.desk.screens.title import Title
from game.desk.session import HIDDEN, Session, begun, resumed
from game.desk.settings import Settings, path, read, write
from game.desk.widgets.dialog import Dialog
from game.desk.window import Window
from game.fault import Fault
from tests.core.crises import package
from tests.desk.conftest import Opened

CHECKOUT = Path(__file__).resolve().parents[2]
THREAD = CHECKOUT / "tests" / "scenarios" / "thread"


@pytest.fixture(scope="module")
def thread() -> Package:
    return package("thread")


@pytest.fixture(scope="module")
def moscow() -> Package:
    return package("road-to-moscow")


def ids(driver: Driver) -> list[str]:
    return [widget.id for widget in driver.widgets()]


def free_moves(driver: Driver) -> list[str]:
    return [widget.id for widget in driver.widgets() if widget.id.startswith("move-") and widget.enabled]


def answer(session: Session) -> None:
    """Answer whatever waits at a table or in a contest with the first line."""
    while session.scene is not None:
        session.choose(session.scene.lines[0].id)


def sit_out(driver: Driver, session: Session) -> None:
    """Answer whatever waits, and come back to the desk."""
    answer(session)
    driver.send([])
    while not isinstance(driver.screen, Desk) and not session.play.over:
        driver.press("escape")
        driver.send([])


def end_turn(driver: Driver) -> None:
    driver.click("end-turn")
    if isinstance(driver.screen, Dialog):
        driver.click("end")


def make(driver: Driver, move: str) -> None:
    driver.click(move)
    driver.wait(3000)
    driver.click("confirm")


def at_desk(
    opened: Opened, package: Package, seed: int = 3, settings: Settings | None = None
) -> tuple[Driver, Session]:
    session = begun(package, settings or Settings(), seed)
    return opened(Desk(session)), session


def played(package: Package, turns: int = 3, seed: int = 3) -> Session:
    """A session in which a move and the end of the turn were chosen a few times."""
    session = begun(package, Settings(), seed)
    while session.play.turn <= turns and not session.play.over:
        if not session.made() and len(session.view.choices) > 1:
            session.choose(session.view.choices[0])
            answer(session)
        if not session.play.over:
            session.choose("end-turn")
            answer(session)
    return session


def test_turns_are_played_by_clicking_on_ids(opened: Opened, thread: Package) -> None:
    driver, session = at_desk(opened, thread)
    for turn in (1, 2, 3):
        assert session.play.turn == turn
        make(driver, free_moves(driver)[0])
        assert session.made()
        sit_out(driver, session)
        end_turn(driver)
        sit_out(driver, session)
    assert session.play.turn == 4
    assert len(session.play.choices) >= 6


def test_a_first_turn_is_played_by_keys_alone(opened: Opened, moscow: Package) -> None:
    driver, session = at_desk(opened, moscow)
    driver.press("1")
    driver.wait(3000)
    driver.press("enter")
    assert len(session.made()) == 1
    driver.press("u")
    assert session.made() == []
    for _ in range(200):
        driver.press("tab")
        if driver.focused.startswith("move-"):
            break
    driver.press("enter")
    driver.wait(3000)
    driver.press("enter")
    driver.press("e")
    driver.press("enter")
    sit_out(driver, session)
    assert session.play.turn == 2
    driver.press("escape")
    assert isinstance(driver.screen, Menu)
    driver.press("escape")
    assert isinstance(driver.screen, Desk)


def press_on(driver: Driver, session: Session, turn: int) -> None:
    """One click, whatever screen is on top: every other turn a move, else the end of the turn."""
    names = [widget.id for widget in driver.widgets() if widget.enabled]
    waiting = session.view.scene.lines if session.view.scene else ()
    wanted = [line.id for line in waiting] + ["to-desk", "confirm", "end"]
    if isinstance(driver.screen, Desk):
        moves = [name for name in names if name.startswith("move-")]
        wanted = [moves[turn % len(moves)]] if moves and turn % 2 and not session.made() else ["end-turn"]
    driver.click(next(name for name in wanted if name in names))
    driver.wait(150)


def test_a_whole_game_is_played_by_ids(opened: Opened, moscow: Package) -> None:
    driver, session = at_desk(opened, moscow, seed=11)
    for _ in range(400):
        if session.play.over and not isinstance(driver.screen, Desk):
            break
        press_on(driver, session, session.play.turn)
    assert session.play.over
    driver.send([])
    assert type(driver.screen).__name__ == "Debrief"


def test_an_answer_is_questioned_with_one_key(opened: Opened, moscow: Package) -> None:
    driver, session = at_desk(opened, moscow)
    while not any(item.decision >= 0 for _, item in session.fresh()):
        session.choose(session.view.choices[0])
        session.choose("end-turn")
        answer(session)
    driver = opened(Desk(session))
    driver.press("w")
    assert type(driver.screen).__name__ == "Why"


def test_the_first_turn_offers_eight_moves(opened: Opened, moscow: Package) -> None:
    driver, _ = at_desk(opened, moscow)
    assert len(free_moves(driver)) == 8


def test_at_most_nine_numbers_lie_on_the_desk(opened: Opened, moscow: Package) -> None:
    driver, _ = at_desk(opened, moscow)
    numbers = [w for w in driver.widgets() if w.id.startswith(("gauge-", "purse-"))]
    assert 5 <= len(numbers) <= 9
    assert all(widget.tooltip for widget in numbers)


def test_closed_moves_say_why(opened: Opened, moscow: Package) -> None:
    driver, session = at_desk(opened, moscow)
    driver.click("tab-diplomacy")
    closed = [w for w in driver.widgets() if w.id.startswith("move-") and not w.enabled]
    reasons = {f"move-{card.id}": card.closed for card in session.view.cards}
    assert closed
    for widget in closed:
        assert reasons[widget.id] in widget.tooltip


def test_what_is_left_undone_is_asked_and_quiet_turns_are_not(opened: Opened, moscow: Package) -> None:
    driver, session = at_desk(opened, moscow)
    driver.press("e")
    assert isinstance(driver.screen, Dialog)
    assert "hours" in str(driver.screen.body)
    driver.click("stay")
    assert session.play.turn == 1
    driver.press("e")
    driver.click("end")
    assert session.play.turn == 2


@pytest.mark.parametrize(("size", "scale"), [((1024, 640), 100), ((1280, 720), 100), ((1280, 720), 150)])
def test_no_screen_cuts_covers_or_hides_anything(
    opened: Opened, moscow: Package, size: tuple[int, int], scale: int
) -> None:
    library = Library()
    session = played(moscow)
    session.save_as("Before Geneva")
    makers: list[Callable[[], Screen]] = [
        lambda: Title(Settings(), library),
        lambda: Scenarios(Settings(), library),
        lambda: Briefing(begun(moscow, Settings(), 5)),
        lambda: Briefing(begun(moscow, Settings(), 5, moscow.documented)),
        lambda: Desk(begun(moscow, Settings(), 5)),
        lambda: Desk(session),
        lambda: Menu(session),
        lambda: Timeline(session),
        lambda: Chronicle(session),
        lambda: Numbers(session),
        lambda: Partners(session),
        lambda: Load(Settings()),
        lambda: SettingsScreen(Settings(), lambda _: None),
        lambda: Credits(session.play.scenario),
    ]
    for maker in makers:
        driver = opened(maker(), size, scale)
        assert faults(driver) == [], type(driver.screen).__name__


@pytest.mark.parametrize("tab", ["tab-diplomacy", "tab-cost", "measure-gas"])
def test_every_tab_of_the_desk_is_in_order(opened: Opened, moscow: Package, tab: str) -> None:
    driver = opened(Desk(played(moscow)), (1280, 720), 150)
    driver.click(tab)
    assert faults(driver) == []


def test_invented_names_put_a_board_in_place_of_the_map(opened: Opened, thread: Package) -> None:
    driver, session = at_desk(opened, thread, settings=Settings(masked=True))
    assert session.play.texts == "masked"
    assert "map" not in ids(driver)
    assert any(name.startswith("partner-") for name in ids(driver))
    assert faults(driver) == []


def test_continue_goes_on_where_the_last_choice_was_made(opened: Opened, thread: Package) -> None:
    driver, session = at_desk(opened, thread)
    make(driver, free_moves(driver)[0])
    assert session.path.exists()
    again = opened(Title(Settings(), shared()))
    again.click("continue")
    assert isinstance(again.screen, Desk)
    assert again.screen.session.play.choices == session.play.choices
    assert again.screen.session.path == session.path


def test_a_copy_under_a_name_stays_as_it_was(thread: Package) -> None:
    session = played(thread, 1)
    assert session.save_as("Before the bridge")
    copy = slots.named("thread", "Before the bridge")
    kept = copy.read_bytes()
    other = resumed(copy, Settings())
    assert other.path != copy
    other.choose(other.scene.lines[0].id if other.scene else other.view.choices[0])
    assert copy.read_bytes() == kept


def test_undo_and_fork_keep_the_line_that_is_left(opened: Opened, thread: Package) -> None:
    session = played(thread, 2)
    before, first = list(session.play.choices), session.path
    driver = opened(Timeline(session))
    driver.click("step-1")
    driver.click("fork")
    driver.type(" once more")
    driver.click("keep")
    assert isinstance(driver.screen, Desk)
    assert session.play.choices == before[:1]
    assert session.play.notes.name.endswith("once more")
    assert session.path != first
    assert resumed(first, Settings()).play.choices == before
    assert session.undo() == before[0]
    assert session.undo() is None


def test_the_forecast_of_the_briefing_is_kept(opened: Opened, thread: Package) -> None:
    driver = opened(Briefing(begun(thread, Settings(), 4)))
    driver.click("guess-haggler")
    driver.click("begin")
    assert isinstance(driver.screen, Desk)
    forecasts = driver.screen.session.play.notes.forecasts
    assert [(f.turn, f.about, f.doctrine) for f in forecasts] == [(1, "opening", "haggler")]


def test_a_new_game_is_begun_from_the_title(opened: Opened) -> None:
    driver = opened(Title(Settings(), shared()))
    driver.click("new")
    driver.click("mode-history")
    driver.click("seed")
    driver.type("12x3")
    driver.click("start")
    assert isinstance(driver.screen, Briefing)
    play = driver.screen.session.play
    assert (play.seed, play.drawn, play.doctrine) == (123, False, play.package.doctrines[0])


def test_settings_are_kept_and_at_once_in_force(opened: Opened) -> None:
    driver = opened(Title(Settings(), shared()))
    driver.click("settings")
    driver.press("right")
    assert driver.look.percent == 110
    driver.click("distressing")
    driver.press("escape")
    kept, trouble = read()
    assert (kept.scale, kept.distressing, trouble) == (110, False, "")


@pytest.mark.parametrize("text", ["", "[1]", "{", '{"scale": "large", "volume": true}', '{"scale": 9999}'])
def test_damaged_settings_give_the_usual_ones(text: str) -> None:
    path().write_text(text, encoding="utf-8")
    settings, trouble = read()
    assert settings.volume == Settings().volume
    assert 100 <= settings.scale <= 150
    assert trouble or text.startswith('{"')


def test_distressing_texts_can_be_hidden(thread: Package) -> None:
    session = played(thread, 6)
    words = [item.text for _, item in session.lines() if item.distressing]
    assert words
    session.set(Settings(distressing=False))
    assert [item.text for _, item in session.lines() if item.distressing] == [HIDDEN] * len(words)


def test_bad_saves_stand_in_the_list_with_a_reason(opened: Opened, thread: Package) -> None:
    session = played(thread, 1)
    whole = session.path.read_text(encoding="utf-8")
    folder = slots.folder()
    (folder / "cut.json").write_text(whole[: len(whole) // 2], encoding="utf-8")
    (folder / "newer.json").write_text(json.dumps({**json.loads(whole), "format": 99}), encoding="utf-8")
    (folder / "other.json").write_text("{}", encoding="utf-8")
    (folder / "bytes.json").write_bytes(b"\xff\xfe\x00")
    driver = opened(Load(Settings()))
    closed = [w for w in driver.widgets() if w.id.startswith("open-") and not w.enabled]
    assert {w.id for w in closed} == {"open-cut", "open-newer", "open-other", "open-bytes"}
    assert all(w.tooltip for w in closed)
    driver.click(f"throw-{session.path.stem}")
    driver.click("throw")
    assert not session.path.exists()


def test_an_edited_save_is_only_looked_at(opened: Opened, thread: Package) -> None:
    session = played(thread, 2)
    data = json.loads(session.path.read_text(encoding="utf-8"))
    data["digests"][1] = "0" * 16
    session.path.write_text(json.dumps(data), encoding="utf-8")
    driver = opened(Title(Settings(), shared()))
    driver.click("continue")
    driver.send([])
    assert isinstance(driver.screen, Desk)
    assert driver.screen.toasts
    assert not driver.widget("end-turn").enabled
    assert free_moves(driver) == []


def test_a_garbled_save_shows_a_message(opened: Opened, thread: Package) -> None:
    session = played(thread, 1)
    data = json.loads(session.path.read_text(encoding="utf-8"))
    data["resolved"] = {"scenario.yaml": "format: 1"}
    session.path.write_text(json.dumps(data), encoding="utf-8")
    driver = opened(Title(Settings(), shared()))
    driver.click("continue")
    assert isinstance(driver.screen, Dialog)
    driver.press("escape")
    assert isinstance(driver.screen, Title)


def test_a_failing_save_is_told_and_loses_nothing(
    opened: Opened, thread: Package, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver, session = at_desk(opened, thread)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    make(driver, free_moves(driver)[0])
    driver.send([])
    assert isinstance(driver.screen, Desk)
    assert any("could not be saved" in toast.text for toast in driver.screen.toasts)
    assert len(session.play.choices) == 1
    monkeypatch.undo()
    assert session.save()
    assert resumed(session.path, Settings()).play.choices == session.play.choices


def test_settings_that_cannot_be_kept_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError(13, "Permission denied")

    monkeypatch.setattr(Path, "write_text", refused)
    with pytest.raises(Fault, match="could not be kept"):
        write(Settings())


def test_a_choice_that_may_not_be_made_changes_nothing(thread: Package) -> None:
    session = begun(thread, Settings(), 3)
    with pytest.raises(IllegalChoice):
        session.choose("no-such-move")
    assert session.play.choices == []
    assert not session.path.exists()


def test_the_command_opens_the_title_or_a_briefing() -> None:
    assert isinstance(app.first_screen(None, None, None, Settings()), Title)
    briefing = app.first_screen(THREAD, 9, "haggler", Settings())
    assert isinstance(briefing, Briefing)
    assert (briefing.session.play.seed, briefing.session.play.doctrine) == (9, "haggler")
    with pytest.raises(Fault, match="Did you mean 'haggler'"):
        app.first_screen(THREAD, 9, "hagler", Settings())


def test_the_command_runs_until_the_window_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    beats: list[int] = []

    def events(_: Window, wait_ms: int) -> list[pygame.event.Event]:
        beats.append(wait_ms)
        return [pygame.event.Event(pygame.QUIT)] if len(beats) > 2 else []

    monkeypatch.setattr(Window, "events", events)
    assert app.main(THREAD, seed=4, doctrine=None) == 0
    assert len(beats) == 3


def test_a_pygame_that_cannot_be_used_is_told_with_its_repair(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app, "pygame_fault", lambda: "To repair it: pip install pygame-ce")
    with pytest.raises(Fault, match="To repair it"):
        app.main(None, seed=None, doctrine=None)
