"""The model of a debrief: each rule that fired, with another view of it, and the sources they cite."""

from __future__ import annotations

from game.core import debrief
from game.core.act import Rule
from game.core.words import title
from game.desk.grid import Grid
from game.desk.layout import Column
from game.desk.look import Look
from game.desk.part import Part
from game.desk.screens.bullet import bullet
from game.desk.screens.sourceline import source_lines, veiled
from game.desk.session import Session
from game.desk.theme import BAD, BODY, GAP, INK, INK_QUIET, INK_SOFT, MAUVE, SMALL, SMALL_GAP
from game.desk.widgets.panel import Panel
from game.desk.widgets.paragraph import Paragraph


def _fired(session: Session) -> list[Rule]:
    scenario = session.play.scenario
    return [scenario.find.rule[id] for id in debrief.assumptions(scenario, session.play.steps)]


def assumptions(look: Look, session: Session) -> Part:
    """What the model took for granted in this game."""
    rules = _fired(session)
    words = (
        f"**{len(rules)}** rules spoke in this game. Each is a claim about how people act, taken from a source, "
        "and each can be "
        "disputed: the other view stands beside it."
    )
    panels = [_rule(session, rule) for rule in rules]
    return Column([Paragraph(words, BODY, INK_SOFT), Grid(panels, least=look.pixels(380), most=3, gap=GAP)])


def _rule(session: Session, rule: Rule) -> Part:
    scenario, texts = session.play.scenario, session.play.scenario.texts
    whence = "" if veiled(session) else f" From {', '.join(rule.sources)}."
    answer = title(scenario, "answer", scenario.answers[rule.answer].id)
    other = texts.get(f"rule.{rule.id}.counter_view", "")
    rows: list[Part] = [
        Paragraph(texts.get(f"rule.{rule.id}.because", ""), BODY, INK),
        *([bullet("scale", BAD, other, SMALL, INK_SOFT)] if other else []),
        Paragraph(f"Gave: {answer}. Confidence {rule.confidence}.{whence}", SMALL, INK_QUIET),
    ]
    who = texts.get(f"actor.{rule.actor}.title") or texts.get(f"partner.{rule.actor}.title") or rule.actor
    family = title(scenario, "family", rule.family) if rule.family else ""
    return Panel(Column(rows, gap=SMALL_GAP + 2), title=who, aside=family, icon="scale", accent=MAUVE)


def cited(look: Look, session: Session) -> Part:
    """The sources of those rules, and of the doctrine."""
    ids = list(dict.fromkeys(id for rule in _fired(session) for id in rule.sources))
    words = (
        f"**{len(ids)}** sources stand behind the rules that spoke. They are views and records, not findings; "
        "most of the documents "
        "are unsigned, and some contradict each other."
    )
    lines = [Panel(line, pad=10) for line in source_lines(session, sorted(ids))]
    return Column([Paragraph(words, BODY, INK_SOFT), Grid(lines, least=look.pixels(380), most=3, gap=GAP)])
