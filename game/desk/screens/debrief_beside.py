"""Beside history: the moves made in each turn beside those that were really made."""

from __future__ import annotations

from game.core.debrief import Distance, distance
from game.core.words import title
from game.desk.layout import Column, Row, fixed, grow
from game.desk.look import Look
from game.desk.part import Part
from game.desk.screens.bullet import bullet
from game.desk.screens.naming import day
from game.desk.session import Session
from game.desk.theme import GAP, GOLD, GOOD, INK_QUIET, INK_SOFT, LABEL, SCENE, SKY, SMALL, SMALL_GAP, Colour
from game.desk.widgets.panel import Panel
from game.desk.widgets.paragraph import Paragraph
from game.desk.widgets.rule import Rule

DAY = 118  # pixels of the date at 100 %


def beside_history(look: Look, session: Session) -> Part:
    """A row for each turn: what was done in both, only here, only then."""
    scenario, play = session.play.scenario, session.play
    rows = distance(scenario, play.choices, play.steps)
    common = sum(len(row.common) for row in rows)
    there = sum(len(row.common) + len(row.only_there) for row in rows)
    own = sum(len(row.only_here) for row in rows)
    words = (
        f"Of the **{there}** moves really made in these weeks, **{common}** were yours in the same turn; "
        f"**{own}** of yours were made by nobody then."
    )
    date = fixed(Paragraph("", SMALL), look.pixels(DAY))
    head = Row([date, grow(_head("Yours", "user")), grow(_head("History's", "book"))])
    lines: list[Part] = []
    for row in rows:
        lines += [Rule(), _row(look, session, row)]
    notes = "Matched by turn. Some real acts stand here under another name, and some are not in the game."
    return Column(
        [
            Panel(bullet("history", GOLD, words, SCENE, INK_SOFT)),
            Panel(Column([head, *lines], gap=SMALL_GAP + 2)),
            Paragraph(notes, SMALL, INK_QUIET),
        ],
        gap=GAP,
    )


def _head(words: str, icon: str) -> Part:
    return bullet(icon, INK_QUIET, words, LABEL, INK_QUIET)


def _row(look: Look, session: Session, row: Distance) -> Part:
    scenario = session.play.scenario
    shared = [("check", GOOD, id) for id in row.common]
    here = [*shared, *(("plus", SKY, id) for id in row.only_here)]
    there = [*shared, *(("minus", GOLD, id) for id in row.only_there)]
    date = Paragraph(day(scenario, row.turn), SMALL, INK_QUIET)
    sides = [grow(_moves(session, here)), grow(_moves(session, there))]
    return Row([fixed(date, look.pixels(DAY)), *sides], upright="top")


def _moves(session: Session, moves: list[tuple[str, Colour, str]]) -> Part:
    scenario = session.play.scenario
    rows = [bullet(icon, colour, title(scenario, "move", id), SMALL, INK_SOFT) for icon, colour, id in moves]
    return Column(rows or [Paragraph("nothing", SMALL, INK_QUIET)], gap=SMALL_GAP)
