"""The map: what it shows, what lies under a pixel, and names that never cover each other."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.desk.map import EuropeMap
from game.desk.mapink import LAND, SEA
from game.desk.maplabels import Mark, Write, dot, draw_dot, draw_labels, placed, visible
from game.desk.maplegend import LegendEntry, draw_legend, legend_size
from game.desk.mapview import fitted
from game.desk.projection import project
from game.desk.theme import Colour

ASSETS = Path(__file__).resolve().parents[2] / "assets"
SIZES = [(712, 424), (480, 420), (1060, 640), (900, 300), (360, 520)]
RED: Colour = (200, 30, 30)


@pytest.fixture(scope="module")
def europe() -> EuropeMap:
    """One map for all: what it keeps is part of what is tested."""
    return EuropeMap(ASSETS)


def boxes(text: str) -> tuple[int, int]:
    """A measure that needs no font: nine pixels a letter, sixteen high."""
    return 9 * len(text), 16


def nothing(surface: pygame.Surface, text: str, corner: tuple[int, int], colour: Colour) -> None:
    """Writes nothing."""


def near(colour: pygame.Color, wanted: Colour, within: int) -> bool:
    """Whether no channel is farther off than `within`."""
    return all(abs(a - b) <= within for a, b in zip(tuple(colour)[:3], wanted, strict=True))


def test_projection_is_centred_conformal_and_north_is_up() -> None:
    """The centre is the origin, east is right, north is up, and a degree is as long both ways."""
    assert project(18.0, 52.0) == pytest.approx((0, 0), abs=1e-6)
    assert project(19.0, 52.0)[0] > 0 > project(18.0, 53.0)[1]
    # Between the standard parallels lengths are a little short, the same in both directions.
    east, north = project(18.01, 52.0)[0], -project(18.0, 52.01)[1]
    assert east / north == pytest.approx(0.6157, rel=0.001)


@pytest.mark.parametrize("size", SIZES)
def test_view_keeps_its_aspect_and_stays_in_the_bounds(size: tuple[int, int]) -> None:
    """No view shows where the map ends; where the bounds allow, the whole focus is seen."""
    bounds, focus = (-5200, -4300, 5900, 3900), (-3200, -2300, 3850, 2350)
    view = fitted(size, focus, bounds)
    left, top = view.pixel(bounds[0], bounds[1])
    right, bottom = view.pixel(bounds[2], bounds[3])
    assert left <= 1e-6 and top <= 1e-6 and right >= size[0] - 1e-6 and bottom >= size[1] - 1e-6
    assert (right - left) / (bottom - top) == pytest.approx(11_100 / 8_200)


@pytest.mark.parametrize("size", SIZES)
def test_country_under_the_pointer(europe: EuropeMap, size: tuple[int, int]) -> None:
    """Each visible city's pixel answers its country, the Black Sea none, outside none."""
    europe.render(size, {})
    for city in ("kyiv", "warsaw", "berlin", "budapest", "minsk", "donetsk", "simferopol", "moscow"):
        x, y = europe.city(city)
        if 0 <= x < size[0] and 0 <= y < size[1]:
            assert europe.country_at((x, y)) == europe.cities[city].country, city
    assert europe.country_at(europe.place(34.5, 43.2)) is None
    assert europe.country_at((-1, 5)) is None
    assert europe.country_at((5, size[1])) is None


def test_every_country_of_the_crisis_can_be_pointed_at(europe: EuropeMap) -> None:
    """At a small size too, the label spot of each partner lies in that partner."""
    europe.render((712, 424), {})
    for a3 in ("DEU", "FRA", "ITA", "HUN", "POL", "GBR", "UKR", "RUS", "BLR", "MDA", "LTU", "EST"):
        assert europe.country_at(europe.spot(a3)) == a3


def test_colours_are_shown_where_the_country_lies(europe: EuropeMap) -> None:
    """A country has its colour, one without is plain land, the open sea is dark."""
    picture = europe.render((712, 424), {"UKR": RED})
    assert picture.get_size() == (712, 424)
    assert near(picture.get_at(europe.spot("UKR")), RED, 3)
    assert near(picture.get_at(europe.spot("DEU")), LAND, 3)
    assert near(picture.get_at(europe.place(-14, 48)), SEA, 12)


