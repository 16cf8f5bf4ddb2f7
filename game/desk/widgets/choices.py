"""Choices: a list of options of which one is chosen, each with a mark that does not rely on colour."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import pygame

from game.desk.canvas import Canvas
from game.desk.look import Look
from game.desk.part import Control, Part
from game.desk.screen import Change
from game.desk.theme import (
    EDGE,
    EDGE_BRIGHT,
    GAP,
    GOLD,
    HOVER,
    INK,
    INK_QUIET,
    LABEL,
    RAISED,
    SMALL,
    SMALL_GAP,
    WELL,
)

MARK = 16
PAD_X, PAD_Y = 10, 8


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose: its id, label, a second line, its tooltip, and the reason when it is closed."""

    id: str
    label: str
    second: str = ""
    tooltip: str = ""
    reason: str = ""


@dataclass(eq=False)
class _Choice(Control):
    second: str = field(default="", kw_only=True)
    chosen: bool = field(default=False, kw_only=True)

    def natural(self, look: Look) -> int:
        words = max(look.measure(self.label, LABEL)[0], look.measure(self._under(), SMALL)[0])
        return words + look.pixels(MARK) + GAP + 2 * PAD_X

    def measure(self, look: Look, width: int) -> int:
        label, under = self._heights(look, width)
        return label + under + 2 * PAD_Y

    def _under(self) -> str:
        return self.reason if self.reason and not self.enabled else self.second

    def _words(self, look: Look, width: int) -> int:
        return width - 2 * PAD_X - look.pixels(MARK) - GAP

    def _heights(self, look: Look, width: int) -> tuple[int, int]:
        words = self._words(look, width)
        under = look.measure(self._under(), SMALL, words)[1] if self._under() else 0
        return look.measure(self.label, LABEL, words)[1], under

    def draw(self, canvas: Canvas) -> None:
        look, hot = canvas.look, canvas.hover == self.id and self.enabled
        edge = GOLD if self.chosen else EDGE_BRIGHT if hot else EDGE
        canvas.box(self.rect, HOVER if hot else RAISED, edge, 6)
        label, under = self._heights(look, self.rect.width)
        size = look.pixels(MARK)
        ring = pygame.Rect(self.rect.x + PAD_X, 0, size, size)
        ring.centery = self.rect.y + PAD_Y + look.line_height(LABEL) // 2
        canvas.box(ring, WELL, GOLD if self.chosen else INK_QUIET, size // 2)
        if self.chosen:
            canvas.mark("dot", size // 2, GOLD, ring.center)
        room = pygame.Rect(ring.right + GAP, self.rect.y + PAD_Y, self._words(look, self.rect.width), label)
        canvas.text(self, self.label, LABEL, INK if self.enabled else INK_QUIET, room)
        if under:
            second = pygame.Rect(room.x, room.bottom, room.width, under)
            canvas.text(self, self._under(), SMALL, INK_QUIET, second)


@dataclass(eq=False)
class Choices(Part):
    """The options one under the other; `chosen` is an id ("" for none yet), `on_choose` gets the id pressed."""

    options: Sequence[Option]
    chosen: str
    on_choose: Callable[[str], Change]

    def __post_init__(self) -> None:
        super().__post_init__()
        self._rows = [
            _Choice(
                option.id, option.label, self._choosing(option.id), second=option.second, tooltip=option.tooltip,
                enabled=not option.reason, reason=option.reason, chosen=option.id == self.chosen,
            )
            for option in self.options
        ]  # fmt: skip

    def _choosing(self, name: str) -> Callable[[], Change]:
        return lambda: self.on_choose(name)

    def parts(self) -> Sequence[Part]:
        return self._rows

    def natural(self, look: Look) -> int:
        return max((row.natural(look) for row in self._rows), default=0)

    def measure(self, look: Look, width: int) -> int:
        return sum(row.measure(look, width) + SMALL_GAP for row in self._rows) - SMALL_GAP

    def place(self, look: Look, rect: pygame.Rect) -> None:
        self.rect, y = rect, rect.y
        for row in self._rows:
            height = row.measure(look, rect.width)
            row.place(look, pygame.Rect(rect.x, y, rect.width, height))
            y += height + SMALL_GAP
