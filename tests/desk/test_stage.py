"""Stage: pointer, tooltips, scrolling, drawing only when something changed."""

from __future__ import annotations

import pygame

from game.desk.stage import TIP_DELAY, Stage
from game.desk.widgets.dialog import Dialog
from tests.desk.conftest import Opened
from tests.desk.demo import Desk, Settings


def test_nothing_is_drawn_when_nothing_changed(opened: Opened) -> None:
    driver = opened(Desk())
    drawn = driver.app.frames
    driver.wait(2000)
    driver.move((640, 20))
    driver.move((641, 21))
    driver.press("z")
    assert driver.app.frames == drawn
    driver.move("call")
    assert driver.app.frames == drawn + 1


def test_a_click_needs_press_and_release_on_the_same_control(opened: Opened) -> None:
    desk = Desk()
    driver = opened(desk)
    driver.click("call")
    assert desk.pressed == ["call"]
    start, end = driver.widget("call").rect.center, driver.widget("visit").rect.center
    driver.send([pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=start, button=1)])
    driver.send([pygame.event.Event(pygame.MOUSEBUTTONUP, pos=end, button=1)])
    assert desk.pressed == ["call"]


def test_a_tooltip_comes_by_hover_and_by_focus_and_stays_in_the_window(opened: Opened) -> None:
    desk = Desk()
    driver = opened(desk, (1024, 640), 150)
    driver.move("end-turn")
    driver.move("cable-1")
    assert desk.tip_rect is None
    driver.click("end-turn", button=3)
    assert desk.tip_rect is None
    driver.move("gauge-unity")
    driver.wait(TIP_DELAY + 50)
    assert desk.tip_rect is not None
    assert pygame.Rect(0, 0, 1024, 640).contains(desk.tip_rect)
    driver.press("tab")
    driver.wait(TIP_DELAY + 50)
    for _ in range(4):
        driver.press("tab")
    driver.wait(TIP_DELAY + 50)
    assert desk.tip_rect is not None


def test_explaining_opens_the_tooltip_as_a_dialog(opened: Opened) -> None:
    driver = opened(Desk())
    driver.press("1")
    driver.press("?")
    assert isinstance(driver.screen, Dialog)
    assert driver.screen.title == "Call the Kremlin"
    driver.press("escape")
    assert isinstance(driver.screen, Desk)
    driver.click("gauge-unity", button=3)
    assert isinstance(driver.screen, Dialog)


def test_links_in_a_text_are_widgets(opened: Opened) -> None:
    desk = Desk()
    driver = opened(desk)
    assert driver.widget("brief:texts").label == "the two texts"
    driver.click("brief:texts")
    assert desk.pressed == ["link:texts"]


def test_wheel_and_page_keys_scroll(opened: Opened) -> None:
    driver = opened(Desk(), (1024, 640))
    before = driver.widget("gauge-unity").rect
    driver.wheel(-2, "gauge-cost")
    assert driver.widget("gauge-unity").rect.height < before.height
    driver.wheel(9, "gauge-cost")
    assert driver.widget("gauge-unity").rect == before
    driver.press("tab")
    driver.press("tab")
    driver.press("end")
    assert driver.widget("gauge-risk").rect.height == before.height
    driver.press("home")
    assert driver.widget("gauge-unity").rect == before


def test_the_scroll_bar_can_be_dragged(opened: Opened) -> None:
    driver = opened(Desk(), (1024, 640))
    desk = driver.screen
    assert isinstance(desk, Stage)
    scroll = next(s for s in desk.scrolls() if s.id == "gauges")
    low = (scroll.rect.right - 3, scroll.rect.bottom - 3)
    driver.send([pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=low, button=1)])
    assert driver.widget("gauge-risk").rect.height > 40
    high = (scroll.rect.right - 3, scroll.rect.top + 3)
    driver.send([pygame.event.Event(pygame.MOUSEMOTION, pos=high, rel=(0, 0), buttons=(1, 0, 0))])
    driver.send([pygame.event.Event(pygame.MOUSEBUTTONUP, pos=high, button=1)])
    assert driver.widget("gauge-risk").rect.height < 10


def test_slider_stepper_and_choices_by_keys_and_pointer(opened: Opened) -> None:
    settings = Settings()
    driver = opened(settings)
    driver.press("right")
    assert driver.look.percent == 110
    driver.press("tab")
    driver.press("left")
    assert settings.volume == 60
    driver.press("tab")
    driver.press("right")
    assert settings.names == "masked"
    driver.press("enter")
    assert settings.names == "real"
    rect = driver.widget("volume").rect
    driver.click((rect.right - 10, rect.centery))
    assert settings.volume == 100
    driver.click("vilnius")
    assert settings.crisis == "moscow"


def test_toasts_go_away(opened: Opened) -> None:
    desk = Desk()
    driver = opened(desk)
    desk.toast("Saved")
    drawn = driver.app.frames
    driver.wait(3000)
    assert desk.toasts == []
    assert driver.app.frames > drawn


def test_a_new_window_size_or_text_size_lays_out_anew(opened: Opened) -> None:
    driver = opened(Desk())
    place = driver.widget("end-turn").rect
    driver.resize((1920, 1080))
    assert driver.widget("end-turn").rect.right == place.right + 640
    driver.look.rescale(150)
    driver.send([])
    assert driver.widget("end-turn").rect.height > place.height


def test_a_window_below_the_smallest_shows_everything_smaller(opened: Opened) -> None:
    desk = Desk()
    driver = opened(desk, (512, 320))
    assert driver.app.stack.size == (1024, 640)
    driver.click("call")
    assert desk.pressed == ["call"]
