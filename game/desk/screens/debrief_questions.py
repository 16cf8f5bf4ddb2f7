"""The questions of a debrief: what to argue about when the game is over."""

from __future__ import annotations

from game.desk.layout import Column
from game.desk.look import Look
from game.desk.part import Part
from game.desk.screens.bullet import bullet
from game.desk.session import Session
from game.desk.theme import BODY, GOLD, INK, INK_QUIET, SCENE, WIDE_GAP
from game.desk.widgets.panel import Panel
from game.desk.widgets.paragraph import Paragraph


def questions(look: Look, session: Session) -> Part:
    """The scenario's questions, one under the other."""
    found, number = list[Part](), 1
    while words := session.text(f"questions.{number}"):
        found.append(bullet("help-circle", GOLD, words, SCENE, INK))
        number += 1
    if not found:
        words = "The author asks nothing. Begin with: what would you do otherwise, and why?"
        found.append(Paragraph(words, BODY, INK_QUIET))
    return Panel(Column(found, gap=WIDE_GAP), title="To argue about", icon="messages", accent=GOLD, pad=WIDE_GAP)
