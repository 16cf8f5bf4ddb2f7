"""Charts: ticks, labels that keep apart, lines told apart without colour, bars that say what they say."""

from __future__ import annotations

from itertools import combinations, pairwise
from math import hypot

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.desk.bars import bar, range_band
from game.desk.chart import line_chart
from game.desk.lineplot import line_plot
from game.desk.plot import PENS, Band, Series, apart, dashes, pen, shortened, thinned, ticks
from game.desk.theme import PANEL, SKY, Colour

COLUMNS = [f"{day} Nov" for day in range(1, 21)]


def boxes(text: str) -> tuple[int, int]:
    """A measure that needs no font: seven pixels a letter, fourteen high."""
    return 7 * len(text), 14


class Notes:
    """Takes down each text written and where."""

    def __init__(self) -> None:
        self.texts: list[tuple[str, pygame.Rect, Colour]] = []

    def write(self, surface: pygame.Surface, text: str, corner: tuple[int, int], colour: Colour) -> None:
        """Note a text instead of drawing it."""
        self.texts.append((text, pygame.Rect(corner, boxes(text)), colour))


def bright(surface: pygame.Surface, x: int, y: int) -> int:
    """The sum of a pixel's channels."""
    colour = surface.get_at((x, y))
    return colour.r + colour.g + colour.b


@pytest.mark.parametrize(
    ("low", "high", "most", "wanted"),
    [
        (0, 100, 6, (0, 20, 40, 60, 80, 100)),
        (0, 100, 3, (0, 50, 100)),
        (-10, 10, 5, (-10, -5, 0, 5, 10)),
        (0, 1, 6, (0, 0.2, 0.4, 0.6, 0.8, 1)),
        (3, 97, 5, (50,)),
    ],
)
def test_ticks_are_round(low: float, high: float, most: int, wanted: tuple[float, ...]) -> None:
    """Steps of 1, 2 or 5 times a power of ten."""
    assert ticks(low, high, most) == pytest.approx(wanted)


def test_ticks_need_a_span() -> None:
    """An axis from a value to itself is refused by name."""
    with pytest.raises(ValueError, match="span"):
        ticks(5, 5, 4)


@given(st.floats(-1000, 1000), st.floats(0.01, 5000), st.integers(2, 12))
def test_ticks_are_few_and_inside(low: float, span: float, most: int) -> None:
    """Never more than asked, all within the axis, evenly spaced."""
    found = ticks(low, low + span, most)
    assert len(found) <= most
    assert all(low - 1e-6 <= value <= low + span + 1e-6 for value in found)


@given(st.lists(st.floats(-50, 450), max_size=14), st.floats(1, 40))
def test_apart_keeps_labels_apart_in_order_and_inside(wanted: list[float], gap: float) -> None:
    """At least the gap, or an even share of the room where there is too little."""
    places = apart(wanted, gap, 0, 400)
    room = min(gap, 400 / max(1, len(wanted) - 1))
    assert all(-1e-6 <= place <= 400 + 1e-6 for place in places)
    assert all(high - low >= room - 1e-6 for low, high in pairwise(sorted(places)))
    by_wish = sorted(range(len(wanted)), key=lambda index: (wanted[index], index))
    assert sorted(places) == [places[index] for index in by_wish]


def test_apart_leaves_alone_what_is_clear() -> None:
    """Labels far enough apart stay where they were wanted; a close pair parts evenly."""
    assert apart([10, 100, 200], 14, 0, 400) == pytest.approx([10, 100, 200])
    assert apart([50, 54], 14, 0, 400) == pytest.approx([45, 59])
    assert apart([], 14, 0, 400) == []


@given(st.lists(st.tuples(st.floats(0, 200), st.floats(0, 200)), min_size=2, max_size=8))
def test_dashes_cover_their_share_of_the_line(points: list[tuple[float, float]]) -> None:
    """With dash and gap alike, about half of the length is drawn; solid draws all of it."""
    length = sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points))
    solid = sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in dashes(points, ()))
    dashed = sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in dashes(points, (6, 6)))
    assert solid == pytest.approx(length, abs=1e-6)
    assert length / 2 - 6.001 <= dashed <= length / 2 + 6.001


def test_pens_differ_without_their_colour() -> None:
    """No two of the first six lines share dash and marker; no two of twelve share all; colours lie apart."""
    forms = [(pen(index).dash, pen(index).marker) for index in range(6)]
    assert len(set(forms)) == 6
    assert len({pen(index) for index in range(12)}) == 12
    for one, other in combinations(PENS, 2):
        assert sum(abs(a - b) for a, b in zip(one.colour, other.colour, strict=True)) > 60


def test_texts_are_cut_with_an_ellipsis_only_where_too_long() -> None:
    """What fits stays whole; what is cut fits."""
    assert shortened("Unity 50", 200, boxes) == "Unity 50"
    cut = shortened("Credibility of threats 50", 90, boxes)
    assert cut.endswith("…")
    assert boxes(cut)[0] <= 90


def test_column_texts_are_thinned_until_clear() -> None:
    """No two column texts touch, however many columns there are."""
    places = [10.0 * index for index in range(20)]
    found = thinned(places, COLUMNS, boxes)
    spans = [(tick.at - boxes(tick.text)[0] / 2, tick.at + boxes(tick.text)[0] / 2) for tick in found]
    assert len(found) >= 3
    assert all(left[1] < right[0] for left, right in pairwise(spans))


def many_series() -> list[Series]:
    """Six series that all end close together, one of them with a hole, and one that knows nothing."""
    series = [
        Series(f"Meter {index}", tuple(40.0 + (index * step) % 17 for step in range(20)))
        for index in range(5)
    ]
    return [*series, Series("Holed", (10, 20, None, None, 30)), Series("Unknown", (None, None))]


