"""Layout: rows, columns, grids and flows deal out exactly the room there is."""

from __future__ import annotations

import pygame
from hypothesis import given
from hypothesis import strategies as st

from game.desk.flow import Flow
from game.desk.grid import Grid
from game.desk.layout import Column, Row, Slot, Space, fixed, grow
from game.desk.look import Look
from game.desk.share import fitted, shared_out
from game.desk.widgets.paragraph import Paragraph
from game.desk.widgets.scroll import Scroll
from tests.desk.demo import ASSETS

ROOM = pygame.Rect(0, 0, 300, 200)
sizes = st.lists(st.tuples(st.integers(0, 300), st.integers(0, 300)), min_size=1, max_size=8)


@given(sizes, st.integers(0, 900))
def test_sizes_are_cut_to_the_room_but_not_below_their_floor(pairs: list[tuple[int, int]], room: int) -> None:
    wanted, floors = [max(pair) for pair in pairs], [min(pair) for pair in pairs]
    cut = fitted(wanted, floors, room)
    assert all(floor <= size <= want for floor, size, want in zip(floors, cut, wanted, strict=True))
    assert sum(cut) == min(sum(wanted), max(room, sum(floors)))


@given(sizes, st.integers(0, 900))
def test_the_room_left_is_dealt_out_to_the_pixel(pairs: list[tuple[int, int]], room: int) -> None:
    least, shares = [size for size, _ in pairs], [share % 4 for _, share in pairs]
    dealt = shared_out(least, shares, room)
    assert all(got >= had for got, had in zip(dealt, least, strict=True))
    if any(shares) and sum(least) <= room:
        assert sum(dealt) == room


def test_a_column_gives_the_rest_to_what_grows() -> None:
    parts = [Space(20), Space(10), Space(30)]
    Column([parts[0], grow(parts[1]), fixed(parts[2], 50)], gap=5).place(Look(ASSETS), ROOM)
    assert [part.rect.height for part in parts] == [20, 120, 50]
    assert [part.rect.y for part in parts] == [0, 25, 150]


def test_in_a_short_column_what_scrolls_gives_way() -> None:
    scroll, foot = Scroll("s", child=Space(500)), Space(40)
    Column([Slot(scroll, least=30), foot], gap=0).place(Look(ASSETS), ROOM)
    assert (scroll.rect.height, foot.rect.bottom) == (160, 200)


def test_a_narrow_row_wraps_its_widest_part_first() -> None:
    short, long = Paragraph("7"), Paragraph("a long text that can very well be wrapped into lines")
    Row([short, long]).place(Look(ASSETS), ROOM)
    assert short.rect.width == Paragraph("7").natural(Look(ASSETS))
    assert long.rect.right == 300


def test_a_grid_has_as_many_columns_as_fit() -> None:
    cells = [Space(30) for _ in range(5)]
    grid = Grid(cells, least=90, gap=10)
    grid.place(Look(ASSETS), ROOM)
    assert [(cell.rect.x, cell.rect.y) for cell in cells] == [(0, 0), (103, 0), (206, 0), (0, 40), (103, 40)]
    assert grid.measure(Look(ASSETS), 80) == 5 * 30 + 4 * 10


def test_a_flow_goes_on_in_a_further_row() -> None:
    parts = [Space(120), Space(120), Space(120)]
    Flow(parts, gap=10, align="right").place(Look(ASSETS), ROOM)
    assert [(part.rect.x, part.rect.y) for part in parts] == [(50, 0), (180, 0), (180, 130)]
