"""Map ink: how the map's picture, its hidden index and its outlines are drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol

import pygame

from game.desk.mapsign import Sign, draw_sign
from game.desk.maptexture import Paint, Ring, bounding, overlay
from game.desk.mapview import View
from game.desk.theme import Colour, mixed

SEA: Colour = (15, 21, 33)
SHALLOWS: Colour = (15, 25, 36)  # added to the sea at the coast
LAND: Colour = (54, 61, 74)
BORDER: Colour = (17, 22, 32)
GRID: Colour = (25, 34, 49)

FINER = 3
LARGE = 1_300_000  # pixels above which twice as fine must do, to spare memory
BLUR = 11  # pixels over which the shallows fade


Target = tuple[tuple[float, float], float]
"""The middle of a disc and its radius, in pixels."""


class Shape(Protocol):
    """What the drawing needs to know of a country."""

    @property
    def a3(self) -> str:
        """Its code."""

    @property
    def rings(self) -> Sequence[Ring]:
        """Its outer rings in map units."""


Traced = Sequence[tuple[str, Sequence[Ring]]]
"""Codes with their rings in pixels."""


class Ink(NamedTuple):
    """What maps are drawn differently by: grid lines in map units; the light along coasts, given a view, what is
    seen in it and how far the light reaches in pixels; from what height and width in pixels on a part of a country
    has a border line; how many pixels lie from one line of a texture to the next.
    """

    grid: Sequence[Ring]
    shallows: Callable[[View, Traced, int], pygame.Surface]
    bordered: int
    step: int


def traced(view: View, rings: Iterable[Ring]) -> list[list[tuple[float, float]]]:
    """The rings in pixels of the view, without those that lie wholly outside."""
    found = []
    for ring in rings:
        points = [view.pixel(x, y) for x, y in ring]
        xs, ys = [x for x, _ in points], [y for _, y in points]
        if max(xs) >= 0 and max(ys) >= 0 and min(xs) <= view.size[0] and min(ys) <= view.size[1]:
            found.append(points)
    return found


def picture(
    view: View, countries: Sequence[Shape], paints: Mapping[str, Paint], ink: Ink, signs: Iterable[Sign] = ()
) -> pygame.Surface:
    """The whole picture: sea, grid lines, shallows, land, textures, borders, signs.

    Signs are in pixels of the view; a country without a paint is plain land.
    """
    times = 2 if view.size[0] * view.size[1] > LARGE else FINER
    fine = view.finer(times)
    large = pygame.Surface(fine.size, 0, 32)
    large.fill(SEA)
    for line in ink.grid:
        pygame.draw.lines(large, GRID, False, [fine.pixel(x, y) for x, y in line], times)
    shapes = [(country.a3, traced(fine, country.rings)) for country in countries]
    large.blit(ink.shallows(fine, shapes, BLUR * times), (0, 0), special_flags=pygame.BLEND_RGB_ADD)
    for a3, rings in shapes:
        colour, texture = paints.get(a3, Paint(LAND))
        for points in rings:
            pygame.draw.polygon(large, colour, points)
        if texture:
            overlay(large, rings, texture, mixed(colour, BORDER, 0.45), ink.step, times)
        for points in rings:
            if min(bounding(points)[2:]) >= ink.bordered * times:
                pygame.draw.lines(large, BORDER, True, points, times)
    for sign in signs:
        draw_sign(large, sign, BORDER, times)
    return pygame.transform.smoothscale(large, view.size)


def shallows(view: View, shapes: Traced, reach: int) -> pygame.Surface:
    """A picture to add to the sea: light along the coasts that fades outward over `reach` pixels."""
    step = max(2, reach // 3)
    size = (max(2, view.size[0] // step), max(2, view.size[1] // step))
    mask = pygame.Surface(size, 0, 32)
    for _, rings in shapes:
        for points in rings:
            small = [(x / step, y / step) for x, y in points]
            pygame.draw.polygon(mask, SHALLOWS, small)
            pygame.draw.lines(mask, SHALLOWS, True, small, 3)
    for share in (2, 3):
        faint = pygame.transform.smoothscale(mask, (max(2, size[0] // share), max(2, size[1] // share)))
        mask = pygame.transform.smoothscale(faint, size)
    return pygame.transform.smoothscale(mask, view.size)


def index(view: View, countries: Sequence[Shape], targets: Mapping[str, Target]) -> pygame.Surface:
    """The hidden surface: each pixel holds a country's number from 1 on as red * 256 + green, 0 at sea.

    Targets are discs around what is too small for a pointer to meet; they lie over all countries.
    """
    surface = pygame.Surface(view.size, 0, 32)
    colours = {country.a3: (number // 256, number % 256, 0) for number, country in enumerate(countries, start=1)}
    for country in countries:
        for points in traced(view, country.rings):
            pygame.draw.polygon(surface, colours[country.a3], points)
    for a3, (middle, radius) in targets.items():
        pygame.draw.circle(surface, colours[a3], middle, radius)
    return surface


def outline(
    view: View, rings: Sequence[Ring], colour: Colour, width: float
) -> tuple[pygame.Surface, tuple[int, int]]:
    """A picture of the border lines alone, and the pixel of its top left corner in the view."""
    seen = traced(view, rings)
    boxes = [pygame.Rect(bounding(points)) for points in seen]
    margin = 4
    area = boxes[0].unionall(boxes[1:]).inflate(2 * margin, 2 * margin) if boxes else pygame.Rect(0, 0, 1, 1)
    area = area.clip(pygame.Rect((0, 0), view.size))
    large = pygame.Surface((area.width * FINER, area.height * FINER), pygame.SRCALPHA, 32)
    # Clear pixels keep the colour: clear black would darken the line's edges when scaled.
    large.fill((*colour, 0))
    thick = max(1, round(width * FINER))
    for points in seen:
        moved = [((x - area.x) * FINER, (y - area.y) * FINER) for x, y in points]
        pygame.draw.lines(large, (*colour, 255), True, moved, thick)
        for point in moved:
            pygame.draw.circle(large, (*colour, 255), point, thick / 2)
    return pygame.transform.smoothscale(large, area.size), area.topleft
