"""Paragraph: marked-up text that wraps, whose links are controls of their own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import pygame

from game.desk.canvas import Canvas
from game.desk.look import Look
from game.desk.part import Control, Part
from game.desk.screen import Change
from game.desk.theme import BODY, INK_SOFT, Colour, Style


@dataclass(eq=False)
class Link(Control):
    """A link within a paragraph; it may stand on two lines."""

    def __post_init__(self) -> None:
        super().__post_init__()
        self.pieces: list[pygame.Rect] = []

    def spots(self) -> Sequence[pygame.Rect]:
        return self.pieces or (self.rect,)


@dataclass(eq=False)
class Paragraph(Part):
    """Text in one style. `on_link` gets a link's target; `links` starts the ids of its links: "links:target"."""

    text: str = ""
    style: Style = BODY
    colour: Colour = INK_SOFT
    align: str = field(default="left", kw_only=True)
    upright: str = field(default="top", kw_only=True)
    on_link: Callable[[str], Change] | None = field(default=None, kw_only=True)
    links: str = field(default="link", kw_only=True)
    link_tip: Callable[[str], str] | None = field(default=None, kw_only=True)

    def __post_init__(self) -> None:
        super().__post_init__()
        self._links: list[Link] = []

    def parts(self) -> Sequence[Part]:
        return self._links

    def natural(self, look: Look) -> int:
        return look.measure(self.text, self.style)[0]

    def slimmest(self, look: Look) -> int:
        return look.longest_word(self.text, self.style)

    def measure(self, look: Look, width: int) -> int:
        return look.measure(self.text, self.style, width)[1] if self.text else 0

    def place(self, look: Look, rect: pygame.Rect) -> None:
        self.rect, self._links = rect, []
        if self.on_link is None or not self.text:
            return
        block = look.block(self.text, self.style, rect.width)
        down = {"top": 0, "middle": (rect.height - block.height) // 2, "bottom": rect.height - block.height}
        for target, fragments in block.links().items():
            link = Link(f"{self.links}:{target}", " ".join(f.span.words.strip() for f in fragments))
            link.on_press = self._follow(target)
            link.tooltip = self.link_tip(target) if self.link_tip else ""
            link.pieces = [f.rect.move(rect.x, rect.y + down[self.upright]) for f in fragments]
            link.place(look, link.pieces[0].unionall(link.pieces[1:]))
            self._links.append(link)

    def _follow(self, target: str) -> Callable[[], Change]:
        def follow() -> Change:
            return self.on_link(target) if self.on_link else None

        return follow

    def draw(self, canvas: Canvas) -> None:
        if self.text:
            canvas.text(self, self.text, self.style, self.colour, self.rect, self.align, self.upright)
