"""Chronicle screen: all cables, turn by turn; each answer can be questioned."""

from __future__ import annotations

from game.desk.grid import Grid
from game.desk.layout import Column, Row, fixed, grow
from game.desk.look import Look
from game.desk.part import Action, Part
from game.desk.screen import Change
from game.desk.screens import cables
from game.desk.screens.masthead import back, masthead
from game.desk.screens.page import Page
from game.desk.screens.signs import date_of
from game.desk.session import Session
from game.desk.theme import BODY, GAP, INK_SOFT, MARGIN
from game.desk.widgets.button import Button
from game.desk.widgets.panel import Panel
from game.desk.widgets.paragraph import Paragraph
from game.desk.widgets.scroll import Scroll

DATES = 220  # pixels at 100 %


class Chronicle(Page):
    """The cables of one turn beside the list of turns."""

    deed = "read"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.turn = max((item.turn for _, item in session.lines()), default=1)
        self.first_focus = f"turn-{self.turn}"

    def build(self, look: Look) -> Part:
        scenario = self.session.play.scenario
        turns = sorted({item.turn for _, item in self.session.lines()}, reverse=True)
        dates: list[Part] = [
            Button(
                f"turn-{turn}", date_of(scenario, turn), self._choosing(turn), kind="quiet", chosen=turn == self.turn
            )
            for turn in turns
        ]
        left = Panel(Scroll("turns", child=Column(dates, gap=2)), title="Dates", icon="calendar")
        lines = self.session.news(self.turn)
        cards = [
            cables.card(self.session, line, cables.key_of(line, place), body=line[1].text)
            for place, line in enumerate(lines)
        ]
        shown: Part = Grid(cards, least=look.pixels(320)) if cards else Paragraph("Nothing came.", BODY, INK_SOFT)
        right = Panel(Scroll("news", child=shown), title="Cables and news", icon="newspaper", aside=str(len(cards)))
        top = masthead("All cables", "", icon="newspaper", right=[back(self.escape)])
        return Column([top, grow(Row([fixed(left, look.pixels(DATES)), grow(right)]))], pad=MARGIN, gap=GAP)

    def _choosing(self, turn: int) -> Action:
        def choose() -> Change:
            self.turn = turn
            return None

        return choose