def test_a_picture_is_drawn_once(europe: EuropeMap) -> None:
    """The same question gives the same surface; another colour or size another; the store stays small."""
    first = europe.render((400, 300), {"UKR": RED})
    assert europe.render((400, 300), {"UKR": RED}) is first
    assert europe.render((400, 300), {"UKR": (1, 2, 3)}) is not first
    assert europe.render((410, 300), {"UKR": RED}) is not first
    for shade in range(6):
        europe.render((200, 150), {"UKR": (shade, 0, 0)})
    assert europe.render((400, 300), {"UKR": RED}) is not first


def test_hatching_changes_only_the_hatched_country(europe: EuropeMap) -> None:
    """The hatched country gets a second tone; the others keep their pixels."""
    plain = europe.render((712, 424), {"HUN": RED, "POL": RED}).copy()
    hatched = europe.render((712, 424), {"HUN": RED, "POL": RED}, ("HUN",))
    x, y = europe.spot("HUN")
    assert any(hatched.get_at((x + dx, y)) != plain.get_at((x + dx, y)) for dx in range(-6, 7))
    x, y = europe.spot("POL")
    assert all(hatched.get_at((x + dx, y)) == plain.get_at((x + dx, y)) for dx in range(-6, 7))


def test_outline_follows_the_border_and_spares_the_inside(europe: EuropeMap) -> None:
    """The pixels drawn lie where the country under them changes; an unknown code draws nothing."""
    europe.render((712, 424), {})
    surface = pygame.Surface((712, 424))
    europe.outline(surface, "UKR", (255, 255, 255))
    assert tuple(surface.get_at(europe.spot("UKR")))[:3] == (0, 0, 0)
    lit = [(x, y) for x in range(712) for y in range(424) if surface.get_at((x, y)).r > 200]
    assert len(lit) > 300
    around = [{europe.country_at((x + dx, y + dy)) for dx in (-3, 0, 3) for dy in (-3, 0, 3)} for x, y in lit]
    assert all("UKR" in seen for seen in around)
    # Some inlets of the Azov coast are narrower than a pixel.
    assert sum(len(seen) > 1 for seen in around) > 0.95 * len(lit)
    blank = pygame.Surface((712, 424))
    europe.outline(blank, "XXX", (255, 255, 255))
    assert pygame.mask.from_threshold(blank, (255, 255, 255), (60, 60, 60)).count() == 0


def test_outline_moves_with_the_map(europe: EuropeMap) -> None:
    """`origin` shifts the outline by whole pixels."""
    europe.render((300, 200), {})
    here, there = pygame.Surface((340, 240)), pygame.Surface((340, 240))
    europe.outline(here, "UKR", RED)
    europe.outline(there, "UKR", RED, (30, 20))
    boxes_seen = [
        pygame.mask.from_threshold(one, RED, (9, 9, 9)).get_bounding_rects() for one in (here, there)
    ]
    assert boxes_seen[0]
    assert [box.move(30, 20) for box in boxes_seen[0]] == boxes_seen[1]


def test_names_and_unknown_places(europe: EuropeMap) -> None:
    """Names come from the atlas; what is not on the map has none."""
    assert europe.name("UKR") == "Ukraine"
    assert europe.name("USA") is None
    with pytest.raises(KeyError):
        europe.spot("USA")
    x, _ = europe.city("washington")
    assert x < 0


def test_missing_map_is_an_error_with_a_name(tmp_path: Path) -> None:
    """Without its file the map says which file is missing."""
    with pytest.raises(OSError, match="europe"):
        EuropeMap(tmp_path)


def assert_clear(marks: list[Mark], room: tuple[int, int, int, int], taken: list[pygame.Rect]) -> int:
    """Fail when a label covers a label, a dot, a taken rect or the edge; how many were placed."""
    labels = placed(marks, boxes, room, taken)
    rects = [pygame.Rect(label.rect) for label in labels]
    for one, other in combinations(rects, 2):
        assert not one.colliderect(other)
    for rect in rects:
        assert pygame.Rect(room).contains(rect)
        assert rect.collidelist(taken) < 0
        assert rect.collidelist([dot(mark) for mark in visible(marks, room, taken) if mark.radius]) < 0
    return len(labels)


