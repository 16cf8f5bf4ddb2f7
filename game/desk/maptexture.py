"""Map texture: slanting, crossing or level lines and dots laid over land, where colour alone would say too little."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import pygame

from game.desk.theme import Colour

THICK = 0.28  # of the step from one line to the next
SMALLEST = 4  # pixels: what is narrower has no room for a texture

Ring = Sequence[tuple[float, float]]


class Paint(NamedTuple):
    """How a country is painted: its colour and the texture over it: none, slant, cross, level or dots."""

    colour: Colour
    texture: str = ""


def bounding(points: Ring) -> tuple[int, int, int, int]:
    """Left, top, width and height of the whole-pixel box around the points."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    left, top = int(min(xs)), int(min(ys))
    return left, top, int(max(xs)) + 1 - left, int(max(ys)) + 1 - top


def overlay(
    surface: pygame.Surface, rings: Sequence[Ring], texture: str, colour: Colour, step: int, times: int
) -> None:
    """Draw a texture inside the rings, `step` pixels from one line to the next.

    The surface has `times` as many pixels each way as will be seen.
    """
    for points in rings:
        area = pygame.Rect(bounding(points)).clip(surface.get_rect())
        if area.width < SMALLEST * times or area.height < SMALLEST * times:
            continue
        laid = pygame.Surface(area.size, pygame.SRCALPHA, 32)
        draw_texture(laid, area.topleft, texture, colour, step * times)
        stencil = pygame.Surface(area.size, pygame.SRCALPHA, 32)
        pygame.draw.polygon(stencil, (255, 255, 255, 255), [(x - area.x, y - area.y) for x, y in points])
        laid.blit(stencil, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
        surface.blit(laid, area)


def draw_texture(
    surface: pygame.Surface, corner: tuple[int, int], texture: str, colour: Colour, step: int
) -> None:
    """Cover a surface with a texture, in step with all others: its own corner stands at `corner`."""
    width, height = surface.get_size()
    thick = round(step * THICK)
    if texture in ("slant", "cross"):
        for start in range(-height, width, step):
            shift = start - (corner[0] - corner[1]) % step
            pygame.draw.line(surface, colour, (shift, height), (shift + height, 0), thick)
    if texture == "cross":
        for start in range(-height, width + step, step):
            shift = start - (corner[0] + corner[1]) % step
            pygame.draw.line(surface, colour, (shift, 0), (shift + height, height), thick)
    if texture == "level":
        for y in range(-(corner[1] % step), height + step, step):
            pygame.draw.line(surface, colour, (0, y), (width, y), thick)
    if texture == "dots":
        for row, y in enumerate(range(-(corner[1] % (2 * step)), height + step, step)):
            for x in range(-(corner[0] % step) - row % 2 * step // 2, width + step, step):
                pygame.draw.circle(surface, colour, (x, y), thick * 0.8)
