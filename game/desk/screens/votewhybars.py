"""Vote-why bars: what pulled a state towards yes and what away from it, as bars from a common middle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import pygame

from game.desk.canvas import Canvas
from game.desk.look import Look
from game.desk.part import Part
from game.desk.theme import BAD, BODY, EDGE_BRIGHT, GAP, GOOD, INK, INK_SOFT, NIGHT, STRONG, TAG, WELL, Colour, mixed

BAR, ROW_GAP = 12, 6
LABELS = 46  # percent of the width that the words take
UNIT = 10  # thousandths of a logit in one point, the measure of lobbying
SLIGHT = 20  # points that fill at least a part of the bar, so that small pulls look small


@dataclass(frozen=True, slots=True)
class Pull:
    """Something that pulled: its words, and its strength in points, above nought towards yes."""

    label: str
    points: int
    strong: bool = False


def signed(points: int) -> str:
    """Points with their sign, a proper minus among them."""
    return f"+{points}" if points > 0 else f"−{-points}" if points else "0"


@dataclass(eq=False)
class Pulls(Part):
    """The pulls one under another, each with words, a bar and its figure; `scale` points fill a side, 0 the largest."""

    pulls: Sequence[Pull]
    scale: int = field(default=0, kw_only=True)

    def natural(self, look: Look) -> int:
        return look.pixels(420)

    def slimmest(self, look: Look) -> int:
        return look.pixels(260)

    def measure(self, look: Look, width: int) -> int:
        return sum(self._height(look, pull, width) + ROW_GAP for pull in self.pulls)

    def _words(self, width: int) -> int:
        return width * LABELS // 100

    def _height(self, look: Look, pull: Pull, width: int) -> int:
        return look.measure(pull.label, STRONG if pull.strong else BODY, self._words(width))[1]

    def draw(self, canvas: Canvas) -> None:
        look, y = canvas.look, self.rect.y
        most = self.scale or max([SLIGHT, *(abs(pull.points) for pull in self.pulls)])
        figure = max((look.measure(signed(pull.points), TAG)[0] for pull in self.pulls), default=0)
        words = self._words(self.rect.width)
        left, right = self.rect.x + words + 2 * GAP, self.rect.right - figure - GAP
        middle = (left + right) // 2
        for pull in self.pulls:
            high = self._height(look, pull, self.rect.width)
            room = pygame.Rect(self.rect.x, y, words, high)
            canvas.text(self, pull.label, STRONG if pull.strong else BODY, INK if pull.strong else INK_SOFT, room)
            track = pygame.Rect(left, y + (high - look.pixels(BAR)) // 2, right - left, look.pixels(BAR))
            self._draw_bar(canvas, track, middle, pull, most)
            at = pygame.Rect(right + GAP, y, self.rect.right - right - GAP, high)
            canvas.text(self, signed(pull.points), TAG, self._colour(pull), at, "right", "middle")
            y += high + ROW_GAP
        canvas.surface.fill(EDGE_BRIGHT, (middle, self.rect.y, 1, max(0, y - ROW_GAP - self.rect.y)))

    def _colour(self, pull: Pull) -> Colour:
        return GOOD if pull.points > 0 else BAD if pull.points < 0 else INK_SOFT

    def _draw_bar(self, canvas: Canvas, track: pygame.Rect, middle: int, pull: Pull, most: int) -> None:
        canvas.surface.fill(WELL, track)
        wide = min(abs(pull.points), most) * (track.width // 2 - 1) // most
        if not wide:
            return
        bar = pygame.Rect(middle if pull.points > 0 else middle - wide, track.y, wide, track.height)
        colour = self._colour(pull)
        canvas.surface.fill(colour if pull.strong else mixed(colour, NIGHT, 0.15), bar)
