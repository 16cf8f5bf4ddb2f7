"""The world map: whose land lies where, that every member can be found, and that no class is told by colour alone."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from itertools import combinations
from math import cos, hypot, radians
from pathlib import Path

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.desk import worlddots
from game.desk.audit import faults
from game.desk.driver import Driver
from game.desk.layout import Column, grow
from game.desk.look import Look
from game.desk.mapink import BORDER, LAND, SEA
from game.desk.mapsign import Sign, draw_sign
from game.desk.maptexture import draw_texture
from game.desk.mapview import whole
from game.desk.part import Part
from game.desk.screen import Change
from game.desk.stage import Stage
from game.desk.widgets.button import Button
from game.desk.worldlegend import Entry, legend, sample
from game.desk.worldmap import VOTES, WorldMap
from game.desk.worldprojection import EDGE, RADIUS, flat, project
from game.desk.worldview import WorldView, described
from tests.desk.conftest import Opened

ASSETS = Path(__file__).resolve().parents[2] / "assets"
SIZES = [(1280, 560), (1920, 1080), (900, 700), (640, 300), (480, 240)]
SMALL = [(900, 400), (640, 300), (480, 240)]
FORMS = ("disc", "ring", "cross", "bar", "diamond")


@pytest.fixture(scope="module")
def world() -> WorldMap:
    """One map for all: what it keeps is part of what is tested."""
    return WorldMap(ASSETS)


@cache
def votes() -> dict[str, str]:
    """A made-up vote: each member the next of four sides, by the order of codes."""
    members = sorted(WorldMap(ASSETS).members)
    return {code: ("yes", "no", "abstain", "absent")[number % 4] for number, code in enumerate(members)}


def test_projection_keeps_areas_and_has_the_edge_in_the_bering_strait() -> None:
    """A square degree covers the same share of the globe's area wherever it lies."""
    for latitude in (0, 35, 52, 70, 80):
        (left, top), (right, _) = flat(40, latitude + 0.01), flat(40.01, latitude)
        (x, low) = flat(40, latitude)
        area = (right - x) * (low - top)
        true = (RADIUS * radians(0.01)) ** 2 * cos(radians(latitude))
        assert area == pytest.approx(true, rel=0.003), latitude
        assert left == pytest.approx(x, rel=0.001)
    assert project(EDGE + 180, 0) == pytest.approx((0, 0))
    assert project(EDGE - 0.5, 66)[0] > 0 > project(EDGE + 0.5, 66)[0]
    assert project(190.0, 66.0) == pytest.approx(project(-170.0, 66.0))
    assert project(0, 60)[1] < project(0, 0)[1] < project(0, -50)[1]


@pytest.mark.parametrize("size", SMALL)
def test_every_member_can_be_pointed_at(world: WorldMap, size: tuple[int, int]) -> None:
    """However small the map, some pixel of it answers with the code of each of the 193."""
    assert len(world.members) == 193
    world.render(size, {})
    found = {world.country_at((x, y)) for x in range(size[0]) for y in range(size[1])}
    assert world.members - found == set()


@pytest.mark.parametrize("size", SIZES[:2])
def test_every_spot_lies_in_its_country(world: WorldMap, size: tuple[int, int]) -> None:
    world.render(size, {})
    assert [code for code in sorted(world.members) if world.country_at(world.spot(code)) != code] == []


@pytest.mark.parametrize(
    ("longitude", "latitude", "code"),
    [
        (34.10, 44.95, "UKR"),  # Simferopol
        (37.80, 48.02, "UKR"),  # Donetsk
        (37.62, 55.75, "RUS"),
        (177.5, 65.0, "RUS"),  # Anadyr
        (-175.0, 66.5, "RUS"),  # beyond the 180th meridian
        (178.0, -17.8, "FJI"),
        (-150.0, 65.0, "USA"),
        (-45.0, 70.0, "DNK"),
        (-30.0, 45.0, None),
        (0.0, -75.0, None),
    ],
)
def test_what_lies_under_a_place(world: WorldMap, longitude: float, latitude: float, code: str | None) -> None:
    world.render((1920, 1080), {})
    assert world.country_at(world.place(longitude, latitude)) == code


