"""Shapes: rounded boxes, shadows, marks and grounds with smooth edges, drawn once and kept."""

from __future__ import annotations

from functools import lru_cache

import pygame

from game.desk import ce
from game.desk.theme import Colour, mixed

FINER = 4  # shapes are drawn this many times larger and scaled down, because pygame draws hard edges

_MARKS: dict[str, tuple[tuple[float, float], ...]] = {
    "up": ((0.5, 0.14), (0.94, 0.84), (0.06, 0.84)),
    "down": ((0.06, 0.16), (0.94, 0.16), (0.5, 0.86)),
    "left": ((0.8, 0.06), (0.8, 0.94), (0.14, 0.5)),
    "right": ((0.2, 0.06), (0.86, 0.5), (0.2, 0.94)),
    "level": ((0.06, 0.4), (0.94, 0.4), (0.94, 0.6), (0.06, 0.6)),
    "check": ((0.06, 0.52), (0.2, 0.38), (0.4, 0.58), (0.8, 0.14), (0.94, 0.28), (0.4, 0.86)),
    "cross": (
        (0.1, 0.24), (0.24, 0.1), (0.5, 0.36), (0.76, 0.1), (0.9, 0.24), (0.64, 0.5),
        (0.9, 0.76), (0.76, 0.9), (0.5, 0.64), (0.24, 0.9), (0.1, 0.76), (0.36, 0.5),
    ),
    "diamond": ((0.5, 0.04), (0.96, 0.5), (0.5, 0.96), (0.04, 0.5)),
    "bar": ((0.36, 0.0), (0.64, 0.0), (0.64, 1.0), (0.36, 1.0)),
}  # fmt: skip


