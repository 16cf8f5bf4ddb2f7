"""Source line: where a rule comes from: author, kind and date, what the source says, and how sure the rule is."""

from __future__ import annotations

from collections.abc import Iterable

from game.core.scenario import Scenario
from game.desk.part import Part
from game.desk.screens.bullet import bullet
from game.desk.session import MASKED, Session
from game.desk.theme import GOLD, INK_QUIET, INK_SOFT, SKY, SMALL

SURE = {
    "high": ("circle-dot", "**Confidence: high.** Several sources agree."),
    "medium": ("circle-dot", "**Confidence: medium.** A reading that others share and some dispute."),
    "low": ("circle", "**Confidence: low.** One reading among several."),
}


def confidence_line(confidence: str) -> Part:
    """How sure a rule is, in words."""
    icon, words = SURE.get(confidence, ("circle", f"**Confidence: {confidence or 'not stated'}.**"))
    return bullet(icon, GOLD, words, SMALL, INK_SOFT)


VEILED = "Real sources stand behind this. They name real states, so they are shown with real names only (settings)."


def veiled(session: Session) -> bool:
    """Whether sources must not be named: one of them would give every invented name away."""
    return session.play.texts == MASKED


def source_lines(session: Session, ids: Iterable[str]) -> list[Part]:
    """The sources, each with a sign; one line in place of all while names are invented."""
    if veiled(session):
        return [bullet("eye-off", INK_QUIET, VEILED, SMALL, INK_SOFT)]
    return [source_line(session.play.scenario, id) for id in ids]


def source_words(scenario: Scenario, id: str) -> str:
    """A source as marked-up text: who, what kind, when, and what it says."""
    source = scenario.sources.get(id)
    if source is None:
        return id
    says = scenario.texts.get(f"source.{id}.says", "")
    return f"**{source.author}**, {source.kind}, {source.date} {{quiet:({id})}}" + (f"\n{says}" if says else "")


def source_line(scenario: Scenario, id: str) -> Part:
    """A source with a sign before it."""
    colour = SKY if id in scenario.sources else INK_QUIET
    return bullet("file-text", colour, source_words(scenario, id), SMALL, INK_SOFT)
