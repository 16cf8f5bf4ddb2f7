"""Price: what a move costs, as small tags of icon and number; what cannot be paid is crossed as well as coloured."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from game.desk.canvas import Canvas
from game.desk.look import Look
from game.desk.part import Part
from game.desk.theme import BAD, GAP, INK_QUIET, INK_SOFT, SMALL_GAP, TAG, Colour

ICON = 14


@dataclass(frozen=True, slots=True)
class Price:
    """So much of a purse: its icon, the amount as text, the purse's name, and whether the purse is too small."""

    icon: str
    amount: str
    name: str
    short: bool = False

    def words(self) -> str:
        """The price in words, for tooltips: "3 hours (too few left)"."""
        return f"{self.amount} {self.name}" + (" (too few left)" if self.short else "")


def tag_width(look: Look, price: Price) -> int:
    """The width of one tag in pixels."""
    return look.pixels(ICON) + SMALL_GAP + look.measure(price.amount, TAG)[0]


def tags_width(look: Look, prices: Sequence[Price]) -> int:
    """The width of a row of tags in pixels."""
    return sum(tag_width(look, price) for price in prices) + GAP * max(0, len(prices) - 1)


def draw_tags(canvas: Canvas, owner: Part, prices: Sequence[Price], right: int, middle: int, dim: bool) -> None:
    """Draw tags in a row that ends at `right`, around the height `middle`; `dim` for a control that is closed."""
    x = right - tags_width(canvas.look, prices)
    for price in prices:
        x += _draw_tag(canvas, owner, price, (x, middle), INK_QUIET if dim else INK_SOFT) + GAP


def _draw_tag(canvas: Canvas, owner: Part, price: Price, at: tuple[int, int], colour: Colour) -> int:
    look = canvas.look
    size, width = look.pixels(ICON), tag_width(look, price)
    colour = BAD if price.short else colour
    canvas.icon(price.icon, size, colour, (at[0] + size // 2, at[1]))
    height = look.line_height(TAG)
    room = pygame.Rect(at[0] + size + SMALL_GAP, at[1] - height // 2, width - size - SMALL_GAP, height)
    canvas.text(owner, price.amount, TAG, colour, room)
    if price.short:
        pygame.draw.line(canvas.surface, colour, (at[0] - 1, at[1] + 1), (at[0] + width, at[1] + 1))
    return width
