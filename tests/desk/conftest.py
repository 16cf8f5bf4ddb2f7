"""What the desk's tests share: the demo screens played without a window."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from game.desk import foresight
from game.desk.driver import Driver
from game.desk.screen import Screen
from tests.desk.demo import ASSETS

Opened = Callable[..., Driver]


@pytest.fixture
def opened() -> Opened:
    """Opens a screen at a size and text size, both optional."""

    def start(screen: Screen, size: tuple[int, int] = (1280, 720), scale: int = 100) -> Driver:
        return Driver(screen, ASSETS, size, scale)

    return start


@pytest.fixture(autouse=True)
def _nothing_is_worked_out_for_nobody() -> Iterator[None]:
    """A process that still works for a screen of this test is ended: the next test needs the core."""
    yield
    if foresight.forecaster.cache_info().currsize and foresight.forecaster().busy:
        foresight.close()
