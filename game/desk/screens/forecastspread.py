"""The spread of futures: how often each choice open now leads to which ending, and how the numbers spread."""

from __future__ import annotations

from game.batch.spread import Future, Spread
from game.core.naming import choice_name
from game.core.weigh import in_words
from game.core.words import title
from game.desk.layout import Column, Row, grow
from game.desk.look import Look
from game.desk.part import Action, Part
from game.desk.screen import Change
from game.desk.screens.bullet import bullet
from game.desk.screens.forecastfan import FanOf
from game.desk.screens.forecastrow import ForecastRow, percent
from game.desk.screens.forecastword import meaning, say, write_down
from game.desk.screens.masthead import back, masthead
from game.desk.screens.odds import OddsRow
from game.desk.screens.page import Page
from game.desk.session import Session
from game.desk.theme import BAD, BODY, GAP, GOLD, INK_QUIET, INK_SOFT, MARGIN, SKY, SMALL, SMALL_GAP, WIDE_GAP
from game.desk.widgets.panel import Panel
from game.desk.widgets.paragraph import Paragraph
from game.desk.widgets.scroll import Scroll
from game.desk.widgets.stepper import Stepper

NAME = "The spread of futures"
TWO_COLUMNS = 860  # pixels at 100 %
HOW = (
    "What you cannot see is drawn anew for each game: hidden numbers anywhere in their bands, the reading by the "
    "analysts' weights, and dice that are never your game's. Odds of a model, no promise."
)


class SpreadOfFutures(Page):
    """The futures of the choices open now; what the player said of the weighed one is kept as they are shown."""

    def __init__(self, session: Session, move: str, ending: str, word: str) -> None:
        super().__init__(session)
        self.weighed = self.chosen = move
        self.said, self.word = ending, word
        self.ending = ending
        self.fan = FanOf(session)
        self._whole = False
        """Whether the fan is shown beside the figures."""
        self.first_focus = f"future-{move}"
        session.foresight.ask(session.play, session.view.choices, move)

    def found(self) -> Spread | None:
        """The spread, once it is worked out."""
        return self.session.foresight.of(self.session.play, self.weighed)

    def shown(self) -> bool:
        """Whether there is nothing left to wait for."""
        return (self.found() is not None and self._whole) or bool(self.session.foresight.trouble)

    def passed(self, ms: int) -> Change:
        # One thing a frame: the figures, the fan, and the note, which is saved.
        if self.session.foresight.go_on():
            if self.focus_id == "back":
                self.focus_id = self.first_focus
            self.refresh()
        elif self.found() is not None and not self._whole:
            self._whole = True
            self.refresh()
        else:
            self._note()
        return super().passed(ms)

    def _note(self) -> None:
        found = self.found()
        if found is not None:
            write_down(self.session, self.weighed, self.said, self.word, found)

    def escape(self) -> Change:
        self._note()
        return super().escape()

    def build(self, look: Look) -> Part:
        found = self.found()
        beside = "" if found is None else f"{found.playouts:,} games of each choice, to the end. {self._policy(found)}"
        head = masthead(NAME, beside, icon="target", right=[back(self.escape)])
        foot = Paragraph(HOW, SMALL, INK_QUIET)
        future = None if found is None else found.of(self.chosen)
        if found is None or future is None:
            return Column([head, self._waiting(), foot], pad=MARGIN, gap=GAP)
        left, right = self._choices(found), [self._endings(found, future)]
        right += [self.fan.part(look, found, future)] if self._whole else []
        if self.size[0] - 2 * MARGIN >= look.pixels(TWO_COLUMNS):
            body: Part = Row(
                [
                    grow(Panel(Scroll("futures", NAME, child=Column(left)), pad=WIDE_GAP), 2),
                    grow(Scroll("future", "One choice", child=Column(right)), 3),
                ],
                gap=GAP,
            )
        else:
            body = Scroll("futures", NAME, child=Column([Panel(Column(left)), *right]))
        return Column([head, grow(body), foot], pad=MARGIN, gap=GAP)

    def _waiting(self) -> Part:
        trouble = self.session.foresight.trouble
        if trouble:
            return Panel(bullet("alert-triangle", BAD, trouble, BODY, INK_SOFT))
        return Panel(bullet("hourglass", SKY, "A thousand games of each choice are being played …", BODY, INK_SOFT))

    def _policy(self, found: Spread) -> str:
        if not found.policy:
            return "After it they go on at random."
        return f"After it they go on by one policy: {title(self.session.play.scenario, 'policy', found.policy)}."

    def _choices(self, found: Spread) -> list[Part]:
        scenario = self.session.play.scenario
        endings = [(ending.id, title(scenario, "ending", ending.id)) for ending in scenario.find.endings]
        asked = Stepper(
            "spread-ending", "How often it ends in", values=endings, value=self.ending, on_choose=self._take_ending,
            tooltip="Which ending the bars below are about. Left and right change it.",
        )  # fmt: skip
        rows = [
            ForecastRow(
                f"future-{future.choice}", choice_name(scenario, future.choice), self._choosing(future.choice),
                thousandths=future.share(self.ending, found.playouts), chosen=future.choice == self.chosen,
                weighed=future.choice == self.weighed, tooltip=self._tip(future.choice),
            )
            for future in found.futures
        ]  # fmt: skip
        meant = meaning(scenario, self.ending)
        return [asked, *([Paragraph(meant, SMALL, INK_QUIET)] if meant else []), *rows, *self._left_out(found)]

    def _left_out(self, found: Spread) -> list[Part]:
        left = len(self.session.view.choices) - len(found.futures)
        words = f"{left} more are open: weigh one of them, and it takes its place here."
        return [Paragraph(words, SMALL, INK_QUIET)] if left > 0 else []

    def _tip(self, choice: str) -> str:
        return "The move you are weighing." if choice == self.weighed else ""

    def _endings(self, found: Spread, future: Future) -> Part:
        scenario = self.session.play.scenario
        rows: list[Part] = []
        for id, count in future.endings:
            share = future.share(id, found.playouts)
            words = f"{percent(share)}: {in_words(count, found.playouts)}" if count else "never"
            mark, colour = ("diamond", GOLD) if id == self.ending else ("dot", SKY)
            rows.append(OddsRow(title(scenario, "ending", id), mark, words, share / 1000, colour, 58))
        if future.choice == self.weighed:
            rows.append(Paragraph(f"You said: {say(scenario, self.said, self.word)}", SMALL, INK_SOFT))
        return Panel(Column(rows, gap=SMALL_GAP), title=f"If you do this: {choice_name(scenario, future.choice)}",
                     icon="git-fork", accent=GOLD if future.choice == self.weighed else SKY)  # fmt: skip

    def _take_ending(self, id: str) -> Change:
        self.ending = id
        return None

    def _choosing(self, id: str) -> Action:
        def choose() -> Change:
            self.chosen = id
            return None

        return choose
