"""Fonts: the bundled font files at the text size chosen; a missing file is recorded and replaced, never fatal."""

from __future__ import annotations

from pathlib import Path

import pygame

from game.desk.theme import CONDENSED, SANS, SERIF, Style

FILES: dict[tuple[str, int], str] = {
    (SANS, 400): "IBMPlexSans-Regular.ttf",
    (SANS, 500): "IBMPlexSans-Medium.ttf",
    (SANS, 600): "IBMPlexSans-SemiBold.ttf",
    (SERIF, 400): "IBMPlexSerif-Regular.ttf",
    (SERIF, 600): "IBMPlexSerif-SemiBold.ttf",
    (CONDENSED, 600): "RobotoCondensed-SemiBold.ttf",
}

PROBE = "Agö Жї 09"

# pygame draws its own font at about this share of the size asked.
DEFAULT_FONT_SHARE = 0.72


class Fonts:
    """The font files of one folder, opened once a style and size."""

    def __init__(self, folder: Path, percent: int = 100) -> None:
        self.folder = folder
        self.percent = percent
        self.warnings: list[str] = []
        self._open: dict[tuple[str, int, int], pygame.font.Font] = {}
        if not pygame.font.get_init():
            pygame.font.init()

    def pixels(self, size: int) -> int:
        """A size given at 100 %, in pixels at the text size chosen."""
        return (size * self.percent + 50) // 100

    def font(self, style: Style) -> pygame.font.Font:
        """The font of a style; pygame's own font, and a warning in `warnings`, when its file cannot be read."""
        key = (style.family, style.weight, self.pixels(style.size))
        found = self._open.get(key)
        if found is None:
            found = self._open[key] = self._read(*key)
        return found

    def _read(self, family: str, weight: int, pixels: int) -> pygame.font.Font:
        name = FILES.get((family, weight))
        path = self.folder / name if name else None
        if path is not None and path.is_file():
            try:
                font = pygame.font.Font(str(path), pixels)
                # pygame-ce 2.5 opens a broken file without a word and crashes at its first use, but for this one.
                font.size(PROBE)
                return font
            except (pygame.error, OSError, ValueError) as error:
                self._warn(f"{path.name} cannot be read as a font ({error}); another font stands in.")
        else:
            self._warn(f"The font {family} {weight} is missing in {self.folder.name}; another font stands in.")
        return pygame.font.Font(None, round(pixels / DEFAULT_FONT_SHARE))

    def _warn(self, text: str) -> None:
        if text not in self.warnings:
            self.warnings.append(text)
