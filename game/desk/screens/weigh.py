"""Weigh: a move before it is made: odds and direction, who advises what, the price, and whose consent it needs."""

from __future__ import annotations

from collections.abc import Iterator

import pygame

from game.core.card import Card
from game.core.weigh import PLAYOUTS, Weighing
from game.desk.canvas import Canvas
from game.desk.flow import Flow
from game.desk.layout import Column, Row, grow
from game.desk.look import Look
from game.desk.part import Action, Part
from game.desk.screen import Change, Pop
from game.desk.screens.bullet import bullet
from game.desk.screens.counselors import counselors
from game.desk.screens.forecastestimate import EstimateSheet
from game.desk.screens.odds import outlook
from game.desk.screens.page import Page
from game.desk.screens.signs import instrument_accent, instrument_icon, prices
from game.desk.screens.strings import strings
from game.desk.session import Session
from game.desk.theme import (
    BAD,
    BODY,
    EDGE_BRIGHT,
    GAP,
    INK,
    INK_QUIET,
    INK_SOFT,
    MARGIN,
    PANEL,
    SCENE,
    SMALL,
    TITLE,
    WIDE_GAP,
)
from game.desk.widgets.button import Button
from game.desk.widgets.paragraph import Paragraph
from game.desk.widgets.price import Price
from game.desk.widgets.scroll import Scroll
from game.desk.widgets.sign import Sign
from game.play import counsel

WIDTH, TWO_COLUMNS = 1060, 780  # pixels at 100 %
PAD = 18
AT_A_TIME = 3  # playouts between two frames


class Weigh(Page):
    """A move being weighed. Confirming closes this and then does `on_confirm`; nothing is done before."""

    deed = "weigh"
    modal = True
    first_focus = "confirm"

    def __init__(self, session: Session, move_id: str, on_confirm: Action) -> None:
        super().__init__(session)
        self.card: Card = next(card for card in session.view.cards if card.id == move_id)
        self.on_confirm = on_confirm
        self.open = move_id in session.view.choices and not session.play.read_only
        self.estimate = EstimateSheet(session, move_id)
        self.found: Weighing | None = None
        self._coming: Iterator[Weighing] | None = None
        self._started = False

    def weighed(self) -> bool:
        """Whether all playouts are in, or none are to be made."""
        return not self.open or (self.found is not None and self.found.playouts >= PLAYOUTS)

    def passed(self, ms: int) -> Change:
        if self.open and not self.weighed():
            self._go_on()
        elif self.open and self.session.foretells:
            self.session.foresight.warm(self.session.play)
            if self.session.foresight.go_on():
                self.refresh()
        return super().passed(ms)

    def _go_on(self) -> None:
        """Begin after the first frame has been seen, then a few playouts a frame."""
        if not self._started:
            self._started = True
            return
        if self._coming is None:
            self._coming = counsel.weighings(self.session.play, self.card.id)
        for _ in range(AT_A_TIME):
            self.found = next(self._coming, self.found)
        if self.weighed():
            self.refresh()

    def frame(self, look: Look, size: tuple[int, int]) -> pygame.Rect:
        width = min(look.pixels(WIDTH), size[0] - 2 * MARGIN)
        height = min(max(self.root.measure(look, width), look.pixels(420)), size[1] - 2 * MARGIN)
        rect = pygame.Rect(0, 0, width, height)
        rect.center = (size[0] // 2, size[1] // 2)
        return rect

    def ground(self, canvas: Canvas) -> None:
        canvas.look.shapes.shadow(canvas.surface, self.root.rect)
        canvas.box(self.root.rect, PANEL, EDGE_BRIGHT, 10)
        accent = instrument_accent(self.session.play.scenario, self.card.instrument)
        canvas.surface.fill(accent, (self.root.rect.x + 10, self.root.rect.y, self.root.rect.width - 20, 2))

    def build(self, look: Look) -> Part:
        wide = self.size[0] - 2 * MARGIN - 2 * PAD >= look.pixels(TWO_COLUMNS)
        first: list[Part] = [Paragraph(self.card.text, SCENE, INK_SOFT), *self._outlook()]
        first += strings(look, self.session, self.card)
        second = counselors(self.session, self.card.id)
        body: Part
        if wide:
            left = Scroll("weighed", "Where it leads", child=Column(first))
            right = Scroll("advisers", "The advisers", child=Column(second))
            body = Row([grow(left, 3), grow(right, 2)], gap=WIDE_GAP)
        else:
            body = Scroll("weighed", "Where it leads", child=Column([*first, *second]))
        return Column([self._head(look), grow(body), self._buttons()], gap=GAP + 2, pad=PAD)

    def escape(self) -> Change:
        return Pop()

    def _head(self, look: Look) -> Part:
        scenario = self.session.play.scenario
        accent = instrument_accent(scenario, self.card.instrument)
        tags = [self._tag(price) for price in prices(self.card, self.session.view.purses)]
        free: list[Part] = [] if tags else [Paragraph("It costs nothing now.", SMALL, INK_QUIET)]
        return Row(
            [
                Sign(instrument_icon(scenario, self.card.instrument), 22, accent),
                grow(Paragraph(self.card.title, TITLE, INK)),
                Flow([*tags, *free], align="right", gap=WIDE_GAP),
            ],
            gap=WIDE_GAP,
            upright="middle",
        )

    def _tag(self, price: Price) -> Part:
        colour = BAD if price.short else INK_SOFT
        name = price.name.removesuffix("s") if price.amount == "1" else price.name
        words = f"**{price.amount}** {name}" + (" (too few left)" if price.short else "")
        return Row([Sign(price.icon, 16, colour), Paragraph(words, BODY, colour)], gap=6, upright="middle")

    def _outlook(self) -> list[Part]:
        if not self.open:
            return [bullet("lock", BAD, self.card.closed or self.session.play.read_only or "Not now.", BODY, INK)]
        return [outlook(self.session, self.found if self.weighed() else None), *self.estimate.parts()]

    def _buttons(self) -> Part:
        closed = "" if self.open else self.card.closed or self.session.play.read_only or "Not now."
        words = f"{PLAYOUTS} playouts with other dice than the game's: odds, no promise."
        return Row(
            [
                grow(Paragraph(words, SMALL, INK_QUIET)),
                Button("cancel", "Not now", self.escape, align="centre"),
                Button(
                    "confirm", "Do it", self._confirm, kind="primary", icon="check", enabled=not closed, reason=closed,
                    align="centre",
                ),
            ],
            upright="middle",
        )  # fmt: skip

    def _confirm(self) -> Change:
        return Pop(self.on_confirm())
