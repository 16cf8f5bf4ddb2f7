"""Guess: what the player thinks the reason is, written down before the reason is told."""

from __future__ import annotations

from game.core.decision import Decision
from game.core.scenario import Scenario
from game.desk.screen import Change
from game.desk.session import Session
from game.desk.widgets.entry import Entry

PREFIX = "why/"
LONGEST = 160


def about(scenario: Scenario, decision: Decision) -> str:
    """Under what name a guess about a decision stands among the notes."""
    return PREFIX + (scenario.answers[decision.answer].id if decision.answer >= 0 else decision.subject)


class Guess:
    """A guess being written; `keep` puts it among the notes if anything was written."""

    def __init__(self, session: Session, decision: Decision) -> None:
        self.session = session
        self.about = about(session.play.scenario, decision)
        self.says = next((f.says for f in session.play.notes.forecasts if f.about == self.about), "")

    def entry(self) -> Entry:
        """The line to write on; its id is `guess`."""
        return Entry(
            "guess", "Your own guess first, if you like: why this answer?", text=self.says, longest=LONGEST,
            hint="in your own words", on_change=self._take,
        )  # fmt: skip

    def keep(self) -> None:
        """Put the guess among the notes of the play, unless nothing was written."""
        if self.says.strip():
            self.session.forecast(self.about, "", self.says.strip())

    def _take(self, text: str) -> Change:
        self.says = text
        return None
