"""Forecast row: a choice on the spread of futures, with a bar for how often it ends as asked; it can be chosen."""

from __future__ import annotations

from dataclasses import dataclass, field

import pygame

from game.desk.bars import bar
from game.desk.canvas import Canvas
from game.desk.look import Look
from game.desk.part import Control
from game.desk.theme import EDGE, EDGE_BRIGHT, GAP, GOLD, HOVER, INK, INK_SOFT, LABEL, NUMBER, RAISED, SKY, SMALL_GAP

PAD_X, PAD_Y = 10, 4
BAR = 5
FIGURES = "100 %"


@dataclass(eq=False)
class ForecastRow(Control):
    """Its name, a figure in percent at the right, and a bar below both, filled to `thousandths`."""

    thousandths: int = field(default=0, kw_only=True)
    chosen: bool = field(default=False, kw_only=True)
    weighed: bool = field(default=False, kw_only=True)

    def natural(self, look: Look) -> int:
        return look.measure(self.label, LABEL)[0] + self._figure(look) + GAP + 2 * PAD_X

    def slimmest(self, look: Look) -> int:
        return look.longest_word(self.label, LABEL) + self._figure(look) + GAP + 2 * PAD_X

    def measure(self, look: Look, width: int) -> int:
        name = look.measure(self.label, LABEL, self._name(look, width))[1]
        return max(name, look.line_height(NUMBER)) + SMALL_GAP + look.pixels(BAR) + 2 * PAD_Y

    def draw(self, canvas: Canvas) -> None:
        look, hot = canvas.look, canvas.hover == self.id
        canvas.box(self.rect, HOVER if hot else RAISED, GOLD if self.chosen else EDGE_BRIGHT if hot else EDGE, 6)
        inner = self.rect.inflate(-2 * PAD_X, -2 * PAD_Y)
        high = look.pixels(BAR)
        name = pygame.Rect(inner.x, inner.y, self._name(look, self.rect.width), inner.height - high - SMALL_GAP)
        canvas.text(self, self.label, LABEL, INK if self.chosen or self.weighed else INK_SOFT, name, "left", "middle")
        figure = pygame.Rect(name.right + GAP, inner.y, self._figure(look), name.height)
        canvas.text(self, percent(self.thousandths), NUMBER, INK, figure, "right", "middle")
        track = (inner.x, inner.bottom - high, inner.width, high)
        bar(canvas.surface, track, self.thousandths / 1000, GOLD if self.weighed else SKY)

    def _figure(self, look: Look) -> int:
        return look.measure(FIGURES, NUMBER)[0]

    def _name(self, look: Look, width: int) -> int:
        return max(8, width - 2 * PAD_X - GAP - self._figure(look))


def percent(thousandths: int) -> str:
    """A chance as a figure; one that is not quite nothing, or not quite sure, is not made so by rounding."""
    if 0 < thousandths < 5:
        return "< 1 %"
    if 995 <= thousandths < 1000:
        return "> 99 %"
    return f"{(thousandths + 5) // 10} %"
