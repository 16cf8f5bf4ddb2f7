"""The turning points of a debrief: choices of this very play where one other would have led elsewhere."""

from __future__ import annotations

from game.core.naming import choice_name
from game.core.scenario import Scenario
from game.core.turning import TurningPoint
from game.core.words import title
from game.desk.grid import Grid
from game.desk.layout import Column
from game.desk.look import Look
from game.desk.part import Part
from game.desk.screens.bullet import bullet
from game.desk.screens.dial import signed, way
from game.desk.screens.findings import Findings
from game.desk.screens.naming import day
from game.desk.session import Session
from game.desk.theme import BODY, GOLD, HEADING, INK, INK_QUIET, INK_SOFT, SCENE, SKY, SMALL, WIDE_GAP
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
    points = sorted(findings.points, key=lambda point: point.choice)
    found = [_point(scenario, point) for point in points]
    parts: list[Part] = [Grid(found, least=look.pixels(360), most=3)] if found else []
    if not findings.done:
        parts.append(bullet("hourglass", SKY, f"Still looking: {findings.tried} other courses tried.", BODY, INK_SOFT))
    elif not parts:
        parts.append(Panel(bullet("git-fork", INK_QUIET, NONE, SCENE, INK_SOFT)))
    parts.append(Panel(Paragraph(HOW, SMALL, INK_QUIET), title="How this is found", icon="info"))
    return Column(parts)


def _point(scenario: Scenario, point: TurningPoint) -> Part:
    good = {meter.id: meter.good for meter in scenario.meters}
    rows: list[Part] = [
        Paragraph(f"{choice_name(scenario, point.instead)}", HEADING, INK),
        Paragraph(f"instead of: {choice_name(scenario, point.done)}", BODY, INK_QUIET),
        bullet("arrow-right", GOLD, f"would have led to **{title(scenario, 'ending', point.ending)}**", SCENE, INK),
    ]
    axes = [scenario.texts.get(f"ending.{point.ending}.{axis}", "") for axis in ("axis_force", "axis_ready")]
    rows.append(Paragraph("; ".join(axis for axis in axes if axis), BODY, INK_SOFT))
    marks = [
        f"{title(scenario, 'meter', id)} {there} {{{way(there - here, good[id])}:({signed(there - here)})}}"
        for id, here, there in point.marks
    ]
    if marks:
        rows.append(Paragraph("There, at the end: " + " · ".join(marks), SMALL, INK_SOFT))
    return Panel(Column(rows), title=f"Turn {point.turn}, {day(scenario, point.turn)}", icon="git-fork", accent=GOLD,
                 pad=WIDE_GAP)  # fmt: skip
