"""Aims: what the seat wants, each with the test that is put to it in the end."""

from __future__ import annotations

from collections.abc import Iterator

from game.core.outcome import aims_met
from game.core.words import title
from game.play.playthrough import Playthrough

from .page import wrap


def aim_lines(play: Playthrough) -> Iterator[str]:
    """The aims with their tests; once the game is over, whether each was met."""
    scenario = play.scenario
    for id, met in aims_met(scenario, play.state).items():
        mark = ("met: " if met else "not met: ") if play.over else "- "
        name, test = title(scenario, "aim", id), scenario.texts.get(f"aim.{id}.text", "")
        yield from wrap(f"{mark}{name}. {test}".strip(), "  ")
