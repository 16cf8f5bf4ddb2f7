"""The envelope of a debrief: which Moscow it was, and the same moves and dice against each of the others."""

from __future__ import annotations

from game.batch.spread import Spread
from game.core.debrief import Other
from game.core.words import title
from game.desk.grid import Grid
from game.desk.layout import Column
from game.desk.look import Look
from game.desk.part import Part
from game.desk.screens.bullet import bullet
from game.desk.screens.findings import Findings
from game.desk.screens.forecastlucks import endings_in_words
from game.desk.screens.odds import OddsRow
from game.desk.screens.sourceline import confidence_line
from game.desk.session import Session
from game.desk.theme import (
    BAD,
    BODY,
    EDGE,
    GAP,
    GOLD,
    HEADING,
    INK,
    INK_QUIET,
    INK_SOFT,
    SCENE,
    SKY,
    SMALL,
    SMALL_GAP,
    TITLE,
    WIDE_GAP,
)
from game.desk.widgets.panel import Panel
from game.desk.widgets.paragraph import Paragraph

MODEL = (
    "A property of the model, argued from its sources, and no prophecy. In some readings nothing that was open would "
    "have helped."
)


def envelope(look: Look, session: Session, findings: Findings) -> Part:
    """The reading that was sealed, and a column for each reading."""
    findings.wanted = True
    columns = [_column(session, other, findings.against) for other in findings.others]
    waiting = [] if len(columns) == len(session.play.scenario.doctrines) else [
        bullet("hourglass", SKY, "Your moves are being played against the other readings …", BODY, INK_SOFT)
    ]
    return Column(
        [
            _opened(session),
            Paragraph("Your own moves, with your own dice, against each reading:", BODY, INK),
            Grid(columns, least=look.pixels(255), most=4, gap=GAP),
            *waiting,
            Paragraph(MODEL, SMALL, INK_QUIET),
        ]
    )


def _opened(session: Session) -> Part:
    play, texts = session.play, session.play.scenario.texts
    key = f"doctrine.{play.doctrine}"
    how = "drawn in secret by the seed" if play.drawn else "chosen before the game"
    seal = f"Seal {play.envelope}, seed {play.seed}: {how}."
    other = texts.get(f"{key}.counter_view", "")
    return Panel(
        Column(
            [
                Paragraph(title(play.scenario, "doctrine", play.doctrine), TITLE, INK),
                Paragraph(texts.get(f"{key}.text", ""), SCENE, INK_SOFT),
                *([bullet("scale", BAD, f"Another view: {other}", BODY, INK_SOFT)] if other else []),
                confidence_line(texts.get(f"{key}.confidence", "")),
                Paragraph(seal, SMALL, INK_QUIET),
            ]
        ),
        title="The envelope is open", icon="mail-open", accent=GOLD, pad=WIDE_GAP,
    )  # fmt: skip


def _column(session: Session, other: Other, lucks: Spread | None) -> Part:
    play, scenario = session.play, session.play.scenario
    own = other.doctrine == play.doctrine
    rows: list[Part] = [
        Paragraph(title(scenario, "doctrine", other.doctrine), HEADING, GOLD if own else INK),
        Paragraph(title(scenario, "ending", other.ending) if other.ending else "no ending", BODY, INK),
        Paragraph(scenario.texts.get(f"ending.{other.ending}.axis_force", ""), SMALL, INK_QUIET),
    ]
    for id, value in sorted(other.meters, key=lambda row: scenario.find.meter[row[0]].sight != "hidden"):
        meter = scenario.find.meter[id]
        if meter.sight == "hidden":
            word = next((scenario.text(b.text) for b in reversed(meter.bands) if value >= b.low), "")
            words = f"{title(scenario, 'meter', id)} at the end: {{gold:{word or 'unnamed'}}} ({value})."
            rows.append(Paragraph(words, SMALL, INK_SOFT))
            continue
        share = (value - meter.low) / max(1, meter.high - meter.low)
        here = play.state.cells[meter.cell]
        mark = "up" if value > here else "down" if value < here else "level"
        rows.append(OddsRow(title(scenario, "meter", id), mark, str(value), share, GOLD if own else SKY, 70))
    future = lucks.of(other.doctrine) if lucks is not None else None
    if lucks is not None and future is not None:
        words = f"Under {lucks.playouts:,} other lucks: {endings_in_words(scenario, lucks, future)}."
        rows.append(Paragraph(words, SMALL, INK_SOFT))
    named = "this game" if own else ""
    return Panel(Column(rows, gap=SMALL_GAP), title=named or "another reading", accent=GOLD if own else INK_QUIET,
                 icon="mail-open" if own else "mail", edge=GOLD if own else EDGE)  # fmt: skip