def test_a_side_colours_its_land_and_its_dots(world: WorldMap) -> None:
    """Brazil and Malta are painted as they voted, what has no seat is plain land, the open sea dark."""
    picture = world.render((1280, 560), {"BRA": "yes", "MLT": "yes"})
    yes = world.sides["yes"].paint.colour
    for code in ("BRA", "MLT"):
        seen = picture.get_at(world.spot(code))
        assert all(abs(a - b) < 12 for a, b in zip(tuple(seen)[:3], yes, strict=True)), code
    assert tuple(picture.get_at(world.spot("ESH")))[:3] == pytest.approx(LAND, abs=6)
    assert tuple(picture.get_at(world.place(-25, -35)))[:3] == pytest.approx(SEA, abs=8)
    with pytest.raises(KeyError):
        world.render((1280, 560), {"BRA": "perhaps"})


def test_sides_differ_without_their_colours() -> None:
    """In the legend's sample, of one colour for all, votes still differ by texture and by form."""
    cast = VOTES[:4]
    assert len({side.paint.texture for side in cast}) == len({side.form for side in cast}) == 4
    grey = [side._replace(paint=side.paint._replace(colour=(150, 150, 150))) for side in cast]
    pictures = [pygame.image.tobytes(sample(side, 16), "RGBA") for side in grey]
    assert len(set(pictures)) == 4
    signs = []
    for form in FORMS:
        surface = pygame.Surface((24, 24))
        draw_sign(surface, Sign((4, 4), 3, form, (200, 200, 200)), BORDER, 3)
        signs.append(pygame.image.tobytes(surface, "RGB"))
    assert len(set(signs)) == len(FORMS)


@pytest.mark.parametrize("texture", ["slant", "cross", "level", "dots"])
def test_textures_go_on_across_borders(texture: str) -> None:
    """Two pieces side by side show what one larger piece shows: the pattern stands still under the land."""
    one = pygame.Surface((84, 42))
    draw_texture(one, (10, 3), texture, (255, 255, 255), 14)
    two = pygame.Surface((42, 42))
    draw_texture(two, (52, 3), texture, (255, 255, 255), 14)
    part = one.subsurface((42, 0, 42, 42))
    apart = sum(part.get_at((x, y)) != two.get_at((x, y)) for x in range(4, 38) for y in range(4, 38))
    assert apart < 0.03 * 34 * 34
    assert 0.02 < pygame.mask.from_threshold(two, (255, 255, 255), (9, 9, 9)).count() / 42**2 < 0.6


def test_a_picture_is_drawn_once(world: WorldMap) -> None:
    first = world.render((700, 320), votes())
    assert world.render((700, 320), dict(votes())) is first
    assert world.render((700, 320), votes() | {"BRA": "no"}) is not first


@pytest.mark.parametrize("size", SIZES)
def test_no_dot_covers_another(world: WorldMap, size: tuple[int, int]) -> None:
    """The Caribbean states stand apart, and none is moved farther than a few dots' widths."""
    view = whole(size, (-2707, -1307, 2707, 1032), 4)
    reach = worlddots.radius(view)
    dots = worlddots.dots(view, world.countries)
    places = {country.a3: view.pixel(*country.spot) for country in world.countries}
    assert {"ATG", "KNA", "MCO", "SMR", "TUV", "NRU", "SGP"} <= set(dots)
    assert not {"RUS", "USA", "FRA", "UKR", "POL"} & set(dots)
    for (ax, ay), (bx, by) in combinations(dots.values(), 2):
        assert hypot(bx - ax, by - ay) > 2 * reach
    for code, (x, y) in dots.items():
        assert hypot(x - places[code][0], y - places[code][1]) < 8 * reach, code


