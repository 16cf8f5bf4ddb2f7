"""The board, the horseshoe and the majority bar on plain data: no name cut, no vote told by colour alone."""

from __future__ import annotations

import itertools

import pygame
import pytest

from game.desk.audit import faults
from game.desk.driver import Driver
from game.desk.layout import Column, grow
from game.desk.look import Look
from game.desk.part import Part, walk
from game.desk.screen import Change
from game.desk.stage import Stage
from game.desk.theme import PANEL
from game.desk.widgets.ballot import BALLOTS, VOTES, Seat
from game.desk.widgets.board import Board, BoardMemory, BoardView
from game.desk.widgets.boardplan import Section
from game.desk.widgets.button import Button
from game.desk.widgets.horseshoe import Horseshoe
from game.desk.widgets.majority import Majority
from game.desk.widgets.panel import Panel
from tests.desk.conftest import Opened
from tests.desk.hall import thread
from tests.desk.table_moments import SIZES

DESKS = ((1280, 720), (1920, 1080))


def members() -> list[tuple[str, str, str]]:
    """Code, name and group of every member, by name."""
    scenario = thread().compile()
    rows = [(m.iso, *(scenario.texts[f"member.{m.iso}.{part}"] for part in ("name", "group")))
            for m in scenario.hall.members]  # fmt: skip
    return sorted(((iso, name, group) for iso, name, group in rows), key=lambda row: row[1])


class Hall(Stage):
    """A board of all members with votes in turn, in one of the orders."""

    def __init__(self, order: str = "name", voted: int = 193) -> None:
        super().__init__()
        self.order, self.voted, self.opened = order, voted, ""
        self.memory = BoardMemory()

    def build(self, look: Look) -> Part:
        votes = itertools.cycle(("yes", "yes", "yes", "abstain", "no", "absent"))
        rows = [(Seat(iso, name, next(votes) if number < self.voted else ""), group)
                for number, (iso, name, group) in enumerate(members())]  # fmt: skip
        under = [{"name": "", "group": group, "vote": seat.ballot.heading}[self.order] for seat, group in rows]
        sections = [
            Section(head, tuple(seat for (seat, _), own in zip(rows, under, strict=True) if own == head))
            for head in dict.fromkeys(under)
        ]
        board = Board("board", "All members", sections=sections, memory=self.memory, on_open=self.open,
                      tip_of=lambda iso: f"**{iso}**")  # fmt: skip
        above, below = Button("above", "Above", lambda: None), Button("below", "Below", lambda: None)
        view = BoardView("view", "The board", child=board)
        return Column([above, grow(Panel(view, pad=5)), below], pad=12)

    def open(self, iso: str) -> Change:
        """Note what was opened."""
        self.opened = iso
        return None


def board_of(driver: Driver) -> Board:
    """The board on the top screen."""
    assert isinstance(driver.screen, Stage)
    found = driver.screen.control("board")
    assert isinstance(found, Board)
    return found


@pytest.mark.parametrize("order", ["name", "group", "vote"])
@pytest.mark.parametrize(("size", "scale"), SIZES)
def test_no_name_on_the_board_is_cut(order: str, size: tuple[int, int], scale: int, opened: Opened) -> None:
    driver = opened(Hall(order), size, scale)
    assert faults(driver) == []
    assert isinstance(driver.screen, Stage)
    names = [ink for ink in driver.screen.inked if isinstance(ink.owner, Board)]
    assert {name for _, name, _ in members()} <= {ink.text for ink in names}
    assert not any(ink.shortened or ink.broken for ink in names)
    assert all(ink.room.inflate(2, 2).contains(ink.rect) for ink in names)


@pytest.mark.parametrize("order", ["name", "group", "vote"])
@pytest.mark.parametrize("size", DESKS)
def test_the_whole_board_is_seen_at_once_at_the_usual_text_size(
    order: str, size: tuple[int, int], opened: Opened
) -> None:
    driver = opened(Hall(order), size)
    board = board_of(driver)
    assert isinstance(driver.screen, Stage)
    view = driver.screen.control("view")
    assert isinstance(view, BoardView)
    assert view.full <= view.rect.height
    assert len(board.seats) == 193


def test_cells_do_not_lie_over_one_another(opened: Opened) -> None:
    driver = opened(Hall("group"))
    driver.send([])
    plan = board_of(driver).memory.plan
    assert plan is not None
    assert not any(one.colliderect(other) for one, other in itertools.combinations(plan.cells, 2))


