"""Vote why: the reasons of one state's vote: what pulled it which way, how it stood, what would have changed it."""

from __future__ import annotations

import pygame

from game.core.rollcall import RollCall, VoteReasons, share_of, why_vote
from game.desk.canvas import Canvas
from game.desk.layout import Column, Row, Slot, Space, grow
from game.desk.look import Look
from game.desk.part import Part
from game.desk.screens.bullet import bullet, listed
from game.desk.screens.lobbybloc import HARDEST
from game.desk.screens.page import Page
from game.desk.screens.votechances import ChanceBar
from game.desk.screens.votewhybars import UNIT, Pull, Pulls
from game.desk.session import MASKED, Session
from game.desk.theme import (
    BODY,
    EDGE_BRIGHT,
    GAP,
    GOLD,
    HEADING,
    INK,
    INK_QUIET,
    INK_SOFT,
    MARGIN,
    PANEL,
    SCENE,
    SKY,
    SMALL,
    WIDE_GAP,
)
from game.desk.widgets.ballot import BALLOTS
from game.desk.widgets.button import Button
from game.desk.widgets.panel import Panel
from game.desk.widgets.paragraph import Paragraph
from game.desk.widgets.scroll import Scroll
from game.desk.widgets.sign import Flag

WIDTH, NARROW, TWO_COLUMNS = 1100, 620, 860  # pixels at 100 %
PAD = 18
DID = {"yes": "voted yes", "no": "voted no", "abstain": "abstained", "absent": "was absent"}


class VoteWhy(Page):
    """Why a state voted as it did in a vote that was held."""

    modal = True
    first_focus = "close"

    def __init__(self, session: Session, roll: RollCall, iso: str) -> None:
        super().__init__(session)
        self.roll = roll
        self.told: VoteReasons = why_vote(session.play.scenario, session.play.steps, roll, iso)

    def frame(self, look: Look, size: tuple[int, int]) -> pygame.Rect:
        width = min(look.pixels(WIDTH if self.told.parts else NARROW), size[0] - 2 * MARGIN)
        height = min(self.root.measure(look, width), size[1] - 2 * MARGIN)
        rect = pygame.Rect(0, 0, width, height)
        rect.center = (size[0] // 2, size[1] // 2)
        return rect

    def ground(self, canvas: Canvas) -> None:
        rect = self.root.rect
        canvas.look.shapes.shadow(canvas.surface, rect)
        canvas.box(rect, PANEL, EDGE_BRIGHT, 10)
        canvas.surface.fill(BALLOTS[self.told.vote].colour, (rect.x + 10, rect.y, rect.width - 20, 2))

    def build(self, look: Look) -> Part:
        told = self.told
        flag: list[Part] = [] if self.session.play.texts == MASKED else [Flag(told.iso, 26)]
        words = f"{told.name} {DID[told.vote]} on: {self.roll.title}"
        head = Row([*flag, grow(Paragraph(words, HEADING, INK))], gap=WIDE_GAP, upright="middle")
        said = [Paragraph(summary(self.roll, told), SCENE, INK_SOFT)] if told.parts else []
        first, second = self._pulled(), [*self._stood(), *self._changed()]
        body: Part | Slot
        if first and self.size[0] - 2 * MARGIN - 2 * PAD >= look.pixels(TWO_COLUMNS):
            left = Scroll("pulls", "What pulled it", child=Column(first))
            right = Scroll("reasons", "The reasons", child=Column(second))
            body = Row([grow(left, 6), grow(right, 5)], gap=WIDE_GAP)
        else:
            body = Scroll("reasons", "The reasons", child=Column([*first, *second]))
        close = Row([grow(Space()), Button("close", "Close", self.escape, kind="primary", align="centre")])
        return Column([head, *said, body, close], gap=GAP + 2, pad=PAD)

    def _pulled(self) -> list[Part]:
        """What pulled it which way, and the sum."""
        told = self.told
        if not told.parts:
            return []
        pulls = [Pull(_upper(part.label), round(part.amount / UNIT)) for part in told.parts]
        total = Pull("Together", round(sum(part.amount for part in told.parts) / UNIT), strong=True)
        note = (
            "To the right is towards yes. Forty points lift a state on the fence from 50 in 100 to 60; "
            f"all lobbying together bears {HARDEST} at most."
        )
        rows = Column([Pulls([*pulls, total]), Paragraph(note, SMALL, INK_QUIET)], gap=GAP)
        return [Panel(rows, title="What pulled it", icon="scale", accent=SKY, aside="in points")]

    def _stood(self) -> list[Part]:
        """How likely each of its votes was."""
        if not self.told.parts:
            return []
        rows = Column([ChanceBar(self.told.chances), Paragraph(_odds(self.told), SMALL, INK_QUIET)], gap=GAP)
        return [Panel(rows, title="How it stood before the vote", icon="eye", accent=GOLD)]

    def _changed(self) -> list[Part]:
        """What alone would have brought another vote."""
        told = self.told
        changed = [bullet("arrow-right", GOLD, _upper(line), BODY) for line in told.changed_by]
        title = "What alone would have changed it" if told.parts else "Why it did not vote"
        if changed:
            return listed(title, "git-fork", GOLD, changed)
        words = "No one clause, and no lobbying within reach, would alone have brought another vote."
        return [bullet("git-fork", INK_QUIET, words, SMALL, INK_QUIET)]


def summary(roll: RollCall, told: VoteReasons) -> str:
    """The vote in a sentence or two: where the state leans, which clause cost most, what pressed on it."""
    lean, clauses, pressed = told.parts[0], told.parts[1 : 1 + len(roll.clauses)], told.parts[1 + len(roll.clauses) :]
    side = "towards such texts" if lean.amount > 0 else "away from such texts"
    said = [f"It leans {side}."]
    worst = min(clauses, key=lambda part: part.amount, default=None)
    best = max(clauses, key=lambda part: part.amount, default=None)
    if told.vote != "yes" and worst is not None and worst.amount < 0:
        said.append(f"The clause that cost most was: {worst.label}.")
    elif best is not None and best.amount > 0:
        said.append(f"The clause that won it most was: {best.label}.")
    push = sum(part.amount for part in pressed)
    if push:
        helped = "towards" if push > 0 else "away from"
        enough = ", and that was not enough" if push > 0 and told.vote != "yes" else ""
        said.append(f"All that pressed on it pulled {helped} a yes{enough}.")
    return " ".join(said)


def _odds(told: VoteReasons) -> str:
    """How likely its vote was, in words."""
    share = share_of(getattr(told.chances, told.vote))
    said = f"So it votes as it did in {share} of 100 such cases; the rest is its own luck in this play."
    return " ".join(filter(None, (said, told.drawn)))


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]
