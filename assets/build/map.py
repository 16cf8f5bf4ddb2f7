"""Build assets/map/europe.json: countries in flat whole-number units, ready to draw.

    python -m assets.build.map WORK_FOLDER

Needs `node` and `shapely`. The atlas follows the United Nations' views of borders; a test asks for the points
that most atlases get wrong (Simferopol, Donetsk, Tiraspol, Sukhumi).
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from shapely import make_valid, transform, union_all
from shapely.geometry import MultiPolygon, Polygon, box, shape
from shapely.geometry.base import BaseGeometry
from shapely.ops import polylabel

from game.desk.projection import RADIUS, project

ASSETS = Path(__file__).resolve().parent.parent
WEIGHT = "0.002"
LONGITUDES_LATITUDES = box(-40, 24, 85, 80)
# What is kept, and what a view should show whole: west, north, east, south in map units.
BOUNDS = (-5200, -4300, 5900, 3900)
FOCUS = (-3200, -2300, 3850, 2350)
SMALLEST_PART = 60  # square map units: a smaller islet is less than a pixel on any screen

FULL_NAMES = {
    "Bosnia and Herz.": "Bosnia and Herzegovina",
    "Faeroe Is.": "Faroe Islands",
    "W. Sahara": "Western Sahara",
}
# The atlas draws the north of Cyprus apart; the Security Council (resolution 541) and ISO 3166 do not.
PART_OF = {"CYN": "CYP"}

Ring = list[tuple[float, float]]


def unwrapped(ring: list[list[float]]) -> Ring:
    """The ring without jumps over the 180th meridian: Russia's would else paint a band across all Europe."""
    points: Ring = []
    turn = 0.0
    for longitude, latitude in ring:
        if points and abs(longitude + turn - points[-1][0]) > 180:
            turn += 360 if longitude + turn < points[-1][0] else -360
        points.append((longitude + turn, latitude))
    return points


def polygons_of(geometry: dict[str, object]) -> list[Polygon]:
    """The shapely polygons of a GeoJSON Polygon or MultiPolygon, unwrapped."""
    parts = shape(geometry)
    raw = parts.geoms if isinstance(parts, MultiPolygon) else [parts]
    return [
        Polygon(unwrapped(part.exterior.coords), [unwrapped(hole.coords) for hole in part.interiors])
        for part in raw
    ]


def parts_within(geometry: BaseGeometry, window: Polygon) -> Iterator[Polygon]:
    """The polygons that remain of a geometry inside a window."""
    clipped = make_valid(geometry).intersection(window)
    for part in getattr(clipped, "geoms", [clipped]):
        if isinstance(part, Polygon) and not part.is_empty:
            yield part


def flat_parts(polygons: list[Polygon]) -> list[Polygon]:
    """Clipped by degrees, projected, clipped by the bounds; the largest part first."""
    flat: list[Polygon] = []
    for polygon in polygons:
        for part in parts_within(polygon, LONGITUDES_LATITUDES):
            projected = transform(part, lambda points: [project(x, y) for x, y in points])
            flat += parts_within(projected, box(*BOUNDS))
    return sorted((part for part in flat if part.area >= SMALLEST_PART), key=lambda part: -part.area)


def rounded(points: Ring) -> list[list[int]]:
    """Whole-number points, without repeats and without the closing point."""
    whole: list[list[int]] = []
    for x, y in points:
        point = [round(x), round(y)]
        if not whole or point != whole[-1]:
            whole.append(point)
    return whole[:-1] if whole[0] == whole[-1] else whole


def label_spot(parts: list[Polygon]) -> list[int]:
    """The point deepest inside the largest part that the focus shows, where a name has most room."""
    shown = [part for whole in parts for part in parts_within(whole, box(*FOCUS))] or parts
    largest = max(shown, key=lambda part: part.area)
    spot = polylabel(largest, tolerance=20)
    return [round(spot.x), round(spot.y)]


def country(a3: str, name: str, polygons: list[Polygon]) -> dict[str, object] | None:
    """The record of one country, or None when no part of it is on the map."""
    parts = flat_parts(polygons)
    if not parts:
        return None
    polys = []
    for part in parts:
        rings = [rounded(list(ring.coords)) for ring in (part.exterior, *part.interiors)]
        polys.append([ring for ring in rings if len(ring) >= 3])
    return {"a3": a3, "name": FULL_NAMES.get(name, name), "spot": label_spot(parts), "polys": polys}


def gathered(features: list[dict[str, dict[str, object]]]) -> dict[str, tuple[str, list[Polygon]]]:
    """Name and polygons by country code, with the parts of PART_OF joined to their country."""
    found: dict[str, tuple[str, list[Polygon]]] = {}
    for feature in sorted(features, key=lambda entry: str(entry["properties"]["a3"]) in PART_OF):
        a3, name = str(feature["properties"]["a3"]), str(feature["properties"]["name"])
        polygons = polygons_of(feature["geometry"])
        if a3 in PART_OF:
            a3 = PART_OF[a3]
            name, others = found[a3]
            polygons = list(parts_within(union_all([*others, *polygons]), LONGITUDES_LATITUDES))
        found[a3] = (name, polygons)
    return found


def features(work: str, weight: str) -> list[dict[str, dict[str, object]]]:
    """The countries of the atlas as GeoJSON, simplified by weight over the whole topology."""
    script = Path(__file__).with_name("simplify.mjs")
    printed = subprocess.run(
        ["node", str(script), work, weight], check=True, capture_output=True, text=True, encoding="utf-8"
    ).stdout
    found: list[dict[str, dict[str, object]]] = json.loads(printed)["features"]
    return found


def write(atlas: dict[str, object], name: str) -> None:
    """Write a map file into assets/map, one country a line."""
    text = json.dumps(atlas, ensure_ascii=False, separators=(",", ":")).replace('{"a3"', '\n{"a3"')
    (ASSETS / "map" / name).write_text(text + "\n", encoding="utf-8", newline="\n")


def main() -> None:
    """Write the map file."""
    found = gathered(features(sys.argv[1], WEIGHT))
    countries = [country(a3, name, polygons) for a3, (name, polygons) in sorted(found.items())]
    atlas: dict[str, object] = {
        "projection": f"Lambert conformal conic 40/62, centre 52 N 18 E, Earth radius {RADIUS}, y down",
        "bounds": BOUNDS,
        "focus": FOCUS,
        "countries": [entry for entry in countries if entry],
    }
    write(atlas, "europe.json")


if __name__ == "__main__":
    main()