@pytest.mark.parametrize("size", SIZES)
def test_city_names_never_collide(europe: EuropeMap, size: tuple[int, int]) -> None:
    """All cities, with wide letters: nothing covers anything, and the first mark is always named."""
    europe.render(size, {})
    marks = [Mark(city.name, europe.city(city_id)) for city_id, city in europe.cities.items()]
    marks.sort(key=lambda mark: mark.text != "Kyiv")
    legend = pygame.Rect(8, size[1] - 90, 130, 82)
    assert_clear(marks, (0, 0, *size), [legend])
    assert "Kyiv" in [label.mark.text for label in placed(marks, boxes, (0, 0, *size), [legend])]


@given(
    st.lists(
        st.tuples(st.integers(0, 300), st.integers(0, 200), st.integers(1, 12), st.integers(0, 4)),
        max_size=25,
    )
)
def test_no_crowd_makes_labels_collide(crowd: list[tuple[int, int, int, int]]) -> None:
    """Whatever stands where: labels keep clear of each other, of dots and of the edge."""
    marks = [Mark("m" * letters, (x, y), radius) for x, y, letters, radius in crowd]
    assert_clear(marks, (0, 0, 300, 200), [pygame.Rect(0, 150, 80, 50)])


def test_close_capitals_are_both_named(europe: EuropeMap) -> None:
    """Vienna and Budapest, Berlin and Warsaw: near, and still all named at the usual size."""
    europe.render((712, 424), {})
    names = [
        "Kyiv",
        "Moscow",
        "Berlin",
        "Warsaw",
        "Vienna",
        "Budapest",
        "Brussels",
        "Paris",
        "London",
        "Minsk",
    ]
    marks = [Mark(name, europe.city(name.lower())) for name in names]
    assert assert_clear(marks, (0, 0, 712, 424), []) == len(names)


def test_labels_are_written_with_a_halo_and_dots_drawn() -> None:
    """Eight dark copies first, then the name itself in its colour."""
    written: list[tuple[str, Colour]] = []

    def note(surface: pygame.Surface, text: str, corner: tuple[int, int], colour: Colour) -> None:
        written.append((text, colour))

    marks = [Mark("Kyiv", (40, 40)), Mark("Land", (100, 70), 0)]
    surface = pygame.Surface((200, 120))
    draw_labels(surface, placed(marks, boxes, (0, 0, 200, 120)), note, (250, 250, 250), (5, 5))
    assert [text for text, colour in written if colour == (250, 250, 250)] == ["Kyiv", "Land"]
    assert len(written) == 18
    for mark in marks:
        draw_dot(surface, mark, (250, 250, 250), (5, 5))
    assert near(surface.get_at((45, 45)), (250, 250, 250), 2)
    assert near(surface.get_at((105, 75)), (0, 0, 0), 0)


@pytest.mark.parametrize("letter", [7, 11])
def test_legend_holds_all_its_words(letter: int) -> None:
    """The box grows with the text: every word written lies inside it."""
    inked: list[pygame.Rect] = []

    def measure(text: str) -> tuple[int, int]:
        return letter * len(text), letter * 2

    def write(surface: pygame.Surface, text: str, corner: tuple[int, int], colour: Colour) -> None:
        inked.append(pygame.Rect(corner, measure(text)))

    entries = [
        LegendEntry("below 20 %", RED),
        LegendEntry("a long contract on its own terms", RED, hatched=True),
    ]
    surface = pygame.Surface((800, 400))
    drawn = draw_legend(surface, (10, 12), "Share", entries, measure, write)
    assert drawn.size == legend_size("Share", entries, measure)
    assert len(inked) == 3
    assert all(drawn.contains(rect) for rect in inked)
    for one, other in combinations(inked, 2):
        assert not one.colliderect(other)


def test_an_empty_map_needs_no_labels() -> None:
    """No marks, no labels; nothing is written."""
    ink: Write = nothing
    assert placed([], boxes, (0, 0, 10, 10)) == []
    draw_labels(pygame.Surface((4, 4)), [], ink, RED)
