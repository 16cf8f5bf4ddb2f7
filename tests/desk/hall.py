"""What the tests of the hall share: the small crisis of the tests with its drafts, and a hall of 193 without one."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from game.content.package import Package
from game.core.choice import END_TURN
from game.core.rollcall import RollCall, roll_calls
from game.desk.session import Session
from game.desk.settings import Settings
from game.play.playthrough import Playthrough
from tests.core.crises import package

ASSEMBLY = ("write-the-text", "plain-bridge", "bridge-text.table", END_TURN, END_TURN)
COUNCIL = ("go-to-the-council", "council-bridge-text.humanitarian", "council-bridge-text.table", END_TURN, END_TURN)


@lru_cache(maxsize=1)
def thread() -> Package:
    """The small crisis of the tests."""
    return package("thread")


def session(folder: Path, *choices: str, seed: int = 7, texts: str | None = None, still: bool = False) -> Session:
    """A play of the small crisis after these choices."""
    play = Playthrough(thread(), seed, "as-written", texts)
    for choice in choices:
        play.choose(choice)
    return Session(play, thread(), Settings(still=still), folder / "play.json")


def voted(folder: Path, *choices: str, texts: str | None = None) -> tuple[Session, RollCall]:
    """A play in which a vote has been held, and that vote."""
    found = session(folder, *choices, texts=texts)
    return found, roll_calls(found.play.scenario, found.play.steps)[0]
