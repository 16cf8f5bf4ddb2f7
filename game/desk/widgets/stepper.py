"""Stepper: one of a few values in words, changed by its two arrows, by Enter (the next) or by left and right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import pygame

from game.desk.canvas import Canvas
from game.desk.look import Look
from game.desk.part import Control, Point, Used
from game.desk.screen import Change
from game.desk.theme import EDGE, EDGE_BRIGHT, GAP, HOVER, INK, INK_QUIET, INK_SOFT, LABEL, RAISED

MARK = 10
PAD_X, PAD_Y = 10, 6
INDENT = 4


@dataclass(eq=False)
class Stepper(Control):
    """Chooses one of `values` (id and words); `on_choose` gets the id. For a switch, give two values."""

    values: Sequence[tuple[str, str]] = field(default=(), kw_only=True)
    value: str = field(default="", kw_only=True)
    on_choose: Callable[[str], Change] = field(default=lambda _: None, kw_only=True)

    def __post_init__(self) -> None:
        super().__post_init__()
        self._field_width = 0

    def natural(self, look: Look) -> int:
        return look.measure(self.label, LABEL)[0] + self._field(look, 10_000) + 2 * GAP

    def measure(self, look: Look, width: int) -> int:
        field_width = self._field(look, width)
        words = max(look.measure(text, LABEL, self._words(look, field_width))[1] for _, text in self.values)
        name = look.measure(self.label, LABEL, max(8, width - field_width - GAP - INDENT))[1]
        return max(name, words + 2 * PAD_Y)

    def press(self, at: Point | None = None) -> Change:
        left = self.rect.right - self._field_width
        back = at is not None and left <= at[0] < left + self._field_width // 2
        return self._step(-1 if back else 1).change if self.enabled else None

    def key(self, event: pygame.event.Event) -> Used | None:
        way = {pygame.K_LEFT: -1, pygame.K_RIGHT: 1}.get(event.key, 0)
        return self._step(way) if way and self.enabled else None

    def place(self, look: Look, rect: pygame.Rect) -> None:
        self.rect = rect
        self._field_width = self._field(look, rect.width)

    def draw(self, canvas: Canvas) -> None:
        look, hot = canvas.look, canvas.hover == self.id
        box = pygame.Rect(self.rect.right - self._field_width, self.rect.y, self._field_width, self.rect.height)
        name = pygame.Rect(self.rect.x + INDENT, self.rect.y, self.rect.width - box.width - GAP - INDENT, 0)
        name.height = self.rect.height
        canvas.text(self, self.label, LABEL, INK_SOFT, name, "left", "middle")
        canvas.box(box, HOVER if hot else RAISED, EDGE_BRIGHT if hot else EDGE, 6)
        size, ink = look.pixels(MARK), INK_SOFT if self.enabled else INK_QUIET
        canvas.mark("left", size, ink, (box.x + PAD_X + size // 2, box.centery))
        canvas.mark("right", size, ink, (box.right - PAD_X - size // 2, box.centery))
        words = next((text for name, text in self.values if name == self.value), self.value)
        room = box.inflate(-2 * (PAD_X + size + GAP), -2 * PAD_Y)
        canvas.text(self, words, LABEL, INK if self.enabled else INK_QUIET, room, "centre", "middle")

    def _step(self, way: int) -> Used:
        names = [name for name, _ in self.values]
        at = names.index(self.value) if self.value in names else 0
        return Used(self.on_choose(names[(at + way) % len(names)]))

    def _field(self, look: Look, width: int) -> int:
        """The width of the box with the arrows: for the widest value, at most 60 % of the whole."""
        words = max((look.measure(text, LABEL)[0] for _, text in self.values), default=0)
        return min(words + 2 * (PAD_X + look.pixels(MARK) + GAP), width * 3 // 5)

    def _words(self, look: Look, field_width: int) -> int:
        return field_width - 2 * (PAD_X + look.pixels(MARK) + GAP)
