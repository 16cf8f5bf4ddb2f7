"""Analysts: the screen on which Moscow this is, as far as its answers tell, and how that is worked out."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from game.core.analysts import Reading
from game.core.words import title
from game.desk.bars import bar
from game.desk.canvas import Canvas
from game.desk.grid import Grid
from game.desk.layout import Column, Space, grow
from game.desk.look import Look
from game.desk.part import Part
from game.desk.screen import Change, Pop
from game.desk.screens.bullet import bullet
from game.desk.screens.evidence import Piece, evidence
from game.desk.screens.forecast import ForecastSheet
from game.desk.screens.masthead import back, masthead
from game.desk.screens.naming import answer_name, day, subject_name
from game.desk.screens.page import Page
from game.desk.session import Session
from game.desk.theme import (
    BAD,
    GAP,
    GOLD,
    GOOD,
    HEADING,
    INK,
    INK_QUIET,
    INK_SOFT,
    MARGIN,
    NUMBER,
    SKY,
    SMALL,
    SMALL_GAP,
    Colour,
)
from game.desk.widgets.panel import Panel
from game.desk.widgets.paragraph import Paragraph
from game.desk.widgets.scroll import Scroll
from game.play import counsel

RARE = "under 1 in 100"
SHOWN = 3  # pieces of evidence told of each reading
HOW = (
    "How it is worked out: your own line is played again under each reading. Each answer that was really given "
    "multiplies the "
    "weight of a reading by the odds that reading gave it; where all gave it the same odds it tells nothing. "
    "No odds count for less "
    "than three in a hundred, so that one surprise rules nothing out. The analysts see what you see, and no more."
)


@dataclass(eq=False)
class Weight(Part):
    """A weight in hundredths as a bar with its number."""

    hundredths: int
    colour: Colour

    def measure(self, look: Look, width: int) -> int:
        return look.line_height(NUMBER)

    def draw(self, canvas: Canvas) -> None:
        # A weight is a comparison of four readings and never certainty.
        least = "> 99" if self.hundredths > 99 else str(self.hundredths) if self.hundredths else "< 1"
        words, wide = f"{least} in 100", canvas.look.measure("> 99 in 100", NUMBER)[0]
        room = pygame.Rect(self.rect.right - wide, self.rect.y, wide, self.rect.height)
        canvas.text(self, words, NUMBER, INK, room, "right")
        high = canvas.look.pixels(10)
        top = self.rect.y + (self.rect.height - high) // 2
        bar(canvas.surface, (self.rect.x, top, self.rect.width - wide - GAP, high), self.hundredths / 100, self.colour)


class Analysts(Page):
    """Weights of the readings now; a forecast may be written down here, which is kept on closing."""

    deed = "analysts"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.readings = counsel.readings(session.play)
        self.sheet = ForecastSheet(session, "analysts")

    def build(self, look: Look) -> Part:
        head = masthead(
            f"Which {self.session.play.scenario.opponent} is this?",
            day(self.session.play.scenario, self.session.play.turn), icon="search",
            right=[back(self.escape)],
        )  # fmt: skip
        heaviest = max(reading.weight for reading in self.readings)
        panels = [self._reading(reading, reading.weight == heaviest) for reading in self.readings]
        how = Panel(Paragraph(HOW, SMALL, INK_QUIET), title="How this is read", icon="info")
        sheet: list[Part] = [] if self.session.play.over or self.session.play.read_only else [self.sheet.part()]
        below = Grid([how, *sheet], least=look.pixels(400))
        rows = Column([Grid(panels, least=look.pixels(400), most=2), below, Space(1)])
        return Column([head, grow(Scroll("readings", "The readings", child=rows))], pad=MARGIN, gap=GAP)

    def escape(self) -> Change:
        if not (self.session.play.over or self.session.play.read_only):
            self.sheet.keep()
        return Pop()

    def _reading(self, reading: Reading, heaviest: bool) -> Part:
        scenario = self.session.play.scenario
        name = title(scenario, "doctrine", reading.doctrine)
        text = scenario.texts.get(f"doctrine.{reading.doctrine}.text", "")
        parts: list[Part] = [
            Paragraph(name, HEADING, INK),
            Weight((reading.weight + 5) // 10, GOLD if heaviest else SKY),
            Paragraph(text, SMALL, INK_SOFT),
        ]
        pieces = evidence(self.readings, reading.doctrine)[:SHOWN]
        parts += [self._piece(piece) for piece in pieces]
        if not pieces:
            parts.append(Paragraph("No answer so far speaks for or against it.", SMALL, INK_QUIET))
        return Panel(Column(parts, gap=SMALL_GAP + 2))

    def _piece(self, piece: Piece) -> Part:
        scenario = self.session.play.scenario
        icon, colour, word = ("plus", GOOD, "for") if piece.pull > 1000 else ("minus", BAD, "against")
        words = (
            f"Speaks {word} it: **{answer_name(scenario, piece.answer)}**, {subject_name(scenario, piece.subject)} "
            f"({day(scenario, piece.turn)}). This reading gave it {_percent(piece.odds)}, the others "
            f"{_percent(piece.others)}."
        )
        return bullet(icon, colour, words, SMALL, INK_SOFT)


def _percent(odds: int) -> str:
    return f"{(odds + 50) // 100} in 100" if odds >= 50 else RARE if odds else "no odds"
