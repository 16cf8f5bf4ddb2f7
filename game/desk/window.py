"""Window: the resizable window of the desk, and the events that reach it."""

from __future__ import annotations

import os
from typing import Protocol

import pygame

from game.fault import NoDisplay


class Glass(Protocol):
    """What the desk draws on: a window, or a surface in memory."""

    def surface(self) -> pygame.Surface:
        """The surface to draw on, of the size it has now."""

    def show(self) -> None:
        """Make what was drawn visible."""


UNSEEN = ("dummy", "offscreen")
"""Drivers that SDL falls back to where a display is named but does not answer: nobody would see the game."""


class Window:
    """A resizable window. Raises NoDisplay when none can be opened."""

    def __init__(self, title: str, size: tuple[int, int]) -> None:
        # Without this Windows draws the window small and scales it up, blurred.
        os.environ.setdefault("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2")
        try:
            pygame.display.init()
            pygame.font.init()
            pygame.display.set_mode(size, pygame.RESIZABLE)
        except pygame.error as error:
            raise NoDisplay(f"No window can be opened here ({error}). Add --terminal to play as text.") from error
        if pygame.display.get_driver() in UNSEEN and "SDL_VIDEODRIVER" not in os.environ:
            pygame.display.quit()
            why = "the display does not answer"
            raise NoDisplay(f"No window can be opened here: {why}. Add --terminal to play as text.")
        pygame.display.set_caption(title)
        pygame.key.set_repeat(350, 60)

    def surface(self) -> pygame.Surface:
        """The window's surface; a resize makes a new one, so it is fetched each time."""
        surface = pygame.display.get_surface()
        if surface is None:
            raise NoDisplay("The window is gone.")
        return surface

    def show(self) -> None:
        """Bring the drawing to the window."""
        pygame.display.flip()

    def events(self, wait_ms: int) -> list[pygame.event.Event]:
        """The events of the next `wait_ms` milliseconds at most: returns with the first that comes."""
        first = pygame.event.wait(wait_ms)
        return [event for event in (first, *pygame.event.get()) if event.type != pygame.NOEVENT]

    def toggle_fullscreen(self) -> None:
        """Fill the screen, or go back to the window, where the system allows it."""
        try:
            pygame.display.toggle_fullscreen()
        except pygame.error:
            return  # the window stays as it is, which is no harm

    def close(self) -> None:
        """Close the window and give the display back."""
        pygame.display.quit()
