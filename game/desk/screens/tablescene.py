"""Table scene: the room of a summit drawn in shapes: a long table, two people far apart, a lectern for the press."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

import pygame

from game.desk.canvas import Canvas
from game.desk.look import Look
from game.desk.part import Part
from game.desk.theme import EDGE, INK_QUIET, NIGHT, OVERLINE, RADIUS, Colour, mixed

FINER = 3
WALL: Colour = (24, 30, 42)
WALL_LOW: Colour = (14, 18, 27)
FLOOR: Colour = (22, 22, 27)
PANE: Colour = (38, 52, 74)
CURTAIN: Colour = (58, 44, 38)
LACQUER: Colour = (226, 222, 211)
LACQUER_EDGE: Colour = (176, 168, 150)
LACQUER_DARK: Colour = (112, 103, 90)
WOOD: Colour = (92, 66, 46)
FIGURE: Colour = (14, 17, 25)
RIM: Colour = (120, 110, 96)
CROWD: Colour = (30, 34, 44)
GLOW: Colour = (255, 232, 190)
BRASS: Colour = (186, 152, 88)
FLOWERS: tuple[Colour, ...] = ((206, 190, 170), (222, 214, 196), (188, 150, 140), (214, 204, 184))

LIT_PRESS = ((0.24, 0.5, 0.8), (0.76, 0.5, 0.8))
LIT_TABLE = ((0.16, 0.5, 0.7), (0.84, 0.5, 0.7), (0.5, 0.55, 0.6))
"""Pools of light: share of width, of height, radius as a share of the height."""


@dataclass(frozen=True, slots=True)
class Room:
    """A surface being drawn on in shares of its size, so that the drawing fits every window."""

    surface: pygame.Surface

    @property
    def unit(self) -> int:
        """The height in pixels: sizes go by it, so that a wide room is not a stretched one."""
        return self.surface.get_height()

    def at(self, x: float, y: float) -> tuple[int, int]:
        """The pixel at a share of the width and of the height."""
        return round(x * self.surface.get_width()), round(y * self.unit)

    def box(self, x: float, y: float, wide: float, high: float, colour: Colour, radius: float = 0) -> None:
        """A box around the point (x, y); sizes in shares of the height."""
        rect = pygame.Rect(0, 0, max(1, round(wide * self.unit)), max(1, round(high * self.unit)))
        rect.center = self.at(x, y)
        pygame.draw.rect(self.surface, colour, rect, border_radius=round(radius * self.unit))

    def round(self, x: float, y: float, wide: float, high: float, colour: Colour) -> None:
        """An ellipse around the point (x, y); sizes in shares of the height."""
        rect = pygame.Rect(0, 0, max(1, round(wide * self.unit)), max(1, round(high * self.unit)))
        rect.center = self.at(x, y)
        pygame.draw.ellipse(self.surface, colour, rect)

    def shape(self, points: list[tuple[float, float]], colour: Colour) -> None:
        """A filled outline through shares of width and height."""
        pygame.draw.polygon(self.surface, colour, [self.at(x, y) for x, y in points])

    def off(self, pixels: float) -> float:
        """A distance in shares of the height as a share of the width."""
        return pixels * self.unit / self.surface.get_width()


def _wall(room: Room) -> None:
    width, height = room.surface.get_size()
    horizon = round(0.66 * height)
    for y in range(horizon):
        pygame.draw.line(room.surface, mixed(WALL, WALL_LOW, y / horizon), (0, y), (width, y))
    for y in range(horizon, height):
        share = (y - horizon) / max(1, height - horizon)
        pygame.draw.line(room.surface, mixed(FLOOR, NIGHT, share), (0, y), (width, y))
    room.box(0.5, 0.66, width / height, 0.012, mixed(WALL, BRASS, 0.25))


def _windows(room: Room) -> None:
    for x in (0.14, 0.32, 0.5, 0.68, 0.86):
        half = room.off(0.105)
        for side in (-1, 1):
            curtain = x + side * (half + room.off(0.05))
            room.box(curtain, 0.335, 0.09, 0.63, mixed(CURTAIN, WALL_LOW, 0.35))
            room.box(curtain - side * room.off(0.02), 0.335, 0.014, 0.63, mixed(CURTAIN, NIGHT, 0.5))
        room.box(x, 0.335, 0.21, 0.6, PANE)
        for bar in (-0.5, 0.0, 0.5):
            room.box(x + bar * room.off(0.14), 0.335, 0.008, 0.6, WALL_LOW)
        for y in (0.16, 0.34, 0.52):
            room.box(x, y, 0.21, 0.008, WALL_LOW)


def _person(room: Room, x: float, facing: int) -> None:
    """Somebody seated at an end of the table, seen from the side as a dark figure; `facing` is +1 to the right."""
    chair = x - facing * room.off(0.085)
    room.box(chair, 0.6, 0.045, 0.5, mixed(WOOD, NIGHT, 0.35), 0.02)
    room.box(chair, 0.35, 0.06, 0.03, BRASS, 0.01)
    for grow, colour in ((0.012, RIM), (0.0, FIGURE)):
        back, front = [(-0.075, 0.86), (-0.085, 0.54), (-0.06, 0.455)], [(0.03, 0.435), (0.06, 0.5), (0.07, 0.86)]
        body = [*back, (-0.02, 0.425), *front]
        room.shape([(x + facing * room.off(dx + grow), y - grow) for dx, y in body], colour)
        room.box(x + facing * room.off(0.004 + grow), 0.42, 0.05, 0.07, colour)
        room.round(x + facing * room.off(0.01 + grow), 0.335 - grow / 2, 0.105, 0.14, colour)
        arm = [(0.02, 0.53), (0.15, 0.6), (0.15, 0.64), (0.0, 0.63)]
        room.shape([(x + facing * room.off(dx + grow), y - grow) for dx, y in arm], colour)


def _table(room: Room) -> None:
    """The slab: a long white oval on three stems, with a worn gilt line."""
    wide = 0.755 * room.surface.get_width() / room.unit
    room.round(0.5, 0.95, wide * 1.02, 0.12, mixed(NIGHT, FLOOR, 0.2))
    for x in (0.27, 0.5, 0.73):
        stem = room.off(0.05)
        sides = [(x - stem, 0.68), (x + stem, 0.68), (x + 0.55 * stem, 0.9), (x - 0.55 * stem, 0.9)]
        room.shape(sides, mixed(LACQUER_DARK, NIGHT, 0.25))
        room.round(x, 0.91, 0.2, 0.07, mixed(LACQUER_DARK, NIGHT, 0.1))
    room.round(0.5, 0.69, wide, 0.13, LACQUER_DARK)
    room.round(0.5, 0.665, wide, 0.13, LACQUER_EDGE)
    room.round(0.5, 0.65, wide, 0.125, LACQUER)
    room.round(0.5, 0.65, wide * 0.94, 0.092, mixed(LACQUER, BRASS, 0.35))
    room.round(0.5, 0.65, wide * 0.935, 0.086, LACQUER)
    room.round(0.5, 0.643, wide * 0.5, 0.045, mixed(LACQUER, (255, 255, 255), 0.6))


def _settings_on_table(room: Room) -> None:
    for x in (0.235, 0.765):
        room.box(x, 0.628, 0.1, 0.012, (245, 244, 238))
        room.box(x + room.off(0.0), 0.642, 0.1, 0.012, (212, 208, 196))
    for x in (0.31, 0.69):
        room.box(x, 0.6, 0.02, 0.05, mixed(PANE, LACQUER, 0.55), 0.008)
    room.round(0.5, 0.625, 0.2, 0.05, mixed(WOOD, NIGHT, 0.1))
    for dx, colour in zip((-0.06, -0.02, 0.02, 0.06), FLOWERS, strict=True):
        room.round(0.5 + room.off(dx), 0.595, 0.055, 0.06, colour)


def _lecterns(room: Room) -> None:
    """Two lecterns as far apart as the chairs were, and the backs of the cameras."""
    for x in (0.24, 0.76):
        room.round(x, 0.9, 0.34, 0.07, mixed(NIGHT, FLOOR, 0.3))
        top, foot = room.off(0.1), room.off(0.08)
        room.shape([(x - top, 0.5), (x + top, 0.5), (x + foot, 0.9), (x - foot, 0.9)], WOOD)
        room.box(x, 0.5, 0.25, 0.035, mixed(WOOD, BRASS, 0.4), 0.01)
        for side in (-1, 1):
            stalk = ((0.03, 0.49), (0.034, 0.49), (0.012, 0.38), (0.006, 0.38))
            room.shape([(x + side * room.off(dx), y) for dx, y in stalk], INK_QUIET)
            room.round(x + side * room.off(0.01), 0.375, 0.022, 0.032, (30, 34, 44))
    for number, x in enumerate((0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65)):
        y = 0.93 + 0.03 * (number % 2)
        room.box(x, y + 0.09, 0.17, 0.2, CROWD, 0.06)
        room.round(x, y - 0.05, 0.09, 0.11, CROWD)
        room.round(x + room.off(0.1), y - 0.03, 0.03, 0.03, mixed(GLOW, NIGHT, 0.2))


def _light(size: tuple[int, int], places: tuple[tuple[float, float, float], ...]) -> pygame.Surface:
    """Pools of warm light, to be added to a drawing."""
    small = (max(2, size[0] // 8), max(2, size[1] // 8))
    light = pygame.Surface(small)
    for x, y, radius in places:
        reach = max(1, round(radius * small[1]))
        for ring in range(reach, 0, -1):
            strength = 0.17 * (1 - ring / reach) ** 1.5
            colour = tuple(round(part * strength) for part in GLOW)
            pygame.draw.circle(light, colour, (round(x * small[0]), round(y * small[1])), ring)
    return pygame.transform.smoothscale(light, size)


@lru_cache(maxsize=8)
def room_picture(size: tuple[int, int], kind: str) -> pygame.Surface:
    """The room at `size` pixels: `kind` is prepare (nobody there yet), exchange or press."""
    large = pygame.Surface((size[0] * FINER, size[1] * FINER))
    room = Room(large)
    _wall(room)
    _windows(room)
    if kind == "press":
        _lecterns(room)
    else:
        if kind == "exchange":
            _person(room, 0.112, 1)
            _person(room, 0.888, -1)
        _table(room)
        _settings_on_table(room)
    picture = pygame.transform.smoothscale(large, size)
    picture.blit(_light(size, LIT_PRESS if kind == "press" else LIT_TABLE), (0, 0), special_flags=pygame.BLEND_RGB_ADD)
    if kind == "prepare":
        picture.blit(_veil(size), (0, 0))
    return picture


def _veil(size: tuple[int, int]) -> pygame.Surface:
    veil = pygame.Surface(size, pygame.SRCALPHA)
    veil.fill((*NIGHT, 120))
    return veil


@dataclass(eq=False)
class TableScene(Part):
    """The room with the flags of guest and host and a caption at each end; `height` in pixels at 100 %."""

    kind: str
    guest: tuple[str, str]
    host: tuple[str, str]
    height: int = field(default=150, kw_only=True)

    def measure(self, look: Look, width: int) -> int:
        return self.height

    def draw(self, canvas: Canvas) -> None:
        if self.rect.width < 8 or self.rect.height < 8:
            return
        corners = canvas.look.shapes.corners(canvas.surface, self.rect, RADIUS)
        canvas.surface.blit(room_picture(self.rect.size, self.kind), self.rect)
        for picture, at in corners:
            canvas.surface.blit(picture, at)
        canvas.box(self.rect, None, EDGE, RADIUS)
        for (code, name), side in ((self.guest, -1), (self.host, 1)):
            self._draw_flag(canvas, code, name, side)

    def _draw_flag(self, canvas: Canvas, code: str, name: str, side: int) -> None:
        look, rect = canvas.look, self.rect
        height = max(14, rect.height // 6)
        x = rect.centerx + side * round(rect.width * (0.47 if self.kind != "press" else 0.4))
        pole = pygame.Rect(x, rect.y + round(rect.height * 0.12), 2, round(rect.height * 0.56))
        if code:
            canvas.surface.fill(mixed(BRASS, NIGHT, 0.2), pole)
        if code:
            flag = look.flag(code, height)
            place = flag.get_rect(topright=pole.topleft) if side > 0 else flag.get_rect(topleft=pole.topright)
            canvas.surface.blit(flag, place)
        words, line = look.measure(name.upper(), OVERLINE), look.line_height(OVERLINE)
        room = pygame.Rect(rect.x + 12, rect.bottom - line - 6, words[0] + 2, line)
        if side > 0:
            room.right = rect.right - 12
        canvas.text(self, name.upper(), OVERLINE, mixed(INK_QUIET, (255, 255, 255), 0.4), room)
