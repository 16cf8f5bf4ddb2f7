"""Word: what the player said of a move before its spread was opened, as it stands among the notes."""

from __future__ import annotations

from game.batch.spread import Spread
from game.core.scenario import Scenario
from game.core.words import title
from game.desk.session import Session
from game.play.playthrough import Estimate


def said_of(session: Session, move: str) -> Estimate | None:
    """What was said of this move in this turn; None while nothing was."""
    notes, turn = session.play.notes.estimates, session.play.turn
    return next((note for note in notes if (note.turn, note.move) == (turn, move)), None)


def write_down(session: Session, move: str, ending: str, word: str, found: Spread) -> None:
    """Keep what was said, and what the spread shows; once for a move and turn."""
    future = found.of(move)
    if future is not None and said_of(session, move) is None:
        share = future.share(ending, found.playouts)
        session.play.notes.estimates.append(Estimate(session.play.turn, move, ending, word, share))
        session.save()


def say(scenario: Scenario, ending: str, word: str) -> str:
    """An estimate as a sentence."""
    return f"**{word}** that it ends in **{title(scenario, 'ending', ending)}**."


def meaning(scenario: Scenario, ending: str) -> str:
    """What an ending comes to, in the words of its axes; empty where it has none."""
    axes = (scenario.texts.get(f"ending.{ending}.{axis}", "") for axis in ("axis_force", "axis_ready"))
    return "; ".join(axis for axis in axes if axis)
