"""Assets: every file has an origin and a licence, and is what the game needs it to be."""

from __future__ import annotations

import json
import re
import wave
from fnmatch import fnmatch
from functools import cache
from itertools import pairwise
from pathlib import Path

import pygame
import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from game.desk import projection, worldprojection

ROOT = Path(__file__).resolve().parent.parent
ASSETS = ROOT / "assets"
LARGEST = 1_500_000
ALWAYS_LISTED = {"README.md"}

ENGLISH = "".join(map(chr, range(0x20, 0x7F)))
TYPOGRAPHY = "–—‘’“”…·×−±€£«»°"
EUROPEAN = "äöüßÄÖÜéèàçłńśżęąőřšžåø"
UKRAINIAN = "АБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯ"
RUSSIAN_ONLY = "ЫЭЁЪыэёъ"

Point = tuple[float, float]
Ring = list[list[int]]


def shipped() -> list[str]:
    """Every asset file as a path below assets/, without what Python leaves behind."""
    files = (path for path in ASSETS.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return sorted(path.relative_to(ASSETS).as_posix() for path in files)


def rows() -> list[tuple[str, str, str]]:
    """(pattern, licence, licence file) of each line of the README's table."""
    text = (ASSETS / "README.md").read_text(encoding="utf-8")
    cells = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in text.splitlines()
        if line.startswith("| `")
    ]
    return [(row[0].strip("`"), row[3], row[4].strip("`")) for row in cells]


PROJECTIONS = {"europe": projection.project, "world": worldprojection.project}


@cache
def countries(map_name: str) -> dict[str, list[list[Ring]]]:
    """The polygons of each country on a map, by code."""
    atlas = json.loads((ASSETS / "map" / f"{map_name}.json").read_text(encoding="utf-8"))
    return {country["a3"]: country["polys"] for country in atlas["countries"]}


def cities() -> list[dict[str, object]]:
    """The records of the list of cities."""
    listed = json.loads((ASSETS / "map" / "cities.json").read_text(encoding="utf-8"))["cities"]
    assert isinstance(listed, list)
    return listed


def inside(ring: Ring, point: Point) -> bool:
    """Whether the point lies in the ring, by counting the edges to its right."""
    x, y = point
    found = False
    for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1], strict=True):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            found = not found
    return found


def countries_at(map_name: str, longitude: float, latitude: float) -> list[str]:
    """The codes of the countries of a map whose polygons hold the place."""
    point = PROJECTIONS[map_name](longitude, latitude)
    return [
        a3
        for a3, polys in countries(map_name).items()
        if any(inside(poly[0], point) and not any(inside(hole, point) for hole in poly[1:]) for poly in polys)
    ]


def test_every_file_stands_in_the_table() -> None:
    """No file without an origin."""
    patterns = [pattern for pattern, _, _ in rows()]
    licences = {text for _, _, text in rows()}
    lost = [
        name
        for name in shipped()
        if name not in licences | ALWAYS_LISTED and not any(fnmatch(name, pattern) for pattern in patterns)
    ]
    assert lost == []


def test_every_line_of_the_table_has_files_and_a_licence() -> None:
    """No line about files that are gone, none without its licence text."""
    assert len(rows()) >= 8
    for pattern, licence, text in rows():
        assert any(fnmatch(name, pattern) for name in shipped()), pattern
        assert licence
        assert len((ASSETS / text).read_text(encoding="utf-8")) > 500, text


def test_no_file_is_too_large() -> None:
    """The wheel stays small enough for a school's network."""
    assert [name for name in shipped() if (ASSETS / name).stat().st_size > LARGEST] == []


