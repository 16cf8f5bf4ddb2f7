"""Driver: plays screens without a window, by widget ids and keys, for tests and for the gallery."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pygame

from game.desk.look import Look
from game.desk.loop import App
from game.desk.screen import Screen, Widget

KEYS = {
    "tab": pygame.K_TAB,
    "enter": pygame.K_RETURN,
    "escape": pygame.K_ESCAPE,
    "space": pygame.K_SPACE,
    "left": pygame.K_LEFT,
    "right": pygame.K_RIGHT,
    "up": pygame.K_UP,
    "down": pygame.K_DOWN,
    "pageup": pygame.K_PAGEUP,
    "pagedown": pygame.K_PAGEDOWN,
    "home": pygame.K_HOME,
    "end": pygame.K_END,
    "backspace": pygame.K_BACKSPACE,
    "delete": pygame.K_DELETE,
    "f1": pygame.K_F1,
}


class Sheet:
    """A surface in memory that stands in for the window."""

    def __init__(self, size: tuple[int, int]) -> None:
        self.picture = pygame.Surface(size)

    def surface(self) -> pygame.Surface:
        """The surface drawn on."""
        return self.picture

    def show(self) -> None:
        """Nothing: the surface is looked at when asked for."""


class Driver:
    """One app on a surface of `size` pixels at a text size of `scale` percent."""

    def __init__(self, first: Screen, assets: Path, size: tuple[int, int] = (1280, 720), scale: int = 100) -> None:
        pygame.font.init()
        self.sheet = Sheet(size)
        self.look = Look(assets, scale)
        self.app = App(first, self.look, self.sheet)
        self.running = self.app.step(0, [])

    @property
    def screen(self) -> Screen:
        """The screen on top."""
        return self.app.stack.top

    def widgets(self) -> list[Widget]:
        """The widgets of the top screen in the order of Tab; none when all is over."""
        return [] if self.app.stack.over else self.screen.widgets()

    def widget(self, name: str) -> Widget:
        """The widget of an id. KeyError, naming those there are, when there is none."""
        for widget in self.widgets():
            if widget.id == name:
                return widget
        raise KeyError(f"no widget {name!r}; there are {[w.id for w in self.widgets()]}")

    @property
    def focused(self) -> str:
        """The id that has the focus, "" for none."""
        return next((widget.id for widget in self.widgets() if widget.focused), "")

    def send(self, events: Sequence[pygame.event.Event], ms: int = 16) -> None:
        """Take one step of the app."""
        self.running = self.running and self.app.step(ms, events)

    def wait(self, ms: int) -> None:
        """Let time pass, in frames of 50 milliseconds."""
        for _ in range(0, ms, 50):
            self.send([], 50)

    def move(self, at: tuple[int, int] | str) -> None:
        """Move the pointer to a place, or to the middle of a widget."""
        pos = self._place(at)
        self.send([pygame.event.Event(pygame.MOUSEMOTION, pos=pos, rel=(0, 0), buttons=(0, 0, 0))])

    def click(self, at: tuple[int, int] | str, button: int = 1) -> None:
        """Press and release a mouse button (3 is the right one) at a place or widget; scrolled away, it is fetched."""
        pos = self._place(at)
        self.move(pos)
        events = (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP)
        self.send([pygame.event.Event(event, pos=pos, button=button) for event in events], 32)

    def wheel(self, notches: int, at: tuple[int, int] | str) -> None:
        """Turn the wheel over a place: positive is away from the hand, towards the beginning."""
        self.move(at)
        self.send([pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=notches, flipped=False)])

    def press(self, key: str, shift: bool = False, times: int = 1, rest: int = 32) -> None:
        """Press and release a key, a name in KEYS or a character; so many times within one frame, then rest so long."""
        code = KEYS.get(key) or (ord(key.lower()) if len(key) == 1 else pygame.K_UNKNOWN)
        letter = key if len(key) == 1 else {"enter": "\r", "space": " ", "tab": "\t"}.get(key, "")
        mod = pygame.KMOD_SHIFT if shift else 0
        down = pygame.event.Event(pygame.KEYDOWN, key=code, mod=mod, unicode=letter, scancode=0)
        self.send([down, pygame.event.Event(pygame.KEYUP, key=code, mod=mod, unicode=letter, scancode=0)] * times, rest)

    def type(self, text: str) -> None:
        """Type letters, as a text field gets them."""
        for letter in text:
            self.press(letter)
            self.send([pygame.event.Event(pygame.TEXTINPUT, text=letter)])

    def resize(self, size: tuple[int, int]) -> None:
        """Give the window another size, in pixels."""
        self.sheet.picture = pygame.Surface(size)
        self.send([])

    def picture(self, path: Path) -> None:
        """Write what is to be seen now as a PNG."""
        self.send([], 0)
        pygame.image.save(self.sheet.picture, str(path))

    def _place(self, at: tuple[int, int] | str) -> tuple[int, int]:
        if not isinstance(at, str):
            return at
        widget = self.widget(at)
        if not _whole(widget.rect):
            self._fetch(at)
            widget = self.widget(at)
        if not _whole(widget.rect):
            raise KeyError(f"the widget {at!r} is out of view")
        real, laid = self.sheet.picture.get_size(), self.app.stack.size
        x, y = widget.rect.center
        return x * real[0] // laid[0], y * real[1] // laid[1]

    def _fetch(self, name: str) -> None:
        """Tab to a widget, which scrolls it into view, as a player in a hurry would."""
        order = [widget.id for widget in self.widgets()]
        if self.focused in order:
            self.press("tab", times=(order.index(name) - order.index(self.focused)) % len(order))
        for _ in order:  # where the widgets change under way
            if self.focused == name:
                return
            self.press("tab")


def _whole(rect: pygame.Rect) -> bool:
    return rect.width > 0 and rect.height > 0
