"""Map view: which part of the flat map a rectangle of the screen shows, and where a point of it falls."""

from __future__ import annotations

from dataclasses import dataclass

Box = tuple[int, int, int, int]
"""West, north, east, south in map units."""


@dataclass(frozen=True, slots=True)
class View:
    """A rectangle of `size` pixels around a middle in map units; `scale` is pixels to a unit."""

    size: tuple[int, int]
    scale: float
    middle: tuple[float, float]

    def pixel(self, x: float, y: float) -> tuple[float, float]:
        """Where a point in map units falls, in pixels from the rectangle's top left corner."""
        return (
            (x - self.middle[0]) * self.scale + self.size[0] / 2,
            (y - self.middle[1]) * self.scale + self.size[1] / 2,
        )

    def finer(self, times: int) -> View:
        """The same view with so many times more pixels each way."""
        return View((self.size[0] * times, self.size[1] * times), self.scale * times, self.middle)


def fitted(size: tuple[int, int], focus: Box, bounds: Box) -> View:
    """The view that shows the whole focus and fills the rest with what lies around it.

    Where that would show more than the bounds hold, it is enlarged and the focus is cropped instead.
    """
    width, height = size
    scale = min(width / (focus[2] - focus[0]), height / (focus[3] - focus[1]))
    scale = max(scale, width / (bounds[2] - bounds[0]), height / (bounds[3] - bounds[1]))
    middle = []
    for axis, length in enumerate(size):
        half = length / 2 / scale
        wanted = (focus[axis] + focus[axis + 2]) / 2
        middle.append(min(max(wanted, bounds[axis] + half), bounds[axis + 2] - half))
    return View(size, scale, (middle[0], middle[1]))


def whole(size: tuple[int, int], box: Box, margin: int) -> View:
    """The view that shows all of a box, in the middle of the room that a margin in pixels leaves on each side."""
    room = [max(1, length - 2 * margin) for length in size]
    scale = min(room[0] / (box[2] - box[0]), room[1] / (box[3] - box[1]))
    return View(size, scale, ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2))
