"""Map ink: how the map's picture, its hidden index and its outlines are drawn."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Protocol

import pygame

from game.desk.mapview import View
from game.desk.projection import project
from game.desk.theme import Colour, mixed

SEA: Colour = (15, 21, 33)
SHALLOWS: Colour = (15, 25, 36)  # added to the sea at the coast
LAND: Colour = (54, 61, 74)
BORDER: Colour = (17, 22, 32)
GRID: Colour = (25, 34, 49)

FINER = 3
LARGE = 1_300_000  # pixels above which twice as fine must do, to spare memory
BLUR = 11  # pixels over which the shallows fade

Ring = Sequence[tuple[float, float]]


class Shape(Protocol):
    """What the drawing needs to know of a country."""

    @property
    def a3(self) -> str:
        """Its code."""

    @property
    def rings(self) -> Sequence[Ring]:
        """Its outer rings in map units."""


def traced(view: View, rings: Iterable[Ring]) -> list[list[tuple[float, float]]]:
    """The rings in pixels of the view, without those that lie wholly outside."""
    found = []
    for ring in rings:
        points = [view.pixel(x, y) for x, y in ring]
        xs, ys = [x for x, _ in points], [y for _, y in points]
        if max(xs) >= 0 and max(ys) >= 0 and min(xs) <= view.size[0] and min(ys) <= view.size[1]:
            found.append(points)
    return found


def europe(
    view: View, countries: Sequence[Shape], colours: Mapping[str, Colour], hatched: Collection[str]
) -> pygame.Surface:
    """The whole picture: sea, grid, shallows, land, hatching, borders."""
    times = 2 if view.size[0] * view.size[1] > LARGE else FINER
    fine = view.finer(times)
    large = pygame.Surface(fine.size, 0, 32)
    large.fill(SEA)
    grid(large, fine, times)
    shapes = [(country.a3, traced(fine, country.rings)) for country in countries]
    large.blit(shallows(fine, shapes, BLUR * times), (0, 0), special_flags=pygame.BLEND_RGB_ADD)
    for a3, rings in shapes:
        colour = colours.get(a3, LAND)
        for points in rings:
            pygame.draw.polygon(large, colour, points)
        if a3 in hatched:
            hatch(large, rings, mixed(colour, BORDER, 0.45), times)
        for points in rings:
            pygame.draw.lines(large, BORDER, True, points, times)
    return pygame.transform.smoothscale(large, view.size)


def grid(surface: pygame.Surface, view: View, width: int) -> None:
    """Draw meridians and parallels every ten degrees."""
    lines = [[project(longitude, latitude) for latitude in range(25, 81)] for longitude in range(-40, 81, 10)]
    lines += [
        [project(longitude, latitude) for longitude in range(-40, 82, 2)] for latitude in range(30, 80, 10)
    ]
    for line in lines:
        pygame.draw.lines(surface, GRID, False, [view.pixel(x, y) for x, y in line], width)


def shallows(view: View, shapes: Sequence[tuple[str, Sequence[Ring]]], reach: int) -> pygame.Surface:
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


def hatch(surface: pygame.Surface, rings: Sequence[Ring], colour: Colour, times: int) -> None:
    """Draw slanting lines inside the rings."""
    for points in rings:
        area = pygame.Rect(bounding(points)).clip(surface.get_rect())
        if area.width < 4 * times or area.height < 4 * times:
            continue
        lines = pygame.Surface(area.size, pygame.SRCALPHA, 32)
        for start in range(-area.height, area.width, 7 * times):
            shift = start - (area.x - area.y) % (7 * times)
            pygame.draw.line(lines, colour, (shift, area.height), (shift + area.height, 0), 2 * times)
        stencil = pygame.Surface(area.size, pygame.SRCALPHA, 32)
        pygame.draw.polygon(stencil, (255, 255, 255, 255), [(x - area.x, y - area.y) for x, y in points])
        lines.blit(stencil, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
        surface.blit(lines, area)


def bounding(points: Ring) -> tuple[int, int, int, int]:
    """Left, top, width and height of the whole-pixel box around the points."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    left, top = int(min(xs)), int(min(ys))
    return left, top, int(max(xs)) + 1 - left, int(max(ys)) + 1 - top


def index(view: View, countries: Sequence[Shape], least: int) -> pygame.Surface:
    """The hidden surface: each pixel holds a country's number from 1 on as red * 256 + green, 0 at sea.

    A state smaller than `least` pixels is drawn as a dot of that radius, so that a pointer can meet it.
    """
    surface = pygame.Surface(view.size, 0, 32)
    for number, country in enumerate(countries, start=1):
        colour = (number // 256, number % 256, 0)
        rings = traced(view, country.rings)
        for points in rings:
            pygame.draw.polygon(surface, colour, points)
        if rings and max(bounding(rings[0])[2:]) < least:
            pygame.draw.circle(surface, colour, rings[0][0], least)
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
