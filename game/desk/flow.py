"""Flow: parts side by side at their own widths, going on in a further row where the width ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import pygame

from game.desk.look import Look
from game.desk.part import Part
from game.desk.theme import GAP


@dataclass(eq=False)
class Flow(Part):
    """Parts in reading order, in as many rows as they need. `align` is left, centre or right."""

    items: Sequence[Part] = ()
    gap: int = field(default=GAP, kw_only=True)
    align: str = field(default="left", kw_only=True)

    def parts(self) -> Sequence[Part]:
        return self.items

    def natural(self, look: Look) -> int:
        return sum(part.natural(look) for part in self.items) + self.gap * max(0, len(self.items) - 1)

    def slimmest(self, look: Look) -> int:
        return max((part.slimmest(look) for part in self.items), default=0)

    def measure(self, look: Look, width: int) -> int:
        rows = self._rows(look, width)
        return sum(self._height(look, row) for row in rows) + self.gap * max(0, len(rows) - 1)

    def place(self, look: Look, rect: pygame.Rect) -> None:
        self.rect, y = rect, rect.y
        for row in self._rows(look, rect.width):
            height = self._height(look, row)
            spare = rect.width - sum(width for _, width in row) - self.gap * (len(row) - 1)
            x = rect.x + {"left": 0, "centre": spare // 2, "right": spare}[self.align]
            for part, width in row:
                own = part.measure(look, width)
                part.place(look, pygame.Rect(x, y + (height - own) // 2, width, own))
                x += width + self.gap
            y += height + self.gap

    def _rows(self, look: Look, width: int) -> list[list[tuple[Part, int]]]:
        """The parts with their widths, row by row."""
        rows: list[list[tuple[Part, int]]] = []
        used = 0
        for part in self.items:
            wide = min(part.natural(look), width)
            if not rows or used + wide > width:
                rows.append([])
                used = 0
            rows[-1].append((part, wide))
            used += wide + self.gap
        return rows

    def _height(self, look: Look, row: list[tuple[Part, int]]) -> int:
        return max(part.measure(look, width) for part, width in row)
