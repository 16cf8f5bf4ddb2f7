"""Drafting: the table at which a resolution is worded: what stands in it, who puts it forward, how they would vote."""

from __future__ import annotations

from game.core.sheet import Line, Provision, Sheet, sheet
from game.desk.grid import Grid
from game.desk.layout import Column, Row, fixed, grow
from game.desk.look import Look
from game.desk.part import Action, Part
from game.desk.screen import Change, Pop, Push
from game.desk.screens.bullet import listed
from game.desk.screens.draftingestimate import estimate
from game.desk.screens.draftingrow import ProvisionRow
from game.desk.screens.masthead import masthead
from game.desk.screens.page import Page
from game.desk.screens.rollcallwords import BODIES
from game.desk.session import Session
from game.desk.theme import GAP, GOLD, INK_QUIET, INK_SOFT, MARGIN, SCENE, SKY, SMALL, SMALL_GAP
from game.desk.widgets.button import Button
from game.desk.widgets.dialog import Answer, Dialog
from game.desk.widgets.panel import Panel
from game.desk.widgets.paragraph import Paragraph
from game.desk.widgets.scroll import Scroll

SIDE = 388  # pixels of the estimate at 100 %, at least
CHOICE = 230  # pixels at 100 % that a wording or a sponsor needs
NUMBERS, WORDINGS, SPONSORS, FINISH = "1234567890", "abcd", "fghjkl", "tx"
NO_MORE = "No more can be changed in this sitting."


class Drafting(Page):
    """The drafting table of a session, with the draft that lies on it. When it is tabled or put away, it closes."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        scene = session.scene
        assert scene is not None and scene.kind == "draft"
        self._draft = scene.id
        self._sheet: tuple[int, Sheet] | None = None
        self._before: int | None = None
        first = self.sheet.provisions
        self.first_focus = first[0].id if first else "to-finish"

    @property
    def sheet(self) -> Sheet:
        """The draft as it lies before the seat; worked out once for each change."""
        steps = len(self.session.play.steps)
        if self._sheet is None or self._sheet[0] != steps:
            play = self.session.play
            self._sheet = (steps, sheet(play.scenario, play.state, self._draft))
        return self._sheet[1]

    def escape(self) -> Change:
        words = "The text lies open, and nothing else can be done meanwhile: table it, or put it away."
        return Push(Dialog("The text is not done", words, [Answer("stay", "Go on writing", kind="primary")]))

    # What stands on it.

    def build(self, look: Look) -> Part:
        found = self.sheet
        left = found.edits_left
        words = f"**{left}** change{'' if left == 1 else 's'} left in this sitting"
        beside = f"{BODIES[found.body]} · it takes {found.rule}"
        top = masthead(found.title, beside, icon="pen", right=[Paragraph(words, SMALL, GOLD if left else INK_QUIET)])
        side = min(max(look.pixels(SIDE), self.size[0] * 3 // 10), self.size[0] * 2 // 5)
        text = Scroll("text", "The text", child=Column(self._text(look, found), gap=GAP))
        panels = estimate(look, self.session, found, self._before)
        aside = Scroll("estimate", "How they would vote", child=Column(panels))
        body = Row([grow(Panel(text, pad=8)), fixed(aside, side)])
        return Column([top, grow(body), self._foot(found)], pad=MARGIN, gap=GAP)

    def _text(self, look: Look, found: Sheet) -> list[Part]:
        intro: list[Part] = [Paragraph(found.intro, SCENE, INK_SOFT)] if found.intro else []
        wordings = [self._wording(line, key) for line, key in zip(found.wordings, _keys(WORDINGS), strict=False)]
        sponsors = [self._sponsor(line, key) for line, key in zip(found.sponsors, _keys(SPONSORS), strict=False)]
        rows = [self._provision(one, key) for one, key in zip(found.provisions, _keys(NUMBERS), strict=False)]
        begin = [Grid(wordings, least=look.pixels(CHOICE), gap=6)] if wordings else []
        names = [Grid(sponsors, least=look.pixels(CHOICE), gap=6)] if sponsors else []
        aside = f"weighs {found.weight}"
        return [
            *intro,
            *listed("Begin from", "file-text", INK_QUIET, begin),
            *listed("The text", "scroll", GOLD, [Column(rows, gap=SMALL_GAP)], aside),
            *listed("Who puts it forward with you", "handshake", SKY, names),
        ]

    def _closed(self, id: str) -> str:
        """Why a choice cannot be made now; "" when it can."""
        if self.session.play.read_only:
            return self.session.play.read_only
        if id in self.session.view.choices:
            return ""
        return NO_MORE if self.sheet.edits_left <= 0 else "It is so already, or costs more than is left."

    def _provision(self, one: Provision, key: str) -> Part:
        closed = self._closed(one.id)
        return ProvisionRow(
            one.id, one.title, self._taking(one.id), text=one.text, stands=one.stands, weight=one.weight,
            moved=one.moved, hotkey=key, enabled=not closed, reason=closed,
        )  # fmt: skip

    def _wording(self, line: Line, key: str) -> Part:
        closed = "" if line.done else line.closed or self._closed(line.id)
        return Button(
            line.id, line.label, self._taking(line.id) if not line.done else None, chosen=line.done, hotkey=key,
            second="The text stands so now." if line.done else "", enabled=not closed, reason=closed,
        )  # fmt: skip

    def _sponsor(self, line: Line, key: str) -> Part:
        closed = "" if line.done else line.closed or self._closed(line.id)
        second = "On the list." if line.done else f"Costs {line.price}." if line.price != "free" else ""
        return Button(
            line.id, line.label, self._taking(line.id) if not line.done else None, icon="handshake", hotkey=key,
            chosen=line.done, second=second, enabled=not closed, reason=closed,
        )  # fmt: skip

    def _foot(self, found: Sheet) -> Part:
        hint = "**Numbers** put a paragraph in or strike it. Beside each: its weight, and the yes votes it would move."
        if found.stage == "tabled":
            hint = f"It is tabled already: {_turns(found.turns)}. What is changed now is what will be voted on."
        ends = [
            Button(line.id, line.label, self._taking(line.id), hotkey=key, kind="primary" if number == 0 else "plain",
                   icon="stamp" if number == 0 else "arrow-left", enabled=not self._closed(line.id),
                   reason=self._closed(line.id), align="centre")
            for number, (line, key) in enumerate(zip(found.lines, FINISH, strict=False))
        ]  # fmt: skip
        return Row([grow(Paragraph(hint, SMALL, INK_QUIET)), *reversed(ends)], upright="middle")

    # What happens.

    def _taking(self, id: str) -> Action:
        def take() -> Change:
            self._before = self.sheet.outlook.yes.mid
            self.session.choose(id)
            scene = self.session.scene
            done = scene is None or scene.id != self._draft
            if self.look is not None:
                self.look.sounds.play("stamp" if done else "paper")
            return Pop() if done else None

        return take


def _keys(letters: str) -> list[str]:
    """A key for each of the first, none for the rest."""
    return [*letters, *[""] * 20]


def _turns(turns: int) -> str:
    return "the vote comes at the end of this turn" if turns <= 1 else f"the vote comes in {turns} turns"
