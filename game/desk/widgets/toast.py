"""Toast: a short note at the foot of the screen that goes away by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pygame

from game.desk.canvas import Canvas
from game.desk.part import Part
from game.desk.theme import ACCENTS, INK, LABEL, PAD, RAISED, WIDE_GAP

LIFE = 2600  # milliseconds
WIDEST = 520  # pixels at 100 %
_OWNER = Part()


@dataclass(frozen=True, slots=True)
class Toast:
    """A note, the accent of its edge, and the milliseconds it has left."""

    text: str
    tone: str = "soft"
    left: int = LIFE

    def aged(self, ms: int) -> Toast | None:
        """The note after `ms` milliseconds; None when its time is over."""
        return replace(self, left=self.left - ms) if self.left > ms else None


def draw_toasts(canvas: Canvas, toasts: Sequence[Toast], size: tuple[int, int]) -> None:
    """Draw the notes in the lower middle of the window, the newest lowest."""
    bottom = size[1] - 3 * WIDE_GAP
    for toast in reversed(toasts):
        width = min(canvas.look.pixels(WIDEST), size[0] - 4 * WIDE_GAP)
        wide, high = canvas.look.measure(toast.text, LABEL, width)
        rect = pygame.Rect(0, 0, wide + 3 * PAD, high + 2 * PAD)
        rect.midbottom = (size[0] // 2, bottom)
        canvas.look.shapes.shadow(canvas.surface, rect, 10)
        canvas.box(rect, RAISED, ACCENTS.get(toast.tone, INK), 8)
        room = rect.inflate(-3 * PAD, -2 * PAD)
        canvas.text(_OWNER, toast.text, LABEL, INK, pygame.Rect(room.x, room.y, width, high))
        bottom = rect.y - PAD
