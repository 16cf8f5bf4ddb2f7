"""Fan: a number's course to come, as it spreads: the middle as a line, half of the games dark, eight in ten pale."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

import pygame

from game.batch.spread import Fan, Future, Spread
from game.core.words import title
from game.desk.chart import Write, draw_ground, ink
from game.desk.layout import Column
from game.desk.lineplot import line_plot
from game.desk.look import Look
from game.desk.part import Part
from game.desk.plot import Band, Box, Measure, Point, Series
from game.desk.screen import Change
from game.desk.screens.chartwords import bands_of, pens
from game.desk.screens.naming import day
from game.desk.session import Session
from game.desk.theme import INK_QUIET, SKY, SMALL, SMALL_GAP, WELL, Colour, mixed
from game.desk.widgets.drawing import Drawing
from game.desk.widgets.panel import Panel
from game.desk.widgets.paragraph import Paragraph
from game.desk.widgets.stepper import Stepper

FINER = 2
PALE, DARK = 0.72, 0.45
"""How far the colour of the line goes over into the ground."""
TALL = 210  # pixels at 100 %
LEGEND = "The line is the middle. Half of the games stay within the dark part, eight in ten within the pale one."


class FanOf:
    """Which number's fan is shown."""

    def __init__(self, session: Session) -> None:
        self.session = session
        meters = session.play.scenario.meters
        self.meters = [meter for meter in meters if meter.sight == "desk" and meter.kind != "purse"]
        self.chosen = self.meters[0].id if self.meters else ""

    def part(self, look: Look, found: Spread, future: Future) -> Part:
        """A panel with the fan and the control `spread-number`; nothing where no number lies on the desk."""
        fans = dict(future.meters).get(self.chosen)
        if fans is None:
            return Column()
        scenario = self.session.play.scenario
        values = [(meter.id, title(scenario, "meter", meter.id)) for meter in self.meters]
        number = Stepper("spread-number", "The number", values=values, value=self.chosen, on_choose=self._take,
                         tooltip="Which number is drawn. Left and right change it.")  # fmt: skip
        picture = Drawing(paint=self._painter(look, found.turn, fans), height=TALL)
        return Panel(Column([number, picture, Paragraph(LEGEND, SMALL, INK_QUIET)], gap=SMALL_GAP),
                     title="How it spreads", icon="line-chart", accent=SKY)  # fmt: skip

    def _take(self, id: str) -> Change:
        self.chosen = id
        return None

    def _painter(self, look: Look, turn: int, fans: tuple[Fan, ...]) -> Callable[[pygame.Surface, pygame.Rect], None]:
        play = self.session.play
        meter, now = play.scenario.find.meter[self.chosen], play.state.cells[play.scenario.find.meter[self.chosen].cell]
        columns = [day(play.scenario, turn + place).rsplit(" ", 1)[0] for place in range(len(fans) + 1)]
        bands, (measure, write) = bands_of(play.scenario, meter), pens(look)

        def paint(surface: pygame.Surface, rect: pygame.Rect) -> None:
            box = (rect.x, rect.y, rect.width, rect.height)
            whole = ((now, now, now, now, now), *fans)
            fan_chart(surface, box, whole, columns, measure, write, meter.low, meter.high, bands)

        return paint


def fan_chart(
    surface: pygame.Surface,
    box: Box,
    fans: Sequence[Fan],
    columns: Sequence[str],
    measure: Measure,
    write: Write,
    low: float,
    high: float,
    bands: Sequence[Band] = (),
) -> None:
    """Draw a fan in a box of the surface, from a Fan for each column."""
    middle = Series("", tuple(float(fan[2]) for fan in fans))
    plot = line_plot(box, [middle], columns, measure, low, high, bands)
    draw_ground(surface, plot, measure, write)
    left, top, width, height = plot.frame
    colour = plot.lines[0].pen.colour

    def edge(place: int) -> list[Point]:
        heights = [height * (high - fan[place]) / (high - low) for fan in fans]
        return [(x - left, y) for x, y in zip(plot.column_at, heights, strict=True)]

    for first, last, share in ((0, 4, PALE), (1, 3, DARK)):
        corners = (*edge(last), *reversed(edge(first)))
        surface.blit(_area((width, height), corners, mixed(colour, WELL, share)), (left, top))
    surface.blit(ink(box[:2], box[2:], plot.lines), box[:2])
    for line in plot.lines:
        write(surface, line.label.strip(), (round(line.label_at[0]), round(line.label_at[1])), colour)


@lru_cache(maxsize=16)
def _area(size: tuple[int, int], corners: tuple[Point, ...], colour: Colour) -> pygame.Surface:
    """The area within these corners, with smooth edges."""
    large = pygame.Surface((size[0] * FINER, size[1] * FINER), pygame.SRCALPHA, 32)
    large.fill((*colour, 0))
    pygame.draw.polygon(large, colour, [(x * FINER, y * FINER) for x, y in corners])
    return pygame.transform.smoothscale(large, size)
