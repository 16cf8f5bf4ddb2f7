"""Slider: a number chosen on a line, by dragging, clicking or the left and right arrow."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import pygame

from game.desk import ce
from game.desk.canvas import Canvas
from game.desk.look import Look
from game.desk.part import Control, Point, Used
from game.desk.screen import Change
from game.desk.theme import EDGE_BRIGHT, GAP, GOLD, INK, INK_SOFT, LABEL, NUMBER, SMALL_GAP, WELL, mixed

KNOB = 8
TRACK = 6
PAD = 4


@dataclass(eq=False)
class Slider(Control):
    """Chooses one of `stops`, shown in words by `words`; `on_choose` gets the number."""

    stops: Sequence[int] = field(default=(0, 100), kw_only=True)
    value: int = field(default=0, kw_only=True)
    words: Callable[[int], str] = field(default=str, kw_only=True)
    on_choose: Callable[[int], Change] = field(default=lambda _: None, kw_only=True)

    def natural(self, look: Look) -> int:
        return look.measure(self.label, LABEL)[0] + self._number(look) + 4 * GAP

    def measure(self, look: Look, width: int) -> int:
        return self._top(look, width) + SMALL_GAP + 2 * look.pixels(KNOB) + 2 * PAD

    def key(self, event: pygame.event.Event) -> Used | None:
        way = {pygame.K_LEFT: -1, pygame.K_RIGHT: 1}.get(event.key, 0)
        if not way or not self.enabled:
            return None
        nearest = min(range(len(self.stops)), key=lambda i: abs(self.stops[i] - self.value))
        return self._choose(self.stops[max(0, min(len(self.stops) - 1, nearest + way))])

    def drag(self, at: Point) -> Used | None:
        if not self.enabled:
            return None
        track = self._track()
        share = (at[0] - track.x) / max(1, track.width)
        wanted = self.stops[0] + share * (self.stops[-1] - self.stops[0])
        return self._choose(min(self.stops, key=lambda stop: abs(stop - wanted)))

    def draw(self, canvas: Canvas) -> None:
        look, inner = canvas.look, self.rect.inflate(-2 * PAD, -2 * PAD)
        knob, number = look.pixels(KNOB), self._number(look)
        top = self._top(look, self.rect.width)
        name = pygame.Rect(inner.x, inner.y, inner.width - number - GAP, top)
        canvas.text(self, self.label, LABEL, INK_SOFT, name, "left", "bottom")
        at = pygame.Rect(inner.right - number, inner.y, number, top)
        canvas.text(self, self.words(self.value), NUMBER, INK, at, "right", "bottom")
        track = self._track()
        line = pygame.Rect(track.x, inner.bottom - knob - TRACK // 2, track.width, TRACK)
        x = self._x(track, self.value)
        canvas.box(line, WELL, EDGE_BRIGHT, TRACK // 2)
        canvas.box(pygame.Rect(line.x, line.y, max(4, x - line.x), TRACK), mixed(GOLD, WELL, 0.3), None, TRACK // 2)
        if len(self.stops) <= 12:
            for stop in self.stops:
                canvas.surface.fill(EDGE_BRIGHT, (self._x(track, stop), line.bottom + 2, 1, 4))
        colour = mixed(GOLD, (255, 255, 255), 0.3) if canvas.hover == self.id else GOLD
        ce.circle(canvas.surface, colour, (x, line.centery), knob)

    def _choose(self, value: int) -> Used:
        return Used(self.on_choose(value) if value != self.value else None)

    def _number(self, look: Look) -> int:
        """The width of the widest value in words."""
        return max(look.measure(self.words(stop), NUMBER)[0] for stop in (*self.stops, self.value))

    def _top(self, look: Look, width: int) -> int:
        name = look.measure(self.label, LABEL, width - 2 * PAD - self._number(look) - GAP)[1]
        return max(name, look.line_height(NUMBER))

    def _track(self) -> pygame.Rect:
        """The line on which the knob's middle moves."""
        return self.rect.inflate(-2 * PAD - 2 * KNOB, 0)

    def _x(self, track: pygame.Rect, value: int) -> int:
        reach = max(1, self.stops[-1] - self.stops[0])
        return track.x + (value - self.stops[0]) * track.width // reach
