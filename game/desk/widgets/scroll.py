"""Scroll: a part seen through a window that moves over it, by wheel, by keys, by its bar and after the focus."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import pygame

from game.desk.canvas import Canvas
from game.desk.focus import ARROWS
from game.desk.look import Look
from game.desk.part import Control, Memory, Part, Point, Used, walk
from game.desk.theme import EDGE_BRIGHT, INK_QUIET, PANEL, WELL, Colour

BAR = 8
BAR_GAP = 6
SHORTEST_THUMB = 24
EDGE_ROOM = 20  # pixels kept free beside a control that is scrolled into view, clear of the veil
ARROW_STEP = 48
FADE = 18


@dataclass(eq=False)
class Scroll(Control):
    """Shows `child` through this part's rect. It takes the focus itself only when nothing within can."""

    child: Part = field(default_factory=Part, kw_only=True)
    fade: Colour = field(default=PANEL, kw_only=True)  # of the ground it stands on
    shrinks = True
    clips = True

    def __post_init__(self) -> None:
        super().__post_init__()
        self.view = self.rect
        self.full = 0
        self._memory: Memory = {}

    @property
    def focusable(self) -> bool:
        inner = (part for part in walk(self.child) if isinstance(part, Control))
        return self.full > self.rect.height and not any(control.focusable for control in inner)

    @property
    def offset(self) -> int:
        """How far down the view stands, in pixels."""
        return max(0, min(self._memory.get(self.id, 0), self.full - self.rect.height))

    def recall(self, memory: Memory) -> None:
        self._memory = memory

    def parts(self) -> Sequence[Part]:
        return (self.child,)

    def natural(self, look: Look) -> int:
        return self.child.natural(look) + BAR + BAR_GAP

    def slimmest(self, look: Look) -> int:
        return self.child.slimmest(look) + BAR + BAR_GAP

    def measure(self, look: Look, width: int) -> int:
        return self.child.measure(look, width)

    def place(self, look: Look, rect: pygame.Rect) -> None:
        self.rect = self.view = rect
        width = rect.width
        self.full = self.child.measure(look, width)
        if self.full > rect.height:
            width -= BAR + BAR_GAP
            self.full = self.child.measure(look, width)
        self.child.place(look, pygame.Rect(rect.x, rect.y - self.offset, width, max(self.full, rect.height)))

    def move(self, by: int) -> bool:
        """Move the view by pixels; False when it stands at the end already."""
        before = self.offset
        self._memory[self.id] = max(0, min(before + by, self.full - self.rect.height))
        return self.offset != before

    def show(self, rect: pygame.Rect) -> None:
        """Move the view so that a place within is seen, its top first."""
        wanted = rect.inflate(0, 2 * EDGE_ROOM)
        if wanted.top < self.rect.top or wanted.height > self.rect.height:
            self.move(wanted.top - self.rect.top)
        elif wanted.bottom > self.rect.bottom:
            self.move(wanted.bottom - self.rect.bottom)

    def key(self, event: pygame.event.Event) -> Used | None:
        way = ARROWS.get(event.key, (0, 0))[1]
        return Used() if way and self.move(way * ARROW_STEP) else None

    def drag(self, at: Point) -> Used | None:
        if self.full <= self.rect.height or at[0] < self.rect.right - BAR - BAR_GAP:
            return None
        share = (at[1] - self.rect.y) / max(1, self.rect.height)
        self.move(round(share * self.full - self.rect.height / 2) - self.offset)
        return Used()

    def draw(self, canvas: Canvas) -> None:
        with canvas.clipped(self.rect.inflate(6, 0)):
            self.child.draw(canvas)
        if self.full <= self.rect.height:
            return
        self._draw_fades(canvas)
        track = pygame.Rect(self.rect.right - BAR, self.rect.y, BAR, self.rect.height)
        canvas.box(track, WELL, None, BAR // 2)
        length = max(SHORTEST_THUMB, self.rect.height * self.rect.height // self.full)
        spare = self.rect.height - length
        y = track.y + spare * self.offset // max(1, self.full - self.rect.height)
        colour = INK_QUIET if canvas.held == self.id else EDGE_BRIGHT
        canvas.box(pygame.Rect(track.x + 1, y, BAR - 2, length), colour, None, BAR // 2)

    def _draw_fades(self, canvas: Canvas) -> None:
        """Veil the edges beyond which there is more to see."""
        width = self.rect.width - BAR - BAR_GAP + 4
        if self.offset > 0:
            top = pygame.Rect(self.rect.x - 2, self.rect.y, width, FADE)
            canvas.look.shapes.fade(canvas.surface, top, self.fade, upward=True)
        if self.offset < self.full - self.rect.height:
            bottom = pygame.Rect(self.rect.x - 2, self.rect.bottom - FADE, width, FADE)
            canvas.look.shapes.fade(canvas.surface, bottom, self.fade, upward=False)