def test_line_plot_cuts_lines_where_nothing_is_known() -> None:
    """A hole parts a line in two; a series without values is left out and does not shift the pens."""
    plot = line_plot((0, 0, 600, 300), many_series(), COLUMNS, boxes)
    assert [line.label.split(" ")[0] for line in plot.lines] == ["Meter"] * 5 + ["Holed"]
    assert [len(run) for run in plot.lines[5].runs] == [2, 1]
    assert plot.lines[5].label == "Holed 30"
    assert plot.lines[5].pen == pen(5)


def test_line_plot_holds_values_in_the_frame() -> None:
    """A value beyond the axis is held at its edge; more values than columns are refused."""
    plot = line_plot((10, 10, 400, 200), [Series("S", (-50, 150))], ["a", "b"], boxes)
    left, top, width, height = plot.frame
    assert [point[1] for point in plot.lines[0].runs[0]] == pytest.approx([top + height, top])
    assert all(left <= point[0] <= left + width for point in plot.lines[0].runs[0])
    with pytest.raises(ValueError, match="more values"):
        line_plot((0, 0, 400, 200), [Series("S", (1, 2, 3))], ["a", "b"], boxes)


def test_band_words_avoid_the_lines() -> None:
    """The words of a band stand where no line passes, when there is such a place."""
    series = [Series("S", (95, 95, 95, 95, 95, 20, 20, 20, 20, 20))]
    bands = [Band("calm", 80, 100), Band("tiny", 50, 50.5)]
    plot = line_plot((0, 0, 700, 300), series, COLUMNS[:10], boxes, bands=bands)
    calm, tiny = plot.bands
    assert calm.words_at is not None
    rect = pygame.Rect(calm.words_at, boxes("calm"))
    points = plot.lines[0].runs[0]
    assert not any(rect.clipline(a, b) for a, b in pairwise(points))
    assert tiny.words_at is None


@pytest.mark.parametrize("size", [(700, 320), (420, 200), (300, 150)])
def test_no_text_of_a_chart_covers_another(size: tuple[int, int]) -> None:
    """Axes and names at the line ends: no overlap, nothing outside the box sideways."""
    notes = Notes()
    surface = pygame.Surface((size[0] + 40, size[1] + 40))
    line_chart(surface, (20, 20, *size), many_series(), COLUMNS, boxes, notes.write)
    assert len(notes.texts) >= 10
    for (one, first, _), (other, second, _) in combinations(notes.texts, 2):
        assert not first.colliderect(second), (one, other)
    for text, rect, _ in notes.texts:
        assert rect.left >= 20 and rect.right <= 20 + size[0] and rect.bottom <= 20 + size[1] + 2, text


def test_line_chart_draws_its_lines_and_cursor() -> None:
    """Ink lies on each line's end in its colour; the cursor is a line at its column."""
    notes = Notes()
    surface = pygame.Surface((640, 340))
    surface.fill(PANEL)
    series = [Series("Unity", (20, 40, 60)), Series("Cost", (80, 70, 50))]
    plot = line_chart(surface, (20, 20, 600, 300), series, ["a", "b", "c"], boxes, notes.write, cursor=1)
    for line in plot.lines:
        seen = surface.get_at((round(line.end[0]), round(line.end[1])))
        assert all(abs(a - b) < 40 for a, b in zip(tuple(seen)[:3], line.pen.colour, strict=True))
    x = round(plot.column_at[1])
    below = plot.frame[1] + plot.frame[3] - 12
    assert bright(surface, x, below) > bright(surface, x + 6, below) + 60


def test_line_chart_of_nothing_draws_its_axes() -> None:
    """No series and no columns: an empty frame, no error."""
    notes = Notes()
    plot = line_chart(pygame.Surface((200, 120)), (0, 0, 200, 120), [], [], boxes, notes.write)
    assert plot.lines == ()
    assert [text for text, _, _ in notes.texts] == [row.text for row in plot.rows]


def test_bar_is_filled_to_its_share() -> None:
    """Full left of the share, empty right of it; out of range is held."""
    surface = pygame.Surface((220, 30))
    bar(surface, (10, 5, 200, 12), 0.5, SKY)
    assert bright(surface, 100, 11) > 400 > 200 > bright(surface, 122, 11)
    bar(surface, (10, 5, 200, 12), 7.0, SKY)
    assert bright(surface, 205, 11) > 400
    bar(surface, (10, 5, 200, 12), -1.0, SKY)
    assert bright(surface, 20, 11) < 200


def test_thresholds_are_notches() -> None:
    """A notch is darker than the fill around it."""
    surface = pygame.Surface((220, 30))
    bar(surface, (10, 5, 200, 12), 1.0, SKY, (0.4,))
    assert bright(surface, 90, 7) + 200 < bright(surface, 80, 7)


@pytest.mark.parametrize(("low", "high"), [(0.3, 0.6), (0.6, 0.3), (0.5, 0.5), (0.95, 1.0), (0.0, 0.02)])
def test_range_shows_two_posts_and_no_value(low: float, high: float) -> None:
    """A bright post at each end; between them it is darker than a known value would be."""
    surface = pygame.Surface((220, 30))
    range_band(surface, (10, 5, 200, 12), low, high, SKY)
    lit = [x for x in range(10, 210) if bright(surface, x, 11) > 400]
    first, last = min(low, high) * 200 + 10, max(low, high) * 200 + 10
    assert lit[0] == pytest.approx(first, abs=5)
    assert lit[-1] == pytest.approx(last, abs=5)
    if last - first > 20:
        assert bright(surface, round((first + last) / 2), 11) < 400
