"""Coffer: a purse on the desk: its icon, how much is left, how that moved, and its name with a word for it."""

from __future__ import annotations

from dataclasses import dataclass, field

import pygame

from game.desk.canvas import Canvas
from game.desk.look import Look
from game.desk.part import Control
from game.desk.theme import BAD, GOLD, GOOD, INK, INK_QUIET, INK_SOFT, NUMBER, RAISED, SMALL, SMALL_GAP, SMALL_STRONG

ICON, MARK = 20, 8
PAD = 6


@dataclass(eq=False)
class Coffer(Control):
    """`label` is its name; `change` since the last turn is shown as an arrow with its number."""

    icon: str = field(default="coins", kw_only=True)
    amount: int = field(default=0, kw_only=True)
    band: str = field(default="", kw_only=True)
    change: int = field(default=0, kw_only=True)

    def natural(self, look: Look) -> int:
        name = look.measure(self.label, SMALL_STRONG)[0] + self._change_width(look)
        words = max(name, look.measure(self.band, SMALL)[0])
        return look.pixels(ICON) + look.measure(str(self.amount), NUMBER)[0] + words + 2 * SMALL_GAP + 2 * PAD + 2

    def slimmest(self, look: Look) -> int:
        return self.natural(look)

    def measure(self, look: Look, width: int) -> int:
        return look.line_height(SMALL_STRONG) + look.line_height(SMALL) + 4

    def draw(self, canvas: Canvas) -> None:
        look = canvas.look
        if canvas.hover == self.id:
            canvas.box(self.rect, RAISED, None, 5)
        size, x = look.pixels(ICON), self.rect.x + PAD
        canvas.icon(self.icon, size, GOLD, (x + size // 2, self.rect.centery))
        x += size + SMALL_GAP
        number = look.measure(str(self.amount), NUMBER)[0]
        canvas.text(self, str(self.amount), NUMBER, INK, self._room(x, number, self.rect.height, 0), "left", "middle")
        x += number + SMALL_GAP
        name, top = look.line_height(SMALL_STRONG), 2
        width = look.measure(self.label, SMALL_STRONG)[0]
        canvas.text(self, self.label, SMALL_STRONG, INK_SOFT, self._room(x, width, name, top))
        self._draw_change(canvas, x + width + SMALL_GAP, top, name)
        left = self.rect.right - PAD - x
        if self.band:
            canvas.text(self, self.band, SMALL, INK_QUIET, self._room(x, left, look.line_height(SMALL), top + name))

    def _room(self, x: int, width: int, height: int, down: int) -> pygame.Rect:
        return pygame.Rect(x, self.rect.y + down, width, height)

    def _change_width(self, look: Look) -> int:
        if not self.change:
            return 0
        return 2 * SMALL_GAP + look.pixels(MARK) + look.measure(str(abs(self.change)), SMALL)[0]

    def _draw_change(self, canvas: Canvas, x: int, top: int, height: int) -> None:
        if not self.change:
            return
        colour, mark = (GOOD, "up") if self.change > 0 else (BAD, "down")
        size = canvas.look.pixels(MARK)
        canvas.mark(mark, size, colour, (x + size // 2, self.rect.y + top + height // 2))
        words = str(abs(self.change))
        width = canvas.look.measure(words, SMALL)[0]
        canvas.text(self, words, SMALL, colour, self._room(x + size + SMALL_GAP, width, height, top))
