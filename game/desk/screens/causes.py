"""Causes: why a number moved, in a few words, from the cause that the event carries."""

from __future__ import annotations

from game.core.event import Cause
from game.core.scenario import Scenario
from game.core.words import title
from game.desk.screens.naming import choice_name

WORLD = {
    "drift": "the drift of the weeks",
    "income": "what home gives back",
    "delay": "what was set going earlier",
    "bound": "it could go no further",
    "derived": "what it is made of",
    "schedule": "the calendar",
    "hearing": "a message misheard",
    "partner": "a partner's consent",
    "clause": "what followed from it",
}
RECORDS = {"answer": "answer", "happening": "event", "promise": "promise", "contest": "contest"}


def cause_name(scenario: Scenario, cause: Cause) -> str:
    """A cause in words."""
    if cause.kind == "choice":
        return f"your choice, {choice_name(scenario, cause.id)}"
    if cause.kind in RECORDS:
        return f"{title(scenario, RECORDS[cause.kind], cause.id)} ({RECORDS[cause.kind]})"
    if cause.kind == "rule":
        rule = scenario.find.rule.get(cause.id)
        answer = title(scenario, "answer", scenario.answers[rule.answer].id) if rule else ""
        return f"what came with the answer {answer}" if answer else "a rule"
    return WORLD.get(cause.kind, cause.kind)
