"""Map: Europe in the borders the United Nations hold to, coloured by country, drawn once and kept."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pygame

from game.desk import mapink
from game.desk.mapview import Box, View, fitted
from game.desk.projection import project
from game.desk.theme import Colour

KEPT = 4  # pictures: a few measures to switch between, at one size
SMALLEST_TARGET = 4  # pixels around a tiny state that count as that state under the pointer

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Country:
    """A country on the map; `spot` is where a name has most room, `rings` its outer coasts and borders."""

    a3: str
    name: str
    spot: Point
    rings: tuple[tuple[Point, ...], ...]


@dataclass(frozen=True, slots=True)
class City:
    """A city; `at` is its place in map units."""

    id: str
    name: str
    country: str
    at: Point


def read_countries(atlas: Mapping[str, Any]) -> tuple[Country, ...]:
    """The countries of the map file, the largest first, so that a state inside another is drawn after it.

    Only outer rings are kept: what lies in a hole is drawn over it, and a dropped micro-state closes up.
    """
    countries = [
        Country(
            a3=entry["a3"],
            name=entry["name"],
            spot=(entry["spot"][0], entry["spot"][1]),
            rings=tuple(tuple((x, y) for x, y in poly[0]) for poly in entry["polys"]),
        )
        for entry in atlas["countries"]
    ]
    return tuple(sorted(countries, key=lambda country: -extent(country.rings[0])))


def extent(ring: tuple[Point, ...]) -> float:
    """The area of the smallest upright box around a ring."""
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return (max(xs) - min(xs)) * (max(ys) - min(ys))


class EuropeMap:
    """The map of one assets folder. What is asked by pixel refers to the size last given to `render`.

    OSError or ValueError when the map's files are missing or broken.
    """

    def __init__(self, assets: Path) -> None:
        atlas = json.loads((assets / "map" / "europe.json").read_text(encoding="utf-8"))
        listed = json.loads((assets / "map" / "cities.json").read_text(encoding="utf-8"))
        self.countries = read_countries(atlas)
        self.cities = {
            entry["id"]: City(
                entry["id"], entry["name"], entry["country"], project(entry["lon"], entry["lat"])
            )
            for entry in listed["cities"]
        }
        self._by_code = {country.a3: country for country in self.countries}
        self._bounds: Box = tuple(atlas["bounds"])
        self._focus: Box = tuple(atlas["focus"])
        self._view = fitted((1, 1), self._focus, self._bounds)
        self._pictures: dict[object, pygame.Surface] = {}
        self._outlines: dict[object, tuple[pygame.Surface, tuple[int, int]]] = {}
        self._index: tuple[View, pygame.Surface] | None = None

    def render(
        self, size: tuple[int, int], colours: Mapping[str, Colour], hatched: Collection[str] = ()
    ) -> pygame.Surface:
        """The map filling `size` pixels; countries without a colour are plain land. Do not draw on it.

        Countries in `hatched` get slanting lines too, where colour alone would say too little.
        """
        self._look_at(size)
        key = (size, tuple(sorted(colours.items())), tuple(sorted(hatched)))
        if key not in self._pictures:
            while len(self._pictures) >= KEPT:
                del self._pictures[next(iter(self._pictures))]
            self._pictures[key] = mapink.europe(self._view, self.countries, colours, hatched)
        return self._pictures[key]

    def country_at(self, position: Point) -> str | None:
        """The code of the country under a pixel of the map; None on the sea and outside."""
        x, y = int(position[0]), int(position[1])
        if not (0 <= x < self._view.size[0] and 0 <= y < self._view.size[1]):
            return None
        if self._index is None or self._index[0] != self._view:
            self._index = (self._view, mapink.index(self._view, self.countries, SMALLEST_TARGET))
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

    def place(self, longitude: float, latitude: float) -> tuple[int, int]:
        """The pixel of a place on Earth; it may lie outside the map's rectangle."""
        return self._rounded(project(longitude, latitude))

    def city(self, city_id: str) -> tuple[int, int]:
        """The pixel of a listed city. KeyError when it is not listed."""
        return self._rounded(self.cities[city_id].at)

    def spot(self, a3: str) -> tuple[int, int]:
        """The pixel where a country's own label has most room. KeyError when it is not on the map."""
        return self._rounded(self._by_code[a3].spot)

    def name(self, a3: str) -> str | None:
        """The English name of a country; None when it is not on the map."""
        country = self._by_code.get(a3)
        return country.name if country else None

    def _look_at(self, size: tuple[int, int]) -> None:
        if self._view.size != size:
            self._view = fitted(size, self._focus, self._bounds)

    def _rounded(self, point: Point) -> tuple[int, int]:
        x, y = self._view.pixel(*point)
        return round(x), round(y)
