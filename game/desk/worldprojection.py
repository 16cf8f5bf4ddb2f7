"""World projection: from longitude and latitude to the flat units of the shipped world map.

Equal Earth (Šavrič, Patterson and Jenny, 2018): a country's area on the map is its area on the Earth. Centred on
11.5 E, so that the map's edge runs through the Bering Strait and cuts neither Russia nor Fiji nor New Zealand.
"""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

RADIUS = 1_000
"""Map units in one Earth radius: a unit is about 6.4 km."""

CENTRE = 11.5
EDGE = CENTRE - 180
"""The longitude of the map's left edge; its right edge is the same meridian."""

_SHAPE = (1.340264, -0.081106, 0.000893, 0.003796)
_TILT = sqrt(3) / 2


def project(longitude: float, latitude: float) -> tuple[float, float]:
    """Map units east and *south* of the centre, as a screen counts.

    Degrees in; a longitude past the edge comes in on the other side, the edge itself (-168.5) is the left one.
    """
    east = (longitude - EDGE) % 360 - 180
    return flat(east, latitude)


def flat(east: float, latitude: float) -> tuple[float, float]:
    """The same for degrees east of the map's middle, -180 to 180, both edges included."""
    a, b, c, d = _SHAPE
    tilted = asin(_TILT * sin(radians(latitude)))
    square = tilted * tilted
    sixth = square**3
    slope = a + 3 * b * square + sixth * (7 * c + 9 * d * square)
    x = radians(east) * cos(tilted) / (_TILT * slope)
    y = tilted * (a + b * square + sixth * (c + d * square))
    return RADIUS * x, -RADIUS * y
