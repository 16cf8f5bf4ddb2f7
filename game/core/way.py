"""Way: a way to play, told by one word or a line of choices, and the chooser that plays so."""

from __future__ import annotations

from typing import NamedTuple

from .leaning import ID as AIMS
from .leaning import leaning
from .page import Policy
from .policy import Chooser, at_random, follow, scripted
from .scenario import Scenario

RANDOM, HISTORY = "random", "history"
_HISTORICAL = ("history", "historical")
"""What a scenario may call its historical line."""


class Way(NamedTuple):
    """A way to play: a policy's id, `random`, `aims` or `history`; or a line of choices, which goes before the word."""

    word: str
    line: tuple[str, ...] = ()


def known(scenario: Scenario) -> tuple[str, ...]:
    """The words that name a way to play this scenario."""
    own = [policy.id for policy in scenario.policies]
    history = [HISTORY] if any(id in own for id in _HISTORICAL) else []
    return tuple(sorted({RANDOM, *own, *history, *([AIMS] if scenario.aims else [])}))


def policy_of(scenario: Scenario, word: str) -> Policy | None:
    """The policy of weights that a word names, the scenario's own first; None where it names none."""
    own = {policy.id: policy for policy in scenario.policies}
    if word in own:
        return own[word]
    if word == AIMS:
        return leaning(scenario)
    return next((own[id] for id in _HISTORICAL if id in own), None) if word == HISTORY else None


def chooser(scenario: Scenario, way: Way) -> Chooser:
    """What plays this way in the core. Raises ValueError for a word that is not `known`."""
    if way.line:
        return scripted(way.line)
    policy = policy_of(scenario, way.word)
    if policy is not None:
        return follow(policy)
    if way.word == RANDOM:
        return at_random
    raise ValueError(f"{way.word} is no way to play {scenario.id}")
