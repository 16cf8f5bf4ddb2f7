"""Map atlas: countries read from a map file, drawn once and kept, asked by pixel and outlined."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pygame

from game.desk import mapink
from game.desk.mapsign import Sign
from game.desk.maptexture import Paint, Ring, bounding
from game.desk.mapview import View
from game.desk.theme import Colour

KEPT = 4  # pictures: a few measures to switch between, at one size
SMALLEST_TARGET = 4  # pixels around a tiny state that count as that state under the pointer

Point = tuple[float, float]
Size = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Country:
    """A country on the map; `spot` is where a name has most room, `rings` its outer coasts and borders.

    `member` is true for a member of the United Nations, on a map that tells.
    """

    a3: str
    name: str
    spot: Point
    rings: tuple[tuple[Point, ...], ...]
    member: bool


def read_countries(atlas: Mapping[str, Any]) -> tuple[Country, ...]:
    """The countries of a map file, the largest first, so that a state inside another is drawn after it.

    Only outer rings are kept: what lies in a hole is drawn over it, and a dropped micro-state closes up.
    """
    countries = [
        Country(
            a3=entry["a3"],
            name=entry["name"],
            spot=(entry["spot"][0], entry["spot"][1]),
            rings=tuple(tuple((x, y) for x, y in poly[0]) for poly in entry["polys"]),
            member=entry.get("member", False),
        )
        for entry in atlas["countries"]
    ]
    return tuple(sorted(countries, key=lambda country: -extent(country.rings)))


def extent(rings: Sequence[Ring]) -> float:
    """The area of the smallest upright box around the first ring; 0 without a ring."""
    if not rings:
        return 0
    xs, ys = [x for x, _ in rings[0]], [y for _, y in rings[0]]
    return (max(xs) - min(xs)) * (max(ys) - min(ys))


class Atlas:
    """Countries seen through a view. What is asked by pixel refers to the size last drawn.

    `framed` gives the view for a size in pixels.
    """

    def __init__(self, countries: Sequence[Country], framed: Callable[[Size], View], ink: mapink.Ink) -> None:
        self.countries = tuple(countries)
        self._by_code = {country.a3: country for country in self.countries}
        self._framed = framed
        self._ink = ink
        self._view = framed((1, 1))
        self._pictures: dict[object, pygame.Surface] = {}
        self._outlines: dict[object, tuple[pygame.Surface, tuple[int, int]]] = {}
        self._index: tuple[View, pygame.Surface] | None = None

    def painted(self, size: Size, paints: Mapping[str, Paint]) -> pygame.Surface:
        """The map filling `size` pixels; countries without a paint are plain land. Do not draw on it."""
        if self._view.size != size:
            self._view = self._framed(size)
        key = (size, tuple(sorted(paints.items())))
        if key not in self._pictures:
            while len(self._pictures) >= KEPT:
                del self._pictures[next(iter(self._pictures))]
            signs = self.signs(self._view, paints)
            self._pictures[key] = mapink.picture(self._view, self.countries, paints, self._ink, signs)
        return self._pictures[key]

    def signs(self, view: View, paints: Mapping[str, Paint]) -> Sequence[Sign]:
        """What stands on the picture for countries too small to be seen, in pixels; here nothing."""
        return ()

    def targets(self, view: View) -> Mapping[str, mapink.Target]:
        """Discs around what is too small for a pointer to meet, by code."""
        found = {}
        for country in self.countries:
            rings = mapink.traced(view, country.rings)
            if rings and max(bounding(rings[0])[2:]) < SMALLEST_TARGET:
                found[country.a3] = (rings[0][0], SMALLEST_TARGET)
        return found

    def country_at(self, position: Point) -> str | None:
        """The code of the country under a pixel of the map; None on the sea and outside."""
        x, y = int(position[0]), int(position[1])
        if not (0 <= x < self._view.size[0] and 0 <= y < self._view.size[1]):
            return None
        if self._index is None or self._index[0] != self._view:
            self._index = (self._view, mapink.index(self._view, self.countries, self.targets(self._view)))
        red, green, _, _ = self._index[1].get_at((x, y))
        number = red * 256 + green
        return self.countries[number - 1].a3 if number else None

    def outline(
        self,
        surface: pygame.Surface,
        a3: str,
        colour: Colour,
        origin: tuple[int, int] = (0, 0),
        width: float = 1.6,
    ) -> None:
        """Draw a country's border, `width` pixels wide; the corner of the map stands at `origin`.

        Nothing is drawn for a country that is not on the map.
        """
        country = self._by_code.get(a3)
        if country is None:
            return
        key = (self._view, a3, colour, width)
        if key not in self._outlines:
            if len(self._outlines) > 2 * KEPT:
                self._outlines.clear()
            self._outlines[key] = mapink.outline(self._view, country.rings, colour, width)
        picture, (x, y) = self._outlines[key]
        surface.blit(picture, (origin[0] + x, origin[1] + y))

    def spot(self, a3: str) -> tuple[int, int]:
        """The pixel where a country's own label has most room. KeyError when it is not on the map."""
        return self.rounded(self._by_code[a3].spot)

    def name(self, a3: str) -> str | None:
        """The English name of a country; None when it is not on the map."""
        country = self._by_code.get(a3)
        return country.name if country else None

    def rounded(self, point: Point) -> tuple[int, int]:
        """The whole pixel of a point in map units."""
        x, y = self._view.pixel(*point)
        return round(x), round(y)
