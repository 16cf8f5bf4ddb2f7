"""Loop: the screens of the desk on one window, one step at a time, from events and milliseconds to a drawing."""

from __future__ import annotations

import time
from collections.abc import Sequence

import pygame

from game.desk import foresight
from game.desk.focus import ARROWS
from game.desk.keyboard import PAGING
from game.desk.look import Look
from game.desk.screen import Screen
from game.desk.stack import Stack
from game.desk.window import Glass, Window

SMALLEST = (1024, 640)  # below this the picture is made at this size and scaled down
FRAME_MS, IDLE_MS = 15, 50
HOLDABLE = {*ARROWS, *PAGING, pygame.K_TAB, pygame.K_BACKSPACE, pygame.K_DELETE}
_MOUSE = (pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP)
_UNCOVERED = (pygame.VIDEOEXPOSE, pygame.WINDOWEXPOSED, pygame.WINDOWRESTORED)


class App:
    """The screens on one window or surface. `step` is the whole loop; `frames` counts the drawings made."""

    def __init__(self, first: Screen, look: Look, glass: Glass) -> None:
        self.look = look
        self.glass = glass
        self.frames = 0
        self._real = glass.surface().get_size()
        look.suit(layout_size(self._real))
        self._version = look.version
        self._down: set[int] = set()
        self.stack = Stack(first, look, layout_size(self._real))

    def step(self, ms: int, events: Sequence[pygame.event.Event]) -> bool:
        """Take events, let `ms` milliseconds pass, draw if anything changed; False when the game is over."""
        self._fit()
        for event in events:
            if event.type == pygame.QUIT:
                return False
            if event.type in _UNCOVERED:
                self.stack.redraw()
            if not self._repeated(event):
                self.stack.handle(self._moved(event))
            if self.stack.over:
                return False
        self.stack.tick(ms)
        self._fit()
        if self.stack.dirty:
            self._draw()
        return not self.stack.over

    def _fit(self) -> None:
        """Lay out anew when the window or the text size is not what it was."""
        real = self.glass.surface().get_size()
        if real != self._real or self.look.version != self._version:
            self.look.suit(layout_size(real))
            self._real, self._version = real, self.look.version
            self.stack.resize(layout_size(real))

    def _draw(self) -> None:
        surface = self.glass.surface()
        if surface.get_size() == self.stack.size:
            self.stack.draw(surface)
        else:
            large = pygame.Surface(self.stack.size)
            self.stack.draw(large)
            pygame.transform.smoothscale(large, surface.get_size(), surface)
        self.glass.show()
        self.frames += 1

    def _repeated(self, event: pygame.event.Event) -> bool:
        """True for a key that is only being held: else a long Enter would answer the dialog it has just opened."""
        if event.type == pygame.KEYUP:
            self._down.discard(event.key)
        elif event.type == pygame.WINDOWFOCUSLOST:
            self._down.clear()
        elif event.type == pygame.KEYDOWN and event.key not in HOLDABLE:
            held = event.key in self._down
            self._down.add(event.key)
            return held
        return False

    def _moved(self, event: pygame.event.Event) -> pygame.event.Event:
        """The event with its place in the picture, where that is larger than the window."""
        if event.type not in _MOUSE or self._real == self.stack.size:
            return event
        x, y = event.pos
        at = (x * self.stack.size[0] // self._real[0], y * self.stack.size[1] // self._real[1])
        return pygame.event.Event(event.type, {**event.dict, "pos": at})


def layout_size(real: tuple[int, int]) -> tuple[int, int]:
    """The size to lay out for a window of `real` pixels: the same, or enlarged alike until SMALLEST fits."""
    width, height = max(real[0], 1), max(real[1], 1)
    factor = max(1.0, SMALLEST[0] / width, SMALLEST[1] / height)
    return round(width * factor), round(height * factor)


def run(first: Screen, look: Look, window: Window) -> None:
    """Play until the last screen or the window is closed; the window is closed in every case, Ctrl-C too."""
    try:
        app = App(first, look, window)
        events: list[pygame.event.Event] = []
        last = time.monotonic()
        while True:
            now = time.monotonic()
            if not app.step(round((now - last) * 1000), [e for e in events if not _fullscreen(e, window)]):
                return
            last = now
            events = window.events(FRAME_MS if app.stack.dirty else IDLE_MS)
    finally:
        foresight.close()
        look.sounds.close()
        window.close()


def _fullscreen(event: pygame.event.Event, window: Window) -> bool:
    """True for the key F11, which is answered here."""
    if event.type != pygame.KEYDOWN or event.key != pygame.K_F11:
        return False
    window.toggle_fullscreen()
    return True
