"""Channel: the ways to talk, and how what is said in private is misread when few are left."""

from __future__ import annotations

from .act import Move
from .event import because
from .work import Work


def open_channels(work: Work) -> int:
    """How many channels are not closed."""
    return sum(work.cells[channel.cell] > 0 for channel in work.scenario.channels)


def odds_of_misreading(work: Work) -> int:
    """The odds in percent that a private message is misread, by the number of channels left."""
    table = work.scenario.misreading
    return table[min(open_channels(work), len(table) - 1)] if table else 0


def hear(work: Work, made: list[Move]) -> dict[str, tuple[str, ...]]:
    """What the other side hears of each move of the turn: its id and tags, or what a misread one was taken for."""
    odds = odds_of_misreading(work)
    heard = {}
    for move in made:
        cause = because("hearing", move.id)
        if move.act.private and move.misread_as and work.roll(f"misread/{move.id}", odds, cause):
            work.put(work.scenario.clock.misread, work.turn, cause)
            heard[move.id] = ("misread", *move.misread_as)
        else:
            heard[move.id] = move.triggers
    work.close()
    return heard
