"""Card: a cable, a line of news, a promise: kicker, heading and a few lines, to be read and opened."""

from __future__ import annotations

from dataclasses import dataclass, field

import pygame

from game.desk.canvas import Canvas
from game.desk.look import Look
from game.desk.part import Control
from game.desk.theme import (
    BODY,
    EDGE,
    EDGE_BRIGHT,
    GAP,
    HEADING,
    HOVER,
    INK,
    INK_QUIET,
    INK_SOFT,
    OVERLINE,
    PAD,
    RAISED,
    SMALL,
    SMALL_GAP,
    Colour,
    Style,
)

ICON = 15


@dataclass(eq=False)
class Card(Control):
    """`label` is the heading. `kicker` stands above it in capitals, `foot` below the body in small print."""

    kicker: str = field(default="", kw_only=True)
    body: str = field(default="", kw_only=True)
    foot: str = field(default="", kw_only=True)
    icon: str = field(default="", kw_only=True)
    accent: Colour = field(default=INK_QUIET, kw_only=True)
    fresh: bool = field(default=False, kw_only=True)
    chosen: bool = field(default=False, kw_only=True)

    def natural(self, look: Look) -> int:
        return max((look.measure(text, style)[0] for text, style, _ in self._lines()), default=0) + 2 * PAD

    def measure(self, look: Look, width: int) -> int:
        return sum(rect.height for rect in self._rects(look, width)) + self._gaps() + 2 * PAD

    def draw(self, canvas: Canvas) -> None:
        hot = canvas.hover == self.id and self.on_press is not None
        edge = self.accent if self.chosen else EDGE_BRIGHT if hot else EDGE
        canvas.box(self.rect, HOVER if hot else RAISED, edge, 6)
        if self.fresh or self.chosen:
            stripe = pygame.Rect(self.rect.x, self.rect.y + 6, 3, self.rect.height - 12)
            canvas.surface.fill(self.accent, stripe)
        y = self.rect.y + PAD
        for (text, style, colour), size in zip(self._lines(), self._rects(canvas.look, self.rect.width), strict=True):
            room = size.move(self.rect.x, y)
            if style is OVERLINE and self.icon:
                icon = canvas.look.pixels(ICON)
                canvas.icon(self.icon, icon, colour, (self.rect.x + PAD + icon // 2, room.centery))
            canvas.text(self, text, style, colour, room)
            y += size.height + SMALL_GAP

    def _lines(self) -> list[tuple[str, Style, Colour]]:
        lines = (
            (self.kicker.upper(), OVERLINE, self.accent),
            (self.label, HEADING, INK if self.enabled else INK_QUIET),
            (self.body, BODY, INK_SOFT if self.enabled else INK_QUIET),
            (self.foot or (self.reason if not self.enabled else ""), SMALL, INK_QUIET),
        )
        return [line for line in lines if line[0]]

    def _gaps(self) -> int:
        return SMALL_GAP * (len(self._lines()) - 1)

    def _rects(self, look: Look, width: int) -> list[pygame.Rect]:
        """The room of each line from the card's left edge; heights as measured."""
        rects = []
        for text, style, _ in self._lines():
            left = PAD + (look.pixels(ICON) + GAP if style is OVERLINE and self.icon else 0)
            room = width - left - PAD
            rects.append(pygame.Rect(left, 0, room, look.measure(text, style, room)[1]))
        return rects
