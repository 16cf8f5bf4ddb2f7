"""Drawing: a place where a map, a chart or a scene is drawn by code of its own, as one control."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pygame

from game.desk.canvas import Canvas
from game.desk.look import Look
from game.desk.part import Control, Point
from game.desk.screen import Change
from game.desk.theme import EDGE, RADIUS


@dataclass(eq=False)
class Drawing(Control):
    """`paint(surface, rect)` draws within the rect; `on_click` gets the place pressed, from its upper left corner.

    Without an id it cannot be focused. `height` is its measured height, in pixels at 100 %; `aspect` (width to
    height) goes before it where given.
    """

    id: str = ""
    paint: Callable[[pygame.Surface, pygame.Rect], None] = field(default=lambda _s, _r: None, kw_only=True)
    on_click: Callable[[Point], Change] | None = field(default=None, kw_only=True)
    height: int = field(default=120, kw_only=True)
    aspect: float = field(default=0.0, kw_only=True)
    framed: bool = field(default=False, kw_only=True)

    def natural(self, look: Look) -> int:
        return round(self.height * (self.aspect or 1.0))

    def measure(self, look: Look, width: int) -> int:
        return round(width / self.aspect) if self.aspect else look.pixels(self.height)

    def press(self, at: Point | None = None) -> Change:
        if self.on_click is not None and at is not None and self.enabled:
            return self.on_click((at[0] - self.rect.x, at[1] - self.rect.y))
        return super().press(at)

    def draw(self, canvas: Canvas) -> None:
        corners = canvas.look.shapes.corners(canvas.surface, self.rect, RADIUS) if self.framed else []
        with canvas.clipped(self.rect):
            self.paint(canvas.surface, self.rect)
        for picture, at in corners:
            canvas.surface.blit(picture, at)
        if self.framed:
            canvas.box(self.rect, None, EDGE, RADIUS)
