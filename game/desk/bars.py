"""Bars: a value known exactly, filled from the left; or known as a range, hatched between two posts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import pygame

from game.desk.plot import Box
from game.desk.theme import EDGE, INK_QUIET, WELL, Colour, mixed

FINER = 4
HATCH = 5  # pixels from one slanting line to the next
ROUND = 3  # pixels of the corners: rounder ones would hide a post at the very end


def bar(
    surface: pygame.Surface, box: Box, share: float, colour: Colour, thresholds: Sequence[float] = ()
) -> None:
    """Draw a bar filled from the left; `share` and `thresholds` from 0 to 1 of its width.

    Each threshold is a notch, so that the bands can be read without a colour.
    """
    surface.blit(exact((box[2], box[3]), held(share), colour, tuple(thresholds)), box[:2])


def range_band(
    surface: pygame.Surface,
    box: Box,
    low: float,
    high: float,
    colour: Colour,
    thresholds: Sequence[float] = (),
) -> None:
    """Draw what is known only as a range, from low to high (0 to 1 of the width, in either order)."""
    span = (held(min(low, high)), held(max(low, high)))
    surface.blit(ranged((box[2], box[3]), span, colour, tuple(thresholds)), box[:2])


def held(share: float) -> float:
    """The share, held to 0 to 1."""
    return min(max(share, 0.0), 1.0)


@lru_cache(maxsize=512)
def exact(
    size: tuple[int, int], share: float, colour: Colour, thresholds: tuple[float, ...]
) -> pygame.Surface:
    """The picture of a bar filled to `share`."""
    large = track(size)
    width = round(share * large.get_width())
    if width:
        large.fill(colour, (0, 0, width, large.get_height()))
    return finished(large, size, thresholds)


@lru_cache(maxsize=512)
def ranged(
    size: tuple[int, int], span: tuple[float, float], colour: Colour, thresholds: tuple[float, ...]
) -> pygame.Surface:
    """The picture of a range: hatched from end to end, a bright post at each end."""
    large = track(size)
    width, height = large.get_size()
    post = 2 * FINER
    left = min(round(span[0] * width), width - 2 * post)
    right = max(round(span[1] * width), left + 2 * post)
    area = pygame.Rect(left, 0, right - left, height)
    large.fill(mixed(colour, WELL, 0.62), area)
    large.set_clip(area)
    for start in range(left - height, right, HATCH * FINER):
        pygame.draw.line(large, mixed(colour, WELL, 0.2), (start, height), (start + height, 0), FINER)
    large.set_clip(None)
    for x in (left, right - post):
        large.fill(colour, (x, 0, post, height))
    return finished(large, size, thresholds)


def track(size: tuple[int, int]) -> pygame.Surface:
    """An empty bar, finer than it will be shown."""
    large = pygame.Surface((max(1, size[0]) * FINER, max(1, size[1]) * FINER), pygame.SRCALPHA, 32)
    large.fill(mixed(WELL, EDGE, 0.45))
    return large


def finished(large: pygame.Surface, size: tuple[int, int], thresholds: tuple[float, ...]) -> pygame.Surface:
    """The bar with its notches and round ends, at the size it is shown."""
    width, height = large.get_size()
    for threshold in thresholds:
        x = round(held(threshold) * width)
        large.fill(WELL, (x - FINER, 0, 2 * FINER, height))
        large.fill(INK_QUIET, (x - FINER // 2, height * 2 // 3, FINER, height // 3))
    mask = pygame.Surface(large.get_size(), pygame.SRCALPHA, 32)
    mask.fill((255, 255, 255, 0))
    pygame.draw.rect(
        mask, (255, 255, 255, 255), mask.get_rect(), border_radius=min(height // 2, ROUND * FINER)
    )
    large.blit(mask, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    return pygame.transform.smoothscale(large, (max(1, size[0]), max(1, size[1])))
