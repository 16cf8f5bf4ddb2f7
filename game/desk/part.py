"""Part: a piece of a screen that is measured, then placed, then drawn; a Control can also be focused and pressed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

import pygame

from game.desk.screen import Change

if TYPE_CHECKING:
    from game.desk.canvas import Canvas
    from game.desk.look import Look

Action: TypeAlias = Callable[[], Change]
Point: TypeAlias = tuple[int, int]
Memory: TypeAlias = dict[str, int]


@dataclass(frozen=True, slots=True)
class Used:
    """A control's word that it took an event, and the change of screen that follows."""

    change: Change = None


@dataclass(eq=False)
class Part:
    """A piece of a screen. Subclasses say how wide they like to be, how high they are, and how they look."""

    rect: pygame.Rect = field(init=False, repr=False)
    shrinks = False  # may be given less than its measured height, because it scrolls
    clips = False  # shows only what lies within its rect

    def __post_init__(self) -> None:
        self.rect = pygame.Rect(0, 0, 0, 0)

    def natural(self, look: Look) -> int:
        """The width in pixels this part takes when nothing limits it."""
        return 0

    def slimmest(self, look: Look) -> int:
        """The width in pixels below which this part cannot be read."""
        return 0

    def measure(self, look: Look, width: int) -> int:
        """The height in pixels this part needs at a width."""
        return 0

    def place(self, look: Look, rect: pygame.Rect) -> None:
        """Take this rect, and place all parts within."""
        self.rect = rect

    def parts(self) -> Sequence[Part]:
        """The parts within, in the order of reading."""
        return ()

    def draw(self, canvas: Canvas) -> None:
        """Draw this part and those within."""
        for part in self.parts():
            part.draw(canvas)

    def recall(self, memory: Memory) -> None:
        """Take the screen's memory, which outlives this part: the place where it was scrolled to."""


@dataclass(eq=False)
class Control(Part):
    """A part that can be focused. `reason` says why it is closed; `on_explain` answers `?` and the right button."""

    id: str
    label: str = ""
    on_press: Action | None = None
    tooltip: str = field(default="", kw_only=True)
    enabled: bool = field(default=True, kw_only=True)
    reason: str = field(default="", kw_only=True)
    hotkey: str = field(default="", kw_only=True)
    on_explain: Action | None = field(default=None, kw_only=True)

    tip_follows = False  # the tooltip stands by the pointer, not by the control

    @property
    def focusable(self) -> bool:
        """True when Tab stops here; closed controls too, so that their reason can be read."""
        return bool(self.id)

    def tip(self) -> str:
        """What hovering and focusing show, marked up: the tooltip and, when closed, the reason."""
        closed = f"{{bad:{self.reason}}}" if self.reason and not self.enabled else ""
        return "\n".join(line for line in (self.tooltip, closed) if line)

    def spots(self) -> Sequence[pygame.Rect]:
        """Where the pointer touches this control, in pixels."""
        return (self.rect,)

    def press(self, at: Point | None = None) -> Change:
        """What a click at a place, Enter or the hotkey does; nothing when closed."""
        if self.on_press is None or not self.enabled:
            return None
        return self.on_press()

    def key(self, event: pygame.event.Event) -> Used | None:
        """Answer a key while focused; None leaves it to the screen."""
        return None

    def typed(self, text: str) -> Used | None:
        """Answer letters typed while focused; None when nothing can be typed here."""
        return None

    def pointed(self, at: Point | None) -> bool:
        """Told where the pointer is over this control, or None when it left; True when that changes its look."""
        return False

    def drag(self, at: Point) -> Used | None:
        """Answer the pointer moving with its button held; None when this cannot be dragged."""
        return None


def walk(part: Part) -> Iterator[Part]:
    """The part and all parts within, each before its own, in the order of reading."""
    yield part
    for inner in part.parts():
        yield from walk(inner)
