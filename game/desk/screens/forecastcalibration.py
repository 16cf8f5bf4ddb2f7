"""Calibration on the debrief: the player's words of likelihood against what came, beside what the spreads showed."""

from __future__ import annotations

from game.core.naming import choice_name
from game.core.words import title
from game.desk.layout import Column
from game.desk.part import Part
from game.desk.screens.bullet import bullet
from game.desk.screens.naming import day
from game.desk.screens.odds import OddsRow
from game.desk.session import Session
from game.desk.theme import GOLD, GOOD, INK_QUIET, INK_SOFT, SMALL, SMALL_GAP
from game.desk.widgets.panel import Panel
from game.desk.widgets.paragraph import Paragraph
from game.play.calibration import Tally, distance, tallies
from game.play.playthrough import Estimate

FEW = "One game is one draw: who says “likely” ten times should be right about eight times, over many games."


def calibration(session: Session) -> list[Part]:
    """A panel of what was said and what came; nothing where no spread was opened."""
    play, ending = session.play, session.view.ending
    notes = play.notes.estimates
    off = distance(notes, ending)
    if off is None:
        return []
    rows: list[Part] = [_tally(tally) for tally in tallies(notes, ending)]
    words = f"On average your words lay {off.own} points of a hundred from what came, the spreads {off.spread}."
    rows.append(Paragraph(words, SMALL, INK_SOFT))
    rows += [_note(session, note, ending) for note in notes]
    rows.append(Paragraph(FEW, SMALL, INK_QUIET))
    return [Panel(Column(rows, gap=SMALL_GAP + 2), title="Your words on the spread: said, and came", icon="target",
                  accent=GOLD)]  # fmt: skip


def _tally(tally: Tally) -> Part:
    meant = f"“{tally.word}”, {tally.least} to {tally.most} %"
    words = f"came {tally.came} of {tally.said}; the spreads said {tally.found} %"
    return OddsRow(meant, "dot", words, tally.came / tally.said, GOLD)


def _note(session: Session, note: Estimate, ending: str) -> Part:
    scenario = session.play.scenario
    came = note.ending == ending
    icon, colour, end = ("check", GOOD, "It did.") if came else ("minus", INK_QUIET, "It did not.")
    found = f"{(note.found + 5) // 10} %"
    words = (
        f"**{day(scenario, note.turn)}, {choice_name(scenario, note.move)}**: {note.word} that it ends in "
        f"{title(scenario, 'ending', note.ending)}. The spread: {found}. {end}"
    )
    return bullet(icon, colour, words, SMALL, INK_SOFT)
