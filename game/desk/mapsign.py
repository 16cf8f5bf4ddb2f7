"""Map sign: what stands on the map for a country too small for an outline; its form tells what its colour does."""

from __future__ import annotations

from typing import NamedTuple

import pygame

from game.desk.theme import Colour, mixed

RIM = 1.2  # pixels of the dark line around a sign
ARM = 0.42  # half the width of a cross's arms
CORNERS = {
    "cross": (
        (-1.1, -1.1 + ARM), (-1.1 + ARM, -1.1), (0.0, -ARM), (1.1 - ARM, -1.1), (1.1, -1.1 + ARM), (ARM, 0.0),
        (1.1, 1.1 - ARM), (1.1 - ARM, 1.1), (0.0, ARM), (-1.1 + ARM, 1.1), (-1.1, 1.1 - ARM), (-ARM, 0.0),
    ),
    "bar": ((-1.3, -0.55), (1.3, -0.55), (1.3, 0.55), (-1.3, 0.55)),
    "diamond": ((0.0, -1.3), (1.3, 0.0), (0.0, 1.3), (-1.3, 0.0)),
}  # fmt: skip


class Sign(NamedTuple):
    """A sign around a pixel; the form is disc, ring, cross, bar or diamond. KeyError for any other."""

    at: tuple[float, float]
    radius: float
    form: str
    colour: Colour


def draw_sign(surface: pygame.Surface, sign: Sign, rim: Colour, times: int) -> None:
    """Draw a sign on a surface that has `times` as many pixels each way as will be seen."""
    x, y = sign.at[0] * times, sign.at[1] * times
    inner, edge = sign.radius * times, RIM * times
    if sign.form in ("disc", "ring"):
        pygame.draw.circle(surface, rim, (x, y), inner + edge)
        pygame.draw.circle(surface, sign.colour, (x, y), inner)
        if sign.form == "ring":
            pygame.draw.circle(surface, mixed(sign.colour, rim, 0.9), (x, y), inner * 0.5)
        return
    points = [(x + dx * inner, y + dy * inner) for dx, dy in CORNERS[sign.form]]
    pygame.draw.polygon(surface, rim, points)
    pygame.draw.lines(surface, rim, True, points, round(2 * edge))
    for point in points:
        pygame.draw.circle(surface, rim, point, edge)
    pygame.draw.polygon(surface, sign.colour, points)
