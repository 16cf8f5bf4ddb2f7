"""World map: every country by how it voted, told by colour, by texture and, for the smallest, by the form of a dot."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import pygame

from game.desk import ce, mapink, worlddots
from game.desk.mapatlas import Atlas, Point, read_countries
from game.desk.mapsign import RIM, Sign
from game.desk.maptexture import Paint, Ring
from game.desk.mapview import Box, View, whole
from game.desk.theme import BAD, EDGE_BRIGHT, GOLD, GOOD, INK_QUIET, NIGHT, Colour, mixed
from game.desk.worldprojection import flat, project

MARGIN = 4  # pixels of sea around the world
FAINT: Colour = (13, 22, 31)  # added to the sea at the coast


class Side(NamedTuple):
    """One of the few classes the map tells apart: its id, its word, and how land and dots of that class look."""

    id: str
    word: str
    paint: Paint
    form: str


YES = Side("yes", "Yes", Paint(mixed(GOOD, NIGHT, 0.2)), "disc")
NO = Side("no", "No", Paint(BAD, "cross"), "cross")
ABSTAIN = Side("abstain", "Abstains", Paint(mixed(GOLD, NIGHT, 0.08), "level"), "bar")
ABSENT = Side("absent", "Absent", Paint(mixed(INK_QUIET, NIGHT, 0.15), "dots"), "diamond")
UNCALLED = Side("", "Not called yet", Paint(EDGE_BRIGHT), "ring")
NO_SEAT = Side("none", "Not a member", Paint(mapink.LAND), "disc")
VOTES = (YES, NO, ABSTAIN, ABSENT, UNCALLED, NO_SEAT)


def grid() -> list[Ring]:
    """Meridians and parallels every thirty degrees and the map's own edge, in map units."""
    latitudes = range(-56, 85, 2)
    meridians: list[Ring] = [[flat(east, latitude) for latitude in latitudes] for east in (-180, 180)]
    meridians += [[project(longitude, latitude) for latitude in latitudes] for longitude in range(-150, 181, 30)]
    parallels: list[Ring] = [[flat(-180, latitude), flat(180, latitude)] for latitude in (-56, -30, 0, 30, 60, 84)]
    return [*meridians, *parallels]


def shallows(view: View, shapes: mapink.Traced, reach: int) -> pygame.Surface:
    """A picture to add to the sea: light along the coasts that fades outward over `reach` pixels."""
    step = max(2, reach // 4)
    mask = pygame.Surface((max(2, view.size[0] // step), max(2, view.size[1] // step)), 0, 32)
    for _, rings in shapes:
        for points in rings:
            small = [(x / step, y / step) for x, y in points]
            pygame.draw.polygon(mask, FAINT, small)
            pygame.draw.lines(mask, FAINT, True, small, 3)
    return pygame.transform.smoothscale(ce.blur(mask, 2), view.size)


# Around a smaller island a border line would be all there is to see.
INK = mapink.Ink(grid(), shallows, bordered=3, step=5)


class WorldMap(Atlas):
    """The world of one assets folder. What is asked by pixel refers to the size last given to `render`.

    OSError or ValueError when the map's file is missing or broken.
    """

    def __init__(self, assets: Path, sides: Sequence[Side] = VOTES) -> None:
        atlas = json.loads((assets / "map" / "world.json").read_text(encoding="utf-8"))
        bounds: Box = tuple(atlas["bounds"])
        super().__init__(read_countries(atlas), lambda size: whole(size, bounds, MARGIN), INK)
        self.sides = {side.id: side for side in sides}
        self.members = frozenset(country.a3 for country in self.countries if country.member)
        self._forms = {side.paint: side.form for side in sides}
        self._dots: tuple[View, dict[str, Point]] | None = None

    def render(self, size: tuple[int, int], sides: Mapping[str, str]) -> pygame.Surface:
        """The world in `size` pixels, each country painted as the side whose id it is given. Do not draw on it.

        A country without one is plain land. KeyError for an id that is no side.
        """
        return self.painted(size, {code: self.sides[side].paint for code, side in sides.items()})

    def signs(self, view: View, paints: Mapping[str, Paint]) -> list[Sign]:
        """A dot for each member too small for an outline, in the form of its side."""
        reach = worlddots.radius(view)
        found = []
        for a3, middle in self._standing(view).items():
            paint = paints.get(a3, NO_SEAT.paint)
            found.append(Sign(middle, reach, self._forms.get(paint, NO_SEAT.form), paint.colour))
        return found

    def targets(self, view: View) -> Mapping[str, mapink.Target]:
        """A disc for the pointer around each dot, a little larger than the dot."""
        reach = worlddots.radius(view) + 1
        return {a3: (middle, reach) for a3, middle in self._standing(view).items()}

    def outline(
        self,
        surface: pygame.Surface,
        a3: str,
        colour: Colour,
        origin: tuple[int, int] = (0, 0),
        width: float = 1.6,
    ) -> None:
        """Draw a country's border, or a circle around its dot; the corner of the map stands at `origin`."""
        middle = self._standing(self._view).get(a3)
        if middle is None:
            super().outline(surface, a3, colour, origin, width)
            return
        reach = worlddots.radius(self._view) + RIM + width
        at = (origin[0] + middle[0], origin[1] + middle[1])
        pygame.draw.circle(surface, colour, at, reach, max(1, round(width)))

    def place(self, longitude: float, latitude: float) -> tuple[int, int]:
        """The pixel of a place on Earth; it may lie outside the map's rectangle."""
        return self.rounded(project(longitude, latitude))

    def spot(self, a3: str) -> tuple[int, int]:
        """The pixel of a country's dot, or where its own label has most room. KeyError when it is not on the map."""
        middle = self._standing(self._view).get(a3)
        return (round(middle[0]), round(middle[1])) if middle is not None else super().spot(a3)

    def _standing(self, view: View) -> dict[str, Point]:
        """The dots of a view, worked out once for it."""
        if self._dots is None or self._dots[0] != view:
            self._dots = (view, worlddots.dots(view, self.countries))
        return self._dots[1]
