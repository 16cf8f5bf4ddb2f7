"""Drafting row: a paragraph of a draft: whether it stands, what it says and weighs, what it does to the vote."""

from __future__ import annotations

from dataclasses import dataclass, field

import pygame

from game.desk.canvas import Canvas
from game.desk.look import Look
from game.desk.part import Control
from game.desk.theme import (
    BAD,
    EDGE,
    EDGE_BRIGHT,
    GAP,
    GOLD,
    GOOD,
    HOVER,
    INK,
    INK_QUIET,
    INK_SOFT,
    LABEL,
    PANEL,
    RAISED,
    SMALL,
    SMALL_GAP,
    TAG,
    Colour,
)

PAD_X, PAD_Y, SIGN, MARK = 10, 6, 14, 9
STANDS, STRUCK = "stands", "left out"


@dataclass(eq=False)
class ProvisionRow(Control):
    """A paragraph of the draft that Enter puts in or strikes.

    `moved` is by how many yes votes the expectation changes if that is done now; `weight` what it adds if adopted.
    """

    text: str = field(default="", kw_only=True)
    stands: bool = field(default=False, kw_only=True)
    weight: int = field(default=0, kw_only=True)
    moved: str = field(default="0", kw_only=True)

    def tip(self) -> str:
        done = "Striking it" if self.stands else "Putting it in"
        votes = self.moved.strip("+−")
        change = (
            f"would {'win' if self.moved[0] == '+' else 'lose'} about {votes} yes vote{'' if votes == '1' else 's'}"
        )
        moved = change if self.moved != "0" else "would hardly move a vote"
        head = f"**{self.label}** ({STANDS if self.stands else STRUCK}). Weighs {self.weight} if adopted."
        closed = f"\n{{bad:{self.reason}}}" if self.reason and not self.enabled else ""
        return f"{head}\n{done} {moved}.{closed}"

    def natural(self, look: Look) -> int:
        return look.pixels(420)

    def measure(self, look: Look, width: int) -> int:
        label, text = self._words(look, width)
        return max(label.height + text.height, 2 * look.line_height(TAG)) + 2 * PAD_Y

    def _left(self, look: Look) -> int:
        """Where the words begin."""
        return PAD_X + self._cap(look) + GAP + look.pixels(SIGN) + GAP

    def _cap(self, look: Look) -> int:
        return look.measure(self.hotkey or "0", TAG)[0] + 2 * SMALL_GAP + 2

    def _side(self, look: Look) -> int:
        """The width of weight and price at the right."""
        words = ("weight 10", "if put in −100 yes")
        return max(look.measure(word, TAG)[0] for word in words) + look.pixels(MARK) + SMALL_GAP

    def _words(self, look: Look, width: int) -> tuple[pygame.Rect, pygame.Rect]:
        """The places of title and text, from the upper left corner."""
        left = self._left(look)
        room = max(8, width - left - self._side(look) - GAP - PAD_X)
        label = pygame.Rect(left, PAD_Y, room, look.measure(self._titled(), LABEL, room)[1])
        return label, pygame.Rect(left, label.bottom, room, look.measure(self.text, SMALL, room)[1])

    def _titled(self) -> str:
        tone = "good" if self.stands else "quiet"
        return f"{self.label}  {{{tone}:{STANDS if self.stands else STRUCK}}}"

    def draw(self, canvas: Canvas) -> None:
        look, hot = canvas.look, canvas.hover == self.id and self.enabled
        fill = HOVER if hot else RAISED if self.stands else PANEL
        canvas.box(self.rect, fill, EDGE_BRIGHT if hot else EDGE, 6)
        if self.stands:
            canvas.surface.fill(GOOD, (self.rect.x, self.rect.y + 6, 3, self.rect.height - 12))
        label, text = (rect.move(self.rect.topleft) for rect in self._words(look, self.rect.width))
        middle = label.y + look.line_height(LABEL) // 2
        self._draw_signs(canvas, middle)
        canvas.text(self, self._titled(), LABEL, INK if self.stands else INK_QUIET, label)
        canvas.text(self, self.text, SMALL, INK_SOFT if self.stands else INK_QUIET, text)
        if not self.stands:
            self._strike(canvas, text)
        self._draw_side(canvas)

    def _draw_signs(self, canvas: Canvas, middle: int) -> None:
        look, x = canvas.look, self.rect.x + PAD_X
        cap = pygame.Rect(0, 0, self._cap(look), look.line_height(TAG))
        cap.midleft = (x, middle)
        if self.hotkey:
            canvas.box(cap, None, INK_QUIET, 4)
            canvas.text(self, self.hotkey.upper(), TAG, INK_QUIET, cap, "centre", "middle")
        size = look.pixels(SIGN)
        sign = (cap.right + GAP + size // 2, middle)
        ring = pygame.Rect(0, 0, size, size)
        ring.center = sign
        canvas.box(ring, None, GOOD if self.stands else EDGE_BRIGHT, 4)
        if self.stands:
            canvas.mark("check", size - 5, GOOD, sign)

    def _strike(self, canvas: Canvas, room: pygame.Rect) -> None:
        """A line through every line of a text that is left out."""
        for fragment in canvas.look.block(self.text, SMALL, room.width).fragments:
            y = room.y + fragment.rect.centery
            canvas.surface.fill(EDGE_BRIGHT, (room.x + fragment.rect.x, y, fragment.rect.width, 1))

    def _draw_side(self, canvas: Canvas) -> None:
        look, high = canvas.look, canvas.look.line_height(TAG)
        room = pygame.Rect(self.rect.right - PAD_X - self._side(look), self.rect.y + PAD_Y, self._side(look), high)
        canvas.text(self, f"weight {self.weight}", TAG, GOLD if self.stands else INK_QUIET, room, "right")
        words, colour, mark = self._moves()
        under = room.move(0, high)
        canvas.text(self, words, TAG, colour, under, "right")
        if mark:
            wide = look.measure(words, TAG)[0]
            canvas.mark(mark, look.pixels(MARK), colour, (under.right - wide - look.pixels(MARK), under.centery))

    def _moves(self) -> tuple[str, Colour, str]:
        """What pressing it does to the vote: words, colour and sign."""
        if self.moved == "0":
            return "no vote", INK_QUIET, ""
        done = "if struck" if self.stands else "if put in"
        tone, mark = (GOOD, "up") if self.moved[0] == "+" else (BAD, "down")
        return f"{done} {self.moved} yes", tone, mark
