"""Focus: Tab, arrows and the keys that press."""

from __future__ import annotations

import pygame
import pytest

from game.desk.focus import beside, following, kept
from game.desk.part import Control
from tests.desk.conftest import Opened
from tests.desk.demo import Desk


def control(name: str, x: int, y: int, width: int = 100, height: int = 30) -> Control:
    made = Control(name, name)
    made.rect = pygame.Rect(x, y, width, height)
    return made


GRID = [control(f"{x}{y}", x * 120, y * 40) for y in range(3) for x in range(3)]


def test_tab_goes_round_both_ways() -> None:
    assert following(GRID, "00", 1) == "10"
    assert following(GRID, "22", 1) == "00"
    assert following(GRID, "00", -1) == "22"
    assert following(GRID, "gone", 1) == "00"
    assert following([], "00", 1) == ""


@pytest.mark.parametrize(("way", "there"), [((1, 0), "21"), ((-1, 0), "01"), ((0, 1), "12"), ((0, -1), "10")])
def test_an_arrow_goes_to_the_nearest_that_way(way: tuple[int, int], there: str) -> None:
    assert beside(GRID, GRID[4], way) == there


def test_an_arrow_finds_nothing_at_the_edge() -> None:
    assert beside(GRID, GRID[0], (-1, 0)) == ""


def test_the_focus_goes_to_a_neighbour_of_what_vanished() -> None:
    assert kept(["a", "b", "c"], ["a", "c"], "b") == "c"
    assert kept(["a", "b", "c"], ["a"], "c") == "a"
    assert kept(["a"], ["a", "b"], "a") == "a"
    assert kept(["a"], [], "a") == ""


def test_tab_visits_every_widget_in_reading_order(opened: Opened) -> None:
    driver = opened(Desk())
    names = [widget.id for widget in driver.widgets()]
    visited = [driver.focused]
    for _ in names[1:]:
        driver.press("tab")
        visited.append(driver.focused)
    assert visited == names
    driver.press("tab")
    assert driver.focused == names[0]
    driver.press("tab", shift=True)
    assert driver.focused == names[-1]


def test_enter_space_and_the_hotkey_press(opened: Opened) -> None:
    desk = Desk()
    driver = opened(desk)
    driver.press("enter")
    driver.press("1")
    driver.press("space")
    driver.press("l")
    assert desk.pressed == ["ledger", "call", "call", "ledger"]


def test_a_closed_move_takes_the_focus_and_tells_why_but_does_nothing(opened: Opened) -> None:
    desk = Desk()
    driver = opened(desk)
    driver.press("4")
    assert driver.focused == "law"
    assert not driver.widget("law").enabled
    assert "Needs one favour more" in driver.widget("law").tooltip
    driver.click("law")
    assert desk.pressed == []


def test_focus_scrolls_into_view(opened: Opened) -> None:
    driver = opened(Desk(), (1024, 640), 150)
    assert driver.widget("silence").rect.height == 0
    for _ in driver.widgets():
        if driver.focused == "silence":
            break
        driver.press("tab")
    assert driver.widget("silence").rect.height > 20


def test_arrows_walk_the_moves(opened: Opened) -> None:
    driver = opened(Desk())
    driver.press("1")
    driver.press("right")
    assert driver.focused == "visit"
    driver.press("down")
    assert driver.focused == "threat"
    driver.press("left")
    assert driver.focused == "law"


def test_shortcuts_with_ctrl_are_not_hotkeys(opened: Opened) -> None:
    desk = Desk()
    driver = opened(desk)
    driver.send([pygame.event.Event(pygame.KEYDOWN, key=pygame.K_1, mod=pygame.KMOD_LCTRL, unicode="1")])
    assert desk.pressed == []
