"""Lobby bloc: a group of states as one could court it: how it would vote, what presses on it, what moves touch it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import pygame

from game.core.act import Move
from game.core.ballot import Tally
from game.core.card import Card
from game.core.draft import Bloc
from game.core.lobby import SWING, BlocView
from game.core.scenario import Scenario
from game.desk.canvas import Canvas
from game.desk.flow import Flow
from game.desk.layout import Column
from game.desk.look import Look
from game.desk.part import Control, Part
from game.desk.screen import Change
from game.desk.screens.bullet import bullet
from game.desk.screens.signs import prices
from game.desk.screens.votechances import ChanceBar
from game.desk.screens.votewhybars import Pull, Pulls
from game.desk.session import Session
from game.desk.theme import (
    EDGE,
    EDGE_BRIGHT,
    GAP,
    GOLD,
    HOVER,
    INK,
    INK_QUIET,
    INK_SOFT,
    PANEL,
    RAISED,
    SKY,
    SMALL,
    SMALL_GAP,
    SMALL_STRONG,
)
from game.desk.widgets.panel import Panel
from game.desk.widgets.paragraph import Paragraph
from game.desk.widgets.price import Price, draw_tags, tags_width

CHIP_PAD, CHIP_ICON = 7, 14
HARDEST = 300  # points of pressure that a bloc can bear at most


def courting(scenario: Scenario, bloc: Bloc) -> Iterator[tuple[Move, bool]]:
    """The moves that win a bloc or sound it out, each with whether it sounds it out."""
    for move in scenario.moves:
        touched = {effect.cell for clause in move.clauses for effect in clause.effects if effect.amount > 0}
        sounds = bloc.sounded in touched
        if sounds or bloc.push in touched:
            yield move, sounds


def bloc_card(session: Session, seen: BlocView, leaning: Tally, press: Callable[[str], Change]) -> Part:
    """A bloc as a panel; `leaning` is how it must be expected to vote, `press` gets the id of a move that courts it."""
    scenario = session.play.scenario
    bloc = next(bloc for bloc in scenario.blocs if bloc.id == seen.id)
    cards = {card.id: card for card in session.view.cards}
    moves = [_move(session, bloc, cards[move.id], sounds, press) for move, sounds in courting(scenario, bloc)]
    states = f"{len(seen.members)} state{'' if len(seen.members) == 1 else 's'}"
    rows: list[Part] = [
        *([Paragraph(f"*{seen.says}*", SMALL, INK_SOFT)] if seen.says else []),
        ChanceBar(leaning, percent=False),
        Pulls([Pull("Pressure on it, in points", seen.push)], scale=HARDEST),
        bullet("trending-up", GOLD, _swing(seen), SMALL, INK),
        *([Flow(moves, gap=SMALL_GAP + 2)] if moves else [Paragraph("No move of yours courts it.", SMALL, INK_QUIET)]),
    ]
    return Panel(
        Column(rows, gap=SMALL_GAP + 1), title=seen.title, icon="eye" if seen.sounded else "users", pad=10,
        aside=f"{states}, sounded out" if seen.sounded else states, accent=SKY if seen.sounded else GOLD,
    )  # fmt: skip


def _swing(seen: BlocView) -> str:
    if not seen.swing:
        return f"{SWING} points more pressure would hardly win a vote."
    return f"{SWING} points more pressure would win about **{seen.swing}** vote{'' if seen.swing == 1 else 's'}."


def _move(session: Session, bloc: Bloc, card: Card, sounds: bool, press: Callable[[str], Change]) -> Part:
    closed = session.play.read_only or card.closed
    return Chip(
        f"court-{bloc.id}-{card.id}", card.title, lambda: press(card.id), icon="search" if sounds else "handshake",
        prices=prices(card, session.view.purses), closed=bool(closed), on_explain=lambda: press(card.id),
        tooltip="\n".join(line for line in (f"**{card.title}.** {card.text}", f"{{bad:{closed}}}" if closed else "")
                          if line),
    )  # fmt: skip


@dataclass(eq=False)
class Chip(Control):
    """A move on one line: icon, name, price. A closed one can be opened too, to read why."""

    icon: str = field(default="", kw_only=True)
    prices: Sequence[Price] = field(default=(), kw_only=True)
    closed: bool = field(default=False, kw_only=True)

    def natural(self, look: Look) -> int:
        tags = tags_width(look, self.prices) + GAP if self.prices else 0
        return self._left(look) + look.measure(self.label, SMALL_STRONG)[0] + tags + CHIP_PAD + 1

    def slimmest(self, look: Look) -> int:
        return self._left(look) + look.longest_word(self.label, SMALL_STRONG) + CHIP_PAD

    def measure(self, look: Look, width: int) -> int:
        return look.measure(self.label, SMALL_STRONG, self._room(look, width))[1] + CHIP_PAD

    def _left(self, look: Look) -> int:
        return CHIP_PAD + look.pixels(CHIP_ICON) + SMALL_GAP + 2

    def _room(self, look: Look, width: int) -> int:
        tags = tags_width(look, self.prices) + GAP if self.prices else 0
        return max(8, width - self._left(look) - tags - CHIP_PAD)

    def draw(self, canvas: Canvas) -> None:
        look, hot = canvas.look, canvas.hover == self.id
        canvas.box(self.rect, HOVER if hot else PANEL if self.closed else RAISED, EDGE_BRIGHT if hot else EDGE, 5)
        size, ink = look.pixels(CHIP_ICON), INK_QUIET if self.closed else INK
        middle = (self.rect.x + CHIP_PAD + size // 2, self.rect.centery)
        canvas.icon("lock" if self.closed else self.icon, size, ink if self.closed else GOLD, middle)
        left = self._left(look)
        room = pygame.Rect(self.rect.x + left, self.rect.y, self._room(look, self.rect.width), self.rect.height)
        canvas.text(self, self.label, SMALL_STRONG, ink, room, upright="middle")
        draw_tags(canvas, self, self.prices, self.rect.right - CHIP_PAD, self.rect.centery, self.closed)
