"""Forecast: what the player writes down before an answer: which Moscow this is, and why."""

from __future__ import annotations

from game.core.words import title
from game.desk.layout import Column
from game.desk.part import Part
from game.desk.screen import Change
from game.desk.session import Session
from game.desk.theme import GOLD, INK_QUIET, SMALL
from game.desk.widgets.entry import Entry
from game.desk.widgets.panel import Panel
from game.desk.widgets.paragraph import Paragraph
from game.desk.widgets.stepper import Stepper

LONGEST = 160


class ForecastSheet:
    """A forecast being written about one thing; `keep` puts it among the notes if anything was written."""

    def __init__(self, session: Session, about: str) -> None:
        self.session = session
        self.about = about
        notes = [f for f in session.play.notes.forecasts if (f.turn, f.about) == (session.play.turn, about)]
        self.doctrine = notes[-1].doctrine if notes else ""
        self.says = notes[-1].says if notes else ""

    def part(self) -> Part:
        """The sheet: ids `forecast-doctrine` and `forecast-says`."""
        scenario = self.session.play.scenario
        values = [("", "not yet said"), *((id, title(scenario, "doctrine", id)) for id in scenario.doctrines)]
        return Panel(
            Column(
                [
                    Paragraph("Nobody else reads it before the envelope is opened.", SMALL, INK_QUIET),
                    Stepper(
                        "forecast-doctrine", "Which reading?", values=values, value=self.doctrine,
                        on_choose=self._take_doctrine,
                        tooltip="Which reading you hold now. Left and right change it.",
                    ),
                    Entry(
                        "forecast-says", "What will he do, and why?", text=self.says, longest=LONGEST,
                        hint="in your own words", on_change=self._take_says,
                    ),
                ]
            ),
            title="Your forecast", icon="pen", accent=GOLD,
        )  # fmt: skip

    def keep(self) -> None:
        """Put the forecast among the notes of the play, unless nothing was written."""
        if self.doctrine or self.says.strip():
            self.session.forecast(self.about, self.doctrine, self.says.strip())

    def _take_doctrine(self, id: str) -> Change:
        self.doctrine = id
        return None

    def _take_says(self, text: str) -> Change:
        self.says = text
        return None
