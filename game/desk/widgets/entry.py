"""Entry: a line to type into, for the name of a save or of a fork."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pygame

from game.desk.canvas import Canvas
from game.desk.look import Look
from game.desk.markup import escaped
from game.desk.part import Control, Memory, Used
from game.desk.screen import Change
from game.desk.theme import EDGE_BRIGHT, GAP, GOLD, INK, INK_QUIET, LABEL, SMALL, SMALL_GAP, WELL

PAD_X, PAD_Y = 10, 7
LEAVING = (pygame.K_TAB, pygame.K_ESCAPE, pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_UP, pygame.K_DOWN, pygame.K_F1)


@dataclass(eq=False)
class Entry(Control):
    """`on_change` gets the new text after each key; Enter does `on_press`. `hint` stands in it while it is empty."""

    text: str = field(default="", kw_only=True)
    hint: str = field(default="", kw_only=True)
    longest: int = field(default=40, kw_only=True)
    on_change: Callable[[str], Change] = field(default=lambda _: None, kw_only=True)

    def __post_init__(self) -> None:
        super().__post_init__()
        self._memory: Memory = {}

    @property
    def cursor(self) -> int:
        """How many letters stand before the cursor."""
        return max(0, min(self._memory.get(f"cursor:{self.id}", len(self.text)), len(self.text)))

    def recall(self, memory: Memory) -> None:
        self._memory = memory

    def natural(self, look: Look) -> int:
        return look.measure("n" * min(self.longest, 24), LABEL)[0] + 2 * PAD_X

    def measure(self, look: Look, width: int) -> int:
        return look.measure(self.label, SMALL, width)[1] + SMALL_GAP + look.line_height(LABEL) + 2 * PAD_Y

    def key(self, event: pygame.event.Event) -> Used | None:
        at = self.cursor
        match event.key:
            case key if key in LEAVING:
                return None
            case pygame.K_BACKSPACE:
                return self._changed(self.text[: max(0, at - 1)] + self.text[at:], max(0, at - 1))
            case pygame.K_DELETE:
                return self._changed(self.text[:at] + self.text[at + 1 :], at)
            case pygame.K_LEFT:
                return self._changed(self.text, at - 1)
            case pygame.K_RIGHT:
                return self._changed(self.text, at + 1)
            case pygame.K_HOME:
                return self._changed(self.text, 0)
            case pygame.K_END:
                return self._changed(self.text, len(self.text))
        return Used()  # letters come as typed text; here they must not act as hotkeys

    def typed(self, text: str) -> Used | None:
        room = self.longest - len(self.text)
        text = "".join(letter for letter in text if letter.isprintable())[:room]
        at = self.cursor
        return self._changed(self.text[:at] + text + self.text[at:], at + len(text))

    def draw(self, canvas: Canvas) -> None:
        look, focused = canvas.look, canvas.focus == self.id
        top = look.measure(self.label, SMALL, self.rect.width)[1]
        canvas.text(self, self.label, SMALL, INK_QUIET, pygame.Rect(self.rect.x, self.rect.y, self.rect.width, top))
        box = pygame.Rect(self.rect.x, self.rect.y + top + SMALL_GAP, self.rect.width, 0)
        box.height = self.rect.bottom - box.y
        canvas.box(box, WELL, GOLD if focused else EDGE_BRIGHT, 6)
        room = box.inflate(-2 * PAD_X, 0)
        before = look.measure(escaped(self.text[: self.cursor]), LABEL)[0] if self.cursor else 0
        shift = max(0, before + GAP - room.width)
        with canvas.clipped(room.inflate(2, 0)):
            words = pygame.Rect(room.x - shift, room.y, max(room.width + shift, 8), room.height)
            if self.text:
                picture = look.type.picture(escaped(self.text), LABEL, INK, 100_000)
                canvas.surface.blit(picture, picture.get_rect(midleft=words.midleft))
            elif self.hint:
                canvas.line(self, self.hint, LABEL, INK_QUIET, room)
            if focused:
                height = look.line_height(LABEL)
                canvas.surface.fill(GOLD, (words.x + before, box.centery - height // 2, 2, height))

    def _changed(self, text: str, cursor: int) -> Used:
        self._memory[f"cursor:{self.id}"] = max(0, min(cursor, len(text)))
        return Used(self.on_change(text) if text != self.text else None)
