"""Theme: the colours, spacing and type of the desk. Accents stay apart for colour-blind eyes and never speak alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

Colour: TypeAlias = tuple[int, int, int]

# Grounds, from the far wall to the thing under the hand.
NIGHT: Colour = (9, 12, 18)
DUSK: Colour = (16, 21, 31)
PANEL: Colour = (19, 25, 36)
RAISED: Colour = (27, 35, 49)
HOVER: Colour = (36, 47, 66)
PRESSED: Colour = (22, 29, 41)
WELL: Colour = (12, 16, 24)
EDGE: Colour = (43, 53, 70)
EDGE_BRIGHT: Colour = (72, 87, 112)

# Inks, from loud to quiet; the quietest still has a contrast above 4.5 on a panel.
INK: Colour = (232, 235, 241)
INK_SOFT: Colour = (186, 194, 207)
INK_QUIET: Colour = (141, 152, 170)

GOLD: Colour = (224, 182, 98)
SKY: Colour = (112, 178, 232)
GOOD: Colour = (92, 190, 164)
BAD: Colour = (236, 122, 84)
MAUVE: Colour = (198, 148, 196)

# Names that markup `{name:words}` and screens may use.
ACCENTS: dict[str, Colour] = {
    "gold": GOLD,
    "sky": SKY,
    "good": GOOD,
    "bad": BAD,
    "mauve": MAUVE,
    "quiet": INK_QUIET,
    "soft": INK_SOFT,
}

# Spacing in pixels; it does not grow with the text, so that large text keeps its room.
HAIR, SMALL_GAP, GAP, WIDE_GAP, PAD, MARGIN = 2, 4, 8, 16, 12, 12
RADIUS = 7

# Shares of the text size that a player may choose, in percent.
SCALES = (100, 110, 125, 140, 150)


@dataclass(frozen=True, slots=True)
class Style:
    """A way of setting text: family, weight, size in pixels at 100 %, and extra space between lines in pixels."""

    family: str
    weight: int
    size: int
    leading: int = 0


SANS, SERIF, CONDENSED = "IBM Plex Sans", "IBM Plex Serif", "Roboto Condensed"

DISPLAY = Style(SERIF, 600, 38)
TITLE = Style(SERIF, 600, 23)
HEADING = Style(SERIF, 600, 17)
SCENE = Style(SERIF, 400, 15, 4)
BODY = Style(SANS, 400, 14, 3)
STRONG = Style(SANS, 500, 14, 3)
LABEL = Style(SANS, 500, 14)
SMALL = Style(SANS, 400, 12, 1)
SMALL_STRONG = Style(SANS, 500, 12, 1)
NUMBER = Style(SANS, 600, 16)
OVERLINE = Style(CONDENSED, 600, 13)
TAG = Style(CONDENSED, 600, 13)

BOLDER = {400: 600, 500: 600, 600: 600}


def mixed(first: Colour, second: Colour, share: float) -> Colour:
    """The colour that lies `share` (0 to 1) of the way from the first to the second."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
    return red, green, blue
