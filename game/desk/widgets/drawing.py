"""Drawing: a place where a map, a chart or a scene is drawn by code of its own, as one control."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pygame

from game.desk.canvas import Canvas
from game.desk.look import Look
from game.desk.part import Control, Point, Used
from game.desk.screen import Change
from game.desk.theme import EDGE, RADIUS


@dataclass(eq=False)
class Drawing(Control):
    """`paint(surface, rect)` draws within the rect; places are told from its upper left corner, in pixels.

    `on_click` gets the place pressed; `on_point` the place under the pointer (None: it left) and answers with
    the tooltip there, and a changed answer redraws; `on_key` may answer keys. Without an id it is a mere picture.
    `height` is in pixels at 100 %; `aspect` (width to height) goes before it where given.
    """

    id: str = ""
    paint: Callable[[pygame.Surface, pygame.Rect], None] = field(default=lambda _s, _r: None, kw_only=True)
    on_click: Callable[[Point], Change] | None = field(default=None, kw_only=True)
    on_point: Callable[[Point | None], str] | None = field(default=None, kw_only=True)
    on_key: Callable[[pygame.event.Event], Used | None] | None = field(default=None, kw_only=True)
    height: int = field(default=120, kw_only=True)
    aspect: float = field(default=0.0, kw_only=True)
    framed: bool = field(default=False, kw_only=True)

    def __post_init__(self) -> None:
        super().__post_init__()
        self.tip_follows = self.on_point is not None
        self._here = ""

    def natural(self, look: Look) -> int:
        return round(self.height * (self.aspect or 1.0))

    def measure(self, look: Look, width: int) -> int:
        return round(width / self.aspect) if self.aspect else look.pixels(self.height)

    def tip(self) -> str:
        return self._here or super().tip()

    def pointed(self, at: Point | None) -> bool:
        if self.on_point is None:
            return False
        before = self._here
        self._here = self.on_point((at[0] - self.rect.x, at[1] - self.rect.y) if at is not None else None)
        return self._here != before

    def key(self, event: pygame.event.Event) -> Used | None:
        return self.on_key(event) if self.on_key is not None else None

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
