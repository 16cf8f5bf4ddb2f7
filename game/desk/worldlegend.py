"""World legend: the sides of the world map in words, each beside a piece of land and a dot drawn as on the map."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import pygame

from game.desk import mapink
from game.desk.canvas import Canvas
from game.desk.flow import Flow
from game.desk.look import Look
from game.desk.mapsign import Sign, draw_sign
from game.desk.maptexture import overlay
from game.desk.part import Part
from game.desk.theme import GAP, INK_SOFT, SMALL, WIDE_GAP, mixed
from game.desk.worldmap import INK, NO_SEAT, Side, WorldMap

TALL = 14  # pixels of a sample at 100 %


@lru_cache(maxsize=64)
def sample(side: Side, height: int) -> pygame.Surface:
    """A piece of land of a side with a dot beside it, on clear ground."""
    width, times = height * 2, mapink.FINER
    large = pygame.Surface(((width + height) * times, height * times), pygame.SRCALPHA, 32)
    large.fill((*side.paint.colour, 0))  # clear black would darken the edges when scaled
    land = [(0, 0), (width * times, 0), (width * times, height * times), (0, height * times)]
    pygame.draw.polygon(large, side.paint.colour, land)
    if side.paint.texture:
        overlay(large, [land], side.paint.texture, mixed(side.paint.colour, mapink.BORDER, 0.45), INK.step, times)
    draw_sign(large, Sign((width + height * 0.6, height / 2), height * 0.28, side.form, side.paint.colour),
              mapink.BORDER, times)  # fmt: skip
    return pygame.transform.smoothscale(large, (width + height, height))


@dataclass(eq=False)
class Entry(Part):
    """One side of the map in words; `count` is how many states are on it, None where that is not told."""

    side: Side
    count: int | None = None

    @property
    def words(self) -> str:
        """What stands beside the sample."""
        return self.side.word if self.count is None else f"{self.side.word} **{self.count}**"

    def natural(self, look: Look) -> int:
        return 3 * look.pixels(TALL) + GAP + look.measure(self.words, SMALL)[0]

    def slimmest(self, look: Look) -> int:
        return self.natural(look)

    def measure(self, look: Look, width: int) -> int:
        return max(look.pixels(TALL), look.measure(self.words, SMALL)[1])

    def draw(self, canvas: Canvas) -> None:
        height = canvas.look.pixels(TALL)
        canvas.surface.blit(sample(self.side, height), (self.rect.x, self.rect.centery - height // 2))
        room = self.rect.copy()
        room.left += 3 * height + GAP
        room.width = self.rect.right - room.left
        canvas.text(self, self.words, SMALL, INK_SOFT, room, upright="middle")


def legend(world: WorldMap, sides: Mapping[str, str]) -> Flow:
    """The sides that members are on, with how many, in the order of the map's sides; then what is no member."""
    counts = Counter(side for code, side in sides.items() if code in world.members)
    entries: list[Part] = [Entry(side, counts[side.id]) for side in world.sides.values() if counts[side.id]]
    return Flow([*entries, Entry(NO_SEAT)], gap=WIDE_GAP, align="centre")