def test_the_arrows_walk_over_the_board_and_leave_it_at_its_edges(opened: Opened) -> None:
    hall = Hall()
    driver = opened(hall)
    driver.press("tab")
    assert driver.focused == "board"
    first = board_of(driver).here
    driver.press("down")
    assert board_of(driver).here != first
    driver.press("right")
    beside = board_of(driver).place_of(board_of(driver).here)
    assert beside.x > board_of(driver).place_of(first).x
    driver.press("enter")
    assert hall.opened == board_of(driver).here
    driver.press("up")
    driver.press("up")
    assert driver.focused == "above"


def test_a_click_opens_the_state_under_the_pointer(opened: Opened) -> None:
    hall = Hall()
    driver = opened(hall)
    driver.click(board_of(driver).place_of("IND").center)
    assert hall.opened == "IND"
    assert board_of(driver).here == "IND"


def test_the_board_draws_anew_only_what_has_changed(opened: Opened) -> None:
    hall = Hall(voted=10)
    driver = opened(hall)
    driver.send([])
    before = hall.memory.picture
    frames = driver.app.frames
    driver.wait(500)
    assert driver.app.frames == frames
    hall.voted = 11
    hall.refresh()
    driver.send([])
    assert hall.memory.picture is before
    assert driver.app.frames == frames + 1


def test_no_vote_is_told_by_colour_alone() -> None:
    shown = [BALLOTS[vote] for vote in VOTES]
    assert len({ballot.mark for ballot in shown}) == len({ballot.word for ballot in shown}) == len(VOTES)


class Table(Stage):
    """The Council's table with a word in its middle."""

    def build(self, look: Look) -> Part:
        fifteen = members()[::12][:15]
        seats = [Seat(iso, name, vote, veto=vote == "no") for (iso, name, _), vote
                 in zip(fifteen, itertools.cycle(VOTES), strict=False)]  # fmt: skip
        inside = Button("inside", "Inside", lambda: None)
        return Column([grow(BoardView("view", "Table", child=Horseshoe(seats, fifteen[4][0], inside=inside)))], pad=12)


@pytest.mark.parametrize(("size", "scale"), SIZES)
def test_the_horseshoe_is_in_order_at_every_size(size: tuple[int, int], scale: int, opened: Opened) -> None:
    driver = opened(Table(), size, scale)
    assert faults(driver) == []


def test_the_president_sits_at_the_head_and_all_around_the_table(opened: Opened) -> None:
    driver = opened(Table())
    assert isinstance(driver.screen, Stage)
    seats = [control for control in driver.screen.controls if control.id.startswith("seat-")]
    assert len(seats) == 15
    head = driver.screen.control(f"seat-{members()[48][0]}")
    assert head is not None
    assert abs(head.rect.centerx - driver.screen.size[0] // 2) <= 1
    assert head.rect.y == min(seat.rect.y for seat in seats)
    assert not any(one.rect.colliderect(other.rect) for one, other in itertools.combinations(seats, 2))


def bar(majority: Majority) -> pygame.Surface:
    """A bar of 300 pixels, drawn."""
    from game.desk.canvas import Canvas
    from tests.desk.demo import ASSETS

    look = Look(ASSETS)
    surface = pygame.Surface((300, 60))
    surface.fill(PANEL)
    majority.place(look, surface.get_rect())
    majority.draw(Canvas(surface, look))
    return surface


def test_the_line_stands_over_yes_and_no_only() -> None:
    """Abstentions are no part of the bar: it is parted by yes and no, and the line stands at two thirds of it."""
    majority = Majority(141, 5, (2, 3), "two thirds")
    picture = bar(majority)
    assert majority.whole == 146
    yes, no = BALLOTS["yes"].colour, BALLOTS["no"].colour
    assert picture.get_at((20, 13))[:3] == picture.get_at((280, 13))[:3] == yes
    assert any(picture.get_at((x, 13))[:3] == no for x in range(291, 299))
    assert all(picture.get_at((200, y))[0] > 200 for y in range(2, 24))


def test_in_the_council_the_line_stands_after_nine_seats() -> None:
    majority = Majority(11, 1, (9, 15), "nine", seats=15)
    picture = bar(majority)
    assert majority.whole == 15
    assert all(picture.get_at((180, y))[0] > 200 for y in range(2, 24))


def test_the_board_is_one_stop_for_the_keyboard(opened: Opened) -> None:
    driver = opened(Hall())
    assert [widget.id for widget in driver.widgets()] == ["above", "board", "below"]
    assert isinstance(driver.screen, Stage)
    assert sum(isinstance(part, Board) for part in walk(driver.screen.root)) == 1
