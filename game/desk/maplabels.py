"""Map labels: names set beside their dots, measured first, so that none covers another, a dot or the edge."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import pygame

from game.desk.theme import Colour

Measure = Callable[[str], tuple[int, int]]
"""Width and height of a text in pixels."""

Write = Callable[[pygame.Surface, str, tuple[int, int], Colour], None]
"""Draws a text with its top left corner at a pixel."""

HALO: Colour = (8, 11, 17)
AROUND = ((-1, -1), (0, -1), (1, -1), (-1, 0), (1, 0), (-1, 1), (0, 1), (1, 1))
CLEAR = 1  # pixels kept free around a label
FAR = 2.4  # how much farther a label may stand from its dot when all near places are taken


@dataclass(frozen=True, slots=True)
class Mark:
    """Something to name on the map: a dot of `radius` pixels with its name beside, or at 0 a name alone."""

    text: str
    at: tuple[int, int]
    radius: int = 3


@dataclass(frozen=True, slots=True)
class Label:
    """A mark whose name has found a place: left, top, width, height in pixels."""

    mark: Mark
    rect: tuple[int, int, int, int]


def candidates(mark: Mark, size: tuple[int, int]) -> Iterable[tuple[int, int]]:
    """Places for the top left corner of a mark's name, the best first."""
    (x, y), (width, height) = mark.at, size
    if mark.radius == 0:
        for shift in (0, -height // 2, height // 2, -height, height):
            yield x - width // 2, y - height // 2 + shift
        return
    for gap in (mark.radius + 4, round((mark.radius + 4) * FAR)):
        slant = gap * 2 // 3
        yield x + gap, y - height // 2
        yield x - gap - width, y - height // 2
        yield x + slant, y - slant - height // 2 - height // 3
        yield x + slant, y + slant - height // 4
        yield x - slant - width, y - slant - height // 2 - height // 3
        yield x - slant - width, y + slant - height // 4
        yield x - width // 2, y - gap - height
        yield x - width // 2, y + gap


def placed(
    marks: Sequence[Mark],
    measure: Measure,
    room: tuple[int, int, int, int],
    taken: Sequence[pygame.Rect] = (),
) -> list[Label]:
    """The names that find a place in the room (left, top, width, height), the first marks choosing first.

    No two labels overlap, none covers a dot, leaves the room or touches a rect of `taken`. A name without a
    place is left out, as is that of a mark which is not visible.
    """
    bounds = pygame.Rect(room)
    seen = visible(marks, room, taken)
    blocked = [*(dot(mark) for mark in seen if mark.radius), *taken]
    labels = []
    for mark in seen:
        size = measure(mark.text)
        for corner in candidates(mark, size):
            rect = pygame.Rect(corner, size)
            around = rect.inflate(2 * CLEAR, 2 * CLEAR)
            if bounds.contains(around) and around.collidelist(blocked) < 0:
                labels.append(Label(mark, (rect.x, rect.y, rect.width, rect.height)))
                blocked.append(rect)
                break
    return labels


def visible(
    marks: Sequence[Mark], room: tuple[int, int, int, int], taken: Sequence[pygame.Rect] = ()
) -> list[Mark]:
    """The marks inside the room whose dot no rect of `taken` touches: those worth drawing."""
    bounds = pygame.Rect(room)
    return [mark for mark in marks if bounds.contains(dot(mark)) and dot(mark).collidelist(list(taken)) < 0]


def dot(mark: Mark) -> pygame.Rect:
    """The pixels that a mark's dot covers."""
    rect = pygame.Rect(0, 0, 2 * mark.radius + 2, 2 * mark.radius + 2)
    rect.center = mark.at
    return rect


def draw_dot(surface: pygame.Surface, mark: Mark, colour: Colour, origin: tuple[int, int] = (0, 0)) -> None:
    """Draw a mark's dot with a dark rim and smooth edges; nothing at radius 0."""
    if mark.radius == 0:
        return
    reach, finer = mark.radius + 2, 4
    large = pygame.Surface((2 * reach * finer, 2 * reach * finer), pygame.SRCALPHA, 32)
    middle = (reach * finer, reach * finer)
    pygame.draw.circle(large, (*HALO, 255), middle, (mark.radius + 1) * finer)
    pygame.draw.circle(large, (*colour, 255), middle, mark.radius * finer)
    small = pygame.transform.smoothscale(large, (2 * reach, 2 * reach))
    surface.blit(small, (origin[0] + mark.at[0] - reach, origin[1] + mark.at[1] - reach))


def draw_labels(
    surface: pygame.Surface,
    labels: Iterable[Label],
    write: Write,
    colour: Colour,
    origin: tuple[int, int] = (0, 0),
) -> None:
    """Write placed labels with a dark halo; the corner of the map stands at `origin`."""
    for label in labels:
        x, y = origin[0] + label.rect[0], origin[1] + label.rect[1]
        for dx, dy in AROUND:
            write(surface, label.mark.text, (x + dx, y + dy), HALO)
        write(surface, label.mark.text, (x, y), colour)
