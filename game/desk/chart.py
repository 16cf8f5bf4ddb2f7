"""Chart: draws line charts; each smooth line has a dash and a marker of its own, not only a colour."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from math import ceil

import pygame

from game.desk.lineplot import line_plot
from game.desk.plot import Band, Box, Line, LinePlot, Measure, Pen, Point, Series, dashes
from game.desk.theme import EDGE, EDGE_BRIGHT, INK_QUIET, INK_SOFT, PANEL, WELL, Colour, mixed

FINER = 3
LINE_WIDTH = 2.2
MARKER = 3.4  # pixels from a marker's middle to its edge
MARKERS_AT_MOST = 14  # on one line: more would hide it

Write = Callable[[pygame.Surface, str, tuple[int, int], Colour], None]
"""Draws a text with its top left corner at a pixel."""


def line_chart(
    surface: pygame.Surface,
    box: Box,
    series: Sequence[Series],
    columns: Sequence[str],
    measure: Measure,
    write: Write,
    low: float = 0,
    high: float = 100,
    bands: Sequence[Band] = (),
    cursor: int | None = None,
) -> LinePlot:
    """Draw a line chart in a box of the surface; its layout, whose `column_at` tells which turn lies where.

    `cursor` is the column to point out. ValueError as of `line_plot`.
    """
    plot = line_plot(box, series, columns, measure, low, high, bands)
    draw_ground(surface, plot, measure, write)
    if cursor is not None and 0 <= cursor < len(plot.column_at):
        x = round(plot.column_at[cursor])
        pygame.draw.line(surface, EDGE_BRIGHT, (x, plot.frame[1]), (x, plot.frame[1] + plot.frame[3]))
    left, top, width, height = box
    surface.blit(ink((left, top), (width, height), plot.lines), (left, top))
    for line in plot.lines:
        write(surface, line.label, (round(line.label_at[0]), round(line.label_at[1])), line.pen.colour)
    return plot


def draw_ground(surface: pygame.Surface, plot: LinePlot, measure: Measure, write: Write) -> None:
    """Draw what stands behind the lines: bands, grid and the texts of both axes."""
    left, top, width, height = plot.frame
    for index, band in enumerate(plot.bands):
        area = (left, round(band.top), width, round(band.bottom) - round(band.top))
        surface.fill(mixed(PANEL, WELL, 0.75) if index % 2 else mixed(PANEL, EDGE, 0.30), area)
    for row in plot.rows:
        y = round(row.at)
        pygame.draw.line(surface, EDGE, (left, y), (left + width - 1, y))
        text = measure(row.text)
        write(surface, row.text, (left - 8 - text[0], y - text[1] // 2), INK_SOFT)
    for band in plot.bands:
        if band.words_at is not None:
            write(surface, band.words, (round(band.words_at[0]), round(band.words_at[1])), INK_QUIET)
    for column in plot.columns:
        x = round(column.at)
        pygame.draw.line(surface, EDGE_BRIGHT, (x, top + height), (x, top + height + 3))
        text = measure(column.text)
        # Half a line lower than the frame's foot, where the text of the lowest row ends.
        write(surface, column.text, (x - text[0] // 2, top + height + text[1] // 2 + 2), INK_SOFT)


@lru_cache(maxsize=24)
def ink(corner: tuple[int, int], size: tuple[int, int], lines: tuple[Line, ...]) -> pygame.Surface:
    """The lines and markers alone on a clear surface of `size`, drawn finer and scaled down."""
    picture = pygame.Surface(size, pygame.SRCALPHA, 32)
    for line in lines:
        runs = [[(x - corner[0], y - corner[1]) for x, y in run] for run in line.runs]
        area = pygame.Rect(covered([point for run in runs for point in run])).clip(picture.get_rect())
        picture.blit(drawn(runs, line.pen, area), area)
    return picture


def covered(points: Sequence[Point]) -> Box:
    """The box that holds the points with their markers."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    left, top = int(min(xs)) - 6, int(min(ys)) - 6
    return left, top, int(max(xs)) + 7 - left, int(max(ys)) + 7 - top


def drawn(runs: Sequence[Sequence[Point]], pen: Pen, area: pygame.Rect) -> pygame.Surface:
    """One line with its markers, as it looks within the area."""
    large = pygame.Surface((area.width * FINER, area.height * FINER), pygame.SRCALPHA, 32)
    # Clear pixels keep the colour: clear black would darken the line's edges when scaled.
    large.fill((*pen.colour, 0))
    for run in runs:
        fine = [((x - area.x) * FINER, (y - area.y) * FINER) for x, y in run]
        stroke(large, fine, pen)
        every = ceil(len(fine) / MARKERS_AT_MOST)
        for point in (*fine[:-1:every], fine[-1]):
            marker(large, point, pen, MARKER * FINER)
    return pygame.transform.smoothscale(large, area.size)


def stroke(surface: pygame.Surface, points: Sequence[Point], pen: Pen) -> None:
    """Draw a line in its dashes, with round ends and corners."""
    width = LINE_WIDTH * FINER
    pattern = tuple(length * FINER for length in pen.dash)
    for start, stop in dashes(points, pattern):
        pygame.draw.line(surface, pen.colour, start, stop, round(width))
        for end in (start, stop):
            pygame.draw.circle(surface, pen.colour, end, width / 2)


def marker(surface: pygame.Surface, middle: Point, pen: Pen, reach: float) -> None:
    """Draw the pen's marker around a point."""
    x, y = middle
    if pen.marker in ("circle", "ring"):
        pygame.draw.circle(surface, pen.colour, middle, reach)
        if pen.marker == "ring":
            pygame.draw.circle(surface, WELL, middle, reach * 0.5)
        return
    if pen.marker == "cross":
        for slope in (-1, 1):
            ends = ((x - reach, y - slope * reach), (x + reach, y + slope * reach))
            pygame.draw.line(surface, pen.colour, *ends, round(reach * 0.7))
        return
    corners = {
        "square": ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
        "diamond": ((0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)),
        "triangle": ((0, -1.2), (1.2, 1), (-1.2, 1)),
    }[pen.marker]
    pygame.draw.polygon(surface, pen.colour, [(x + dx * reach, y + dy * reach) for dx, dy in corners])
