"""Button: something to do, with icon, second line, prices, key and the reason when it is closed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import pygame

from game.desk.canvas import Canvas
from game.desk.look import Look
from game.desk.part import Control
from game.desk.theme import (
    EDGE,
    EDGE_BRIGHT,
    GAP,
    GOLD,
    HOVER,
    INK,
    INK_QUIET,
    INK_SOFT,
    LABEL,
    NIGHT,
    PANEL,
    PRESSED,
    RAISED,
    SMALL,
    SMALL_GAP,
    TAG,
    Colour,
    mixed,
)
from game.desk.widgets.price import Price, draw_tags, tags_width

ICON = 18
PAD_X, PAD_Y = 12, 7
STRIPE = 3
ROOMY = 340  # pixels at 100 %: a narrower button has its prices on a line of their own


@dataclass(frozen=True, slots=True)
class _Plan:
    """Where the pieces of a button stand, from its upper left corner, in pixels; `first` is its first line."""

    label: pygame.Rect
    second: pygame.Rect
    first: int
    tags: tuple[int, int]
    height: int


@dataclass(eq=False)
class Button(Control):
    """`kind` is plain, primary (one a screen) or quiet (no ground).

    A closed button shows its reason in place of its second line. A button wider than it needs is set from its
    top when it has a second line or prices, so that neighbours line up; else its label stands in the middle.
    """

    icon: str = field(default="", kw_only=True)
    second: str = field(default="", kw_only=True)
    prices: Sequence[Price] = field(default=(), kw_only=True)
    accent: Colour | None = field(default=None, kw_only=True)
    kind: str = field(default="plain", kw_only=True)
    chosen: bool = field(default=False, kw_only=True)
    align: str = field(default="left", kw_only=True)

    def tip(self) -> str:
        costs = ", ".join(price.words() for price in self.prices)
        return "\n".join(line for line in (super().tip(), f"*Costs {costs}.*" if costs else "") if line)

    def natural(self, look: Look) -> int:
        words = max(look.measure(self.label, LABEL)[0], look.measure(self._under(), SMALL)[0])
        tags = tags_width(look, self.prices) + GAP if self.prices else 0
        return self._left(look) + words + tags + PAD_X + 1

    def slimmest(self, look: Look) -> int:
        words = max(look.longest_word(self.label, LABEL), look.longest_word(self._under(), SMALL))
        return self._left(look) + max(words, tags_width(look, self.prices)) + PAD_X + 1

    def measure(self, look: Look, width: int) -> int:
        return self._plan(look, width, 0).height

    def draw(self, canvas: Canvas) -> None:
        plan = self._plan(canvas.look, self.rect.width, self.rect.height)
        ink = self._ground(canvas)
        x, y = self.rect.topleft
        self._draw_signs(canvas, ink, y + plan.first)
        canvas.text(self, self.label, LABEL, ink, plan.label.move(x, y), self.align)
        if self._under():
            quiet = mixed(ink, NIGHT, 0.25) if self.kind == "primary" else INK_QUIET
            canvas.text(self, self._under(), SMALL, quiet, plan.second.move(x, y), self.align)
        if self.prices:
            draw_tags(canvas, self, self.prices, x + plan.tags[0], y + plan.tags[1], not self.enabled)

    def _under(self) -> str:
        return self.reason if self.reason and not self.enabled else self.second

    def _left(self, look: Look) -> int:
        """Where the label begins: after stripe, key and icon."""
        left = PAD_X + (STRIPE if self.accent else 0)
        if self.hotkey:
            left += self._key_width(look) + GAP
        if self.icon:
            left += look.pixels(ICON) + (GAP if self.label else PAD_X // 2)
        return left

    def _key_width(self, look: Look) -> int:
        return look.measure(self.hotkey.upper(), TAG)[0] + 2 * SMALL_GAP + 2

    def _plan(self, look: Look, width: int, height: int) -> _Plan:
        """The pieces at a width; what is spare of `height` goes above the prices, or around the label."""
        left, tags = self._left(look), tags_width(look, self.prices)
        apart = bool(self.prices) and width < look.pixels(ROOMY)
        words = max(8, width - left - PAD_X - (tags + GAP if self.prices and not apart else 0))
        label_height = look.measure(self.label, LABEL, words)[1] if self.label else look.pixels(ICON)
        second_height = look.measure(self._under(), SMALL, words)[1] if self._under() else 0
        tag = look.line_height(TAG)
        needed = PAD_Y + label_height + second_height + (SMALL_GAP + tag if apart else 0) + PAD_Y
        spare = max(0, height - needed)
        y = PAD_Y if self._under() or apart else PAD_Y + spare // 2
        label = pygame.Rect(left, y, words, label_height)
        second = pygame.Rect(left, label.bottom, words, second_height)
        first = y + (look.line_height(LABEL) if label_height else look.pixels(ICON)) // 2
        at = (left + tags, needed + spare - PAD_Y - tag // 2) if apart else (width - PAD_X, first)
        return _Plan(label, second, first, at, needed)

    def _ground(self, canvas: Canvas) -> Colour:
        """Draw the box; the colour of the label on it."""
        hot, held = canvas.hover == self.id and self.enabled, canvas.held == self.id and self.enabled
        if self.kind == "primary" and self.enabled:
            fill = mixed(GOLD, NIGHT, 0.25) if held else mixed(GOLD, (255, 255, 255), 0.18) if hot else GOLD
            canvas.box(self.rect, fill, None, 6)
            return NIGHT
        fill = PRESSED if held else HOVER if hot else RAISED
        edge = GOLD if self.chosen else EDGE_BRIGHT if hot else EDGE
        if self.kind != "quiet" or hot or self.chosen:
            canvas.box(self.rect, fill if self.enabled else PANEL, edge, 6)
        if self.accent:
            stripe = pygame.Rect(self.rect.x, self.rect.y + 6, STRIPE, self.rect.height - 12)
            canvas.surface.fill(self.accent if self.enabled else mixed(self.accent, PANEL, 0.6), stripe)
        return (INK if self.kind != "quiet" or hot else INK_SOFT) if self.enabled else INK_QUIET

    def _draw_signs(self, canvas: Canvas, ink: Colour, middle: int) -> None:
        """Draw the key cap and the icon; a lock stands in for the icon of a closed button."""
        look = canvas.look
        x = self.rect.x + PAD_X + (STRIPE if self.accent else 0)
        if self.hotkey:
            cap = pygame.Rect(0, 0, self._key_width(look), look.line_height(TAG))
            cap.midleft = (x, middle)
            quiet = mixed(ink, NIGHT, 0.3) if self.kind == "primary" else INK_QUIET
            canvas.box(cap, None, quiet, 4)
            canvas.text(self, self.hotkey.upper(), TAG, quiet, cap, "centre", "middle")
            x += cap.width + GAP
        if self.icon:
            size = look.pixels(ICON)
            tint = self.accent if self.accent and self.enabled else ink
            canvas.icon("lock" if not self.enabled else self.icon, size, tint, (x + size // 2, middle))
