"""A display that is named but does not answer: the terminal form starts instead of a game nobody sees."""

from __future__ import annotations

import sys

import pytest

from tests.conftest import Longtable


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only X can be named and be dead")
def test_the_terminal_starts(longtable: Longtable, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":78")
    monkeypatch.delenv("SDL_VIDEODRIVER", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    done = longtable("play", "road-to-moscow", "--seed", "1", told="quit\n")
    assert done.returncode == 0, done.stderr
    assert "End the turn." in done.stdout
