"""Bullet: a sentence with a sign before it, the row of which lists on the screens are made."""

from __future__ import annotations

from collections.abc import Iterable

from game.desk.layout import Column, Row, grow
from game.desk.part import Part
from game.desk.theme import BODY, GAP, INK_SOFT, SMALL_GAP, Colour, Style
from game.desk.widgets.panel import Panel
from game.desk.widgets.paragraph import Paragraph
from game.desk.widgets.sign import Sign


def bullet(icon: str, colour: Colour, text: str, style: Style = BODY, ink: Colour = INK_SOFT) -> Part:
    """A sign and a marked-up text beside it."""
    return Row([Sign(icon, 18, colour), grow(Paragraph(text, style, ink))], gap=GAP, upright="top")


def listed(title: str, icon: str, accent: Colour, rows: Iterable[Part], aside: str = "") -> list[Part]:
    """A panel of rows under a title, as a list of one; of none where there are no rows."""
    found = list(rows)
    if not found:
        return []
    return [Panel(Column(found, gap=SMALL_GAP + 2), title=title, icon=icon, accent=accent, aside=aside)]
