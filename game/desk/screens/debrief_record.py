"""The record of a debrief: what the advisers foretold against what came, and the forecasts the player wrote down."""

from __future__ import annotations

from game.core.debrief import Verdict
from game.core.scenario import Scenario
from game.core.words import title
from game.desk.grid import Grid
from game.desk.layout import Column
from game.desk.look import Look
from game.desk.markup import escaped
from game.desk.part import Part
from game.desk.screens.bullet import bullet, listed
from game.desk.screens.forecastcalibration import calibration
from game.desk.screens.guess import PREFIX
from game.desk.screens.naming import answer_name, day
from game.desk.screens.odds import OddsRow
from game.desk.session import Session
from game.desk.theme import BAD, BODY, GAP, GOLD, GOOD, INK_QUIET, INK_SOFT, SKY, SMALL, SMALL_GAP
from game.desk.widgets.panel import Panel
from game.desk.widgets.paragraph import Paragraph
from game.play import counsel
from game.play.playthrough import Forecast


def record(look: Look, session: Session) -> Part:
    """First the player's own forecasts, then each adviser's record."""
    told: dict[str, list[Verdict]] = {}
    for verdict in counsel.advisers(session.play):
        told.setdefault(verdict.adviser, []).append(verdict)
    advisers = [_adviser(session.play.scenario, id, verdicts) for id, verdicts in sorted(told.items())]
    silent = [] if advisers else [Paragraph("No adviser was asked about a move that was made.", BODY, INK_QUIET)]
    own = [*_forecasts(session), *calibration(session)]
    return Column([*own, Grid(advisers, least=look.pixels(400), gap=GAP), *silent])


def _forecasts(session: Session) -> list[Part]:
    notes = session.play.notes.forecasts
    if not notes:
        words = "You wrote no forecast down. Before a meeting, and at the analysts', there is a sheet for one."
        return listed("Your forecasts", "pen", GOLD, [Paragraph(words, SMALL, INK_QUIET)])
    return listed("Your forecasts", "pen", GOLD, (_forecast(session, note) for note in notes))


def _forecast(session: Session, note: Forecast) -> Part:
    scenario = session.play.scenario
    said = f" *{escaped(note.says)}*" if note.says else ""
    when = f"{day(scenario, note.turn)}, {_about(scenario, note.about)}"
    if not note.doctrine:
        return bullet("pen", SKY, f"**{when}**:{said}", BODY, INK_SOFT)
    right = note.doctrine == session.play.doctrine
    icon, colour, word = ("check", GOOD, "it was") if right else ("x", BAD, "it was not")
    name = title(scenario, "doctrine", note.doctrine)
    return bullet(icon, colour, f"**{when}**: {name}, and {word}.{said}", BODY, INK_SOFT)


def _about(scenario: Scenario, about: str) -> str:
    if about.startswith(PREFIX):
        return f"on why: {answer_name(scenario, about.removeprefix(PREFIX))}"
    words = {"opening": "at the opening", "analysts": "at the analysts'"}
    return words.get(about) or f"before {title(scenario, 'summit', about)}"


def _adviser(scenario: Scenario, id: str, verdicts: list[Verdict]) -> Part:
    texts = scenario.texts
    right = sum(verdict.right for verdict in verdicts)
    name, desk = texts.get(f"adviser.{id}.name", id), texts.get(f"adviser.{id}.desk", "")
    rows: list[Part] = [
        OddsRow("Right", "check", f"{right} of {len(verdicts)}", right / len(verdicts), GOOD),
        Paragraph(f"*{texts.get(f'adviser.{id}.bias', '')}*", SMALL, INK_QUIET),
    ]
    for verdict in verdicts:
        icon, colour = ("check", GOOD) if verdict.right else ("x", BAD)
        says = texts.get(f"advice.{verdict.advice}.says", "")
        words = f"**{title(scenario, 'move', verdict.move)}**, {day(scenario, verdict.turn)}. {says}"
        rows.append(bullet(icon, colour, words, SMALL, INK_SOFT))
    return Panel(Column(rows, gap=SMALL_GAP + 2), title=f"{name}, {desk}", icon="user", accent=SKY)
