"""Window: a real one under the dummy driver, from opening to its end."""

from __future__ import annotations

from collections.abc import Iterator

import pygame
import pytest

from game.desk.look import Look
from game.desk.loop import layout_size, run
from game.desk.screen import Change, Quit
from game.desk.window import Window
from game.fault import NoDisplay
from tests.desk.demo import ASSETS
from tests.desk.demo_settings import Settings


@pytest.fixture
def window() -> Iterator[Window]:
    made = Window("The Long Table", (1024, 640))
    yield made
    pygame.quit()


class Leaving(Settings):
    """Ends by itself after a moment, in the way given."""

    def __init__(self, way: str) -> None:
        super().__init__()
        self.way = way
        self.steps = 0

    def passed(self, ms: int) -> Change:
        self.steps += 1
        if self.steps < 3:
            return None
        if self.way == "interrupt":
            raise KeyboardInterrupt
        if self.way == "close":
            pygame.event.post(pygame.event.Event(pygame.QUIT))
            return None
        return Quit()


@pytest.mark.parametrize("way", ["quit", "close"])
def test_the_loop_ends(window: Window, way: str) -> None:
    run(Leaving(way), Look(ASSETS), window)
    assert not pygame.display.get_init()


def test_ctrl_c_closes_the_window(window: Window) -> None:
    with pytest.raises(KeyboardInterrupt):
        run(Leaving("interrupt"), Look(ASSETS), window)
    assert not pygame.display.get_init()


def test_no_display_is_a_clear_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise pygame.error("No available video device")

    monkeypatch.setattr(pygame.display, "set_mode", refuse)
    with pytest.raises(NoDisplay, match="No window can be opened here"):
        Window("The Long Table", (1024, 640))
    pygame.quit()


@pytest.mark.parametrize(
    ("real", "laid"),
    [
        ((1280, 720), (1280, 720)),
        ((1024, 640), (1024, 640)),
        ((512, 320), (1024, 640)),
        ((640, 640), (1024, 1024)),
    ],
)
def test_small_windows_are_laid_out_larger(real: tuple[int, int], laid: tuple[int, int]) -> None:
    assert layout_size(real) == laid
