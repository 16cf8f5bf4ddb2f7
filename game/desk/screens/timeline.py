"""Timeline: the line played so far, turn by turn; from any point of it another line can be begun."""

from __future__ import annotations

from game.core.naming import choice_name
from game.desk import slots
from game.desk.layout import Column, Row, Slot, fixed, grow
from game.desk.look import Look
from game.desk.part import Action, Part
from game.desk.screen import Change, Push, Reset
from game.desk.screens.masthead import back, masthead
from game.desk.screens.page import Page
from game.desk.screens.signs import date_of, day_of, item_accent, item_icon, item_kicker
from game.desk.screens.slotwords import told
from game.desk.session import Session, resumed
from game.desk.theme import BODY, GAP, GOLD, HEADING, INK, INK_QUIET, INK_SOFT, MARGIN, OVERLINE, SMALL
from game.desk.widgets.button import Button
from game.desk.widgets.card import Card
from game.desk.widgets.dialog import notice
from game.desk.widgets.panel import Panel
from game.desk.widgets.paragraph import Paragraph
from game.desk.widgets.scroll import Scroll
from game.fault import Fault

LIST = 340  # pixels at 100 %
OTHERS = 6  # other lines that are shown


class Timeline(Page):
    """The choices of a play; `chosen` is how many of them stand before the point looked at."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.chosen = len(session.play.choices)

    def build(self, look: Look) -> Part:
        self.chosen = min(self.chosen, len(self.session.play.choices))
        self.first_focus = f"step-{self.chosen}"
        steps = Scroll("steps", child=Column(self._steps(), gap=4))
        body = Row(
            [
                fixed(Panel(steps, title="Your line", icon="history"), look.pixels(LIST)),
                grow(self._point()),
            ]
        )
        words = self.session.play.notes.name or "unnamed"
        top = masthead("Timeline", words, icon="git-fork", right=[back(self.escape)])
        return Column([top, grow(body)], pad=MARGIN, gap=GAP)

    def _steps(self) -> list[Part]:
        """A row for each choice under the date of its turn, the newest last."""
        play, found, turn = self.session.play, list[Part](), 0
        for number, choice in enumerate(play.choices):
            now = play.turn_of(number + 1)
            if now != turn:
                turn = now
                found.append(Paragraph(date_of(play.scenario, turn).upper(), OVERLINE, GOLD))
            found.append(self._step(number, choice_name(play.scenario, choice)))
        found.append(self._step(len(play.choices), "Now"))
        return found

    def _step(self, number: int, label: str) -> Part:
        icon = "circle-dot" if number == self.chosen else "dot"
        return Button(
            f"step-{number}", label, self._choosing(number), icon=icon, kind="quiet", chosen=number == self.chosen
        )

    def _choosing(self, number: int) -> Action:
        def choose() -> Change:
            self.chosen = number
            return None

        return choose

    def _point(self) -> Part:
        play = self.session.play
        last = self.chosen == len(play.choices)
        date = date_of(play.scenario, play.turn if last else play.turn_of(self.chosen + 1), weekday=True)
        heading = "Where you stand" if last else f"Before: {choice_name(play.scenario, play.choices[self.chosen])}"
        parts: list[Part | Slot] = [
            Paragraph(date.upper(), OVERLINE, GOLD),
            Paragraph(heading, HEADING, INK),
            Paragraph(self._words(last), BODY, INK_SOFT),
        ]
        if not last:
            parts.append(
                Button("fork", "Go on from here, another way", self._fork, icon="git-fork", kind="primary", hotkey="f")
            )
        parts.append(grow(Scroll("came", "What came", child=Column(self._came(last)))))
        parts.append(
            Panel(Scroll("others", child=Column(self._others())), title="Other lines that are kept", icon="book")
        )
        return Panel(Column(parts, gap=10), pad=16)

    def _words(self, last: bool) -> str:
        if last:
            return "Choose a point on the left to see what came of it, or to begin another line there."
        return "The line you leave is kept under its own name. The dice stay the same: like choices bring like answers."

    def _came(self, last: bool) -> list[Part]:
        """What came of the choice that is looked at; at the end of the line what is on the desk now."""
        scenario = self.session.play.scenario
        lines = [item for _, item in self.session.fresh()] if last else [
            item for index, item in self.session.lines() if index == self.chosen + 1
        ]
        return [
            Card("", item.title, kicker=item_kicker(scenario, item), body=item.text, icon=item_icon(scenario, item),
                 accent=item_accent(scenario, item))
            for item in lines
        ] or [Paragraph("Nothing was heard of it at once.", SMALL, INK_QUIET)]  # fmt: skip

    def _others(self) -> list[Part]:
        mine = self.session.play.package.id
        found = [s for s in slots.slots() if s.scenario == mine and not s.fault and s.path != self.session.path]
        return [
            Button(
                f"line-{slot.path.stem}", slot.name or "Unnamed", self._opening(slot), icon="play",
                second=told(slot, self.session.settings),
            )
            for slot in found[:OTHERS]
        ] or [Paragraph("None yet.", SMALL, INK_QUIET)]

    def _opening(self, slot: slots.Slot) -> Action:
        def go_on() -> Change:
            from game.desk.screens.desk import Desk

            try:
                return Reset(Desk(resumed(slot.path, self.session.settings)))
            except Fault as fault:
                return Push(notice("This line cannot be opened", str(fault)))

        return go_on

    def _fork(self) -> Change:
        from game.desk.screens.namebox import NameBox

        play, length = self.session.play, self.chosen
        suggested = f"Another way, {day_of(play.scenario, play.turn_of(length + 1))}"

        def begin(name: str) -> Change:
            from game.desk.screens.desk import Desk

            self.session.fork(length, name)
            return Reset(Desk(self.session))

        return Push(NameBox("Another way", "What shall the new line be called? The old one is kept.", suggested, begin))
