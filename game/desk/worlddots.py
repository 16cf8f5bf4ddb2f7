"""World dots: where the members too small for an outline stand, pushed apart until each can be seen and pointed at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import combinations, pairwise
from math import hypot, pi

from game.desk.mapatlas import Country, Point
from game.desk.maptexture import Ring
from game.desk.mapview import View

LEAST, MOST = 2.2, 4.5  # pixels of a dot's radius
GROWTH = 14  # map units of a dot's radius, between the two
LARGEST = 0.5  # of a dot: what covers more is seen without one
ROUNDS = 80


def radius(view: View) -> float:
    """The radius of a dot in pixels: it grows with the map."""
    return max(LEAST, min(MOST, GROWTH * view.scale))


def dots(view: View, countries: Iterable[Country]) -> dict[str, Point]:
    """The middle of each dot in pixels, by code, for the members whose largest part covers less than half a dot."""
    reach = radius(view)
    least = LARGEST * pi * (reach / view.scale) ** 2
    small = {
        country.a3: view.pixel(*country.spot)
        for country in countries
        if country.member and sum(area(ring) for ring in country.rings[:1]) < least
    }
    return spread(small, 2 * reach + 2)


def area(ring: Ring) -> float:
    """The area within a ring, in square units."""
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairwise((*ring, ring[0])))) / 2


def spread(places: Mapping[str, Point], apart: float) -> dict[str, Point]:
    """The places moved as little as it takes until no two stand nearer than `apart`; the same for the same places."""
    names = sorted(places)
    moved = {name: places[name] for name in names}
    near = [pair for pair in combinations(names, 2) if gap(moved, pair) < 6 * apart]
    for _ in range(ROUNDS):
        close = [pair for pair in near if gap(moved, pair) < apart]
        if not close:
            break
        for pair in close:
            push(moved, pair, apart)
    return moved


def gap(places: Mapping[str, Point], pair: tuple[str, str]) -> float:
    """How far two places lie from each other."""
    (ax, ay), (bx, by) = places[pair[0]], places[pair[1]]
    return hypot(bx - ax, by - ay)


def push(places: dict[str, Point], pair: tuple[str, str], apart: float) -> None:
    """Move both of a pair away from each other, half of what is lacking each, and a little more to be done with it."""
    (ax, ay), (bx, by) = places[pair[0]], places[pair[1]]
    long = hypot(bx - ax, by - ay)
    x, y = ((bx - ax) / long, (by - ay) / long) if long > 0.01 else (1.0, 0.0)
    half = (apart - long) / 2 + 0.05
    places[pair[0]] = (ax - x * half, ay - y * half)
    places[pair[1]] = (bx + x * half, by + y * half)
