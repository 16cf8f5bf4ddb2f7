"""Masthead: the line at the top of a screen: where one is, a few words beside it, and what can be opened from here."""

from __future__ import annotations

from collections.abc import Sequence

from game.desk.flow import Flow
from game.desk.layout import Row, grow
from game.desk.part import Action, Part
from game.desk.theme import GAP, GOLD, INK, INK_QUIET, SMALL, TITLE, WIDE_GAP
from game.desk.widgets.button import Button
from game.desk.widgets.paragraph import Paragraph
from game.desk.widgets.sign import Sign


def masthead(title: str, beside: str, *, icon: str, right: Sequence[Part] = ()) -> Part:
    """A title in serif with an icon, small words beside it, and parts at the right."""
    return Row(
        [
            Sign(icon, 20, GOLD),
            Paragraph(title, TITLE, INK),
            grow(Paragraph(beside, SMALL, INK_QUIET)),
            Flow(right, align="right", gap=GAP),
        ],
        gap=WIDE_GAP,
        upright="middle",
    )


def back(action: Action, label: str = "Back") -> Button:
    """The button that closes a screen; its id is "back"."""
    return Button("back", label, action, icon="arrow-left", kind="quiet")
