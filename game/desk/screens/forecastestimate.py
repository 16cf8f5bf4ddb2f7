"""Estimate: what the player expects of a move, said in words before the spread of futures may be opened."""

from __future__ import annotations

from game.core.weigh import ODDS
from game.core.words import title
from game.desk.layout import Column, Row, Space, grow
from game.desk.part import Part
from game.desk.screen import Change, Push
from game.desk.screens.forecastspread import NAME, SpreadOfFutures
from game.desk.screens.forecastword import meaning, said_of, say
from game.desk.session import Session
from game.desk.theme import GAP, GOLD, INK_QUIET, INK_SOFT, SMALL
from game.desk.widgets.button import Button
from game.desk.widgets.panel import Panel
from game.desk.widgets.paragraph import Paragraph
from game.desk.widgets.stepper import Stepper

ASK = "Say first what you expect of it, if you then go on with care. Your word is kept; the debrief looks back at it."
CLOSED = "Say first how likely you think it is."


class EstimateSheet:
    """The player's own word on a move, and the way to the spread; once the spread is opened the word stands."""

    def __init__(self, session: Session, move: str) -> None:
        self.session = session
        self.move = move
        said = said_of(session, move)
        self.ending = said.ending if said is not None else _usual(session)
        self.word = said.word if said is not None else ""

    def parts(self) -> list[Part]:
        """A panel with ids `estimate-ending`, `estimate-word` and `open-spread`; nothing where forecasts are off."""
        if not self.session.foretells:
            return []
        inner = self._said() if said_of(self.session, self.move) is not None else self._asked()
        return [Panel(Column([*inner, self._open()], gap=GAP), title=NAME, icon="target", accent=GOLD)]

    def _asked(self) -> list[Part]:
        scenario = self.session.play.scenario
        endings = [(ending.id, title(scenario, "ending", ending.id)) for ending in scenario.find.endings]
        words = [("", "not yet said"), *((word, word) for _, word in ODDS)]
        return [
            Paragraph(ASK, SMALL, INK_QUIET),
            Stepper("estimate-ending", "It ends in", values=endings, value=self.ending, on_choose=self._take_ending,
                    tooltip="Which ending your word is about. Left and right change it."),
            *([Paragraph(meant, SMALL, INK_QUIET)] if (meant := meaning(scenario, self.ending)) else []),
            Stepper("estimate-word", "I think that is", values=words, value=self.word, on_choose=self._take_word,
                    tooltip="Your own word, before you see any figure. Left and right change it."),
        ]  # fmt: skip

    def _said(self) -> list[Part]:
        words = say(self.session.play.scenario, self.ending, self.word)
        return [Paragraph(f"You said: {words}", SMALL, INK_SOFT)]

    def _open(self) -> Part:
        trouble = self.session.foresight.trouble
        note = Paragraph(f"{{bad:{trouble}}}" if trouble else "", SMALL, INK_SOFT)
        button = Button("open-spread", "Open the spread", self._to_spread, icon="line-chart", enabled=bool(self.word),
                        reason="" if self.word else CLOSED)  # fmt: skip
        return Row([grow(note if trouble else Space()), button], gap=GAP, upright="middle")

    def _take_ending(self, id: str) -> Change:
        self.ending = id
        return None

    def _take_word(self, word: str) -> Change:
        self.word = word
        if word:
            # Worked out while the player makes up their mind, so that the spread opens at once.
            self.session.foresight.ask(self.session.play, self.session.view.choices, self.move)
        return None

    def _to_spread(self) -> Change:
        return Push(SpreadOfFutures(self.session, self.move, self.ending, self.word))


def _usual(session: Session) -> str:
    """The ending asked about at first: the one spoken of last, else the one that comes when no other does."""
    notes = session.play.notes.estimates
    return notes[-1].ending if notes else session.play.scenario.find.endings[-1].id
