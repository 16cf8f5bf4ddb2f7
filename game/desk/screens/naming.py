"""Naming: what a reader calls the thing an answer was given to, the answer, and the day of a turn."""

from __future__ import annotations

from game.core.naming import choice_name
from game.core.scenario import Scenario
from game.core.words import title
from game.desk.screens.signs import in_words


def subject_name(scenario: Scenario, subject: str) -> str:
    """What an answer was given to, as decisions and analysts name it: "to ..." or "of its own accord"."""
    if subject == "initiative":
        return "of its own accord"
    challenge, _, id = subject.rpartition("/")
    for kind in ("contest", "move"):
        if f"{kind}.{id}.title" in scenario.texts:
            return f"{'objecting to' if challenge else 'to'}: {title(scenario, kind, id)}"
    return f"to: {choice_name(scenario, id)}"


def answer_name(scenario: Scenario, id: str) -> str:
    """The title of an answer; silence for none."""
    return title(scenario, "answer", id) if id else "Silence"


def day(scenario: Scenario, turn: int) -> str:
    """The date of a turn in words; of the last date beyond it."""
    return in_words(scenario.dates[max(0, min(turn, len(scenario.dates)) - 1)])
