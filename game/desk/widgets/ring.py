"""Ring: the frame around the control that the keyboard is at."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.desk.canvas import Canvas
from game.desk.part import Control
from game.desk.theme import GOLD

AWAY, WIDTH, RADIUS = 3, 2, 9


def draw_ring(canvas: Canvas, control: Control, views: Sequence[pygame.Rect]) -> None:
    """Draw the ring around each spot of a control, within the views of the scroll areas around it."""
    shown = canvas.surface.get_rect()
    for view in views:
        shown = shown.clip(view.inflate(4 * AWAY, 2 * AWAY))
    with canvas.clipped(shown):
        for spot in control.spots():
            canvas.box(spot.inflate(2 * AWAY, 2 * AWAY), None, GOLD, RADIUS, WIDTH)