@pytest.mark.parametrize("name", sorted(path.name for path in (ASSETS / "fonts").glob("*.ttf")))
def test_fonts_cover_the_letters_and_keep_digits_in_line(name: str) -> None:
    """A missing glyph would be a silent box; digits of unequal width would make figures jump."""
    with TTFont(ASSETS / "fonts" / name) as font:
        glyphs = font.getBestCmap()
        wanted = ENGLISH + TYPOGRAPHY + EUROPEAN + UKRAINIAN + UKRAINIAN.lower() + RUSSIAN_ONLY
        assert [letter for letter in wanted if ord(letter) not in glyphs] == []
        assert len({font["hmtx"][glyphs[ord(digit)]][0] for digit in "0123456789"}) == 1


def test_fonts_the_desk_names_are_there() -> None:
    """The faces and weights the theme counts on."""
    names = {path.name for path in (ASSETS / "fonts").glob("*.ttf")}
    assert {f"IBMPlexSans-{weight}.ttf" for weight in ("Regular", "Medium", "SemiBold")} <= names
    assert {"IBMPlexSerif-Regular.ttf", "IBMPlexSerif-SemiBold.ttf", "RobotoCondensed-SemiBold.ttf"} <= names


@pytest.mark.parametrize("map_name", sorted(PROJECTIONS))
@pytest.mark.parametrize(
    ("longitude", "latitude", "a3"),
    [
        (34.10, 44.95, "UKR"),  # Simferopol
        (33.60, 44.60, "UKR"),  # Sevastopol
        (37.80, 48.02, "UKR"),  # Donetsk
        (39.31, 48.57, "UKR"),  # Luhansk
        (29.64, 46.84, "MDA"),  # Tiraspol
        (41.02, 43.00, "GEO"),  # Sukhumi
        (43.97, 42.23, "GEO"),  # Tskhinvali
        (21.17, 42.66, "XKX"),  # Pristina
        (33.36, 35.25, "CYP"),  # the north of Cyprus
        (20.51, 54.71, "RUS"),  # Kaliningrad
        (35.20, 31.90, "PSE"),  # Ramallah
        (34.35, 31.38, "PSE"),  # Khan Yunis
    ],
)
def test_borders_follow_the_united_nations(map_name: str, longitude: float, latitude: float, a3: str) -> None:
    """The places that most atlases draw otherwise."""
    assert countries_at(map_name, longitude, latitude) == [a3]


@pytest.mark.parametrize(
    ("longitude", "latitude", "a3"),
    [
        (35.77, 33.00, "SYR"),  # the Golan
        (-13.0, 26.8, "ESH"),  # a territory that is not self-governing
        (44.06, 9.56, "SOM"),  # Hargeisa
        (-53.0, 4.5, "FRA"),  # Guiana
        (-45.0, 70.0, "DNK"),  # Greenland
        (177.5, 65.0, "RUS"),  # Anadyr, and beyond the 180th meridian
        (-175.0, 66.5, "RUS"),
        (178.0, -17.8, "FJI"),  # on both sides of that meridian
        (-150.0, 65.0, "USA"),
        (175.8, -38.8, "NZL"),
    ],
)
def test_the_far_ends_of_the_world_lie_where_they_belong(longitude: float, latitude: float, a3: str) -> None:
    """What a window on Europe does not show."""
    assert countries_at("world", longitude, latitude) == [a3]


@pytest.mark.parametrize("city", cities(), ids=lambda city: str(city["id"]))
def test_cities_lie_in_their_countries(city: dict[str, object]) -> None:
    """In the country that the record names, and in no other; a simplified coast may pass a few km inland."""
    longitude, latitude = float(str(city["lon"])), float(str(city["lat"]))
    assert countries_at("europe", longitude, latitude) in ([city["country"]], [])
    near = {
        a3
        for dx in (-0.1, 0, 0.1)
        for dy in (-0.1, 0, 0.1)
        for a3 in countries_at("europe", longitude + dx, latitude + dy)
    }
    assert (city["country"] in near) == (city["id"] != "washington")


