"""Stage: pointer, tooltips, scrolling, drawing only when something changed."""

from __future__ import annotations

import pygame

from game.desk.driver import Driver
from game.desk.stage import TIP_DELAY, Stage
from game.desk.widgets.dialog import Dialog
from tests.desk.conftest import Opened
from tests.desk.demo import Desk
from tests.desk.demo_settings import Settings


def tip(driver: Driver) -> pygame.Rect | None:
    """Where a tooltip stands now, None when none is shown."""
    stage = driver.screen
    assert isinstance(stage, Stage)
    return stage.tip_rect


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
    driver = opened(Desk(), (1024, 640), 150)
    window = pygame.Rect(0, 0, 1024, 640)
    driver.move("gauge-unity")
    assert tip(driver) is None
    driver.wait(TIP_DELAY + 50)
    assert window.contains(tip(driver) or pygame.Rect(-1, 0, 1, 1))
    driver.move("end-turn")
    driver.wait(TIP_DELAY + 50)
    assert tip(driver) is None
    for _ in range(4):
        driver.press("tab")
    assert tip(driver) is None
    driver.wait(TIP_DELAY + 50)
    assert window.contains(tip(driver) or pygame.Rect(-1, 0, 1, 1))


def test_a_right_click_on_what_has_no_tooltip_does_nothing(opened: Opened) -> None:
    desk = Desk()
    driver = opened(desk)
    driver.click("end-turn", button=3)
    assert driver.screen is desk


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


def test_everything_grows_with_a_large_window_and_shrinks_with_it_again(opened: Opened) -> None:
    driver = opened(Desk())
    high = driver.widget("end-turn").rect.height
    driver.resize((1920, 1080))
    assert (driver.look.percent, driver.look.chosen) == (150, 100)
    assert driver.widget("end-turn").rect.height > high
    driver.resize((1920, 720))
    assert driver.look.percent == 100
    driver.look.rescale(150)
    driver.resize((1600, 900))
    assert driver.look.percent == 187
    driver.resize((1280, 720))
    driver.look.rescale(100)
    driver.send([])
    assert driver.widget("end-turn").rect.height == high


def test_a_window_below_the_smallest_shows_everything_smaller(opened: Opened) -> None:
    desk = Desk()
    driver = opened(desk, (512, 320))
    assert driver.app.stack.size == (1024, 640)
    driver.click("call")
    assert desk.pressed == ["call"]


def test_a_name_can_be_typed_and_its_letters_are_no_hotkeys(opened: Opened) -> None:
    settings = Settings()
    driver = opened(settings)
    driver.click("slot")
    driver.type("Київ e?")
    assert settings.slot == "Київ e?"
    assert driver.screen is settings
    driver.press("left")
    driver.press("backspace")
    driver.press("home")
    driver.press("delete")
    driver.type("*")
    assert settings.slot == "*иїв ?"
    driver.type("x" * 60)
    assert len(settings.slot) == 40
    driver.press("tab")
    assert driver.focused == "moscow"


def test_a_held_key_presses_once(opened: Opened) -> None:
    driver = opened(Desk())
    held = pygame.event.Event(pygame.KEYDOWN, key=pygame.K_e, mod=0, unicode="e")
    driver.press("1")
    for _ in range(5):
        driver.send([held])
    enter = pygame.event.Event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0, unicode="")
    assert driver.screen.modal
    driver.press("escape")
    for _ in range(5):
        driver.send([enter])
    assert driver.screen.modal


def test_a_drawing_tells_what_is_under_the_pointer(opened: Opened) -> None:
    driver = opened(Desk())
    drawn = driver.app.frames
    driver.move("map")
    driver.wait(TIP_DELAY + 50)
    assert driver.widget("map").tooltip == "**Poland**"
    x, y = driver.widget("map").rect.center
    driver.move((x + 1, y))
    driver.move((x - 222, y + 117))
    driver.wait(TIP_DELAY + 50)
    assert (tip(driver) or driver.widget("map").rect).height < 60
    assert driver.widget("map").tooltip == "**Spain**"
    assert driver.app.frames > drawn
