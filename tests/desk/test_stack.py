"""Stack: screens over one another, dialogs that hold the keys, and ends."""

from __future__ import annotations

import pygame

from game.desk.screen import Quit, Replace, Reset
from game.desk.widgets.dialog import notice
from tests.desk.conftest import Opened
from tests.desk.demo import Desk
from tests.desk.demo_settings import Settings


def test_a_dialog_holds_focus_keys_and_pointer(opened: Opened) -> None:
    desk = Desk()
    driver = opened(desk)
    below = driver.widget("call").rect.center
    driver.press("e")
    assert driver.screen.modal
    assert [widget.id for widget in driver.widgets()] == ["stay", "go"]
    assert driver.focused == "go"
    for _ in range(5):
        driver.press("tab")
        assert driver.focused in ("stay", "go")
    driver.press("1")
    driver.press("l")
    driver.click(below)
    assert desk.pressed == []
    driver.press("escape")
    assert driver.screen is desk
    assert desk.pressed == []


def test_the_answer_of_a_dialog_is_done_on_the_screen_below(opened: Opened) -> None:
    desk = Desk()
    driver = opened(desk)
    driver.press("e")
    driver.press("enter")
    assert driver.screen is desk
    assert desk.pressed == ["go"]
    assert driver.focused == "end-turn"


def test_replace_reset_and_quit(opened: Opened) -> None:
    driver = opened(Desk())
    stack = driver.app.stack
    driver.press("e")
    settings = Settings()
    stack.apply(Replace(settings))
    assert [type(screen) for screen in stack.screens] == [Desk, Settings]
    stack.apply(Reset(settings))
    assert stack.screens == [settings]
    stack.apply(Quit())
    driver.send([])
    assert not driver.running
    assert driver.widgets() == []


def test_escape_on_the_last_screen_ends(opened: Opened) -> None:
    driver = opened(Settings())
    driver.press("escape")
    assert not driver.running


def test_closing_the_window_ends_at_any_moment(opened: Opened) -> None:
    for keys in ("", "e", "?"):
        driver = opened(Desk())
        for key in keys:
            driver.press(key)
        driver.send([pygame.event.Event(pygame.QUIT)])
        assert not driver.running


def test_a_long_notice_scrolls_inside_the_window(opened: Opened) -> None:
    driver = opened(notice("Long", "A sentence that goes on. " * 400), (1024, 640), 150)
    names = [widget.id for widget in driver.widgets()]
    assert names == ["dialog-text", "close"]
    assert driver.focused == "close"
    assert pygame.Rect(0, 0, 1024, 640).contains(driver.widget("close").rect)
    before = driver.sheet.picture.copy()
    driver.press("tab")
    driver.press("down")
    assert pygame.image.tobytes(before, "RGB") != pygame.image.tobytes(driver.sheet.picture, "RGB")
