"""Guide: a line that points in the first turns, at what has not been tried yet, and then gets out of the way."""

from __future__ import annotations

from game.desk.session import Session

READ, WEIGH, WHY = "read", "weigh", "why"
TAUGHT = 3  # turns after which nobody needs it


class Guide:
    """What the player has tried so far; `line` is the next hint, "" when there is nothing left to say."""

    def __init__(self) -> None:
        self.tried: set[str] = set()

    def note(self, what: str) -> None:
        """The player did this."""
        self.tried.add(what)

    def line(self, session: Session) -> str:
        """The hint for now, marked up."""
        play = session.play
        if session.settings.taught or play.turn > TAUGHT or play.read_only:
            return ""
        made = sum(1 for id in play.choices if id in play.scenario.find.move)
        if play.turn == 1:
            return self._first(made)
        if WHY not in self.tried and any(item.kind == "answer" for _, item in session.fresh()):
            return (
                "{gold:There are answers.} Press a cable, or **W**: you are told why it came so, "
                "and what would have changed it."
            )
        if play.turn == 2:
            return (
                "{gold:Numbers moved.} Rest on one, or press **?** on it, to see what hangs on it. "
                "The ledger (**L**) keeps your word."
            )
        return ""

    def _first(self, made: int) -> str:
        if not made and WEIGH not in self.tried:
            return "{gold:First:} read the cables, then press a move. Nothing is done until you say so."
        if not made:
            return (
                "{gold:A move costs} what its tags say: capital, hours, favours. Hours do not keep. "
                "Weigh another, or confirm one."
            )
        if made == 1:
            return "{gold:Done.} There may be room for another: look at the purses. **U** takes the last choice back."
        return "{gold:When nothing more can be paid,} or waiting says more, **E** ends the turn. Then the answers come."
