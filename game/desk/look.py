"""Look: fonts, icons, shapes and sounds, shared by all screens of a window."""

from __future__ import annotations

from pathlib import Path

import pygame

from game.desk.fonts import Fonts
from game.desk.icons import Icons
from game.desk.shapes import Shapes
from game.desk.sound import Sounds
from game.desk.text import WIDEST, Block, Typesetter
from game.desk.theme import Colour, Style

MEASURED = (1280, 720)
"""The window in pixels for which sizes at 100 % were measured; in a larger one everything grows alike."""
STEP = 5  # percent: while a window is being dragged larger, fonts are not opened for every pixel


class Look:
    """Everything drawing needs to know. `rescale` and `suit` change the size of all and raise `version`."""

    def __init__(self, assets: Path, percent: int = 100, volume: int = 0) -> None:
        self.assets = assets
        self.icons = Icons(assets)
        self.sounds = Sounds(assets, volume)
        self.shapes = Shapes()
        self.version = 0
        self.chosen = percent
        """The text size the player chose, 100 to 150."""
        self.grown = 100
        """How much larger than measured the window lets everything be, in percent from 100 on."""
        self.fonts = Fonts(assets / "fonts", percent)
        self.type = Typesetter(self.fonts)

    @property
    def percent(self) -> int:
        """The size of all that goes with the text, in percent: what was chosen, grown with the window."""
        return self.fonts.percent

    @property
    def warnings(self) -> list[str]:
        """What could not be loaded and what stands in for it, a sentence each."""
        pictures = [f"The picture {name} is missing; a crossed box stands in." for name in self.icons.missing()]
        return [*self.fonts.warnings, *pictures]

    def rescale(self, percent: int) -> None:
        """Set the text size in percent, held to 100 to 150."""
        self.chosen = max(100, min(150, percent))
        self._set()

    def suit(self, size: tuple[int, int]) -> None:
        """Let everything grow with a window of `size` pixels, where that is larger than the one measured for."""
        share = min(100 * real // measured for real, measured in zip(size, MEASURED, strict=True))
        grown = max(100, share // STEP * STEP)
        if grown != self.grown:
            self.grown = grown
            self._set()

    def _set(self) -> None:
        """Open the fonts at the size that follows."""
        self.fonts = Fonts(self.assets / "fonts", self.chosen * self.grown // 100)
        self.type = Typesetter(self.fonts)
        self.version += 1

    def forget(self) -> None:
        """Drop all kept drawings: after a change of window size."""
        self.type.clear()
        self.icons.forget()
        self.shapes.clear()

    def pixels(self, size: int) -> int:
        """A size that goes with the text (icons, marks, bars), in pixels."""
        return self.fonts.pixels(size)

    def measure(self, text: str, style: Style, width: int = WIDEST) -> tuple[int, int]:
        """Width and height in pixels of a marked-up text set into `width`."""
        return self.type.measure(text, style, width)

    def longest_word(self, text: str, style: Style) -> int:
        """The width in pixels of the widest word of a text."""
        return self.type.longest_word(text, style)

    def block(self, text: str, style: Style, width: int = WIDEST) -> Block:
        """A marked-up text set into `width`, with the places of its words."""
        return self.type.block(text, style, width)

    def line_height(self, style: Style) -> int:
        """The height of one line of a style, in pixels."""
        return self.type.line_height(style)

    def icon(self, name: str, size: int, colour: Colour) -> pygame.Surface:
        """An icon by name at `size` pixels (already scaled)."""
        return self.icons.icon(name, size, colour)

    def flag(self, code: str, height: int) -> pygame.Surface:
        """The flag of a country (ISO 3166-1 alpha-3), of EU or UN, `height` pixels high and 4:3."""
        return self.icons.flag(code, height)
