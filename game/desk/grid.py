"""Grid: parts in columns of one width, as many as the room allows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import pygame

from game.desk.look import Look
from game.desk.part import Part
from game.desk.theme import GAP


@dataclass(eq=False)
class Grid(Part):
    """Parts in columns of one width: as many as fit with `least` pixels each, at most `most`."""

    items: Sequence[Part] = ()
    least: int = field(default=220, kw_only=True)
    most: int = field(default=9, kw_only=True)
    gap: int = field(default=GAP, kw_only=True)

    def parts(self) -> Sequence[Part]:
        return self.items

    def natural(self, look: Look) -> int:
        return self.least * min(self.most, len(self.items))

    def measure(self, look: Look, width: int) -> int:
        rows = self._rows(look, width)
        return sum(height for _, height in rows) + self.gap * max(0, len(rows) - 1)

    def place(self, look: Look, rect: pygame.Rect) -> None:
        self.rect = rect
        cell, y = self._cell(rect.width), rect.y
        for row, height in self._rows(look, rect.width):
            for number, part in enumerate(row):
                part.place(look, pygame.Rect(rect.x + number * (cell + self.gap), y, cell, height))
            y += height + self.gap

    def _count(self, width: int) -> int:
        return max(1, min(self.most, len(self.items), (width + self.gap) // (self.least + self.gap)))

    def _cell(self, width: int) -> int:
        count = self._count(width)
        return (width - self.gap * (count - 1)) // count

    def _rows(self, look: Look, width: int) -> list[tuple[Sequence[Part], int]]:
        count, cell = self._count(width), self._cell(width)
        rows = [self.items[at : at + count] for at in range(0, len(self.items), count)]
        return [(row, max(part.measure(look, cell) for part in row)) for row in rows]
