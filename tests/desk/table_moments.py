"""What the tests of the table's screens share: the crisis loaded once, and plays that stand at a moment."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from game.content.package import Package
from game.desk import moments
from game.desk.moments import Wanted
from game.desk.session import Session
from tests.core.crises import package

SIZES = (((1024, 640), 100), ((1280, 720), 100), ((1280, 720), 150))
"""The windows in which every screen has to be in order, with the text size in percent."""

Stood = Callable[[Wanted], Session]


@lru_cache(maxsize=1)
def crisis() -> Package:
    """The Road to Moscow."""
    return package("road-to-moscow")


def stood(wanted: Wanted, folder: Path) -> Session:
    """A play that stands at a moment; its saves go into `folder`. AssertionError when no scripted game comes there."""
    session = moments.seek(crisis(), folder, wanted)
    assert session is not None
    return session
