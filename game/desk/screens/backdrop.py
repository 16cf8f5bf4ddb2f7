"""Backdrop: a map in the dark, fading out under the words at its left; drawn once for a size."""

from __future__ import annotations

import pygame

from game.desk.look import Look
from game.desk.map import EuropeMap
from game.desk.theme import DUSK, NIGHT, Colour, mixed

LAND = mixed(NIGHT, (92, 112, 144), 0.42)
LIT: dict[str, Colour] = {"RUS": (64, 28, 34), "UKR": (138, 112, 56), "BLR": (52, 30, 38)}


class Backdrop:
    """Keeps the picture it made last."""

    def __init__(self) -> None:
        self._europe: EuropeMap | None = None
        self._made: tuple[tuple[int, int, int], pygame.Surface] | None = None

    def draw(self, surface: pygame.Surface, look: Look, clear: int) -> None:
        """Fill the surface; the first `clear` pixels from the left are left dark for words."""
        key = (*surface.get_size(), clear)
        if self._made is None or self._made[0] != key:
            self._made = (key, self._picture(surface.get_size(), look, clear))
        surface.blit(self._made[1], (0, 0))

    def _picture(self, size: tuple[int, int], look: Look, clear: int) -> pygame.Surface:
        if self._europe is None:
            self._europe = EuropeMap(look.assets)
        picture = pygame.Surface(size)
        picture.blit(look.shapes.ground(size, DUSK, NIGHT), (0, 0))
        left = clear // 2
        colours = {country.a3: LAND for country in self._europe.countries} | LIT
        picture.blit(self._europe.render((size[0] - left, size[1]), colours), (left, 0))
        veil = pygame.Surface((256, 1), pygame.SRCALPHA)
        for x in range(256):
            veil.set_at((x, 0), (*NIGHT, 255 - x))
        picture.fill(NIGHT, (0, 0, left, size[1]))
        picture.blit(pygame.transform.smoothscale(veil, (max(1, clear), size[1])), (left, 0))
        return picture
