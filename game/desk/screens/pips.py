"""Pips: how far along a row of steps one is, as marks: done, here, still to come."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from game.desk.canvas import Canvas
from game.desk.look import Look
from game.desk.part import Part
from game.desk.theme import EDGE_BRIGHT, GOLD, INK_QUIET, INK_SOFT, LABEL, SMALL_GAP, mixed

MARK = 10


@dataclass(eq=False)
class Pips(Part):
    """`words` stand before the marks; `here` counts from 1, 0 for not yet."""

    words: str
    here: int
    of: int

    def natural(self, look: Look) -> int:
        return look.measure(self.words, LABEL)[0] + (look.pixels(MARK) + SMALL_GAP) * self.of + SMALL_GAP

    def slimmest(self, look: Look) -> int:
        return self.natural(look)

    def measure(self, look: Look, width: int) -> int:
        return look.line_height(LABEL)

    def draw(self, canvas: Canvas) -> None:
        look, size = canvas.look, canvas.look.pixels(MARK)
        wide = look.measure(self.words, LABEL)[0]
        canvas.text(self, self.words, LABEL, INK_SOFT, pygame.Rect(self.rect.x, self.rect.y, wide, self.rect.height))
        x = self.rect.x + wide + 2 * SMALL_GAP + size // 2
        for number in range(1, self.of + 1):
            if number == self.here:
                canvas.mark("diamond", size + 2, GOLD, (x, self.rect.centery))
            else:
                colour = mixed(GOLD, EDGE_BRIGHT, 0.45) if number < self.here else EDGE_BRIGHT
                canvas.mark("dot", size - (0 if number < self.here else 3), colour, (x, self.rect.centery))
            x += size + SMALL_GAP
        if not self.of:
            canvas.mark("level", size, INK_QUIET, (x, self.rect.centery))
