"""Assumed: what the model took for granted in a finished game, answer by answer, with another view of each."""

from __future__ import annotations

from collections.abc import Iterator

from game.core.debrief import assumptions
from game.core.words import title
from game.play.playthrough import Playthrough

from .page import wrap


def assumed_lines(play: Playthrough) -> Iterator[str]:
    """Each assumption: answer, how sure the authors are, sources, another view. Told once the game is over."""
    if not play.over:
        yield "That is told at the end."
        return
    scenario = play.scenario
    yield "What the model assumed in this game (answer, how sure the authors are, sources, another view):"
    for id in assumptions(scenario, play.steps):
        rule = scenario.find.rule[id]
        because, other = scenario.texts.get(f"rule.{id}.because", ""), scenario.texts.get(f"rule.{id}.counter_view", "")
        answer = title(scenario, "answer", scenario.answers[rule.answer].id)
        rests = f"{rule.confidence}; {', '.join(rule.sources)}"
        yield from wrap(f"{answer} ({rests}): {because} Another view: {other}", "  ")
