"""Focus: which control the keyboard is at, and which comes next by Tab or by arrow."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.desk.part import Control

ARROWS = {
    pygame.K_LEFT: (-1, 0),
    pygame.K_RIGHT: (1, 0),
    pygame.K_UP: (0, -1),
    pygame.K_DOWN: (0, 1),
}
SIDEWAYS_COST = 3  # a pixel beside the way counts as this many along it


def following(controls: Sequence[Control], current: str, step: int) -> str:
    """The id after (step 1) or before (step -1) the current one, round the end; "" when there is none at all."""
    ids = [control.id for control in controls]
    if not ids:
        return ""
    if current not in ids:
        return ids[0] if step > 0 else ids[-1]
    return ids[(ids.index(current) + step) % len(ids)]


def beside(controls: Sequence[Control], current: Control, way: tuple[int, int]) -> str:
    """The id of the nearest control in a direction, judged by the places on the screen; "" when there is none."""
    best, least = "", 0
    for other in controls:
        cost = _cost(current.rect, other.rect, way) if other is not current else None
        if cost is not None and (not best or cost < least):
            best, least = other.id, cost
    return best


def _cost(here: pygame.Rect, there: pygame.Rect, way: tuple[int, int]) -> int | None:
    """How far `there` lies from `here` in a direction, in pixels; None when it does not lie that way."""
    if way[0]:
        along = there.left - here.right if way[0] > 0 else here.left - there.right
        centre = (there.centerx - here.centerx) * way[0]
        aside = max(there.top - here.bottom, here.top - there.bottom, 0)
        offset = abs(there.centery - here.centery)
    else:
        along = there.top - here.bottom if way[1] > 0 else here.top - there.bottom
        centre = (there.centery - here.centery) * way[1]
        aside = max(there.left - here.right, here.left - there.right, 0)
        offset = abs(there.centerx - here.centerx)
    if centre <= 0 or along < -min(here.width, here.height) // 2:
        return None
    return max(along, 0) + SIDEWAYS_COST * aside + offset // 8


def kept(before: Sequence[str], now: Sequence[str], current: str) -> str:
    """Where the focus goes when the controls change: it stays, or goes to the next that is left, or to none."""
    if current in now or current not in before:
        return current if current in now else ""
    rest = list(before[before.index(current) :]) + list(reversed(before[: before.index(current)]))
    return next((other for other in rest if other in now), "")
