"""Map: Europe in the borders the United Nations hold to, coloured by country, drawn once and kept."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

import pygame

from game.desk.mapatlas import Atlas, Point, read_countries
from game.desk.mapink import LAND, Ink, shallows
from game.desk.maptexture import Paint, Ring
from game.desk.mapview import Box, fitted
from game.desk.projection import project
from game.desk.theme import Colour


@dataclass(frozen=True, slots=True)
class City:
    """A city; `at` is its place in map units."""

    id: str
    name: str
    country: str
    at: Point


def grid() -> list[Ring]:
    """Meridians and parallels every ten degrees, in map units."""
    meridians = [[project(longitude, latitude) for latitude in range(25, 81)] for longitude in range(-40, 81, 10)]
    parallels = [[project(longitude, latitude) for longitude in range(-40, 82, 2)] for latitude in range(30, 80, 10)]
    return [*meridians, *parallels]


INK = Ink(grid(), shallows, bordered=0, step=7)


class EuropeMap(Atlas):
    """The map of one assets folder. What is asked by pixel refers to the size last given to `render`.

    OSError or ValueError when the map's files are missing or broken.
    """

    def __init__(self, assets: Path) -> None:
        atlas = json.loads((assets / "map" / "europe.json").read_text(encoding="utf-8"))
        listed = json.loads((assets / "map" / "cities.json").read_text(encoding="utf-8"))
        bounds: Box = tuple(atlas["bounds"])
        focus: Box = tuple(atlas["focus"])
        super().__init__(read_countries(atlas), lambda size: fitted(size, focus, bounds), INK)
        self.cities = {
            entry["id"]: City(
                entry["id"], entry["name"], entry["country"], project(entry["lon"], entry["lat"])
            )
            for entry in listed["cities"]
        }

    def render(
        self, size: tuple[int, int], colours: Mapping[str, Colour], hatched: Collection[str] = ()
    ) -> pygame.Surface:
        """The map filling `size` pixels; countries without a colour are plain land. Do not draw on it.

        Countries in `hatched` get slanting lines too, where colour alone would say too little.
        """
        paints = {code: Paint(colour) for code, colour in colours.items()}
        paints |= {code: Paint(colours.get(code, LAND), "slant") for code in hatched}
        return self.painted(size, paints)

    def place(self, longitude: float, latitude: float) -> tuple[int, int]:
        """The pixel of a place on Earth; it may lie outside the map's rectangle."""
        return self.rounded(project(longitude, latitude))

    def city(self, city_id: str) -> tuple[int, int]:
        """The pixel of a listed city. KeyError when it is not listed."""
        return self.rounded(self.cities[city_id].at)
