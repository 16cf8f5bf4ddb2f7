"""Board plan: where each state stands on a board of many, so that no name is cut and all fit if they can."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from game.desk.look import Look
from game.desk.theme import CONDENSED, OVERLINE, Style
from game.desk.widgets.ballot import Seat

GAP_X, GAP_Y = 6, 2  # pixels between cells
PAD_X, PAD_Y, STRIPE = 4, 1, 3  # pixels within them, and of their coloured edge
HEAD_GAP = 1
SIZES = (16, 15, 14, 13, 12, 11)  # of the names, the largest first
READABLE = 14  # the size where not all can be seen at once anyway
COLUMNS = range(2, 13)
STRETCH = 10  # pixels by which a row may grow when there is room to spare


@dataclass(frozen=True, slots=True)
class Section:
    """States under a heading; "" for none."""

    title: str
    seats: tuple[Seat, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """A board laid out: the style of its names, the cells' rects in order, the headings' rects, the height in all."""

    name: Style
    cells: tuple[pygame.Rect, ...]
    heads: tuple[pygame.Rect, ...]
    height: int

    def flag(self, look: Look) -> int:
        """The height of a flag in pixels."""
        return look.pixels(self.name.size)

    def sign(self, look: Look) -> int:
        """The size of the vote's sign in pixels."""
        return look.pixels(self.name.size - 3)

    def beside(self, look: Look) -> int:
        """The width of a cell that is not the name's: edge, flag and sign, in pixels."""
        return STRIPE + 4 * PAD_X + round(self.flag(look) * 4 / 3) + self.sign(look)


def planned(look: Look, sections: Sequence[Section], width: int, room: int) -> Plan:
    """The board at the largest size at which all fits into `room` pixels of height; else at one easy to read."""
    names = [seat.name for section in sections for seat in section.seats]
    for size in SIZES:
        style = Style(CONDENSED, 600, size)
        bare = Plan(style, (), (), 0)
        least = bare.beside(look) + max(look.longest_word(name, style) for name in names)
        line, lines = look.line_height(style), _Lines(look, style)
        for columns in COLUMNS:
            across = (width - GAP_X * (columns - 1)) // columns
            if across < least:
                break
            guess = sum(_tall(look, bare, line, most) + GAP_Y for section in sections
                        for most in lines.by_row(section, columns, across - bare.beside(look)))  # fmt: skip
            if guess + _heads(look, sections) > room:
                continue
            plan = _plan(look, style, sections, width, columns)
            if plan.height <= room:
                return _stretched(plan, room)
    return _scrolled(look, sections, names, width)


def _scrolled(look: Look, sections: Sequence[Section], names: Sequence[str], width: int) -> Plan:
    """The board at a size that reads well, higher than its window."""
    style = Style(CONDENSED, 600, READABLE)
    least = Plan(style, (), (), 0).beside(look) + max(look.longest_word(name, style) for name in names)
    most = max(1, min(COLUMNS[-1], (width + GAP_X) // (least + GAP_X)))
    plans = [_plan(look, style, sections, width, columns) for columns in range(max(1, most - 3), most + 1)]
    return min(plans, key=lambda plan: plan.height)


class _Lines:
    """How many lines names take, counted by the widths of their words: quick, and right but for a pixel or two."""

    def __init__(self, look: Look, style: Style) -> None:
        self._look, self._style = look, style
        self._space = look.measure("a a", style)[0] - look.measure("aa", style)[0]
        self._words: dict[str, list[int]] = {}

    def by_row(self, section: Section, columns: int, room: int) -> list[int]:
        """The most lines of a name in each row."""
        counts = [self._count(seat.name, room) for seat in section.seats]
        rows = -(-len(counts) // columns)
        return [max(counts[row::rows]) for row in range(rows)]

    def _count(self, name: str, room: int) -> int:
        if name not in self._words:
            self._words[name] = [self._look.measure(word, self._style)[0] for word in name.split()]
        lines, used = 1, -self._space
        for wide in self._words[name]:
            used += self._space + wide
            if used > room:
                lines, used = lines + 1, wide
        return lines


def _tall(look: Look, plan: Plan, line: int, lines: int) -> int:
    """The height of a cell whose name takes so many lines."""
    return max(line * lines, plan.flag(look)) + 2 * PAD_Y


def _heads(look: Look, sections: Sequence[Section]) -> int:
    """The height of all headings with the room around them."""
    return sum(look.line_height(OVERLINE) + 2 * HEAD_GAP for section in sections if section.title)


def _plan(look: Look, style: Style, sections: Sequence[Section], width: int, columns: int) -> Plan:
    bare = Plan(style, (), (), 0)
    across = (width - GAP_X * (columns - 1)) / columns
    lefts, wide, line = [round(n * (across + GAP_X)) for n in range(columns)], int(across), look.line_height(style)
    cells: list[pygame.Rect] = []
    heads: list[pygame.Rect] = []
    y = 0
    for section in sections:
        high = look.line_height(OVERLINE) if section.title else 0
        heads.append(pygame.Rect(0, y, width, high))
        y += high + (HEAD_GAP if high else 0)
        rows = -(-len(section.seats) // columns)
        inner = wide - bare.beside(look)
        lines = [look.measure(seat.name, style, inner)[1] // line for seat in section.seats]
        talls = [_tall(look, bare, line, max(lines[row::rows])) for row in range(rows)]
        tops = [y + sum(talls[:row]) + row * GAP_Y for row in range(rows)]
        cells += [pygame.Rect(lefts[n // rows], tops[n % rows], wide, talls[n % rows]) for n in range(len(lines))]
        y += sum(talls) + GAP_Y * rows + (HEAD_GAP if high else 0)
    return Plan(style, tuple(cells), tuple(heads), max(0, y))


def _stretched(plan: Plan, room: int) -> Plan:
    """The plan with its rows spread over the room that is left."""
    tops = sorted({cell.y for cell in plan.cells})
    more = min(STRETCH, (room - plan.height) // max(1, len(tops)))
    before = {top: number * more for number, top in enumerate(tops)}
    cells = tuple(pygame.Rect(c.x, c.y + before[c.y], c.width, c.height + more) for c in plan.cells)
    heads = tuple(head.move(0, more * sum(top < head.y for top in tops)) for head in plan.heads)
    return Plan(plan.name, cells, heads, plan.height + len(tops) * more)
