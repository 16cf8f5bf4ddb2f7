"""Build assets/map/world.json: the whole world but Antarctica in flat whole-number units, ready to draw.

    python -m assets.build.world WORK_FOLDER

Needs `node` and `shapely`. Every member of the United Nations has a record with a spot; one too small for an
outline at this detail has no polygons, and the game draws a dot.
"""

from __future__ import annotations

import sys
from math import ceil, floor

from shapely import affinity, transform, union_all
from shapely.geometry import Polygon, box
from shapely.geometry.base import BaseGeometry
from shapely.ops import polylabel

from assets.build.map import features, parts_within, polygons_of, rounded, write
from assets.build.members import MEMBERS
from game.desk.worldprojection import EDGE, RADIUS, flat

WEIGHT = "0.08"
SOUTH, NORTH = -56, 84
WINDOW = box(EDGE, SOUTH, EDGE + 360, NORTH)
SMALLEST_PART = 7  # square map units, some 280 square kilometres: less than a pixel on any screen

FULL_NAMES = {
    "Antigua and Barb.": "Antigua and Barbuda",
    "Bosnia and Herz.": "Bosnia and Herzegovina",
    "Central African Rep.": "Central African Republic",
    "Dem. Rep. Congo": "Democratic Republic of the Congo",
    "Dominican Rep.": "Dominican Republic",
    "Eq. Guinea": "Equatorial Guinea",
    "Falkland Is.": "Falkland Islands (Malvinas)",
    "Marshall Is.": "Marshall Islands",
    "S. Geo. and the Is.": "South Georgia and the South Sandwich Islands",
    "S. Sudan": "South Sudan",
    "Solomon Is.": "Solomon Islands",
    "St. Kitts and Nevis": "Saint Kitts and Nevis",
    "St. Vin. and Gren.": "Saint Vincent and the Grenadines",
    "W. Sahara": "Western Sahara",
    "eSwatini": "Eswatini",
}
# Drawn apart in the atlas, but part of a member: by resolution 541 of the Security Council and ISO 3166 the first,
# by ISO 3166 the second, by their own constitutions the rest. A territory that the United Nations list as not
# self-governing keeps its own record.
PART_OF = {
    "CYN": "CYP", "SOL": "SOM",
    "ALA": "FIN", "ATF": "FRA", "FRO": "DNK", "GRL": "DNK", "HKG": "CHN", "MAC": "CHN", "PRI": "USA",
}  # fmt: skip
LEFT_OUT = {"ATA"}
# At this detail the Gaza Strip would become part of its neighbour: it keeps its exact outline, cut out of that.
SAVED_FROM = {"PSE": "ISR"}

# The atlas draws the Golan with Israel; the Security Council (resolution 497) does not. From whom, where, to whom;
# the line follows the Jordan and the lake's eastern shore as closely as a unit of the map tells.
RETURNED = (("ISR", box(35.64, 32.68, 36.0, 33.4), "SYR"),)

Countries = dict[str, tuple[str, list[Polygon]]]


def within_window(polygons: list[Polygon]) -> list[Polygon]:
    """The parts inside the window, moved there by a whole turn where they lie beyond its edges."""
    return [
        part
        for polygon in polygons
        for turn in (-360, 0, 360)
        for part in parts_within(affinity.translate(polygon, turn), WINDOW)
    ]


def gathered(work: str, weight: str) -> Countries:
    """Name and polygons in degrees by country code, with the parts of PART_OF joined to their country."""
    found: Countries = {}
    drawn = sorted(features(work, weight), key=lambda entry: str(entry["properties"]["a3"]) in PART_OF)
    for feature in drawn:
        a3, name = str(feature["properties"]["a3"]), str(feature["properties"]["name"])
        if a3 in LEFT_OUT:
            continue
        polygons = within_window(polygons_of(feature["geometry"]))
        if a3 in PART_OF:
            a3 = PART_OF[a3]
            name, others = found[a3]
            polygons = list(parts_within(union_all([*others, *polygons]), WINDOW))
        found[a3] = (name, polygons)
    return found


def simplified(work: str, exact: Countries) -> Countries:
    """The countries at the detail shipped, with what SAVED_FROM and RETURNED say."""
    found = gathered(work, WEIGHT)
    for a3, neighbour in SAVED_FROM.items():
        name, parts = found[a3]
        lost = [part for part in exact[a3][1] if not any(part.intersects(other) for other in parts)]
        found[a3] = (name, [*parts, *lost])
        cut(found, neighbour, union_all(lost))
    for holder, window, owner in RETURNED:
        piece = union_all(found[holder][1]).intersection(window)
        cut(found, holder, piece)
        name, parts = found[owner]
        found[owner] = (name, list(parts_within(union_all([*parts, piece]), WINDOW)))
    return found


def cut(countries: Countries, a3: str, away: BaseGeometry) -> None:
    """Take a piece out of a country."""
    name, parts = countries[a3]
    countries[a3] = (name, list(parts_within(union_all(parts).difference(away), WINDOW)))


def flattened(polygons: list[Polygon]) -> list[Polygon]:
    """Projected to map units, the largest part first."""
    centre = EDGE + 180
    parts = [transform(part, lambda points: [flat(x - centre, y) for x, y in points]) for part in polygons]
    return sorted(parts, key=lambda part: -part.area)


def spot(part: Polygon) -> list[int]:
    """The point deepest inside a part."""
    deepest = polylabel(part, tolerance=1)
    return [round(deepest.x), round(deepest.y)]


def outlines(parts: list[Polygon]) -> list[list[list[list[int]]]]:
    """The rings of the parts worth drawing, in whole units."""
    polys = []
    for part in parts:
        rings = [rounded(list(ring.coords)) for ring in (part.exterior, *part.interiors)]
        if part.area >= SMALLEST_PART and len(rings[0]) >= 3:
            polys.append([ring for ring in rings if len(ring) >= 3])
    return polys


def country(a3: str, name: str, exact: list[Polygon], simple: list[Polygon]) -> dict[str, object] | None:
    """The record of one country; None for one that is neither a member nor large enough for an outline."""
    polys = outlines(flattened(simple))
    if not polys and a3 not in MEMBERS:
        return None
    at = spot(flattened(simple)[0] if polys else flattened(exact)[0])
    return {"a3": a3, "name": FULL_NAMES.get(name, name), "member": a3 in MEMBERS, "spot": at, "polys": polys}


def main() -> None:
    """Write the map file. KeyError for a member that the atlas does not know."""
    exact = gathered(sys.argv[1], "0")
    simple = simplified(sys.argv[1], exact)
    lost = sorted(set(MEMBERS) - set(exact))
    if lost:
        raise KeyError(f"the atlas lacks {', '.join(lost)}")
    found = [
        country(a3, name, polygons, simple.get(a3, ("", []))[1]) for a3, (name, polygons) in sorted(exact.items())
    ]
    east, north, south = ceil(flat(180, 0)[0]), floor(flat(0, NORTH)[1]), ceil(flat(0, SOUTH)[1])
    atlas: dict[str, object] = {
        "projection": f"Equal Earth, centre {EDGE + 180} E, Earth radius {RADIUS}, y down",
        "bounds": (-east, north, east, south),
        "countries": [entry for entry in found if entry],
    }
    write(atlas, "world.json")


if __name__ == "__main__":
    main()
