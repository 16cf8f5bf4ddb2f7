"""Policies: what plays in lanes the way that `game.core.way` names."""

from __future__ import annotations

from game.core.scenario import Scenario
from game.core.way import RANDOM, Way, policy_of

from .choosing import Chooser, at_random
from .script import scripted
from .weighing import follow


def chooser(scenario: Scenario, way: Way) -> Chooser:
    """What plays this way in lanes, giving the games that the core's chooser gives. Raises ValueError likewise."""
    if way.line:
        return scripted(way.line)
    policy = policy_of(scenario, way.word)
    if policy is not None:
        return follow(scenario, policy)
    if way.word == RANDOM:
        return at_random
    raise ValueError(f"{way.word} is no way to play {scenario.id}")
