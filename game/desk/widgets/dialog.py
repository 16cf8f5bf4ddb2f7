"""Dialog: a question or a note over the screen below, which waits until it is answered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pygame

from game.desk.canvas import Canvas
from game.desk.layout import Column, Row, Slot, Space, grow
from game.desk.look import Look
from game.desk.part import Action, Part
from game.desk.screen import Change, Pop
from game.desk.stage import Stage
from game.desk.theme import BODY, EDGE_BRIGHT, GOLD, INK, INK_SOFT, MARGIN, PANEL, TITLE, WIDE_GAP
from game.desk.widgets.button import Button
from game.desk.widgets.paragraph import Paragraph
from game.desk.widgets.scroll import Scroll

WIDTH = 560  # pixels at 100 %
PAD = 24


@dataclass(frozen=True, slots=True)
class Answer:
    """A button of a dialog. Its action runs after the dialog has closed; without one it only closes."""

    id: str
    label: str
    action: Action | None = None
    kind: str = "plain"
    icon: str = ""
    reason: str = ""


class Dialog(Stage):
    """A title, a text or part, and answers; Esc gives `on_escape`, or only closes."""

    modal = True

    def __init__(
        self,
        title: str,
        body: str | Callable[[Look], Part],
        answers: Sequence[Answer],
        on_escape: Action | None = None,
        width: int = WIDTH,
    ) -> None:
        super().__init__()
        self.title = title
        self.body = body
        self.answers = answers
        self.on_escape = on_escape
        self.width = width
        primary = [answer.id for answer in answers if answer.kind == "primary"]
        self.first_focus = primary[0] if primary else answers[-1].id

    def build(self, look: Look) -> Part:
        body = Paragraph(self.body, BODY, INK_SOFT) if isinstance(self.body, str) else self.body(look)
        buttons: list[Part | Slot] = [grow(Space())]
        buttons += [self._button(answer) for answer in self.answers]
        return Column(
            [
                Paragraph(self.title, TITLE, INK),
                Scroll("dialog-text", child=body),
                Row(buttons, upright="bottom"),
            ],
            gap=WIDE_GAP,
            pad=PAD,
        )

    def frame(self, look: Look, size: tuple[int, int]) -> pygame.Rect:
        width = min(look.pixels(self.width), size[0] - 4 * MARGIN)
        height = min(self.root.measure(look, width), size[1] - 4 * MARGIN)
        rect = pygame.Rect(0, 0, width, height)
        rect.center = (size[0] // 2, size[1] // 2)
        return rect

    def ground(self, canvas: Canvas) -> None:
        canvas.look.shapes.shadow(canvas.surface, self.root.rect)
        canvas.box(self.root.rect, PANEL, EDGE_BRIGHT, 10)
        top = pygame.Rect(self.root.rect.x + 10, self.root.rect.y, self.root.rect.width - 20, 2)
        canvas.surface.fill(GOLD, top)

    def escape(self) -> Change:
        return Pop(self.on_escape() if self.on_escape else None)

    def _button(self, answer: Answer) -> Button:
        def close() -> Change:
            return Pop(answer.action() if answer.action else None)

        return Button(
            answer.id, answer.label, close, kind=answer.kind, icon=answer.icon, enabled=not answer.reason,
            reason=answer.reason, align="centre",
        )  # fmt: skip


def notice(title: str, text: str) -> Dialog:
    """A dialog that only tells something and closes."""
    return Dialog(title, text, [Answer("close", "Close", kind="primary")])
