"""Map legend: what the map's colours and hatching mean, in words, in a box measured before it is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from game.desk.maplabels import Measure, Write
from game.desk.theme import EDGE, INK, INK_SOFT, WELL, Colour, mixed

PAD = 9
GAP = 7


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A line of the legend: words, the colour they stand for, whether the map hatches it."""

    words: str
    colour: Colour
    hatched: bool = False


def legend_size(title: str, entries: Sequence[LegendEntry], measure: Measure) -> tuple[int, int]:
    """Width and height of the legend's box in pixels."""
    swatch = swatch_size(measure)
    widths = [measure(title)[0], *(swatch[0] + GAP + measure(entry.words)[0] for entry in entries)]
    line = line_height(measure)
    return max(widths) + 2 * PAD, line * (len(entries) + 1) + GAP // 2 + 2 * PAD


def line_height(measure: Measure) -> int:
    """From one line of the legend to the next, in pixels."""
    return measure("Ag")[1] + 3


def swatch_size(measure: Measure) -> tuple[int, int]:
    """Width and height of a colour sample: it grows with the text."""
    height = max(8, measure("Ag")[1] * 2 // 3)
    return round(height * 1.6), height


def draw_legend(
    surface: pygame.Surface,
    corner: tuple[int, int],
    title: str,
    entries: Sequence[LegendEntry],
    measure: Measure,
    write: Write,
) -> pygame.Rect:
    """Draw the legend with its top left at `corner`; the rect it took."""
    rect = pygame.Rect(corner, legend_size(title, entries, measure))
    ground = pygame.Surface(rect.size, pygame.SRCALPHA, 32)
    pygame.draw.rect(ground, (*WELL, 225), ground.get_rect(), border_radius=6)
    pygame.draw.rect(ground, (*EDGE, 255), ground.get_rect(), 1, border_radius=6)
    surface.blit(ground, rect)
    x, y = rect.x + PAD, rect.y + PAD
    write(surface, title, (x, y), INK)
    line, swatch = line_height(measure), swatch_size(measure)
    y += line + GAP // 2
    for entry in entries:
        text_height = measure(entry.words)[1]
        sample = pygame.Rect((x, y + (text_height - swatch[1]) // 2), swatch)
        draw_sample(surface, sample, entry)
        write(surface, entry.words, (x + swatch[0] + GAP, y), INK_SOFT)
        y += line
    return rect


def draw_sample(surface: pygame.Surface, rect: pygame.Rect, entry: LegendEntry) -> None:
    """Draw one colour sample, hatched when the map hatches it."""
    surface.fill(entry.colour, rect)
    if entry.hatched:
        before = surface.get_clip()
        surface.set_clip(rect.clip(before))
        for start in range(rect.left - rect.height, rect.right, 5):
            pygame.draw.line(
                surface,
                mixed(entry.colour, WELL, 0.6),
                (start, rect.bottom),
                (start + rect.height, rect.top),
                2,
            )
        surface.set_clip(before)
    pygame.draw.rect(surface, EDGE, rect, 1)
