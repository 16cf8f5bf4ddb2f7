"""Chart words: what a chart of a number writes with, and the words of the number's bands."""

from __future__ import annotations

import pygame

from game.core.meter import Meter
from game.core.scenario import Scenario
from game.desk.chart import Write
from game.desk.look import Look
from game.desk.markup import escaped
from game.desk.plot import Band, Measure
from game.desk.theme import SMALL, Colour


def pens(look: Look) -> tuple[Measure, Write]:
    """What measures and what writes the small words of a chart, which have no markup."""

    def measure(text: str) -> tuple[int, int]:
        return look.measure(escaped(text), SMALL)

    def write(surface: pygame.Surface, text: str, at: tuple[int, int], colour: Colour) -> None:
        surface.blit(look.type.picture(escaped(text), SMALL, colour, 4000), at)

    return measure, write


def bands_of(scenario: Scenario, meter: Meter) -> list[Band]:
    """The bands of a meter, lowest first, as a chart shows them; empty for a meter without any."""
    highs = [band.low for band in meter.bands[1:]] + [meter.high]
    return [Band(scenario.text(b.text), b.low, high) for b, high in zip(meter.bands, highs, strict=False)]