class Shapes:
    """Keeps the small surfaces that boxes and marks are put together from."""

    def __init__(self) -> None:
        self._tiles: dict[tuple[Colour | None, Colour | None, int, int], pygame.Surface] = {}
        self._marks: dict[tuple[str, int, Colour], pygame.Surface] = {}
        self._shadows: dict[tuple[int, int, int], pygame.Surface] = {}
        self._fades: dict[tuple[int, int, Colour, bool], pygame.Surface] = {}
        self._grounds: dict[tuple[int, int, Colour, Colour], pygame.Surface] = {}

    def clear(self) -> None:
        """Forget all kept surfaces."""
        for kept in (self._tiles, self._marks, self._shadows, self._fades, self._grounds):
            kept.clear()

    def box(
        self,
        surface: pygame.Surface,
        rect: pygame.Rect,
        fill: Colour | None,
        edge: Colour | None = None,
        radius: int = 6,
        width: int = 1,
    ) -> None:
        """Draw a rounded box; without `fill` its edge only."""
        radius = max(1, min(radius, rect.width // 2, rect.height // 2))
        if rect.width < 3 or rect.height < 3:
            surface.fill(fill or edge or (0, 0, 0), rect)
            return
        tile = self._tile(fill, edge, radius, width)
        far_x, far_y = rect.right - radius, rect.bottom - radius
        for x, from_x in ((rect.x, 0), (far_x, radius + 2)):
            for y, from_y in ((rect.y, 0), (far_y, radius + 2)):
                surface.blit(tile, (x, y), (from_x, from_y, radius, radius))
        across, down = rect.width - 2 * radius, rect.height - 2 * radius
        if fill is not None:
            surface.fill(fill, (rect.x + radius, rect.y, across, radius))
            surface.fill(fill, (rect.x, rect.y + radius, rect.width, down))
            surface.fill(fill, (rect.x + radius, far_y, across, radius))
        if edge is not None:
            surface.fill(edge, (rect.x + radius, rect.y, across, width))
            surface.fill(edge, (rect.x + radius, rect.bottom - width, across, width))
            surface.fill(edge, (rect.x, rect.y + radius, width, down))
            surface.fill(edge, (rect.right - width, rect.y + radius, width, down))

    def corners(
        self, surface: pygame.Surface, rect: pygame.Rect, radius: int
    ) -> list[tuple[pygame.Surface, tuple[int, int]]]:
        """What lies under the corners of a rect now: put back after drawing, it makes that drawing rounded."""
        mask = self._tile((255, 255, 255), None, radius, 1)
        kept = []
        for x, from_x in ((rect.x, 0), (rect.right - radius, radius + 2)):
            for y, from_y in ((rect.y, 0), (rect.bottom - radius, radius + 2)):
                corner = pygame.Surface((radius, radius), pygame.SRCALPHA)
                corner.blit(surface, (0, 0), (x, y, radius, radius))
                inside = mask.subsurface((from_x, from_y, radius, radius))
                corner.blit(inside, (0, 0), special_flags=pygame.BLEND_RGBA_SUB)
                corner.blit(surface, (0, 0), (x, y, radius, radius), special_flags=pygame.BLEND_RGB_MAX)
                kept.append((corner, (x, y)))
        return kept

    def fade(self, surface: pygame.Surface, rect: pygame.Rect, colour: Colour, upward: bool) -> None:
        """Draw a veil over a rect that is thick at its lower edge, or at its upper one when `upward`."""
        key = (rect.width, rect.height, colour, upward)
        if key not in self._fades:
            strip = pygame.Surface((1, rect.height), pygame.SRCALPHA)
            for y in range(rect.height):
                share = (rect.height - y if upward else y + 1) / rect.height
                strip.set_at((0, y), (*colour, round(235 * share)))
            self._fades[key] = pygame.transform.scale(strip, rect.size)
        surface.blit(self._fades[key], rect)

    def mark(self, name: str, size: int, colour: Colour) -> pygame.Surface:
        """A small solid sign: up, down, left, right, level, check, cross, diamond, bar or dot."""
        key = (name, size, colour)
        if key not in self._marks:
            large = pygame.Surface((size * FINER, size * FINER), pygame.SRCALPHA)
            large.fill((*colour, 0))
            if name == "dot":
                half = size * FINER // 2
                pygame.draw.circle(large, colour, (half, half), half - 1)
            else:
                points = [(x * size * FINER, y * size * FINER) for x, y in _MARKS[name]]
                pygame.draw.polygon(large, colour, points)
            self._marks[key] = pygame.transform.smoothscale(large, (size, size))
        return self._marks[key]

    def shadow(self, surface: pygame.Surface, rect: pygame.Rect, spread: int = 18) -> None:
        """Draw a soft shadow under the place where `rect` will stand."""
        key = (rect.width, rect.height, spread)
        if key not in self._shadows:
            self._shadows[key] = _shadow(rect.size, spread)
        surface.blit(self._shadows[key], (rect.x - 2 * spread, rect.y - 2 * spread + spread // 3))

    def ground(self, size: tuple[int, int], middle: Colour, rim: Colour) -> pygame.Surface:
        """A window's ground: `middle` in the upper centre, falling to `rim` at the edges."""
        key = (*size, middle, rim)
        if key not in self._grounds:
            wide, high = 48, 32
            small = pygame.Surface((wide, high))
            for y in range(high):
                for x in range(wide):
                    away = ((x / (wide - 1) - 0.5) ** 2 * 2.4 + (y / (high - 1) - 0.3) ** 2 * 1.5) ** 0.5
                    small.set_at((x, y), mixed(middle, rim, min(1.0, away)))
            self._grounds[key] = pygame.transform.smoothscale(small, size)
        return self._grounds[key]

    def _tile(self, fill: Colour | None, edge: Colour | None, radius: int, width: int) -> pygame.Surface:
        """The four rounded corners of a box, two pixels apart."""
        key = (fill, edge, radius, width)
        if key not in self._tiles:
            side = 2 * radius + 2
            large = pygame.Surface((side * FINER, side * FINER), pygame.SRCALPHA)
            outer = edge or fill or (0, 0, 0)
            large.fill((*outer, 0))
            round_by = radius * FINER
            if fill is None:
                pygame.draw.rect(large, outer, large.get_rect(), width * FINER, border_radius=round_by)
            else:
                pygame.draw.rect(large, outer, large.get_rect(), border_radius=round_by)
                if edge is not None:
                    inner = large.get_rect().inflate(-2 * width * FINER, -2 * width * FINER)
                    pygame.draw.rect(large, fill, inner, border_radius=max(0, round_by - width * FINER))
            self._tiles[key] = pygame.transform.smoothscale(large, (side, side))
        return self._tiles[key]


def _shadow(size: tuple[int, int], spread: int) -> pygame.Surface:
    """The shadow of a box. To blur a large one takes long, and far from its corners it is everywhere the same."""
    reach = 7 * spread
    width, height = (length + 4 * spread for length in size)
    side = 2 * reach + 1
    if min(width, height) <= side:
        return _blurred(size, spread)
    small = _blurred((side - 4 * spread, side - 4 * spread), spread)
    cast = pygame.Surface((width, height), pygame.SRCALPHA)
    across, down = width - 2 * reach, height - 2 * reach
    rows = ((0, reach, 0, reach), (reach, 1, reach, down), (reach + 1, reach, reach + down, reach))
    columns = ((0, reach, 0, reach), (reach, 1, reach, across), (reach + 1, reach, reach + across, reach))
    for top, tall, y, high in rows:
        for left, long, x, wide in columns:
            piece = small.subsurface((left, top, long, tall))
            cast.blit(pygame.transform.scale(piece, (wide, high)), (x, y))
    return cast


@lru_cache(maxsize=4)
def _blurred(size: tuple[int, int], spread: int) -> pygame.Surface:
    cast = pygame.Surface((size[0] + 4 * spread, size[1] + 4 * spread), pygame.SRCALPHA)
    pygame.draw.rect(cast, (0, 0, 0, 190), (2 * spread, 2 * spread, *size), border_radius=10)
    return ce.blur(cast, spread)
