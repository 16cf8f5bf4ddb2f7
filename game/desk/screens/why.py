"""Why: the reasons of one answer: what held, what it beat, what would have changed it, and on what that rests."""

from __future__ import annotations

import pygame

from game.core.account import account
from game.core.gauge import gauge
from game.desk.canvas import Canvas
from game.desk.layout import Column, Row, Slot, Space, grow
from game.desk.look import Look
from game.desk.markup import escaped
from game.desk.part import Part
from game.desk.screen import Change, Pop
from game.desk.screens.bullet import bullet, listed
from game.desk.screens.dial import dial
from game.desk.screens.guess import Guess
from game.desk.screens.page import Page
from game.desk.screens.reasons import held
from game.desk.screens.sourceline import confidence_line, source_lines
from game.desk.session import Session
from game.desk.theme import (
    BAD,
    BODY,
    EDGE_BRIGHT,
    GAP,
    GOLD,
    GOOD,
    HEADING,
    INK,
    INK_QUIET,
    INK_SOFT,
    MARGIN,
    MAUVE,
    PANEL,
    SCENE,
    SKY,
    SMALL,
    WIDE_GAP,
)
from game.desk.widgets.button import Button
from game.desk.widgets.panel import Panel
from game.desk.widgets.paragraph import Paragraph
from game.desk.widgets.scroll import Scroll

WIDTH, TWO_COLUMNS = 1080, 820  # pixels at 100 %
PAD = 18


class Why(Page):
    """The account of a decision; before it is shown, the player may write down a guess (never after the end)."""

    deed = "why"
    modal = True

    def __init__(self, session: Session, step_index: int, decision_index: int) -> None:
        super().__init__(session)
        play = session.play
        self.asked = play.steps[step_index].decisions[decision_index]
        self.found = play.why(step_index, decision_index)
        self.told = account(play.scenario, self.found)
        self.guess = Guess(session, self.asked)
        self.shown = play.over or bool(self.guess.says) or self.asked.actor != play.scenario.main_actor
        self.words = play.scenario.texts.get(self.asked.text, "")
        self.first_focus = "close" if self.shown else "show"

    def frame(self, look: Look, size: tuple[int, int]) -> pygame.Rect:
        width = min(look.pixels(WIDTH if self.shown else 640), size[0] - 2 * MARGIN)
        height = min(self.root.measure(look, width), size[1] - 2 * MARGIN)
        rect = pygame.Rect(0, 0, width, height)
        rect.center = (size[0] // 2, size[1] // 2)
        return rect

    def ground(self, canvas: Canvas) -> None:
        canvas.look.shapes.shadow(canvas.surface, self.root.rect)
        canvas.box(self.root.rect, PANEL, EDGE_BRIGHT, 10)
        canvas.surface.fill(GOLD, (self.root.rect.x + 10, self.root.rect.y, self.root.rect.width - 20, 2))

    def build(self, look: Look) -> Part:
        head = bullet("help-circle", GOLD, self.told.headline, HEADING, INK)
        if not self.shown:
            return Column([head, *self._said(), self.guess.entry(), self._buttons()], gap=WIDE_GAP, pad=PAD)
        wide = self.size[0] - 2 * MARGIN - 2 * PAD >= look.pixels(TWO_COLUMNS)
        first, second = self._reasons(), self._ground_of_it()
        body: Part | Slot
        if wide:
            left = Scroll("reasons", "The reasons", child=Column(first))
            right = Scroll("rests", "What it rests on", child=Column(second))
            body = Row([grow(left, 3), grow(right, 2)], gap=WIDE_GAP)
        else:
            body = Scroll("reasons", "The reasons", child=Column([*first, *second]))
        return Column([head, body, self._buttons()], gap=GAP + 2, pad=PAD)

    def escape(self) -> Change:
        self.guess.keep()
        return Pop()

    def _said(self) -> list[Part]:
        return [Paragraph(self.words, SCENE, INK_SOFT)] if self.words else []

    def _buttons(self) -> Part:
        close = Button("close", "Close", self.escape, kind="primary" if self.shown else "plain", align="centre")
        show = Button("show", "Show why", self._show, kind="primary", icon="help-circle", hotkey="y")
        return Row([grow(Space()), close] if self.shown else [grow(Space()), close, show], upright="middle")

    def _show(self) -> Change:
        self.guess.keep()
        self.shown = True
        self.focus_id = "close"
        return None

    def _reasons(self) -> list[Part]:
        told, scenario = self.told, self.session.play.scenario
        parts: list[Part] = [*self._said()]
        if told.note:
            parts.append(bullet("info", SKY, told.note, BODY, INK))
        if told.because:
            parts.append(Paragraph(f"*{told.because}*", SCENE, INK))
        checks = (bullet("check", GOOD, text) for text in held(scenario, self.found))
        parts += listed("It held that", "check-circle", GOOD, checks)
        parts += self._unsure()
        misses = (bullet("arrow-right", GOLD, text) for text in told.misses)
        parts += listed("What would have changed it", "git-fork", GOLD, misses)
        beaten = (bullet("minus", INK_QUIET, text) for text in told.beaten)
        parts += listed("Why not otherwise", "x-circle", INK_QUIET, beaten)
        if not told.misses and told.checks:
            words = "No single condition that can be seen would have brought another answer with the same luck."
            parts.append(bullet("git-fork", INK_QUIET, words, SMALL, INK_QUIET))
        return parts

    def _unsure(self) -> list[Part]:
        """What the analysts only know roughly: bands, each once."""
        scenario, at = self.session.play.scenario, self.session.play.scenario.find.meter_at
        cells = dict.fromkeys(leaf.cell for check in self.found.unsure for leaf in check.group if leaf.cell in at)
        rows: list[Part] = [
            dial(gauge(scenario, at[cell], self.asked.before), prefix=f"unsure-{number}")
            for number, cell in enumerate(cells)
        ]
        if rows:
            known = "It also went by what only the other side knows. The analysts say:"
            rows.insert(0, Paragraph(known, SMALL, INK_QUIET))
        return listed("What is not certain", "eye-off", MAUVE, rows)

    def _ground_of_it(self) -> list[Part]:
        scenario, told = self.session.play.scenario, self.told
        rule = scenario.rules[self.asked.rule] if self.asked.rule >= 0 else None
        parts: list[Part] = []
        if self.guess.says:
            parts.append(
                Panel(Paragraph(escaped(self.guess.says), SCENE, INK), title="You had guessed", icon="pen", accent=SKY)
            )
        if told.counter_view:
            parts.append(
                Panel(Paragraph(told.counter_view, BODY, INK_SOFT), title="Another view", icon="scale", accent=BAD)
            )
        if rule is not None:
            rows = [confidence_line(told.confidence), *source_lines(self.session, rule.sources)]
            parts += listed("Rests on", "book", SKY, rows)
        else:
            words = "No rule of the model speaks here, so there is nothing to cite."
            parts.append(Paragraph(words, SMALL, INK_QUIET))
        return parts
