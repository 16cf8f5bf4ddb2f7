"""Line plot: lays out a chart of several series over common columns, with names at the line ends."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.desk.plot import (
    LABELS_AT_MOST,
    TEXT_GAP,
    Band,
    Box,
    Line,
    LinePlot,
    Measure,
    Point,
    Series,
    Stretch,
    Tick,
    apart,
    dashes,
    freest,
    pen,
    shortened,
    thinned,
    ticks,
)

WORDS_IN = 6  # pixels from the frame's side to the words of a band
STEP = 8  # pixels from one looked-at point of a line to the next
ROW_EVERY = 44  # pixels between the lines of the grid, at least


def line_plot(
    box: Box,
    series: Sequence[Series],
    columns: Sequence[str],
    measure: Measure,
    low: float = 0,
    high: float = 100,
    bands: Sequence[Band] = (),
) -> LinePlot:
    """The layout of a line chart in `box`; each series has a value (or None) for each column.

    ValueError when a series is longer than the columns or high is not above low. Series without any value
    are left out. Band words stand inside the frame; the other texts keep outside of it.
    """
    if any(len(one.values) > len(columns) for one in series):
        raise ValueError("a series has more values than the chart has columns")
    labels = [shortened(ending(one), box[2] * LABELS_AT_MOST, measure) for one in series]
    rows = ticks(low, high, max(2, box[3] // ROW_EVERY))
    frame = framed(box, labels, [text_of(row) for row in rows], measure)

    def height_of(value: float) -> float:
        return frame[1] + frame[3] * (high - min(max(value, low), high)) / (high - low)

    places = tuple(frame[0] + frame[2] * (index + 0.5) / len(columns) for index in range(len(columns)))
    lines = lines_of(series, labels, places, height_of, frame, measure)
    return LinePlot(
        frame=frame,
        rows=tuple(Tick(height_of(row), text_of(row)) for row in rows),
        columns=thinned(places, columns, measure),
        bands=tuple(stretch(band, height_of, frame, lines, measure) for band in bands),
        lines=lines,
        column_at=places,
    )


def stretch(
    band: Band, height_of: Callable[[float], float], frame: Box, lines: Sequence[Line], measure: Measure
) -> Stretch:
    """A band with its words where the lines leave most room: left, right or between, high or low in it."""
    top, bottom = height_of(band.high), height_of(band.low)
    width, height = measure(band.words)
    near, far = frame[0] + WORDS_IN, frame[0] + frame[2] - width - WORDS_IN
    if height + 2 > bottom - top or far < near:
        return Stretch(top, bottom, band.words, None)
    columns = [near + (far - near) * share / 8 for share in (0, 8, *range(1, 8))]
    corners = [(x, y) for x in columns for y in (top + 2, bottom - 2 - height)]
    runs_seen = [run for line in lines for run in line.runs]
    steps = [start for run in runs_seen for start, _ in dashes(run, (STEP, 0)) if top <= start[1] <= bottom]
    return Stretch(top, bottom, band.words, freest(corners, (width, height), steps))


def text_of(value: float) -> str:
    """A value as an axis shows it: whole when it is whole, with a true minus sign."""
    text = str(round(value)) if value == round(value) else f"{value:g}"
    return text.replace("-", "\u2212")


def ending(series: Series) -> str:
    """The words at the end of a line: its name and last known value."""
    known = [value for value in series.values if value is not None]
    return f"{series.name} {text_of(known[-1])}" if known else series.name


def framed(box: Box, labels: Sequence[str], rows: Sequence[str], measure: Measure) -> Box:
    """The box without the room that row texts (left), names (right) and column texts (below) need."""
    line = measure("0")[1]
    left = max((measure(text)[0] for text in rows), default=0) + TEXT_GAP
    right = max((measure(text)[0] for text in labels), default=0) + 2 * TEXT_GAP
    above, below = line // 2 + 1, line + line // 2 + 4
    return box[0] + left, box[1] + above, max(1, box[2] - left - right), max(1, box[3] - above - below)


def lines_of(
    series: Sequence[Series],
    labels: Sequence[str],
    places: Sequence[float],
    height_of: Callable[[float], float],
    frame: Box,
    measure: Measure,
) -> tuple[Line, ...]:
    """The lines with their labels moved apart up and down at the right of the frame."""
    drawn = [(index, runs(one, places, height_of)) for index, one in enumerate(series)]
    drawn = [(index, found) for index, found in drawn if found]
    line = measure("0")[1]
    heights = apart(
        [found[-1][-1][1] for _, found in drawn], line + 1, frame[1], max(frame[1], frame[1] + frame[3])
    )
    x = frame[0] + frame[2] + TEXT_GAP
    return tuple(
        Line(pen(index), found, found[-1][-1], labels[index], (x, middle - line / 2))
        for (index, found), middle in zip(drawn, heights, strict=True)
    )


def runs(
    series: Series, places: Sequence[float], height_of: Callable[[float], float]
) -> tuple[tuple[Point, ...], ...]:
    """The points of a series, cut where a value is not known."""
    found: list[list[Point]] = [[]]
    for place, value in zip(places, series.values, strict=False):
        if value is not None:
            found[-1].append((place, height_of(value)))
        elif found[-1]:
            found.append([])
    return tuple(tuple(run) for run in found if run)
