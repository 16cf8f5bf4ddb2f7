"""Counselors: the advisers who have something to say of a move, each with name, bias, stand and record so far."""

from __future__ import annotations

from game.core.debrief import speaks
from game.core.page import Advice
from game.desk.layout import Column
from game.desk.part import Part
from game.desk.screens.bullet import bullet
from game.desk.session import Session
from game.desk.theme import BAD, BODY, GOOD, INK_QUIET, INK_SOFT, SMALL, SMALL_GAP
from game.desk.widgets.panel import Panel
from game.desk.widgets.paragraph import Paragraph
from game.play import counsel


def counselors(session: Session, move: str) -> list[Part]:
    """A panel for each adviser who speaks of the move now; a line where none does."""
    play = session.play
    said = [a for a in play.scenario.advice if a.move == move and speaks(play.scenario, a, play.state.cells)]
    if not said:
        return [bullet("users", INK_QUIET, "No desk has anything to say of this.", SMALL, INK_QUIET)]
    record = _records(session)
    return [_panel(session, advice, record.get(advice.adviser, (0, 0))) for advice in said]


def _records(session: Session) -> dict[str, tuple[int, int]]:
    """By adviser: how often right, of how many times."""
    found: dict[str, tuple[int, int]] = {}
    for verdict in counsel.advisers(session.play):
        right, told = found.get(verdict.adviser, (0, 0))
        found[verdict.adviser] = (right + verdict.right, told + 1)
    return found


def _panel(session: Session, advice: Advice, record: tuple[int, int]) -> Part:
    texts = session.play.scenario.texts
    name = texts.get(f"adviser.{advice.adviser}.name", advice.adviser)
    desk = texts.get(f"adviser.{advice.adviser}.desk", "")
    bias = texts.get(f"adviser.{advice.adviser}.bias", "")
    icon, accent, stand = ("x-circle", BAD, "against") if advice.against else ("check-circle", GOOD, "for")
    right, told = record
    seen = f"Right {right} time{'' if right == 1 else 's'} in {told} so far." if told else "Not yet put to the test."
    return Panel(
        Column(
            [
                Paragraph(texts.get(f"advice.{advice.id}.says", ""), BODY, INK_SOFT),
                Paragraph(f"*{bias}* {seen}", SMALL, INK_QUIET),
            ],
            gap=SMALL_GAP,
        ),
        title=f"{name}, {desk}", aside=stand, icon=icon, accent=accent,
    )  # fmt: skip
