"""Plot: where ticks, lines and labels of a chart go, in plain numbers, for any ink: pygame or SVG."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, floor, hypot, log10

from game.desk.theme import Colour

Point = tuple[float, float]
Box = tuple[int, int, int, int]
"""Left, top, width, height in pixels."""

Measure = Callable[[str], tuple[int, int]]
"""Width and height of a text in pixels."""

TEXT_GAP = 8
LABELS_AT_MOST = 0.45  # share of the width that names at the line ends may take
MARKERS = ("circle", "square", "diamond", "triangle", "cross", "ring")


@dataclass(frozen=True, slots=True)
class Pen:
    """How a line is told from others: colour, dash and gap lengths in pixels (none: solid), marker."""

    colour: Colour
    dash: tuple[int, ...]
    marker: str


# Colours that stay apart for red-green and blue-yellow blind eyes on a dark ground.
PENS = (
    Pen((112, 178, 232), (), "circle"),
    Pen((236, 148, 72), (10, 5), "square"),
    Pen((92, 190, 164), (2, 5), "diamond"),
    Pen((240, 222, 120), (12, 4, 2, 4), "triangle"),
    Pen((206, 146, 196), (6, 4), "cross"),
    Pen((214, 219, 228), (16, 5), "ring"),
)


@dataclass(frozen=True, slots=True)
class Series:
    """A named row of values, one a column; None where nothing is known."""

    name: str
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of values with a word of its own, such as "low" for 0 to 40."""

    words: str
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Stretch:
    """A band in pixels: top, bottom, its words, and their top left corner; None where they find no room."""

    top: float
    bottom: float
    words: str
    words_at: Point | None


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on an axis: its pixel along the axis and its text."""

    at: float
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A series in pixels: runs of points without a hole, its end, its label and the label's top left."""

    pen: Pen
    runs: tuple[tuple[Point, ...], ...]
    end: Point
    label: str
    label_at: Point


@dataclass(frozen=True, slots=True)
class LinePlot:
    """A line chart laid out: the frame of the lines, both axes, bands, lines, each column's x."""

    frame: Box
    rows: tuple[Tick, ...]
    columns: tuple[Tick, ...]
    bands: tuple[Stretch, ...]
    lines: tuple[Line, ...]
    column_at: tuple[float, ...]


def pen(index: int) -> Pen:
    """The pen of the series with this index; beyond the sixth, colours return with another dash."""
    base = PENS[index % len(PENS)]
    turn = index // len(PENS)
    if turn == 0:
        return base
    other = PENS[(index + turn) % len(PENS)]
    return Pen(base.colour, other.dash, other.marker)


def ticks(low: float, high: float, most: int) -> tuple[float, ...]:
    """Round values from low to high, both included when round, at steps of 1, 2 or 5 times a power of ten.

    At most `most` of them (at least two are tried for). ValueError when high is not above low.
    """
    if high <= low:
        raise ValueError(f"an axis needs a span: {low} to {high}")
    rough = (high - low) / max(1, most - 1)
    power = 10.0 ** floor(log10(rough))
    step = next(power * times for times in (1, 2, 5, 10) if power * times >= rough * (1 - 1e-9))
    first, last = ceil(low / step - 1e-9), floor(high / step + 1e-9)
    return tuple(round(index * step, 9) for index in range(first, last + 1))


def apart(wanted: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Places as near as can be to those wanted, at least `gap` from each other, all from low to high.

    Order is kept (equal wishes: the first lies first). Where there is no room for all, they share it evenly.
    """
    if not wanted:
        return []
    gap = min(gap, (high - low) / max(1, len(wanted) - 1))
    order = sorted(range(len(wanted)), key=lambda index: (wanted[index], index))
    # With the gaps taken out, "far enough apart" is "not decreasing": pool neighbours that break it.
    pools: list[tuple[float, int]] = []
    for rank, index in enumerate(order):
        pools.append((wanted[index] - rank * gap, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (first, many), (second, few) = pools[-2:]
            pools[-2:] = [((first * many + second * few) / (many + few), many + few)]
    highest = high - gap * (len(wanted) - 1)
    flat = [min(max(value, low), highest) for value, count in pools for _ in range(count)]
    places = [0.0] * len(wanted)
    for rank, index in enumerate(order):
        places[index] = flat[rank] + rank * gap
    return places


def dashes(points: Sequence[Point], pattern: tuple[int, ...]) -> Iterator[tuple[Point, Point]]:
    """The drawn pieces of a line of points; the pattern is drawn, left out, drawn ... lengths in pixels."""
    if not pattern:
        yield from pairwise(points)
        return
    turn, left = 0, float(pattern[0])
    for (ax, ay), (bx, by) in pairwise(points):
        length, done = hypot(bx - ax, by - ay), 0.0
        while done < length:
            reach = min(left, length - done)
            if turn % 2 == 0:
                start, stop = done / length, (done + reach) / length
                yield (
                    (ax + (bx - ax) * start, ay + (by - ay) * start),
                    (ax + (bx - ax) * stop, ay + (by - ay) * stop),
                )
            done, left = done + reach, left - reach
            if left <= 1e-9:
                turn = (turn + 1) % len(pattern)
                left = float(pattern[turn])


def freest(corners: Sequence[Point], size: tuple[int, int], steps: Sequence[Point]) -> Point | None:
    """The corner at which a text of `size` lies over fewest of the steps, the first among equals."""
    best, fewest = None, len(steps) + 1
    for left, top in corners:
        right, bottom = left + size[0], top + size[1]
        met = sum(left <= x <= right and top <= y <= bottom for x, y in steps)
        if met < fewest:
            best, fewest = (left, top), met
        if met == 0:
            break
    return best


def shortened(text: str, width: float, measure: Measure) -> str:
    """The text, cut and with an ellipsis where it is wider than `width` pixels."""
    if measure(text)[0] <= width:
        return text
    cut = next((size for size in range(len(text) - 1, 0, -1) if measure(text[:size] + "…")[0] <= width), 0)
    return text[:cut].rstrip() + "…"


def thinned(places: Sequence[float], texts: Sequence[str], measure: Measure) -> tuple[Tick, ...]:
    """Ticks for every first, second, third ... column: as many as stand clear of each other."""
    for step in range(1, len(places) + 1):
        chosen = range(0, len(places), step)
        spans = [(places[i] - measure(texts[i])[0] / 2, places[i] + measure(texts[i])[0] / 2) for i in chosen]
        if all(left[1] + TEXT_GAP <= right[0] for left, right in pairwise(spans)):
            return tuple(Tick(places[i], texts[i]) for i in chosen)
    return ()