@given(st.dictionaries(st.sampled_from("abcdefgh"), st.tuples(st.floats(0, 60), st.floats(0, 60))))
def test_spreading_keeps_what_stands_apart_and_never_depends_on_order(places: dict[str, tuple[float, float]]) -> None:
    moved = worlddots.spread(places, 6)
    assert moved == worlddots.spread(dict(reversed(places.items())), 6)
    gaps = [hypot(ax - bx, ay - by) for (ax, ay), (bx, by) in combinations(places.values(), 2)]
    if all(gap >= 6 for gap in gaps):
        assert moved == places


def test_outlines_ring_a_dot_and_follow_a_border(world: WorldMap) -> None:
    world.render((1280, 560), {})
    for code in ("NRU", "BRA"):
        surface = pygame.Surface((1280, 560))
        world.outline(surface, code, (255, 255, 255))
        x, y = world.spot(code)
        assert tuple(surface.get_at((x, y)))[:3] == (0, 0, 0)
        lit = pygame.mask.from_threshold(surface, (255, 255, 255), (60, 60, 60))
        assert lit.count() > 10
        assert any(box.inflate(4, 4).collidepoint(x, y) for box in lit.get_bounding_rects())
    blank = pygame.Surface((1280, 560))
    world.outline(blank, "XXX", (255, 255, 255))
    assert pygame.mask.from_threshold(blank, (255, 255, 255), (60, 60, 60)).count() == 0


def test_the_file_is_small_and_leaves_no_member_out() -> None:
    path = ASSETS / "map" / "world.json"
    assert path.stat().st_size < 150_000
    atlas = json.loads(path.read_text(encoding="utf-8"))
    west, north, east, south = atlas["bounds"]
    for country in atlas["countries"]:
        assert country["member"] or country["polys"], country["a3"]
        assert "." not in country["name"]
        for x, y in [country["spot"], *(point for poly in country["polys"] for ring in poly for point in ring)]:
            assert west <= x <= east and north <= y <= south


def test_missing_map_is_an_error_with_a_name(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="world"):
        WorldMap(tmp_path)


def test_the_legend_counts_members_and_names_what_has_no_seat(world: WorldMap) -> None:
    entries = [part for part in legend(world, votes() | {"ESH": "yes"}).parts() if isinstance(part, Entry)]
    counts = Counter(votes().values())
    assert [(entry.side.id, entry.count) for entry in entries] == [
        *((side.id, counts[side.id]) for side in VOTES[:4]),
        ("none", None),
    ]
    assert [entry.words for entry in entries][-1] == "Not a member"


def test_words_for_a_country(world: WorldMap) -> None:
    assert described(world, "BRA", {"BRA": "abstain"}) == "**Brazil**: abstains"
    assert described(world, "ESH", {}) == "**Western Sahara**: not a member"


class Hall(Stage):
    """A screen with the map; `opened` keeps the states clicked."""

    def __init__(self) -> None:
        super().__init__()
        self.view = WorldView()
        self.opened: list[str] = []

    def build(self, look: Look) -> Part:
        """The map over a button."""
        shown = self.view.build(look, votes(), lambda _: "", self._open, "**Yes** 49.")
        return Column([grow(shown), Button("on", "Go on")])

    def _open(self, code: str) -> Change:
        self.opened.append(code)
        return None


@pytest.mark.parametrize("scale", [100, 150])
@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_the_map_on_a_screen_is_in_order(opened: Opened, size: tuple[int, int], scale: int) -> None:
    assert faults(opened(Hall(), size, scale)) == []


def test_the_pointer_is_told_who_voted_how_and_a_click_opens_the_state(opened: Opened) -> None:
    hall = Hall()
    driver: Driver = opened(hall)
    rect = driver.widget("world").rect
    assert hall.view.world is not None
    x, y = hall.view.world.spot("BRA")
    at = (rect.x + x, rect.y + y)
    driver.send([pygame.event.Event(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(0, 0, 0))])
    assert driver.widget("world").tooltip == described(hall.view.world, "BRA", votes())
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        driver.send([pygame.event.Event(kind, pos=at, button=1)])
    assert hall.opened == ["BRA"]
