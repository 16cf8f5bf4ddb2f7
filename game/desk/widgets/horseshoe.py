"""Horseshoe: the table of the Council, the president at its head, a seat for each member with flag, name and vote."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import pygame

from game.desk.canvas import Canvas
from game.desk.look import Look
from game.desk.part import Control, Part
from game.desk.screen import Change
from game.desk.theme import (
    CONDENSED,
    EDGE,
    EDGE_BRIGHT,
    GAP,
    GOLD,
    INK,
    INK_QUIET,
    INK_SOFT,
    RAISED,
    SMALL_GAP,
    Colour,
    Style,
    mixed,
)
from game.desk.widgets.ballot import BALLOTS, Seat, draw_flag

NAME = Style(CONDENSED, 600, 14)
VOTE = Style(CONDENSED, 600, 15)
CHAIR = Style(CONDENSED, 600, 12)
FLAG, SIGN, PAD = 22, 13, 7
HEAD = 7  # seats along the head of the table
WIDEST = 176  # pixels of a seat at 100 %
TABLE = 16  # pixels at 100 %: how broad the table is
BOW = 16  # pixels at 100 % by which the head of the table curves
WOOD: Colour = (74, 56, 42)
WOOD_EDGE: Colour = (128, 98, 66)


@dataclass(eq=False)
class _Seat(Control):
    """A member's place."""

    seat: Seat = field(default_factory=lambda: Seat("", ""), kw_only=True)
    presides: bool = field(default=False, kw_only=True)
    flags: bool = field(default=True, kw_only=True)

    def measure(self, look: Look, width: int) -> int:
        words = look.measure(self.seat.name, NAME, self._words(look, width).width)[1]
        chair = look.line_height(CHAIR) if self.presides else 0
        return max(look.pixels(FLAG), words) + chair + look.line_height(VOTE) + SMALL_GAP + 2 * PAD

    def slimmest(self, look: Look) -> int:
        beside = round(look.pixels(FLAG) * 4 / 3) + GAP if self.flags else 0
        votes = max(look.measure(ballot.word.upper(), VOTE)[0] for ballot in BALLOTS.values())
        return max(look.longest_word(self.seat.name, NAME) + beside, votes + look.pixels(SIGN) + GAP) + 2 * PAD + 2

    def _words(self, look: Look, width: int) -> pygame.Rect:
        """Where the name may stand, from the upper left corner."""
        beside = round(look.pixels(FLAG) * 4 / 3) + GAP if self.flags else 0
        return pygame.Rect(PAD + beside, PAD, width - 2 * PAD - beside, 0)

    def draw(self, canvas: Canvas) -> None:
        look, rect, seat, ballot = canvas.look, self.rect, self.seat, self.seat.ballot
        hot = canvas.hover == self.id
        fill = mixed(RAISED, ballot.colour, 0.18 if seat.vote in ("yes", "no", "abstain") else 0.0)
        edge = ballot.colour if seat.veto else GOLD if self.presides else EDGE_BRIGHT if hot else EDGE
        canvas.box(rect, fill, edge, 7, 2 if seat.veto else 1)
        canvas.surface.fill(ballot.colour, (rect.x + 8, rect.bottom - 3, rect.width - 16, 3))
        words = self._words(look, rect.width).move(rect.topleft)
        vote = look.line_height(VOTE)
        words.height = rect.height - 2 * PAD - vote - SMALL_GAP
        if self.presides:
            high = look.line_height(CHAIR)
            chair = pygame.Rect(rect.x + PAD, words.y, rect.width - 2 * PAD, high)
            canvas.text(self, "PRESIDENT", CHAIR, GOLD, chair, "centre")
            words.y, words.height = words.y + high, words.height - high
        if self.flags:
            size = look.pixels(FLAG)
            draw_flag(canvas, seat.iso, size, (rect.x + PAD, words.y + (words.height - size) // 2))
        canvas.text(self, seat.name, NAME, INK if seat.vote else INK_SOFT, words, upright="middle")
        self._draw_vote(canvas, pygame.Rect(rect.x + PAD, rect.bottom - PAD - vote, rect.width - 2 * PAD, vote))

    def _draw_vote(self, canvas: Canvas, room: pygame.Rect) -> None:
        look, ballot = canvas.look, self.seat.ballot
        if not self.seat.vote:
            canvas.mark("dot", 6, INK_QUIET, room.center)
            return
        size, word = look.pixels(SIGN), self.seat.word.upper()
        wide = size + SMALL_GAP + look.measure(word, VOTE)[0]
        x = room.centerx - wide // 2
        canvas.mark(ballot.mark, size, ballot.colour, (x + size // 2, room.centery))
        at = pygame.Rect(x + size + SMALL_GAP, room.y, room.right - x - size - SMALL_GAP, room.height)
        canvas.text(self, word, VOTE, ballot.colour, at, upright="middle")


@dataclass(eq=False)
class Horseshoe(Part):
    """The seats around the table in their order, the president's first; `inside` stands in the open middle.

    Seats go clockwise from the president's right hand. `on_open` gets the code of the state that is pressed;
    `awaited` is the code of the state that the hall waits for.
    """

    seats: Sequence[Seat]
    president: str = ""
    inside: Part = field(default_factory=Part, kw_only=True)
    on_open: Callable[[str], Change] = field(default=lambda _: None, kw_only=True)
    tip_of: Callable[[str], str] = field(default=lambda _: "", kw_only=True)
    flags: bool = field(default=True, kw_only=True)
    awaited: str = field(default="", kw_only=True)

    def __post_init__(self) -> None:
        super().__post_init__()
        order = [seat.iso for seat in self.seats]
        first = order.index(self.president) if self.president in order else 0
        half = len(self.seats) // 2
        turned = [*self.seats[first:], *self.seats[:first]]
        around = [*turned[-half:], *turned[: len(turned) - half]]
        self._seats = [
            _Seat(f"seat-{seat.iso}", seat.name, self._opening(seat.iso), seat=seat, tooltip=self.tip_of(seat.iso),
                  presides=seat.iso == self.president, flags=self.flags)
            for seat in around
        ]  # fmt: skip

    def _opening(self, iso: str) -> Callable[[], Change]:
        return lambda: self.on_open(iso)

    def parts(self) -> Sequence[Part]:
        return [*self._seats, self.inside]

    def measure(self, look: Look, width: int) -> int:
        wide, high = self._size(look, width)
        rows = 1 + (len(self._seats) - HEAD + 1) // 2
        least = rows * (high + SMALL_GAP) + look.pixels(BOW)
        below = look.pixels(BOW) + high + 2 * GAP + self.inside.measure(look, width - 2 * wide - 6 * GAP) + GAP
        return max(least, below)

    def _size(self, look: Look, width: int) -> tuple[int, int]:
        """Width and height of a seat in a room of this width."""
        slim = max((seat.slimmest(look) for seat in self._seats), default=1)
        across = (width - GAP * (HEAD - 1)) // HEAD
        wide = max(slim, min(look.pixels(WIDEST), across))
        return wide, max((seat.measure(look, wide) for seat in self._seats), default=1)

    def place(self, look: Look, rect: pygame.Rect) -> None:
        self.rect = rect
        wide, high = self._size(look, rect.width)
        sides = (len(self._seats) - HEAD + 1) // 2
        bow = look.pixels(BOW)
        step = min(max(high + SMALL_GAP, (rect.height - bow - high) // max(1, sides)), high * 11 // 5)
        spread = min((rect.width - wide) // (HEAD - 1), wide * 4 // 3)
        reach = (rect.width - wide) // 2
        for number, seat in enumerate(self._seats):
            k = number - sides
            along = k - HEAD // 2
            if k < 0 or k >= HEAD:
                down = -k if k < 0 else k - HEAD + 1
                out = min(reach, spread * (HEAD // 2) + wide // 3) - (look.pixels(10) * max(0, down - 2))
                x, y = float(-out if k < 0 else out), bow + down * step
            else:
                x, y = along * spread * min(1.0, reach / max(1, spread * (HEAD // 2))), bow * along * along // 9
            seat.place(look, pygame.Rect(rect.centerx + round(x) - wide // 2, rect.y + round(y), wide, high))
        self._place_inside(look, wide, high)

    def _place_inside(self, look: Look, wide: int, high: int) -> None:
        """Give the middle what the seats leave."""
        rect, bow = self.rect, look.pixels(BOW)
        left = max((s.rect.right for s in self._seats if s.rect.centerx < rect.centerx - 2 * wide), default=rect.x)
        left = max(left, rect.x) + 3 * GAP
        top = rect.y + bow + high + 2 * GAP
        room = pygame.Rect(left, top, 2 * (rect.centerx - left), rect.bottom - top)
        asked = self.inside.measure(look, room.width)
        spare = max(0, room.height - asked)
        self.inside.place(look, pygame.Rect(room.x, room.y + spare * 2 // 5, room.width, room.height - spare))

    def draw(self, canvas: Canvas) -> None:
        self._draw_table(canvas)
        super().draw(canvas)
        for seat in self._seats:
            if seat.seat.iso == self.awaited:
                canvas.box(seat.rect.inflate(6, 6), None, GOLD, 9, 2)

    def _draw_table(self, canvas: Canvas) -> None:
        """The table itself: a bowed band of wood along the inner side of the seats."""
        if len(self._seats) < HEAD:
            return
        thick = canvas.look.pixels(TABLE)
        middle = smooth(self._rim(GAP + thick / 2))
        outer, inner = beside(middle, -thick / 2), beside(middle, thick / 2)
        pygame.draw.polygon(canvas.surface, WOOD, [*outer, *reversed(inner)])
        pygame.draw.aalines(canvas.surface, WOOD_EDGE, True, [*outer, *reversed(inner)])
        pygame.draw.aalines(canvas.surface, mixed(WOOD, WOOD_EDGE, 0.5), False, middle)

    def _rim(self, away: float) -> list[tuple[float, float]]:
        """Points along the inner sides of the seats, `away` pixels from them, from the left end to the right one."""
        sides = (len(self._seats) - HEAD + 1) // 2
        left, head = self._seats[:sides], self._seats[sides + 1 : sides + HEAD - 1]
        right = self._seats[sides + HEAD :]
        ups: list[tuple[float, float]] = [(seat.rect.right + away, seat.rect.centery) for seat in left]
        downs: list[tuple[float, float]] = [(seat.rect.x - away, seat.rect.centery) for seat in right]
        tops: list[tuple[float, float]] = [(seat.rect.centerx, seat.rect.bottom + away) for seat in head]
        top, bend = self._seats[sides].rect.bottom + away, 3 * away
        # A side whose first seats stand close under the head begins below the bend.
        ups = [(x, y) for x, y in ups if y > top + bend * 1.3] or ups[:1]
        downs = [(x, y) for x, y in downs if y > top + bend * 1.3] or downs[-1:]
        ups[0], downs[-1] = (ups[0][0], left[0].rect.bottom), (downs[-1][0], right[-1].rect.bottom)
        near, cut = bend * 0.29, (ups[-1][0], downs[0][0])
        return [
            *ups, (cut[0], top + bend), (cut[0] + near, top + near), *tops,
            (cut[1] - near, top + near), (cut[1], top + bend), *downs,
        ]  # fmt: skip


def smooth(points: Sequence[tuple[float, float]], steps: int = 8) -> list[tuple[float, float]]:
    """A curve through all points, `steps` pieces between two of them."""
    ends = [points[0], *points, points[-1]]
    curve: list[tuple[float, float]] = []
    for a, b, c, d in zip(ends, ends[1:], ends[2:], ends[3:], strict=False):
        for step in range(steps):
            t = step / steps
            x, y = (
                0.5 * (2 * b[i] + (c[i] - a[i]) * t + (2 * a[i] - 5 * b[i] + 4 * c[i] - d[i]) * t * t
                       + (3 * b[i] - a[i] - 3 * c[i] + d[i]) * t**3)
                for i in (0, 1)
            )  # fmt: skip
            curve.append((x, y))
    return [*curve, points[-1]]


def beside(curve: Sequence[tuple[float, float]], away: float) -> list[tuple[float, float]]:
    """The curve moved `away` pixels to its right, in the sense of going along it."""
    moved = []
    for number, (x, y) in enumerate(curve):
        before, after = curve[max(0, number - 1)], curve[min(len(curve) - 1, number + 1)]
        dx, dy = after[0] - before[0], after[1] - before[1]
        length = max(0.001, (dx * dx + dy * dy) ** 0.5)
        moved.append((x - dy / length * away, y + dx / length * away))
    return moved