@pytest.mark.parametrize("map_name", sorted(PROJECTIONS))
def test_no_country_is_smeared_over_another(map_name: str) -> None:
    """Russia's ring jumps the 180th meridian: badly clipped it would cover Scandinavia."""
    assert countries_at(map_name, 15.0, 62.0) == ["SWE"]
    assert countries_at(map_name, -30.0, 50.0) == []
    assert countries_at(map_name, -30.0, 65.0) == []


@pytest.mark.parametrize("map_name", sorted(PROJECTIONS))
def test_maps_stay_in_their_bounds(map_name: str) -> None:
    """Whole numbers, inside the bounds."""
    atlas = json.loads((ASSETS / "map" / f"{map_name}.json").read_text(encoding="utf-8"))
    west, north, east, south = atlas["bounds"]
    for polys in countries(map_name).values():
        for ring in (ring for poly in polys for ring in poly):
            assert len(ring) >= 3
            assert all(west <= x <= east and north <= y <= south for x, y in ring)
            assert all(type(coordinate) is int for point in ring for coordinate in point)


def test_the_focus_of_europe_lies_in_its_bounds() -> None:
    """A view can show the whole focus."""
    atlas = json.loads((ASSETS / "map" / "europe.json").read_text(encoding="utf-8"))
    west, north, east, south = atlas["bounds"]
    assert west < atlas["focus"][0] < atlas["focus"][2] < east
    assert north < atlas["focus"][1] < atlas["focus"][3] < south


def test_flags_are_right() -> None:
    """One size; Ukraine is blue over yellow, Russia white over blue over red."""
    for path in (ASSETS / "flags").glob("*.png"):
        assert pygame.image.load(path).get_size() == (96, 72), path.name
        assert re.fullmatch("[A-Z]{3}|EU|UN", path.stem)
    ukraine = pygame.image.load(ASSETS / "flags" / "UKR.png")
    for x in (5, 48, 90):
        red, green, blue, _ = ukraine.get_at((x, 18))
        assert blue > 150 > red
        red, green, blue, _ = ukraine.get_at((x, 54))
        assert red > 220 and green > 190 and blue < 60
    russia = pygame.image.load(ASSETS / "flags" / "RUS.png")
    assert tuple(russia.get_at((48, 10)))[:3] == (255, 255, 255)
    assert russia.get_at((48, 65)).r > 180 > 100 > russia.get_at((48, 65)).b


def test_icons_come_in_both_sizes() -> None:
    """White on nothing, at 24 and 48 pixels, under the same names."""
    names = {size: {path.stem for path in (ASSETS / "icons" / str(size)).glob("*.png")} for size in (24, 48)}
    assert names[24] == names[48]
    assert len(names[24]) >= 40
    for size, stems in names.items():
        for stem in stems:
            picture = pygame.image.load(ASSETS / "icons" / str(size) / f"{stem}.png")
            assert picture.get_size() == (size, size)
            assert picture.get_at((0, 0)).a == 0
            assert picture.get_bounding_rect().width > size // 8


def test_sounds_are_small_and_of_one_kind() -> None:
    """22 050 Hz, mono, 16 bit; the ambience under 300 KB, no other sound over 110."""
    for path in (ASSETS / "sounds").glob("*.wav"):
        with wave.open(str(path), "rb") as sound:
            assert (sound.getframerate(), sound.getnchannels(), sound.getsampwidth()) == (22_050, 1, 2)
        assert path.stat().st_size < (300_000 if path.stem == "ambience" else 110_000), path.name


def test_ambience_loops_without_a_seam() -> None:
    """The step from the last sample to the first is no larger than steps inside."""
    with wave.open(str(ASSETS / "sounds" / "ambience.wav"), "rb") as sound:
        data = sound.readframes(sound.getnframes())
    samples = [int.from_bytes(data[i : i + 2], "little", signed=True) for i in range(0, len(data), 2)]
    steps = [abs(b - a) for a, b in pairwise(samples)]
    assert abs(samples[0] - samples[-1]) <= max(steps)
