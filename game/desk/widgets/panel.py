"""Panel: a raised ground with an optional heading, holding one part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import pygame

from game.desk.canvas import Canvas
from game.desk.look import Look
from game.desk.part import Part
from game.desk.theme import EDGE, GAP, INK_QUIET, OVERLINE, PAD, PANEL, RADIUS, Colour

ICON = 16


@dataclass(eq=False)
class Panel(Part):
    """A box around `child`, titled in small capitals. `aside` is a short text at the right of the title."""

    child: Part
    title: str = field(default="", kw_only=True)
    icon: str = field(default="", kw_only=True)
    aside: str = field(default="", kw_only=True)
    accent: Colour = field(default=INK_QUIET, kw_only=True)
    fill: Colour | None = field(default=PANEL, kw_only=True)
    edge: Colour | None = field(default=EDGE, kw_only=True)
    pad: int = field(default=PAD, kw_only=True)

    @property
    def shrinks(self) -> bool:  # type: ignore[override]
        """A panel can be given less than it asks for when what it holds can."""
        return self.child.shrinks

    def parts(self) -> Sequence[Part]:
        return (self.child,)

    def natural(self, look: Look) -> int:
        title = look.measure(self.title.upper(), OVERLINE)[0] + look.pixels(ICON) + 2 * GAP if self.title else 0
        return max(self.child.natural(look), title) + 2 * self.pad

    def slimmest(self, look: Look) -> int:
        return self.child.slimmest(look) + 2 * self.pad

    def measure(self, look: Look, width: int) -> int:
        head = self._head(look, width)
        return self.child.measure(look, width - 2 * self.pad) + head + 2 * self.pad

    def place(self, look: Look, rect: pygame.Rect) -> None:
        self.rect = rect
        inner, head = rect.inflate(-2 * self.pad, -2 * self.pad), self._head(look, rect.width)
        self.child.place(look, pygame.Rect(inner.x, inner.y + head, inner.width, inner.height - head))

    def _head(self, look: Look, width: int) -> int:
        """The height of the title line with the gap under it."""
        return look.measure(self.title.upper(), OVERLINE, self._room(look, width))[1] + GAP if self.title else 0

    def _room(self, look: Look, width: int) -> int:
        """The width left for the title."""
        aside = look.measure(self.aside, OVERLINE)[0] + GAP if self.aside else 0
        return width - 2 * self.pad - aside - (look.pixels(ICON) + GAP if self.icon else 0)

    def draw(self, canvas: Canvas) -> None:
        if self.fill is not None or self.edge is not None:
            canvas.box(self.rect, self.fill, self.edge, RADIUS)
        if self.title:
            self._draw_head(canvas)
        self.child.draw(canvas)

    def _draw_head(self, canvas: Canvas) -> None:
        look, inner = canvas.look, self.rect.inflate(-2 * self.pad, -2 * self.pad)
        height = self._head(look, self.rect.width) - GAP
        x = inner.x
        if self.icon:
            size = look.pixels(ICON)
            canvas.icon(self.icon, size, self.accent, (x + size // 2, inner.y + height // 2))
            x += size + GAP
        room = pygame.Rect(x, inner.y, self._room(look, self.rect.width), height)
        canvas.text(self, self.title.upper(), OVERLINE, self.accent, room)
        if self.aside:
            width = look.measure(self.aside, OVERLINE)[0]
            at = pygame.Rect(inner.right - width, inner.y, width, height)
            canvas.text(self, self.aside, OVERLINE, INK_QUIET, at, "right")
