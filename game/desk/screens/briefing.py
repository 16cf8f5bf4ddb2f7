"""Briefing: what has happened and who you are, in two lengths, and the envelope that is sealed before you begin."""

from __future__ import annotations

import pygame

from game.core.words import title
from game.desk.layout import Column, Row, Space, fixed, grow
from game.desk.look import Look
from game.desk.map import EuropeMap
from game.desk.part import Part
from game.desk.screen import Change, Reset
from game.desk.screens.bullet import bullet, listed
from game.desk.screens.legacy import legacy
from game.desk.screens.masthead import back, masthead
from game.desk.screens.page import Page
from game.desk.screens.signs import in_words
from game.desk.screens.tablescene import room_picture
from game.desk.session import MASKED, Session
from game.desk.theme import (
    BODY,
    GAP,
    GOLD,
    HEADING,
    INK,
    INK_QUIET,
    INK_SOFT,
    MARGIN,
    SERIF,
    SMALL,
    WIDE_GAP,
    Style,
)
from game.desk.widgets.button import Button
from game.desk.widgets.choices import Choices, Option
from game.desk.widgets.drawing import Drawing
from game.desk.widgets.panel import Panel
from game.desk.widgets.paragraph import Paragraph
from game.desk.widgets.scroll import Scroll
from game.desk.widgets.tabs import TabName, Tabs

SIDE, WIDEST, BANNER = 350, 1280, 240  # pixels at 100 %
READING = Style(SERIF, 400, 17, 6)
ROOMY = 640  # the same: a lower window goes without the map
LIT = {"RUS": (104, 36, 44), "UKR": (218, 180, 86), "BLR": (82, 46, 54)}
PAGES = (
    TabName("page-short", "In short", "file-text"),
    TabName("page-long", "In full", "book"),
    TabName("page-brief", "For your eyes", "eye"),
)
_TEXTS = ("briefing_short", "briefing_long", "brief_confidential")
OPENING = "opening"  # what the first forecast is about


class Briefing(Page):
    """The briefing of a session; `begin` leads to the desk, and keeps the first forecast."""

    first_focus = "begin"

    def __init__(self, session: Session, again: bool = False) -> None:
        super().__init__(session)
        self.page = 0
        self.again = again
        self.europe: EuropeMap | None = None
        found = [f.doctrine for f in session.play.notes.forecasts if f.about == OPENING]
        self.guess = found[-1] if found else ""

    def build(self, look: Look) -> Part:
        session = self.session
        beside = [self._envelope(), *legacy(session), self._note()]
        side = Column([Scroll("envelope", child=Column(beside, gap=GAP))], gap=GAP)
        page = Column(
            [
                Tabs(PAGES, self.page, self._turn_to),
                *self._banner(look),
                grow(Scroll("briefing", "Briefing", child=Column(self._told(), gap=WIDE_GAP))),
                self._foot(),
            ],
            gap=WIDE_GAP,
        )
        wide = min(look.pixels(SIDE), self.size[0] * 2 // 5)
        top = masthead(session.text("title"), session.text("subtitle"), icon="file-text", right=[back(self.escape)])
        width = min(look.pixels(WIDEST), self.size[0] - 2 * MARGIN)
        spread = Row([grow(Panel(page, pad=20)), fixed(side, wide)])
        row = Row([grow(Space()), fixed(spread, width), grow(Space())], gap=0)
        return Column([top, grow(row)], pad=MARGIN, gap=GAP)

    def _banner(self, look: Look) -> list[Part]:
        """A strip of the map or of the room where there is space for it, and where it gives no name away."""
        roomy = self.size[1] >= look.pixels(ROOMY) and self.page == 0 and self.session.play.texts != MASKED
        if not roomy:
            return []
        paint = _paint_room if self.session.package.map == "none" else self._paint_map
        return [Drawing(paint=paint, framed=True, height=BANNER)]

    def _paint_map(self, surface: pygame.Surface, rect: pygame.Rect) -> None:
        if self.europe is None and self.look is not None:
            self.europe = EuropeMap(self.look.assets)
        if self.europe is not None:
            surface.blit(self.europe.render(rect.size, LIT), rect)

    def _foot(self) -> Part:
        if self.again:
            return Paragraph(f"Seed of the dice: {self.session.play.seed}.", SMALL, INK_QUIET)
        words = f"You are: **{self.session.text('seat_title')}**."
        begin = Button("begin", "Take your seat", self._begin, icon="door-open", kind="primary", hotkey="b")
        return Row([grow(Paragraph(words, BODY, INK_SOFT, upright="middle")), begin], upright="middle")

    def _told(self) -> list[Part]:
        """The words of the page that is open; under the short one what the seat wants, each with its test."""
        text = Paragraph(self.session.text(_TEXTS[self.page]), READING, INK)
        if self.page != 0:
            return [text]
        scenario = self.session.play.scenario
        aims = [
            bullet("flag", GOLD, f"**{title(scenario, 'aim', aim.id)}.** {scenario.text(f'aim.{aim.id}.text')}")
            for aim in scenario.aims
        ]
        return [text, *listed("What you want, and how it is tested", "flag", GOLD, aims)]

    def _turn_to(self, number: int) -> Change:
        self.page = number
        return None

    def _envelope(self) -> Part:
        play = self.session.play
        if not play.drawn:
            words = (
                "Nothing was drawn: the other side reasons as was chosen. How that is you see from what it does; it is "
                "told in full when the play is over."
            )
            return Panel(Paragraph(words, BODY, INK_SOFT), title="No envelope", icon="history", accent=GOLD)
        sealed = Column(
            [
                Paragraph("One of these readings was drawn, and sealed under this number:", BODY, INK_SOFT),
                Paragraph(f"{{gold:{' '.join(play.envelope[n : n + 4] for n in range(0, 16, 4))}}}", HEADING, INK),
                Paragraph(
                    "It is opened at the end, with your forecasts beside it. What is your first?", BODY, INK_SOFT
                ),
                Choices(self._guesses(), f"guess-{self.guess or 'none'}", self._take),
            ],
            gap=GAP,
        )
        return Panel(sealed, title="The sealed envelope", icon="mail", accent=GOLD)

    def _guesses(self) -> list[Option]:
        scenario = self.session.play.scenario
        found = [Option("guess-none", "I would rather not say yet")]
        for id in scenario.doctrines:
            text = scenario.texts.get(f"doctrine.{id}.text", "")
            found.append(Option(f"guess-{id}", title(scenario, "doctrine", id), tooltip=text))
        return found

    def _take(self, id: str) -> Change:
        self.guess = id.removeprefix("guess-").replace("none", "")
        return None

    def _note(self) -> Part:
        scenario = self.session.play.scenario
        facts = f"Facts as of {in_words(scenario.facts_as_of)}. " if scenario.facts_as_of else ""
        words = (
            f"{self.session.text('content_note')}\n\n{facts}Texts: {self.session.text('licence') or 'see the credits'}."
        )
        return Panel(Paragraph(words, SMALL, INK_QUIET), title="Before you begin", icon="info")

    def _begin(self) -> Change:
        from game.desk.screens.desk import Desk

        if self.guess and self.session.play.drawn:
            self.session.forecast(OPENING, self.guess)
        if self.look is not None:
            self.look.sounds.play("door")
        return Reset(Desk(self.session))


def _paint_room(surface: pygame.Surface, rect: pygame.Rect) -> None:
    surface.blit(room_picture(rect.size, "prepare"), rect)
