"""The screens of the hall: writing a text, the vote called state by state, why a state voted so, whom one could win."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest

from game.core.choice import END_TURN
from game.core.rollcall import roll_calls
from game.core.scenario import Scenario
from game.desk.audit import faults
from game.desk.driver import Driver
from game.desk.screen import Screen
from game.desk.screens.chronicle import Chronicle
from game.desk.screens.debrief import Debrief
from game.desk.screens.desk import Desk
from game.desk.screens.drafting import Drafting
from game.desk.screens.lobby import Lobby
from game.desk.screens.lobbybloc import courting
from game.desk.screens.rollcall import RollCallScreen
from game.desk.screens.rollcallpace import CALLS, SILENCE, Pace
from game.desk.screens.rollcallwords import outcome_words
from game.desk.screens.votewhy import VoteWhy
from game.desk.session import MASKED, Session
from game.desk.settings import Settings
from game.desk.stage import Stage
from game.desk.widgets.ballot import BALLOTS
from game.desk.widgets.board import Board
from game.desk.widgets.dialog import Dialog
from tests.desk.conftest import Opened
from tests.desk.hall import ASSEMBLY, COUNCIL, session, voted
from tests.desk.table_moments import SIZES


def drafting(folder: Path) -> Screen:
    """The drafting table with a wording taken."""
    return Drafting(session(folder, "write-the-text", "plain-bridge"))


def council_drafting(folder: Path) -> Screen:
    """The drafting table of a text for the Council."""
    return Drafting(session(folder, "go-to-the-council"))


def council(folder: Path) -> Screen:
    """A vote of the Council."""
    return RollCallScreen(*voted(folder, *COUNCIL))


def face(number: int) -> Callable[[Path], Screen]:
    """A vote of the Assembly at one of its faces."""

    def opened(folder: Path) -> Screen:
        screen = RollCallScreen(*voted(folder, *ASSEMBLY))
        screen.face = number
        return screen

    return opened


def why(folder: Path) -> Screen:
    """Why India voted as it did."""
    return VoteWhy(*voted(folder, *ASSEMBLY), "IND")


def lobby(folder: Path) -> Screen:
    """The plan for a text that is tabled."""
    return Lobby(session(folder, *COUNCIL, "write-the-text", "plain-bridge", "bridge-text.table", "ring-delhi"))


def idle_lobby(folder: Path) -> Screen:
    """The plan before anything is tabled."""
    return Lobby(session(folder))


def over(folder: Path) -> Session:
    """A play that came to its end with a vote in it."""
    found = session(folder, *COUNCIL)
    while not found.play.over:
        ids = found.view.choices
        found.play.choose(END_TURN if END_TURN in ids else ids[-1])
    return found


def debrief(folder: Path) -> Screen:
    """The votes beside the real ones."""
    screen = Debrief(over(folder))
    screen.open([sheet.name.id for sheet in screen.sheets].index("tab-votes"))
    return screen


SCREENS = [drafting, council_drafting, council, face(0), face(1), face(2), face(3), why, lobby, idle_lobby, debrief]
Shown = TypeVar("Shown", bound=Stage)
NAMES = ["drafting", "council-drafting", "council", "name", "group", "vote", "map", "why", "lobby", "idle", "debrief"]


@pytest.mark.parametrize(("size", "scale"), SIZES)
@pytest.mark.parametrize("make", SCREENS, ids=NAMES)
def test_every_screen_of_the_hall_is_in_order_at_every_size(
    make: Callable[[Path], Screen], size: tuple[int, int], scale: int, opened: Opened, tmp_path: Path
) -> None:
    driver = opened(make(tmp_path), size, scale)
    driver.wait(300)
    assert faults(driver) == []
    frames = driver.app.frames
    driver.wait(1000)
    assert driver.app.frames == frames


def top(driver: Driver, kind: type[Shown]) -> Shown:
    """The screen on top, which is of this kind."""
    screen: object = driver.screen
    assert isinstance(screen, kind)
    return screen


def words(driver: Driver) -> str:
    """All that is written on the top screen."""
    return " ".join(ink.text for ink in top(driver, Stage).inked)


def test_a_text_is_written_by_numbers_and_tabled(opened: Opened, tmp_path: Path) -> None:
    found = session(tmp_path)
    driver = opened(Desk(found))
    driver.wait(100)
    found.choose("write-the-text")
    driver.wait(100)
    table = top(driver, Drafting)
    assert table.sheet.edits_left == 4
    driver.press("a")
    driver.press("3")
    assert [one.stands for one in table.sheet.provisions] == [True, True, True, True]
    driver.press("f")
    assert table.sheet.sponsors[0].done
    driver.press("escape")
    top(driver, Dialog)
    driver.press("enter")
    driver.press("t")
    driver.wait(100)
    top(driver, Desk)
    chosen = ["write-the-text", "plain-bridge", "bridge-text.talks", "with-the-nordics", "bridge-text.table"]
    assert found.play.choices == chosen


def test_a_paragraph_tells_its_state_by_sign_and_word_and_its_price_in_votes(opened: Opened, tmp_path: Path) -> None:
    driver = opened(drafting(tmp_path))
    told = words(driver)
    assert "stands" in told
    assert "left out" in told
    assert "weight" in told
    assert " yes" in driver.widget("bridge-text.deplore").tooltip
    assert "two thirds of those" in told


def test_when_no_change_is_left_the_text_can_still_be_tabled(opened: Opened, tmp_path: Path) -> None:
    found = session(tmp_path, "write-the-text")
    driver = opened(Drafting(found))
    for _ in range(6):
        driver.press("2")
    assert len(found.play.choices) == 5
    assert "No more can be changed" in driver.widget("bridge-text.deplore").tooltip
    assert driver.widget("bridge-text.table").enabled


def test_a_vote_is_shown_once_when_the_turn_ends_and_any_key_brings_it_whole(opened: Opened, tmp_path: Path) -> None:
    driver = opened(Desk(session(tmp_path, *COUNCIL[:-2])))
    driver.wait(100)
    desk = top(driver, Desk)
    desk.end()
    driver.wait(1600)
    shown = top(driver, RollCallScreen)
    said = outcome_words(shown.roll, shown.names)
    assert 0 < len(shown.heard) < 15
    assert said not in words(driver)
    driver.press("x")
    assert top(driver, RollCallScreen) is shown
    assert len(shown.heard) == 15
    assert said in words(driver)
    driver.press("enter")
    driver.wait(200)
    assert top(driver, Desk) is desk


def test_who_asked_for_less_movement_sees_the_vote_at_once(opened: Opened, tmp_path: Path) -> None:
    found, roll = voted(tmp_path, *ASSEMBLY)
    found.settings = replace(Settings(), still=True)
    screen = RollCallScreen(found, roll, live=True)
    opened(screen)
    assert screen.pace.done


def test_the_hall_is_silent_before_those_who_matter() -> None:
    pace = Pace(("AFG", "CHN", "IND"), {"CHN"}, "assembly")
    while pace.next == "AFG":
        pace.passed(10)
    assert [pace.silent, pace.passed(SILENCE - 50), pace.called] == [True, False, 1]
    assert [pace.passed(60), pace.silent, pace.called] == [True, False, 2]
    pace.passed(CALLS["assembly"])
    assert pace.done


def test_the_tally_counts_only_who_has_been_called(opened: Opened, tmp_path: Path) -> None:
    found, roll = voted(tmp_path, *ASSEMBLY)
    screen = RollCallScreen(found, roll, live=True)
    driver = opened(screen)
    driver.wait(1000)
    assert 0 < len(screen.heard) < 193
    assert str(roll.tally.yes) not in words(driver).split()


def test_a_vote_can_be_opened_again_by_its_key_and_from_the_cables(opened: Opened, tmp_path: Path) -> None:
    found, roll = voted(tmp_path, *ASSEMBLY)
    driver = opened(Desk(found))
    driver.wait(100)
    driver.press("v")
    top(driver, Lobby)
    driver.click("vote-0")
    assert top(driver, RollCallScreen).pace.done
    chronicle = Chronicle(found)
    chronicle.turn = roll.turn
    driver = opened(chronicle)
    place = next(place for place, (_, item) in enumerate(found.news(roll.turn)) if item.kind == "vote")
    step = found.news(roll.turn)[place][0]
    driver.click(f"cable-{step}-{place}")
    top(driver, RollCallScreen)


def test_a_state_on_the_board_can_be_asked_why_by_keys(opened: Opened, tmp_path: Path) -> None:
    found, roll = voted(tmp_path, *ASSEMBLY)
    driver = opened(RollCallScreen(found, roll))
    while driver.focused != "board":
        driver.press("tab")
    driver.press("down")
    driver.press("enter")
    assert top(driver, VoteWhy).told.iso == roll.casts[1].iso
    assert "Together" in words(driver)
    driver.press("escape")
    top(driver, RollCallScreen)


def test_the_faces_sort_the_same_votes(opened: Opened, tmp_path: Path) -> None:
    found, roll = voted(tmp_path, *ASSEMBLY)
    screen = RollCallScreen(found, roll)
    driver = opened(screen)
    for id, head in (("face-group", "AFRICAN STATES: 54"), ("face-vote", f"AGAINST: {roll.tally.no}")):
        driver.click(id)
        assert head in [ink.text for ink in screen.inked]
        assert all(cast.name in words(driver) for cast in roll.casts)
    driver.click("face-map")
    assert driver.widget("world").label


def test_with_invented_names_there_is_neither_flag_nor_map(opened: Opened, tmp_path: Path) -> None:
    found, roll = voted(tmp_path, *ASSEMBLY, texts=MASKED)
    screen = RollCallScreen(found, roll)
    driver = opened(screen)
    assert "face-map" not in {widget.id for widget in driver.widgets()}
    board = screen.control("board")
    assert isinstance(board, Board)
    assert not board.flags


def test_the_line_in_the_estimate_leaves_abstentions_out(opened: Opened, tmp_path: Path) -> None:
    screen = drafting(tmp_path)
    assert isinstance(screen, Drafting)
    out = screen.sheet.outlook
    driver = opened(screen)
    assert f"two thirds of the {out.yes.mid + out.no.mid} saying yes or no: {out.needed}" in words(driver)


@pytest.mark.parametrize("make", [drafting, lobby], ids=["drafting", "lobby"])
def test_nothing_shown_before_the_vote_depends_on_a_luck_nobody_knows(
    make: Callable[[Path], Screen], opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Delhi was sounded out in the plan: its luck alone may be told, so it is left as it is."""
    told = words(opened(make(tmp_path)))
    from game.core import outlook, vote

    real = vote.luck

    def other(scenario: Scenario, seed: int, member: int) -> int:
        iso = scenario.hall.members[member].iso
        return real(scenario, seed, member) if iso == "IND" else 9_999 - real(scenario, seed, member)

    monkeypatch.setattr(outlook, "luck", other)
    assert words(opened(make(tmp_path))) == told


