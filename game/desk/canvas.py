"""Canvas: a surface being drawn on, which remembers each text and the room it had."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pygame

from game.desk.look import Look
from game.desk.part import Part
from game.desk.theme import Colour, Style


@dataclass(frozen=True, slots=True)
class Inked:
    """A text as drawn: whose it is, where it stands, the room it was given, the part of it in view of scroll areas,
    whether it was broken within a word, and whether it was cut with an ellipsis."""

    owner: Part
    text: str
    rect: pygame.Rect
    room: pygame.Rect
    seen: pygame.Rect
    broken: bool = False
    shortened: bool = False


class Canvas:
    """Draws on one surface for one frame. `hover`, `focus` and `held` are the ids under pointer, focus and button."""

    def __init__(self, surface: pygame.Surface, look: Look, hover: str = "", focus: str = "", held: str = "") -> None:
        self.surface = surface
        self.look = look
        self.hover = hover
        self.focus = focus
        self.held = held
        self.inked: list[Inked] = []

    def box(
        self,
        rect: pygame.Rect,
        fill: Colour | None,
        edge: Colour | None = None,
        radius: int = 6,
        width: int = 1,
    ) -> None:
        """Draw a rounded box with smooth corners."""
        self.look.shapes.box(self.surface, rect, fill, edge, radius, width)

    def text(
        self,
        owner: Part,
        text: str,
        style: Style,
        colour: Colour,
        room: pygame.Rect,
        align: str = "left",
        upright: str = "top",
    ) -> pygame.Rect:
        """Draw a marked-up text wrapped into a room's width; the place it took.

        `align` is left, centre or right; `upright` is top, middle or bottom.
        """
        picture = self.look.type.picture(text, style, colour, room.width, align)
        width, height = self.look.measure(text, style, room.width)
        spare = pygame.Rect(0, 0, room.width - width, room.height - height)
        x = room.x + {"left": 0, "centre": spare.width // 2, "right": spare.width}[align]
        y = room.y + {"top": 0, "middle": spare.height // 2, "bottom": spare.height}[upright]
        rect = pygame.Rect(x, y, width, height)
        self.surface.blit(picture, (x, y))
        self.inked.append(
            Inked(owner, text, rect, room, self._seen(rect), self.look.block(text, style, room.width).broken)
        )
        return rect

    def line(
        self,
        owner: Part,
        text: str,
        style: Style,
        colour: Colour,
        room: pygame.Rect,
        align: str = "left",
    ) -> pygame.Rect:
        """Draw a text on one line in the middle of a room, cut with an ellipsis when it is too long.

        Only for text that the owner's tooltip or its place of origin tells in full.
        """
        fitted = self.look.type.fitted(text, style, room.width)
        picture = self.look.type.picture(fitted, style, colour, max(room.width, 8), align)
        width, height = self.look.measure(fitted, style)
        x = room.x + {"left": 0, "centre": (room.width - width) // 2, "right": room.width - width}[align]
        rect = pygame.Rect(x, room.y + (room.height - height) // 2, width, height)
        self.surface.blit(picture, rect)
        self.inked.append(Inked(owner, text, rect, room, self._seen(rect), shortened=fitted != text))
        return rect

    def _seen(self, rect: pygame.Rect) -> pygame.Rect:
        return rect.clip(self.surface.get_clip())

    def icon(self, name: str, size: int, colour: Colour, middle: tuple[int, int]) -> None:
        """Draw an icon of `size` pixels around a point."""
        picture = self.look.icon(name, size, colour)
        self.surface.blit(picture, picture.get_rect(center=middle))

    def mark(self, name: str, size: int, colour: Colour, middle: tuple[int, int]) -> None:
        """Draw a small solid sign of `size` pixels around a point."""
        picture = self.look.shapes.mark(name, size, colour)
        self.surface.blit(picture, picture.get_rect(center=middle))

    @contextmanager
    def clipped(self, rect: pygame.Rect) -> Iterator[None]:
        """Draw only within a rect."""
        before = self.surface.get_clip()
        self.surface.set_clip(before.clip(rect))
        try:
            yield
        finally:
            self.surface.set_clip(before)
