"""Folding tabs: a row of headings that gives up its icons, then its words, before it takes a second row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import pygame

from game.desk.canvas import Canvas
from game.desk.look import Look
from game.desk.part import Control, Part
from game.desk.screen import Change
from game.desk.theme import EDGE, INK, INK_QUIET, INK_SOFT, LABEL, RAISED, SMALL_GAP, TAG
from game.desk.widgets.tabs import TabName

ICON = 16
PAD_X, PAD_Y, STEP = 9, 6, 6
FORMS = ((True, True), (False, True), (True, False))  # with icon, with words: the fullest first


@dataclass(eq=False)
class _Tab(Control):
    name: TabName = field(default_factory=lambda: TabName("", ""), kw_only=True)
    chosen: bool = field(default=False, kw_only=True)
    form: tuple[bool, bool] = field(default=FORMS[0], kw_only=True)

    def tip(self) -> str:
        return "\n".join(line for line in (f"**{self.label}**", super().tip()) if line)

    def natural(self, look: Look) -> int:
        return sum(width + STEP for _, width in self._pieces(look)) - STEP + 2 * PAD_X

    def measure(self, look: Look, width: int) -> int:
        return look.line_height(LABEL) + 2 * PAD_Y

    def _pieces(self, look: Look) -> list[tuple[str, int]]:
        """What stands on it, from the left: kind and width."""
        icon, words = self.form
        found = [("icon", look.pixels(ICON))] if icon and self.name.icon else []
        if words or self.chosen or not found:
            found.append(("words", look.measure(self.label, LABEL)[0]))
        if self.name.count:
            found.append(("count", look.measure(self.name.count, TAG)[0]))
        return found

    def draw(self, canvas: Canvas) -> None:
        look, hot = canvas.look, canvas.hover == self.id
        if self.chosen or hot:
            canvas.box(self.rect, RAISED, EDGE if self.chosen else None, 6)
        if self.chosen:
            canvas.surface.fill(self.name.accent, (self.rect.x + 8, self.rect.bottom - 2, self.rect.width - 16, 2))
        x = self.rect.x + PAD_X
        for kind, width in self._pieces(look):
            room = pygame.Rect(x, self.rect.y, width, self.rect.height)
            if kind == "icon":
                tint = self.name.accent if self.chosen or hot else INK_QUIET
                canvas.icon(self.name.icon, width, tint, room.center)
            elif kind == "words":
                canvas.text(self, self.label, LABEL, INK if self.chosen or hot else INK_SOFT, room, upright="middle")
            else:
                canvas.text(self, self.name.count, TAG, INK_QUIET, room, upright="middle")
            x += width + STEP


@dataclass(eq=False)
class FoldingTabs(Part):
    """The tabs, with the number of the chosen one; `on_choose` gets the number pressed. Ids are the names' ids."""

    names: Sequence[TabName]
    chosen: int
    on_choose: Callable[[int], Change]

    def __post_init__(self) -> None:
        super().__post_init__()
        self._tabs = [
            _Tab(name.id, name.label, self._choosing(n), name=name, chosen=n == self.chosen, tooltip=name.tooltip)
            for n, name in enumerate(self.names)
        ]

    def _choosing(self, number: int) -> Callable[[], Change]:
        return lambda: self.on_choose(number)

    def parts(self) -> Sequence[Part]:
        return self._tabs

    def natural(self, look: Look) -> int:
        self._take(FORMS[0])
        return self._width(look)

    def measure(self, look: Look, width: int) -> int:
        self._fold(look, width)
        return max((rect.bottom for rect in self._rects(look, width)), default=0)

    def place(self, look: Look, rect: pygame.Rect) -> None:
        self.rect = rect
        self._fold(look, rect.width)
        for tab, place in zip(self._tabs, self._rects(look, rect.width), strict=True):
            tab.place(look, place.move(rect.topleft))

    def _fold(self, look: Look, width: int) -> None:
        """Take the fullest form that stands on one row."""
        for form in FORMS:
            self._take(form)
            if self._width(look) <= width:
                return

    def _take(self, form: tuple[bool, bool]) -> None:
        for tab in self._tabs:
            tab.form = form

    def _width(self, look: Look) -> int:
        return sum(tab.natural(look) + SMALL_GAP for tab in self._tabs) - SMALL_GAP

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
