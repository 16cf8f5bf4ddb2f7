"""Stack: the screens that lie over one another; only the top one is asked, and what it answers is done here."""

from __future__ import annotations

import pygame

from game.desk import ce
from game.desk.look import Look
from game.desk.screen import Change, Pop, Push, Quit, Replace, Reset, Screen

BLUR, COARSER = 5, 3  # pixels; the picture is blurred at a third of its size, which takes a tenth of the time
DIM = (6, 8, 13, 125)


class Stack:
    """The open screens of one window, lowest first. It is over when none is left."""

    def __init__(self, first: Screen, look: Look, size: tuple[int, int]) -> None:
        self.look = look
        self.size = size
        self.screens: list[Screen] = []
        self._under: pygame.Surface | None = None
        self._redraw = True
        self.apply(Push(first))

    @property
    def over(self) -> bool:
        """True when no screen is left."""
        return not self.screens

    @property
    def top(self) -> Screen:
        """The screen that is asked now. IndexError when the stack is over."""
        return self.screens[-1]

    @property
    def dirty(self) -> bool:
        """True when something to be seen has changed since the last drawing."""
        return not self.over and (self._redraw or self.top.dirty)

    def apply(self, change: Change) -> None:
        """Open and close screens as a change asks."""
        match change:
            case None:
                return
            case Push(screen):
                self.screens.append(screen)
            case Pop(then):
                self.screens = self.screens[:-1]
                self.apply(then)
            case Replace(screen):
                self.screens[-1:] = [screen]
            case Reset(screen):
                self.screens = [screen]
            case Quit():
                self.screens = []
        self._fit()

    def resize(self, size: tuple[int, int]) -> None:
        """Lay all screens out for another window or text size."""
        self.size = size
        self.look.forget()
        for screen in self.screens[:-1]:
            screen.fit(self.look, size)
        self._fit()

    def handle(self, event: pygame.event.Event) -> None:
        """Give an event to the top screen."""
        if not self.over:
            self.apply(self.top.handle(event))

    def tick(self, ms: int) -> None:
        """Let time pass for the top screen."""
        if not self.over:
            self.apply(self.top.tick(ms))

    def redraw(self) -> None:
        """Ask for a drawing although nothing changed: the window was uncovered."""
        self._redraw = True

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the top screen, over a still and dimmed picture of those below when it is modal."""
        if self.over:
            return
        if self.top.modal and len(self.screens) > 1:
            if self._under is None or self._under.get_size() != surface.get_size():
                self._under = self._below(surface)
            surface.blit(self._under, (0, 0))
        self.top.draw(surface)
        self._redraw = False

    def _fit(self) -> None:
        self._under, self._redraw = None, True
        if not self.over:
            self.top.fit(self.look, self.size)

    def _below(self, surface: pygame.Surface) -> pygame.Surface:
        """The screens under the top one, blurred and dimmed once for as long as it is open."""
        picture = pygame.Surface(surface.get_size())
        first = max(i for i, screen in enumerate(self.screens[:-1]) if not screen.modal or i == 0)
        for screen in self.screens[first:-1]:
            screen.draw(picture)
        width, height = picture.get_size()
        small = pygame.transform.smoothscale(picture, (max(1, width // COARSER), max(1, height // COARSER)))
        picture = pygame.transform.smoothscale(ce.blur(small, max(1, BLUR // COARSER)), (width, height))
        veil = pygame.Surface(picture.get_size(), pygame.SRCALPHA)
        veil.fill(DIM)
        picture.blit(veil, (0, 0))
        return picture
