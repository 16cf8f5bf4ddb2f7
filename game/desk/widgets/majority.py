"""Majority: a tally as figures and as a bar, with the line that decides drawn over yes and no only."""

from __future__ import annotations

from dataclasses import dataclass, field

import pygame

from game.desk.canvas import Canvas
from game.desk.look import Look
from game.desk.part import Part
from game.desk.theme import (
    BAD,
    CONDENSED,
    EDGE,
    GAP,
    GOOD,
    INK,
    INK_QUIET,
    INK_SOFT,
    NIGHT,
    SANS,
    SMALL,
    SMALL_GAP,
    TAG,
    WELL,
    Style,
    mixed,
)
from game.desk.widgets.ballot import BALLOTS

BIG = Style(SANS, 600, 22)
WORD = Style(CONDENSED, 600, 14)
MARK, BAR, NOTCH = 13, 16, 5


@dataclass(eq=False)
class Count(Part):
    """How many voted so: the sign, the figure and the word. `band` ("98 to 121") stands under the figure if given."""

    vote: str
    figure: str
    band: str = ""

    def natural(self, look: Look) -> int:
        words = max(look.measure(BALLOTS[self.vote].word, WORD)[0], look.measure(self.band, SMALL)[0])
        return look.pixels(MARK) + SMALL_GAP + look.measure(self.figure, BIG)[0] + GAP + words

    def slimmest(self, look: Look) -> int:
        return self.natural(look)

    def measure(self, look: Look, width: int) -> int:
        return max(look.line_height(BIG), look.line_height(WORD) + (look.line_height(SMALL) if self.band else 0))

    def draw(self, canvas: Canvas) -> None:
        look, ballot, rect = canvas.look, BALLOTS[self.vote], self.rect
        size = look.pixels(MARK)
        canvas.mark(ballot.mark, size, ballot.colour, (rect.x + size // 2, rect.centery))
        wide = look.measure(self.figure, BIG)[0]
        room = pygame.Rect(rect.x + size + SMALL_GAP, rect.y, wide, rect.height)
        canvas.text(self, self.figure, BIG, ballot.colour, room, upright="middle")
        beside = pygame.Rect(room.right + GAP, rect.y, rect.right - room.right - GAP, rect.height)
        if not self.band:
            canvas.text(self, ballot.word, WORD, INK_QUIET, beside, upright="middle")
            return
        high = look.line_height(WORD)
        top = rect.centery - (high + look.line_height(SMALL)) // 2
        canvas.text(self, ballot.word, WORD, INK_QUIET, pygame.Rect(beside.x, top, beside.width, high))
        under = pygame.Rect(beside.x, top + high, beside.width, look.line_height(SMALL))
        canvas.text(self, self.band, SMALL, INK_SOFT, under)


@dataclass(eq=False)
class Majority(Part):
    """Yes against no along a bar, with the line at `line` (two thirds: 2, 3; nine of fifteen: 9, 15) and its words.

    With `seats` the bar stands for so many seats; without, for those who said yes or no, whatever others did.
    `band` are the least and most yes votes to be expected. `words` say what the line is.
    """

    yes: int
    no: int
    line: tuple[int, int]
    words: str
    seats: int = field(default=0, kw_only=True)
    band: tuple[int, int] | None = field(default=None, kw_only=True)

    def measure(self, look: Look, width: int) -> int:
        return look.pixels(BAR) + 2 * NOTCH + look.measure(self.words, TAG, width)[1]

    def natural(self, look: Look) -> int:
        return max(look.pixels(320), look.measure(self.words, TAG)[0])

    def slimmest(self, look: Look) -> int:
        return look.pixels(160)

    @property
    def whole(self) -> int:
        """How many votes the whole bar stands for; 0 before any vote."""
        return self.seats or self.yes + self.no

    def at(self, votes: int) -> int:
        """Where so many votes reach, in pixels from the left of the bar."""
        return self.rect.width * min(votes, self.whole) // self.whole if self.whole else 0

    def draw(self, canvas: Canvas) -> None:
        look = canvas.look
        bar = pygame.Rect(self.rect.x, self.rect.y + NOTCH, self.rect.width, look.pixels(BAR))
        canvas.box(bar, WELL, EDGE, 4)
        yes, no = self.at(self.yes), self.at(self.no)
        if yes:
            canvas.box(pygame.Rect(bar.x, bar.y, yes, bar.height), GOOD, None, 4)
        if no:
            self._draw_no(canvas, pygame.Rect(bar.right - no, bar.y, no, bar.height))
        if self.band is not None and self.whole:
            self._draw_band(canvas, bar, self.band)
        for seat in range(1, self.seats):
            x = bar.x + self.at(seat)
            canvas.surface.fill(mixed(NIGHT, EDGE, 0.4), (x, bar.y + 1, 1, bar.height - 2))
        x = bar.x + bar.width * self.line[0] // self.line[1]
        canvas.surface.fill(INK, (x - 1, bar.y - NOTCH, 2, bar.height + 2 * NOTCH))
        self._draw_words(canvas, x, bar.bottom + NOTCH)

    def _draw_no(self, canvas: Canvas, rect: pygame.Rect) -> None:
        """Hatched as well as coloured."""
        canvas.box(rect, BAD, None, 4)
        with canvas.clipped(rect.inflate(-2, -2)):
            for x in range(rect.x - rect.height, rect.right, 6):
                dark = mixed(BAD, NIGHT, 0.45)
                pygame.draw.line(canvas.surface, dark, (x, rect.bottom), (x + rect.height, rect.y), 2)

    def _draw_band(self, canvas: Canvas, bar: pygame.Rect, band: tuple[int, int]) -> None:
        """A bracket over the yes votes to be expected."""
        least, most = (bar.width * votes // max(1, self.seats or votes + self.no) for votes in band)
        left, right = bar.x + least, bar.x + max(most, least + 4)
        middle = bar.centery
        canvas.surface.fill(NIGHT, (left, middle - 2, right - left, 4))
        canvas.surface.fill(INK, (left, middle - 1, right - left, 2))
        for x in (left, right - 2):
            canvas.surface.fill(NIGHT, (x - 1, middle - 5, 4, 10))
            canvas.surface.fill(INK, (x, middle - 4, 2, 8))

    def _draw_words(self, canvas: Canvas, x: int, y: int) -> None:
        """The words under the line, as near to it as they fit."""
        look = canvas.look
        wide, high = look.measure(self.words, TAG, self.rect.width)
        left = max(self.rect.x, min(x - wide // 2, self.rect.right - wide))
        canvas.text(self, self.words, TAG, INK_SOFT, pygame.Rect(left, y, wide + 1, high), "centre")