def test_the_plan_shows_the_moves_that_touch_a_bloc(opened: Opened, tmp_path: Path) -> None:
    found = session(tmp_path, "write-the-text", "plain-bridge", "bridge-text.table")
    scenario = found.play.scenario
    delhi = next(bloc for bloc in scenario.blocs if bloc.id == "delhi")
    assert [(move.id, sounds) for move, sounds in courting(scenario, delhi)] == [("ring-delhi", True)]
    driver = opened(Lobby(found))
    driver.click("court-delhi-ring-delhi")
    driver.wait(2500)
    driver.press("enter")
    driver.wait(100)
    assert found.play.choices[-1] == "ring-delhi"
    top(driver, Lobby)
    assert "1 state, sounded out" in words(driver)


def test_the_debrief_sets_each_vote_beside_the_real_one(opened: Opened, tmp_path: Path) -> None:
    driver = opened(debrief(tmp_path))
    told = words(driver)
    assert "Yours" in told
    assert "S/RES/2623(2022)" in told
    assert "is kept back here" in told
    driver.click("open-council-bridge-text")
    top(driver, RollCallScreen)


def test_each_vote_has_its_word() -> None:
    assert {ballot.word for ballot in BALLOTS.values()} == {"Yes", "No", "Abstains", "Absent", ""}


def test_a_vote_held_as_the_play_ends_is_seen_before_the_debrief(opened: Opened, tmp_path: Path) -> None:
    found = over(tmp_path)
    desk = Desk(found)
    desk.called = list(roll_calls(found.play.scenario, found.play.steps)[:1])
    driver = opened(desk)
    driver.wait(50)
    top(driver, RollCallScreen)
    driver.press("x")
    driver.press("enter")
    driver.wait(50)
    top(driver, Debrief)
