"""A play of the small crisis, and the folder it is saved in."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.play.playthrough import Playthrough
from tests.core.crises import package
from tests.play.line import played


@pytest.fixture
def play() -> Playthrough:
    """A play of the small crisis with a dozen choices made."""
    return played(Playthrough(package("thread"), 11, "as-written"), 12)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the play is saved."""
    return tmp_path / "saves" / "auto.json"
