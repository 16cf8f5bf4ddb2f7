"""Odds: what a weighing found, as rows of a number's name, a word for the odds, and a small bar with its direction."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from game.core.weigh import Weighing, in_words
from game.core.words import title
from game.desk.bars import bar
from game.desk.canvas import Canvas
from game.desk.layout import Column
from game.desk.look import Look
from game.desk.part import Part
from game.desk.session import Session
from game.desk.theme import (
    BAD,
    BODY,
    GAP,
    GOLD,
    GOOD,
    INK,
    INK_QUIET,
    INK_SOFT,
    LABEL,
    SKY,
    SMALL,
    SMALL_GAP,
    Colour,
)
from game.desk.widgets.panel import Panel
from game.desk.widgets.paragraph import Paragraph

MARK, BAR = 11, 8
LEAST = 5  # percent: what is almost excluded for a number is not told


@dataclass(eq=False)
class OddsRow(Part):
    """A name, a direction mark (up, down, level), words, and a bar filled to `share` (0 to 1)."""

    name: str
    mark: str
    words: str
    share: float
    colour: Colour
    named: int = 45  # percent of the room before the bar that the name takes

    def natural(self, look: Look) -> int:
        return look.pixels(420)

    def slimmest(self, look: Look) -> int:
        return look.longest_word(self.name, LABEL) + look.pixels(BAR * 8)

    def measure(self, look: Look, width: int) -> int:
        name, words, _ = self._columns(look, pygame.Rect(0, 0, width, 0))
        high = max(look.measure(self.name, LABEL, name.width)[1], look.measure(self.words, SMALL, words.width)[1])
        return high + SMALL_GAP

    def draw(self, canvas: Canvas) -> None:
        look = canvas.look
        name, words, track = self._columns(look, self.rect)
        canvas.text(self, self.name, LABEL, INK_SOFT, name, "left", "middle")
        size = look.pixels(MARK)
        canvas.mark(self.mark, size, self.colour, (words.x - GAP - size // 2, self.rect.centery))
        canvas.text(self, self.words, SMALL, INK, words, "left", "middle")
        bar(canvas.surface, (track.x, track.y, track.width, track.height), self.share, self.colour)

    def _columns(self, look: Look, rect: pygame.Rect) -> tuple[pygame.Rect, pygame.Rect, pygame.Rect]:
        """The rooms of name, words and bar."""
        track = pygame.Rect(0, 0, min(look.pixels(120), rect.width * 22 // 100), look.pixels(BAR))
        track.midright = (rect.right, rect.centery)
        rest = rect.width - track.width - GAP
        name = pygame.Rect(rect.x, rect.y, rest * self.named // 100, rect.height)
        left = name.right + 2 * GAP + look.pixels(MARK)
        return name, pygame.Rect(left, rect.y, track.x - GAP - left, rect.height), track


def outlook(session: Session, found: Weighing | None) -> Part:
    """The panel of a weighing: numbers first, then the tone of the answer; None while it is being made."""
    if found is None:
        waiting = "The desks are working it out …"
        return Panel(Paragraph(waiting, BODY, INK_QUIET), title="By the end of the turn", icon="scale", accent=SKY)
    told = [row for row in found.meters if 100 * max(row[1], row[2]) >= LEAST * found.playouts]
    rows: list[Part] = [_meter(session, found, row) for row in sorted(told, key=lambda r: -max(r[1], r[2]))]
    if not rows:
        rows.append(Paragraph("No number on the desk moves by it before the turn is over.", SMALL, INK_QUIET))
    rows.append(Paragraph(_actor(session), SMALL, INK_QUIET))
    rows += [
        OddsRow("A harder word", "down", in_words(found.harder, found.playouts), found.harder / found.playouts, BAD),
        OddsRow("A softer word", "up", in_words(found.softer, found.playouts), found.softer / found.playouts, GOOD),
        OddsRow("Silence", "level", in_words(found.silent, found.playouts), found.silent / found.playouts, INK_QUIET),
    ]
    return Panel(Column(rows, gap=SMALL_GAP), title="By the end of the turn, against doing nothing", icon="scale",
                 accent=SKY)  # fmt: skip


def _actor(session: Session) -> str:
    scenario = session.play.scenario
    return f"And the tone in which {title(scenario, 'actor', scenario.main_actor)} would answer:"


def _meter(session: Session, found: Weighing, row: tuple[str, int, int]) -> OddsRow:
    id, higher, lower = row
    scenario = session.play.scenario
    meter = scenario.find.meter[id]
    rises = higher >= lower
    count = higher if rises else lower
    good = meter.good * (1 if rises else -1)
    words = f"{'higher' if rises else 'lower'}: {in_words(count, found.playouts)}"
    colour = GOOD if good > 0 else BAD if good < 0 else GOLD
    return OddsRow(title(scenario, "meter", id), "up" if rises else "down", words, count / found.playouts, colour)
