"""Naming: what a choice is called, when it is told of again."""

from __future__ import annotations

from game.core.scenario import Scenario

_KNOWN = {"end-turn": "End of the turn", "hold": "Held firm", "yield": "Yielded", "trade": "Traded"}


def said(scenario: Scenario, choice: str) -> str:
    """The title of a move, the words of an option at the table, or what was done in a contest."""
    texts = scenario.texts
    found = texts.get(f"move.{choice}.title") or texts.get(f"option.{choice}.label")
    return found or _KNOWN.get(choice, choice.replace("-", " "))
