"""The page of history of a debrief: how it would be told, the aims with their tests, and where the numbers ended."""

from __future__ import annotations

from game.core.outcome import aims_met, page_of_history
from game.core.words import title
from game.desk.grid import Grid
from game.desk.layout import Column, Row, fixed, grow
from game.desk.look import Look
from game.desk.part import Part
from game.desk.screens.bullet import bullet, listed
from game.desk.screens.dial import dial
from game.desk.screens.legacy import legacy
from game.desk.screens.signs import in_words
from game.desk.session import Session
from game.desk.theme import BAD, BODY, DISPLAY, GAP, GOLD, GOOD, INK, INK_QUIET, INK_SOFT, SCENE, SKY, SMALL, WIDE_GAP
from game.desk.widgets.panel import Panel
from game.desk.widgets.paragraph import Paragraph

SIDE = 380  # pixels of the aims at 100 %


def history(look: Look, session: Session, size: tuple[int, int]) -> Part:
    """The ending in serif beside the aims; the numbers below."""
    scenario, play = session.play.scenario, session.play
    ending = session.view.ending
    paragraphs = page_of_history(scenario, play.state).split("\n\n")
    text = Panel(
        Column(
            [
                Paragraph(title(scenario, "ending", ending), DISPLAY, INK),
                *(Paragraph(paragraph.strip(), SCENE, INK_SOFT) for paragraph in paragraphs if paragraph.strip()),
                *_axes(session),
            ],
            gap=WIDE_GAP,
        ),
        pad=WIDE_GAP,
    )
    side = Column([*_aims(session), *legacy(session), *_facts(session)])
    numbers = [dial(seen, prefix="end") for seen in session.view.gauges if seen.sight == "desk"]
    ended = Panel(Grid(numbers, least=look.pixels(200), gap=GAP), title="Where things stood", icon="scale", accent=SKY)
    if size[0] < look.pixels(SIDE) * 5 // 2:
        return Column([text, side, ended])
    return Column([Row([grow(text), fixed(side, look.pixels(SIDE))], upright="top"), ended])


def _axes(session: Session) -> list[Part]:
    """What came, and how it was met: the two axes of an ending."""
    texts, id = session.play.scenario.texts, session.view.ending
    force, ready = texts.get(f"ending.{id}.axis_force", ""), texts.get(f"ending.{id}.axis_ready", "")
    rows = [("alert-triangle", "What came", force), ("shield", "How it was met", ready)]
    return [bullet(icon, GOLD, f"{name}: **{words}**", BODY) for icon, name, words in rows if words]


def _aims(session: Session) -> list[Part]:
    scenario = session.play.scenario
    rows = []
    for id, met in aims_met(scenario, session.play.state).items():
        icon, colour, word = ("check-circle", GOOD, "met") if met else ("circle", BAD, "not met")
        test = scenario.texts.get(f"aim.{id}.text", "")
        rows.append(bullet(icon, colour, f"**{title(scenario, 'aim', id)}**: {word}.\n{{quiet:{test}}}", SMALL))
    return listed("Aims and their tests", "target", GOLD, rows)


def _facts(session: Session) -> list[Part]:
    scenario = session.play.scenario
    words = "No score is kept. What the model assumes stands under Assumptions; it foretells nothing."
    if scenario.facts_as_of:
        words += f" Facts as of {in_words(scenario.facts_as_of)}."
    return [Paragraph(words, SMALL, INK_QUIET)]
