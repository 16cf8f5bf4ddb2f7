"""World view: the world map with its legend as a part of a screen; the pointer asks who voted how."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pygame

from game.desk.layout import Column, grow
from game.desk.look import Look
from game.desk.part import Part, Point
from game.desk.screen import Change
from game.desk.theme import INK, SMALL_GAP
from game.desk.widgets.drawing import Drawing
from game.desk.worldlegend import legend
from game.desk.worldmap import WorldMap

LEAST = 120  # pixels of the map's height


class WorldView:
    """The map's place on a screen; keep it while the screen builds anew, since it keeps the drawn map."""

    def __init__(self) -> None:
        self.world: WorldMap | None = None
        self.over = ""

    def build(
        self,
        look: Look,
        sides: Mapping[str, str],
        tip_of: Callable[[str], str],
        on_open: Callable[[str], Change] | None = None,
        told: str = "",
    ) -> Part:
        """The map over its legend, under the id `world`.

        `sides` gives a state's code the id of its side; `tip_of` answers a code with what hovering tells, "" for the
        name and the side; `on_open` is done with the code of the state clicked; `told` is read out on focus.
        """
        if self.world is None:
            self.world = WorldMap(look.assets)
        world = self.world

        def paint(surface: pygame.Surface, rect: pygame.Rect) -> None:
            surface.blit(world.render(rect.size, sides), rect)
            if self.over:
                world.outline(surface, self.over, INK, rect.topleft, 2.0)

        def under(at: Point | None) -> str:
            self.over = (world.country_at(at) if at else None) or ""
            return (tip_of(self.over) or described(world, self.over, sides)) if self.over else ""

        def open_at(at: Point) -> Change:
            code = world.country_at(at)
            return on_open(code) if code and on_open else None

        picture = Drawing("world", "Map of the world", paint=paint, on_point=under, on_click=open_at, framed=True,
                          tooltip=told)  # fmt: skip
        return Column([grow(picture, least=LEAST), legend(world, sides)], gap=SMALL_GAP)


def described(world: WorldMap, code: str, sides: Mapping[str, str]) -> str:
    """The name of a country and the word of its side."""
    side = world.sides[sides[code]].word if code in sides else world.sides["none"].word
    return f"**{world.name(code)}**: {side.lower()}"
