"""The turning points of a debrief: choices of this very play where one other would have led elsewhere."""

from __future__ import annotations

from game.batch.spread import Spread
from game.core.naming import choice_made
from game.core.scenario import Scenario
from game.core.state import State
from game.core.turning import TurningPoint
from game.core.words import title
from game.desk.grid import Grid
from game.desk.layout import Column
from game.desk.look import Look
from game.desk.part import Part
from game.desk.screens.bullet import bullet
from game.desk.screens.dial import signed, way
from game.desk.screens.findings import Findings
from game.desk.screens.forecastlucks import endings_in_words
from game.desk.screens.forecastrow import percent
from game.desk.screens.forecastword import meaning
from game.desk.screens.naming import day
from game.desk.session import Session
from game.desk.theme import BAD, BODY, GOLD, HEADING, INK, INK_QUIET, INK_SOFT, SCENE, SKY, SMALL, WIDE_GAP
from game.desk.widgets.panel import Panel
from game.desk.widgets.paragraph import Paragraph

HOW = (
    "Found by playing your own game again, from the last choice backwards: one choice is changed, all later "
    "ones are kept as far "
    "as they are open, and so is the luck. Only what leads to another ending counts."
)
NONE = (
    "No single other choice that was tried would have led to another ending. What decided it was spread over many "
    "turns."
)


def turning(look: Look, session: Session, findings: Findings) -> Part:
    """The turning points, the earliest first, and how they were found."""
    scenario = session.play.scenario
    findings.wanted = True
    points = sorted(findings.points, key=lambda point: point.choice)
    found = [
        _point(scenario, session.play.steps[point.choice].state, point, findings.changed.get(point.choice))
        for point in points
    ]
    parts: list[Part] = [Grid(found, least=look.pixels(360), most=3)] if found else []
    if not findings.done:
        parts.append(bullet("hourglass", SKY, f"Still looking: {findings.tried} other courses tried.", BODY, INK_SOFT))
    elif not parts:
        parts.append(Panel(bullet("git-fork", INK_QUIET, NONE, SCENE, INK_SOFT)))
    if findings.trouble:
        parts.append(bullet("alert-triangle", BAD, findings.trouble, SMALL, INK_SOFT))
    parts.append(Panel(Paragraph(HOW, SMALL, INK_QUIET), title="How this is found", icon="info"))
    return Column(parts)


def _point(scenario: Scenario, state: State, point: TurningPoint, lucks: Spread | None) -> Part:
    good = {meter.id: meter.good for meter in scenario.meters}
    rows: list[Part] = [
        Paragraph(choice_made(scenario, state, point.instead), HEADING, INK),
        Paragraph(f"instead of: {choice_made(scenario, state, point.done)}", BODY, INK_QUIET),
        bullet("arrow-right", GOLD, f"would have led to **{title(scenario, 'ending', point.ending)}**", SCENE, INK),
    ]
    rows.append(Paragraph(meaning(scenario, point.ending), BODY, INK_SOFT))
    marks = [
        f"{title(scenario, 'meter', id)} {there} {{{way(there - here, good[id])}:({signed(there - here)})}}"
        for id, here, there in point.marks
    ]
    if marks:
        rows.append(Paragraph("There, at the end: " + " · ".join(marks), SMALL, INK_SOFT))
    rows += _lucks(scenario, point, lucks) if lucks is not None else []
    return Panel(Column(rows), title=f"Turn {point.turn}, {day(scenario, point.turn)}", icon="git-fork", accent=GOLD,
                 pad=WIDE_GAP)  # fmt: skip


def _lucks(scenario: Scenario, point: TurningPoint, found: Spread) -> list[Part]:
    """How often either course ends how, had the luck from there on been another."""
    turned = percent(found.futures[-1].share_turned(found.playouts))
    words = f"Under {found.playouts:,} other lucks this one choice alone changes the ending in {turned}:"
    rows: list[Part] = [Paragraph(words, SMALL, INK_QUIET)]
    names = ("as you did", "with the other choice")
    for name, future in zip(names, found.futures, strict=True):
        rows.append(Paragraph(f"**{name}**: {endings_in_words(scenario, found, future)}", SMALL, INK_SOFT))
    return rows
