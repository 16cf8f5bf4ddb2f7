"""Gauge: a number with its band word, its thresholds and its change, as one looks at an instrument."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import pygame

from game.desk.canvas import Canvas
from game.desk.look import Look
from game.desk.part import Control
from game.desk.theme import (
    BAD,
    GAP,
    GOOD,
    INK,
    INK_QUIET,
    INK_SOFT,
    LABEL,
    NUMBER,
    PANEL,
    RAISED,
    SKY,
    SMALL,
    SMALL_GAP,
    SMALL_STRONG,
    WELL,
    Colour,
    mixed,
)

BAR = 7
MARK = 9
PAD = 2
STEP = 3


@dataclass(eq=False)
class Gauge(Control):
    """`label` is its name. `span` (lowest, highest) shows a value that is only known roughly.

    `rising` says whether more of it is good, bad or neutral for the player; `change` is this turn's, with
    `change_text` beside its arrow.
    """

    value: int = field(default=0, kw_only=True)
    band: str = field(default="", kw_only=True)
    change: int = field(default=0, kw_only=True)
    change_text: str = field(default="", kw_only=True)
    rising: str = field(default="neutral", kw_only=True)
    thresholds: Sequence[int] = field(default=(), kw_only=True)
    low: int = field(default=0, kw_only=True)
    high: int = field(default=100, kw_only=True)
    span: tuple[int, int] | None = field(default=None, kw_only=True)
    accent: Colour = field(default=SKY, kw_only=True)

    def natural(self, look: Look) -> int:
        return look.measure(self.label, LABEL)[0] + look.measure(self._number(), NUMBER)[0] + 3 * GAP

    def slimmest(self, look: Look) -> int:
        return look.longest_word(self.label, LABEL) + look.measure(self._number(), NUMBER)[0] + 2 * GAP

    def measure(self, look: Look, width: int) -> int:
        name, foot = self._heights(look, width)
        return name + STEP + look.pixels(BAR) + STEP + foot + 2 * PAD

    def draw(self, canvas: Canvas) -> None:
        look, inner = canvas.look, self.rect.inflate(-2 * PAD, -2 * PAD)
        if canvas.hover == self.id:
            canvas.box(self.rect, RAISED, None, 5)
        name, foot = self._heights(look, self.rect.width)
        number = look.measure(self._number(), NUMBER)[0]
        top = pygame.Rect(inner.x, inner.y, inner.width - number - GAP, name)
        canvas.text(self, self.label, LABEL, INK_SOFT, top, "left", "bottom")
        at = pygame.Rect(inner.right - number, inner.y, number, name)
        canvas.text(self, self._number(), NUMBER, INK, at, "right", "bottom")
        bar = pygame.Rect(inner.x, inner.y + name + STEP, inner.width, look.pixels(BAR))
        self._draw_bar(canvas, bar)
        self._draw_foot(canvas, pygame.Rect(inner.x, bar.bottom + STEP, inner.width, foot))

    def _number(self) -> str:
        return f"{self.span[0]}–{self.span[1]}" if self.span else str(self.value)

    def _heights(self, look: Look, width: int) -> tuple[int, int]:
        """Heights of the line of name and number, and of the line of band and change."""
        inner = width - 2 * PAD
        name = look.measure(self.label, LABEL, inner - look.measure(self._number(), NUMBER)[0] - GAP)[1]
        change = self._change_width(look)
        foot = look.measure(self.band, SMALL_STRONG, inner - change - (GAP if change else 0))[1]
        return max(name, look.line_height(NUMBER)), max(foot, look.line_height(SMALL))

    def _change_width(self, look: Look) -> int:
        if not self.change_text:
            return 0
        return look.pixels(MARK) + SMALL_GAP + look.measure(self.change_text, SMALL)[0]

    def _x(self, bar: pygame.Rect, value: int) -> int:
        share = (max(self.low, min(self.high, value)) - self.low) * bar.width
        return bar.x + share // max(1, self.high - self.low)

    def _draw_bar(self, canvas: Canvas, bar: pygame.Rect) -> None:
        canvas.box(bar, WELL, mixed(WELL, INK_QUIET, 0.18), bar.height // 2)
        first, last = self.span or (self.low, self.value)
        filled = pygame.Rect(self._x(bar, first), bar.y, 0, bar.height)
        filled.width = self._x(bar, last) - filled.x
        if filled.width > 2:
            canvas.box(filled, mixed(self.accent, PANEL, 0.35) if self.span else self.accent, None, bar.height // 2)
        if self.change and not self.span:
            self._draw_ghost(canvas, bar)
        for threshold in self.thresholds:
            x = self._x(bar, threshold)
            canvas.surface.fill(PANEL, (x - 1, bar.y - 1, 3, bar.height + 2))
            canvas.surface.fill(INK_QUIET, (x, bar.y - 2, 1, bar.height + 4))

    def _draw_ghost(self, canvas: Canvas, bar: pygame.Rect) -> None:
        """Draw the piece of the bar that came or went with the last change."""
        before = self._x(bar, self.value - self.change)
        now = self._x(bar, self.value)
        left, width = min(before, now), abs(now - before)
        if self.change > 0:
            left, width = left, max(0, width - bar.height // 2)
            colour = mixed(self.accent, (255, 255, 255), 0.45)
        else:
            colour = mixed(self.accent, WELL, 0.7)
        canvas.surface.fill(colour, (left, bar.y + 2, width, bar.height - 4))

    def _draw_foot(self, canvas: Canvas, foot: pygame.Rect) -> None:
        look, change = canvas.look, self._change_width(canvas.look)
        room = pygame.Rect(foot.x, foot.y, foot.width - change - (GAP if change else 0), foot.height)
        canvas.text(self, self.band, SMALL_STRONG, INK_QUIET, room)
        if not change:
            return
        good = {"good": 1, "bad": -1}.get(self.rising, 0) * self.change
        colour = GOOD if good > 0 else BAD if good < 0 else INK_QUIET
        mark = "up" if self.change > 0 else "down" if self.change < 0 else "level"
        size, height = look.pixels(MARK), look.line_height(SMALL)
        canvas.mark(mark, size, colour, (foot.right - change + size // 2, foot.y + height // 2))
        words = pygame.Rect(foot.right - change + size + SMALL_GAP, foot.y, change - size - SMALL_GAP, height)
        canvas.text(self, self.change_text, SMALL, colour, words)
