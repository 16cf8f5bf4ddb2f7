"""Tooltip: what a control has to say, beside it and always inside the window."""

from __future__ import annotations

import pygame

from game.desk.canvas import Canvas
from game.desk.part import Control
from game.desk.theme import BODY, EDGE_BRIGHT, GAP, INK_SOFT, NIGHT, PAD, mixed

WIDTH = 330  # pixels at 100 %
GROUND = mixed(NIGHT, (40, 48, 64), 0.25)


def draw_tooltip(canvas: Canvas, control: Control, anchor: pygame.Rect, size: tuple[int, int]) -> pygame.Rect:
    """Draw a control's tooltip near its anchor; where it stands, in pixels."""
    look, text = canvas.look, control.tip()
    width = min(look.pixels(WIDTH), size[0] - 2 * GAP - 2 * PAD)
    wide, high = look.measure(text, BODY, width)
    while high + 2 * PAD > size[1] - 2 * GAP and width < size[0] - 2 * GAP - 2 * PAD:
        width = min(width + 60, size[0] - 2 * GAP - 2 * PAD)
        wide, high = look.measure(text, BODY, width)
    rect = placed(pygame.Rect(0, 0, wide + 2 * PAD, high + 2 * PAD), anchor, size)
    look.shapes.shadow(canvas.surface, rect, 10)
    canvas.box(rect, GROUND, EDGE_BRIGHT, 6)
    canvas.text(control, text, BODY, INK_SOFT, pygame.Rect(rect.x + PAD, rect.y + PAD, width, high))
    return rect


def placed(tip: pygame.Rect, anchor: pygame.Rect, size: tuple[int, int]) -> pygame.Rect:
    """The tip's place: below the anchor, else above, else beside it, and in every case inside the window."""
    window = pygame.Rect((0, 0), size).inflate(-2 * GAP, -2 * GAP)
    below = tip.move(anchor.x, anchor.bottom + GAP)
    above = tip.move(anchor.x, anchor.y - GAP - tip.height)
    right = tip.move(anchor.right + GAP, anchor.y)
    left = tip.move(anchor.x - GAP - tip.width, anchor.y)
    for place in (below, above, right, left):
        held = place.clamp(window)
        if not held.colliderect(anchor) and window.contains(held):
            return held
    return below.clamp(window)
