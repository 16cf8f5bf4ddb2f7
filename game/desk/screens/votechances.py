"""Vote chances: how likely each vote of a state is, or how many of a group would vote so, as one bar with words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

import pygame

from game.desk.canvas import Canvas
from game.desk.look import Look
from game.desk.part import Part
from game.desk.theme import EDGE, GAP, INK_SOFT, NIGHT, SMALL_GAP, TAG, WELL, mixed
from game.desk.widgets.ballot import BALLOTS

BAR, SIGN = 12, 10
ORDER = ("yes", "abstain", "absent", "no")


def percent(amount: int, whole: int) -> str:
    """A share in whole percent; what would round to none or to all is told as nearly so."""
    share = round(100 * amount / whole)
    return "<1%" if not share else ">99%" if share == 100 and amount < whole else f"{share}%"


class Shares(Protocol):
    """Amounts by vote, whatever their unit."""

    @property
    def yes(self) -> int: ...
    @property
    def abstain(self) -> int: ...
    @property
    def absent(self) -> int: ...
    @property
    def no(self) -> int: ...


@dataclass(eq=False)
class ChanceBar(Part):
    """A bar parted by vote, from yes on the left to no on the right, over the same in figures and signs.

    With `percent` the figures are hundredths of the whole; else they are the amounts.
    """

    shares: Shares
    percent: bool = field(default=True, kw_only=True)

    def amounts(self) -> Iterator[tuple[str, int, str]]:
        """The votes there are, each with its amount and its figure."""
        whole = max(1, sum(getattr(self.shares, vote) for vote in ORDER))
        for vote in ORDER:
            amount = getattr(self.shares, vote)
            if amount:
                yield vote, amount, percent(amount, whole) if self.percent else str(amount)

    def natural(self, look: Look) -> int:
        return max(look.pixels(160), sum(self._wide(look, vote, figure) for vote, _, figure in self.amounts()))

    def slimmest(self, look: Look) -> int:
        return max((self._wide(look, vote, figure) for vote, _, figure in self.amounts()), default=0)

    def measure(self, look: Look, width: int) -> int:
        rows = len(list(self._rows(look, width)))
        return look.pixels(BAR) + SMALL_GAP + rows * look.line_height(TAG)

    def _words(self, vote: str, figure: str) -> str:
        return f"{figure} {BALLOTS[vote].word.lower()}"

    def _wide(self, look: Look, vote: str, figure: str) -> int:
        return look.pixels(SIGN) + SMALL_GAP + look.measure(self._words(vote, figure), TAG)[0] + 2 * GAP

    def _rows(self, look: Look, width: int) -> Iterator[list[tuple[str, str]]]:
        """The figures, as many in a row as there is room for."""
        row: list[tuple[str, str]] = []
        used = 0
        for vote, _, figure in self.amounts():
            wide = self._wide(look, vote, figure)
            if row and used + wide > width:
                yield row
                row, used = [], 0
            row.append((vote, figure))
            used += wide
        if row:
            yield row

    def draw(self, canvas: Canvas) -> None:
        look = canvas.look
        track = pygame.Rect(self.rect.x, self.rect.y, self.rect.width, look.pixels(BAR))
        canvas.box(track, WELL, EDGE, 3)
        self._draw_bar(canvas, track.inflate(-2, -2))
        y, size = track.bottom + SMALL_GAP, look.pixels(SIGN)
        for row in self._rows(look, self.rect.width):
            x = self.rect.x
            for vote, figure in row:
                ballot, high = BALLOTS[vote], look.line_height(TAG)
                canvas.mark(ballot.mark, size, ballot.colour, (x + size // 2, y + high // 2))
                words = self._words(vote, figure)
                room = pygame.Rect(x + size + SMALL_GAP, y, look.measure(words, TAG)[0], high)
                canvas.text(self, words, TAG, INK_SOFT, room)
                x += self._wide(look, vote, figure)
            y += look.line_height(TAG)

    def _draw_bar(self, canvas: Canvas, track: pygame.Rect) -> None:
        amounts = list(self.amounts())
        whole, done = sum(amount for _, amount, _ in amounts), 0
        for vote, amount, _ in amounts:
            left, right = (track.x + track.width * part // whole for part in (done, done + amount))
            canvas.surface.fill(BALLOTS[vote].colour, (left, track.y, right - left, track.height))
            if vote == "no":
                dark = mixed(BALLOTS[vote].colour, NIGHT, 0.45)
                with canvas.clipped(pygame.Rect(left, track.y, right - left, track.height)):
                    for x in range(left - track.height, right, 6):
                        pygame.draw.line(canvas.surface, dark, (x, track.bottom), (x + track.height, track.y), 2)
            canvas.surface.fill(NIGHT, (right - 1, track.y, 1, track.height))
            done += amount
