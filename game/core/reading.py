"""Reading: how long a play takes to read and choose, from the words that stand on top of each screen."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from .backtest import given_of_history, line_of_history
from .chronicle import Item, items
from .replay import follow_line
from .scenario import Scenario
from .scene import scene
from .sight import blurred
from .step import Step

WORDS_A_MINUTE = 200
SECONDS_A_CHOICE = 15
ON_TOP = 3
"""Lines on top of the desk: the lead in full, the others by their first sentence; below stand titles only."""

_ORDER = {"ending": 0, "answer": 1, "vote": 2, "promise": 2, "event": 3, "news": 4, "move": 5}


class Reading(NamedTuple):
    """Words read and choices made in a play, with the whole minutes they take, rounded up."""

    words: int
    choices: int

    @property
    def minutes(self) -> int:
        """At 200 words a minute and 15 seconds a choice."""
        seconds = self.words * 60 // WORDS_A_MINUTE + self.choices * SECONDS_A_CHOICE
        return -(-seconds // 60)


def on_top(scenario: Scenario, lines: Sequence[Item]) -> list[Item]:
    """A turn's lines as the desk orders them: the main actor's words first, what the player did last."""

    def place(item: Item) -> tuple[int, int]:
        other = item.kind == "answer" and item.actor != scenario.main_actor
        kind = "vote" if item.cause.kind == "vote" else item.kind
        return (_ORDER.get(kind, 4) * 2 + 5 * other, 0 if item.text else 1)

    return sorted(lines, key=place)


def first_sentence(text: str) -> str:
    """A text up to the end of its first sentence."""
    return re.split(r"(?<=[.!?])\s", text.strip(), maxsplit=1)[0]


def _words(text: str) -> int:
    return len(text.split())


def reading(scenario: Scenario, steps: Sequence[Step]) -> Reading:
    """What it takes to read a play's desk, tables and contests, and to make its choices."""
    told, words, turns = set[str](), 0, dict[int, list[Item]]()
    clock = scenario.clock
    for index, step in enumerate(steps):
        turn = steps[index - 1].state.cells[clock.turn] if index else 0
        for item in items(scenario, step, turn, told):
            at_table = any(d.slot == "table" and d.text for d in step.decisions) and item.kind == "answer"
            if at_table:
                words += _words(item.text)
            else:
                turns.setdefault(item.turn, []).append(item)
        held = scene(scenario, blurred(scenario, step.state))
        if held is not None and held.lines:
            words += _words(held.heading) + _words(held.text) + sum(_words(line.label) for line in held.lines)
    for lines in turns.values():
        ordered = on_top(scenario, lines)
        words += sum(_words(item.title) for item in ordered)
        words += sum(_words(item.text) for item in ordered[:1])
        words += sum(_words(first_sentence(item.text)) for item in ordered[1:ON_TOP])
    return Reading(words, len(steps) - 1)


def reading_of_history(scenario: Scenario, seed: int = 1) -> Reading:
    """What the line of history takes."""
    line = line_of_history(scenario)
    return reading(scenario, follow_line(scenario, seed, line, given_of_history(scenario)))
