"""Rule: a thin line between two things."""

from __future__ import annotations

from dataclasses import dataclass

from game.desk.canvas import Canvas
from game.desk.look import Look
from game.desk.part import Part
from game.desk.theme import EDGE, Colour


@dataclass(eq=False)
class Rule(Part):
    """A level line as wide as its room; in a row of fixed width 1 it stands upright."""

    colour: Colour = EDGE

    def natural(self, look: Look) -> int:
        return 1

    def measure(self, look: Look, width: int) -> int:
        return 1

    def draw(self, canvas: Canvas) -> None:
        canvas.surface.fill(self.colour, self.rect)
