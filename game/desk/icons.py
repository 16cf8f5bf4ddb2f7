"""Icons: white pictures from the assets, tinted and scaled; for a missing one stands a crossed square."""

from __future__ import annotations

from pathlib import Path

import pygame

from game.desk.theme import Colour

# The small drawing is only crisp at its own size; every other size is made from the large one.
SMALL, LARGE = 24, 48
NO_FLAG: Colour = (128, 128, 128)


class Icons:
    """The icons and flags below one assets folder; each picture is made once for a name, size and colour."""

    def __init__(self, assets: Path) -> None:
        self._assets = assets
        self._pictures: dict[tuple[str, int, Colour | None], pygame.Surface] = {}
        self._missing: list[str] = []

    def icon(self, name: str, size: int, colour: Colour) -> pygame.Surface:
        """The icon as a square of `size` pixels with alpha, its lines in `colour`."""
        key = (name, size, colour)
        if key not in self._pictures:
            white = self._loaded(Path("icons") / str(SMALL if size == SMALL else LARGE) / f"{name}.png")
            if white is None:
                self._pictures[key] = crossed(size, size, colour)
            else:
                self._pictures[key] = tinted(white, size, colour)
        return self._pictures[key]

    def flag(self, code: str, height: int) -> pygame.Surface:
        """The flag of a country (ISO 3166-1 alpha-3), of EU or of UN, `height` pixels high and 4:3."""
        key = (code, height, None)
        if key not in self._pictures:
            size = (round(height * 4 / 3), height)
            picture = self._loaded(Path("flags") / f"{code}.png")
            if picture is None:
                self._pictures[key] = crossed(*size, NO_FLAG)
            else:
                self._pictures[key] = pygame.transform.smoothscale(picture, size)
        return self._pictures[key]

    def missing(self) -> list[str]:
        """The files asked for that could not be read, each once, in the order asked."""
        return list(self._missing)

    def forget(self) -> None:
        """Drop all kept pictures; what is missing stays known."""
        self._pictures.clear()

    def _loaded(self, name: Path) -> pygame.Surface | None:
        """The picture in 32 bits with alpha; None, and a note in `missing`, when it cannot be read."""
        try:
            raw = pygame.image.load(str(self._assets / name))
        except (pygame.error, OSError):
            if name.as_posix() not in self._missing:
                self._missing.append(name.as_posix())
            return None
        picture = pygame.Surface(raw.get_size(), pygame.SRCALPHA, 32)
        picture.blit(raw, (0, 0))
        return picture


def tinted(white: pygame.Surface, size: int, colour: Colour) -> pygame.Surface:
    """A white picture at `size` pixels square, recoloured; its alpha is kept."""
    picture = white.copy()
    # Empty pixels are black: without this they would darken the edges when scaled.
    picture.fill((255, 255, 255, 0), special_flags=pygame.BLEND_RGBA_MAX)
    if picture.get_size() != (size, size):
        picture = pygame.transform.smoothscale(picture, (size, size))
    picture.fill((*colour, 255), special_flags=pygame.BLEND_RGBA_MULT)
    return picture


def crossed(width: int, height: int, colour: Colour) -> pygame.Surface:
    """The sign for a missing picture: a box with a cross."""
    picture = pygame.Surface((width, height), pygame.SRCALPHA, 32)
    box = picture.get_rect().inflate(-max(2, width // 6), -max(2, height // 6))
    pygame.draw.rect(picture, colour, box, 1)
    pygame.draw.line(picture, colour, box.topleft, (box.right - 1, box.bottom - 1))
    pygame.draw.line(picture, colour, (box.left, box.bottom - 1), (box.right - 1, box.top))
    return picture
