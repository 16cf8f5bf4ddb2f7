"""Sign: an icon or a flag standing by itself."""

from __future__ import annotations

from dataclasses import dataclass

from game.desk.canvas import Canvas
from game.desk.look import Look
from game.desk.part import Part
from game.desk.theme import INK_SOFT, Colour


@dataclass(eq=False)
class Sign(Part):
    """An icon by name, `size` pixels at 100 %."""

    name: str
    size: int = 18
    colour: Colour = INK_SOFT

    def natural(self, look: Look) -> int:
        return look.pixels(self.size)

    def slimmest(self, look: Look) -> int:
        return self.natural(look)

    def measure(self, look: Look, width: int) -> int:
        return look.pixels(self.size)

    def draw(self, canvas: Canvas) -> None:
        canvas.icon(self.name, canvas.look.pixels(self.size), self.colour, self.rect.center)


@dataclass(eq=False)
class Flag(Part):
    """A flag by ISO 3166-1 alpha-3 code (or EU, UN), `size` pixels high at 100 %."""

    code: str
    size: int = 18

    def natural(self, look: Look) -> int:
        return round(look.pixels(self.size) * 4 / 3)

    def slimmest(self, look: Look) -> int:
        return self.natural(look)

    def measure(self, look: Look, width: int) -> int:
        return look.pixels(self.size)

    def draw(self, canvas: Canvas) -> None:
        picture = canvas.look.flag(self.code, canvas.look.pixels(self.size))
        canvas.surface.blit(picture, picture.get_rect(center=self.rect.center))
