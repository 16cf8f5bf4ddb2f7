"""Screen: what a screen is to the window, and the changes of screen it may answer with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeAlias

import pygame

if TYPE_CHECKING:
    from game.desk.look import Look


@dataclass(frozen=True, slots=True)
class Widget:
    """What can be pointed at or focused on a screen. `rect` is the part in view, in pixels:
    empty when scrolled away.
    """

    id: str
    rect: pygame.Rect
    label: str
    enabled: bool
    focused: bool
    tooltip: str


@dataclass(frozen=True, slots=True)
class Push:
    """Open a screen over this one."""

    screen: Screen


@dataclass(frozen=True, slots=True)
class Pop:
    """Close this screen, then do `then` on the one below (or on the empty stack, which ends the program)."""

    then: Change = None


@dataclass(frozen=True, slots=True)
class Replace:
    """Close this screen and open another in its place."""

    screen: Screen


@dataclass(frozen=True, slots=True)
class Reset:
    """Close all screens and open this one."""

    screen: Screen


@dataclass(frozen=True, slots=True)
class Quit:
    """End the program."""


Change: TypeAlias = "Push | Pop | Replace | Reset | Quit | None"


class Screen(Protocol):
    """One screen of the desk. It reads positions and keys from events only, and never waits."""

    dirty: bool
    modal: bool

    def fit(self, look: Look, size: tuple[int, int]) -> None:
        """Lay the screen out for a window of `size` pixels; called on opening, resizing and return to the top."""

    def handle(self, event: pygame.event.Event) -> Change:
        """Take one event; what should happen to the screens."""

    def tick(self, ms: int) -> Change:
        """Let `ms` milliseconds pass; what should happen to the screens."""

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the whole screen and clear `dirty`."""

    def widgets(self) -> list[Widget]:
        """All that can be focused, in the order of Tab."""
