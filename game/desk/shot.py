"""Shot: one picture of the gallery, and the search for the game in which its moment comes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from game.content.package import Package
from game.desk import moments
from game.desk.moments import Wanted
from game.desk.screen import Screen
from game.desk.session import Session
from game.fault import Fault


class Shot(NamedTuple):
    """A picture: its name, its screen, a panel open over it, how long to wait (ms), and for what."""

    name: str
    screen: Screen
    over: Screen | None = None
    wait: int = 100
    ready: Callable[[], bool] = lambda: True


def at_moment(package: Package, folder: Path, name: str, wanted: Wanted) -> Session:
    """A play that stands at a moment. Raises Fault, naming the picture, when no scripted game comes there."""
    session = moments.seek(package, folder, wanted)
    if session is None:
        raise Fault(f"No scripted game comes to the moment of the picture '{name}'.")
    return session
