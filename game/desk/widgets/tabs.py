"""Tabs: a row of headings, one of them chosen; they wrap onto more rows where the width is short."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import pygame

from game.desk.canvas import Canvas
from game.desk.look import Look
from game.desk.part import Control, Part
from game.desk.screen import Change
from game.desk.theme import EDGE, GOLD, INK, INK_QUIET, INK_SOFT, LABEL, RAISED, SMALL_GAP, TAG, Colour

ICON = 16
PAD_X, PAD_Y = 10, 6


@dataclass(frozen=True, slots=True)
class TabName:
    """What stands on a tab: its label, an icon, and a small count beside it ("" for none)."""

    id: str
    label: str
    icon: str = ""
    count: str = ""
    accent: Colour = GOLD
    tooltip: str = ""


@dataclass(eq=False)
class _Tab(Control):
    name: TabName = field(default_factory=lambda: TabName("", ""), kw_only=True)
    chosen: bool = field(default=False, kw_only=True)

    def natural(self, look: Look) -> int:
        icon = look.pixels(ICON) + 6 if self.name.icon else 0
        count = look.measure(self.name.count, TAG)[0] + 6 if self.name.count else 0
        return look.measure(self.label, LABEL)[0] + icon + count + 2 * PAD_X

    def measure(self, look: Look, width: int) -> int:
        return look.line_height(LABEL) + 2 * PAD_Y

    def draw(self, canvas: Canvas) -> None:
        look, hot = canvas.look, canvas.hover == self.id
        if self.chosen or hot:
            canvas.box(self.rect, RAISED, EDGE if self.chosen else None, 6)
        if self.chosen:
            canvas.surface.fill(self.name.accent, (self.rect.x + 8, self.rect.bottom - 2, self.rect.width - 16, 2))
        ink = INK if self.chosen or hot else INK_SOFT
        x = self.rect.x + PAD_X
        if self.name.icon:
            size = look.pixels(ICON)
            canvas.icon(
                self.name.icon,
                size,
                self.name.accent if self.chosen else INK_QUIET,
                (x + size // 2, self.rect.centery),
            )
            x += size + 6
        width = look.measure(self.label, LABEL)[0]
        canvas.text(
            self,
            self.label,
            LABEL,
            ink,
            pygame.Rect(x, self.rect.y, width, self.rect.height),
            "left",
            "middle",
        )
        if self.name.count:
            room = pygame.Rect(x + width + 6, self.rect.y, self.rect.right - x - width - 6, self.rect.height)
            canvas.text(self, self.name.count, TAG, INK_QUIET, room, "left", "middle")


@dataclass(eq=False)
class Tabs(Part):
    """The tabs, with the number of the chosen one; `on_choose` gets the number pressed. Ids are the names' ids."""

    names: Sequence[TabName]
    chosen: int
    on_choose: Callable[[int], Change]

    def __post_init__(self) -> None:
        super().__post_init__()
        self._tabs = [
            _Tab(
                name.id,
                name.label,
                self._choosing(number),
                name=name,
                chosen=number == self.chosen,
                tooltip=name.tooltip,
            )
            for number, name in enumerate(self.names)
        ]

    def _choosing(self, number: int) -> Callable[[], Change]:
        return lambda: self.on_choose(number)

    def parts(self) -> Sequence[Part]:
        return self._tabs

    def natural(self, look: Look) -> int:
        return sum(tab.natural(look) + SMALL_GAP for tab in self._tabs)

    def measure(self, look: Look, width: int) -> int:
        return max((rect.bottom for rect in self._rects(look, width)), default=0)

    def place(self, look: Look, rect: pygame.Rect) -> None:
        self.rect = rect
        for tab, place in zip(self._tabs, self._rects(look, rect.width), strict=True):
            tab.place(look, place.move(rect.topleft))

    def _rects(self, look: Look, width: int) -> list[pygame.Rect]:
        """The places of the tabs from the upper left corner, row under row."""
        rects: list[pygame.Rect] = []
        x = y = 0
        for tab in self._tabs:
            wide, high = min(tab.natural(look), width), tab.measure(look, width)
            if x and x + wide > width:
                x, y = 0, y + high + SMALL_GAP
            rects.append(pygame.Rect(x, y, wide, high))
            x += wide + SMALL_GAP
        return rects
