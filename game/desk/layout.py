"""Layout: rows and columns that measure their parts, then place them into a rect."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import pygame

from game.desk.look import Look
from game.desk.part import Part
from game.desk.share import fitted, shared_out
from game.desk.theme import GAP


@dataclass(frozen=True, slots=True)
class Slot:
    """A part's place in a row or column, in pixels along it.

    `size` fixes it; `grow` is its share of the room left over; `least` and `most` bound what it asks for.
    """

    part: Part
    grow: int = 0
    size: int | None = None
    least: int = 0
    most: int | None = None

    def wanted(self, measured: int) -> int:
        """What this place asks for when its part measures so much."""
        if self.size is not None:
            return self.size
        return max(self.least, measured if self.most is None else min(self.most, measured))


def grow(part: Part, share: int = 1, least: int = 0) -> Slot:
    """A place that takes a share of the room left over, at least `least` pixels."""
    return Slot(part, grow=share, least=least)


def fixed(part: Part, size: int) -> Slot:
    """A place of exactly `size` pixels."""
    return Slot(part, size=size)


def _slots(items: Sequence[Part | Slot]) -> list[Slot]:
    return [item if isinstance(item, Slot) else Slot(item) for item in items]


@dataclass(eq=False)
class Space(Part):
    """Nothing, of a size in pixels: between things, or with `grow` to push them apart."""

    size: int = 0

    def natural(self, look: Look) -> int:
        return self.size

    def measure(self, look: Look, width: int) -> int:
        return self.size


@dataclass(eq=False)
class Column(Part):
    """Parts one under the other, each as wide as the column. Where room lacks, the parts that scroll give way."""

    items: Sequence[Part | Slot] = ()
    gap: int = field(default=GAP, kw_only=True)
    pad: int = field(default=0, kw_only=True)

    @property
    def shrinks(self) -> bool:  # type: ignore[override]
        """A column gives way when a part of it does."""
        return any(slot.part.shrinks for slot in _slots(self.items))

    def parts(self) -> Sequence[Part]:
        return [slot.part for slot in _slots(self.items)]

    def natural(self, look: Look) -> int:
        return max((part.natural(look) for part in self.parts()), default=0) + 2 * self.pad

    def slimmest(self, look: Look) -> int:
        return max((part.slimmest(look) for part in self.parts()), default=0) + 2 * self.pad

    def measure(self, look: Look, width: int) -> int:
        inner = width - 2 * self.pad
        heights = [slot.wanted(slot.part.measure(look, inner)) for slot in _slots(self.items)]
        return sum(heights) + self.gap * max(0, len(heights) - 1) + 2 * self.pad

    def place(self, look: Look, rect: pygame.Rect) -> None:
        self.rect = rect
        slots = _slots(self.items)
        x, y, width = rect.x + self.pad, rect.y + self.pad, rect.width - 2 * self.pad
        room = rect.height - 2 * self.pad - self.gap * max(0, len(slots) - 1)
        for slot, height in zip(slots, self._heights(look, slots, width, room), strict=True):
            slot.part.place(look, pygame.Rect(x, y, width, height))
            y += height + self.gap

    def _heights(self, look: Look, slots: list[Slot], width: int, room: int) -> list[int]:
        """What each place gets: growing ones share what is left, shrinking ones bear what is missing."""
        sizes = [s.least if s.grow else s.wanted(s.part.measure(look, width)) for s in slots]
        floors = [s.least if s.part.shrinks and s.size is None else z for s, z in zip(slots, sizes, strict=True)]
        sizes = fitted(sizes, floors, room)
        return shared_out(sizes, [slot.grow for slot in slots], room)


@dataclass(eq=False)
class Row(Part):
    """Parts side by side. `upright` is stretch, top, middle or bottom. Where room lacks, the widest wrap first."""

    items: Sequence[Part | Slot] = ()
    gap: int = field(default=GAP, kw_only=True)
    upright: str = field(default="stretch", kw_only=True)

    @property
    def shrinks(self) -> bool:  # type: ignore[override]
        """A row gives way in height when a part of it does."""
        return any(slot.part.shrinks for slot in _slots(self.items))

    def parts(self) -> Sequence[Part]:
        return [slot.part for slot in _slots(self.items)]

    def natural(self, look: Look) -> int:
        widths = [slot.wanted(slot.part.natural(look)) for slot in _slots(self.items)]
        return sum(widths) + self.gap * max(0, len(widths) - 1)

    def slimmest(self, look: Look) -> int:
        widths = [slot.wanted(slot.part.slimmest(look)) for slot in _slots(self.items)]
        return sum(widths) + self.gap * max(0, len(widths) - 1)

    def measure(self, look: Look, width: int) -> int:
        slots = _slots(self.items)
        widths = self._widths(look, slots, width)
        return max((s.part.measure(look, w) for s, w in zip(slots, widths, strict=True)), default=0)

    def place(self, look: Look, rect: pygame.Rect) -> None:
        self.rect = rect
        x, slots = rect.x, _slots(self.items)
        for slot, width in zip(slots, self._widths(look, slots, rect.width), strict=True):
            height = rect.height
            if self.upright != "stretch":
                height = min(rect.height, slot.part.measure(look, width))
            spare = rect.height - height
            y = rect.y + {"middle": spare // 2, "bottom": spare}.get(self.upright, 0)
            slot.part.place(look, pygame.Rect(x, y, width, height))
            x += width + self.gap

    def _widths(self, look: Look, slots: list[Slot], width: int) -> list[int]:
        """What each place gets: growing ones share what is left; without room the widest are narrowed."""
        room = width - self.gap * max(0, len(slots) - 1)
        sizes = [s.least if s.grow else s.wanted(s.part.natural(look)) for s in slots]
        floors = [
            size if s.grow or s.size is not None else max(s.least, s.part.slimmest(look))
            for s, size in zip(slots, sizes, strict=True)
        ]
        return shared_out(fitted(sizes, floors, room), [slot.grow for slot in slots], room)
