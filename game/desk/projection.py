"""Projection: from longitude and latitude to the flat units of the shipped map.

Lambert's conformal conic with standard parallels 40 and 62 N, centred on 52 N 18 E. The build of the map and
the game place their points with this one function, so cities and coasts agree.
"""

from __future__ import annotations

from math import cos, log, pi, radians, sin, tan

RADIUS = 10_000
"""Map units in one Earth radius: a unit is about 0.64 km."""

CENTRE = (18.0, 52.0)
PARALLELS = (40.0, 62.0)


def _stretch(latitude: float) -> float:
    return tan(pi / 4 + radians(latitude) / 2)


_SOUTH, _NORTH = (radians(parallel) for parallel in PARALLELS)
_CONE = log(cos(_SOUTH) / cos(_NORTH)) / log(_stretch(PARALLELS[1]) / _stretch(PARALLELS[0]))
_SCALE = RADIUS * cos(_SOUTH) * _stretch(PARALLELS[0]) ** _CONE / _CONE
_CENTRE_ARC = _SCALE / _stretch(CENTRE[1]) ** _CONE


def project(longitude: float, latitude: float) -> tuple[float, float]:
    """Map units east and *south* of the centre, as a screen counts; degrees in, latitude above -90."""
    arc = _SCALE / _stretch(latitude) ** _CONE
    angle = _CONE * radians(longitude - CENTRE[0])
    return arc * sin(angle), arc * cos(angle) - _CENTRE_ARC
