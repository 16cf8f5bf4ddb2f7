"""Analysts: how well each doctrine explains the answers seen, worked out from what the seat knows and nothing else.

For each doctrine the play is gone through again step by step: what the seat sees is taken as it was, the hidden part
grows as this doctrine has it, under dice that are never the game's. The weight of a doctrine is multiplied by the odds
it gave each answer seen (Bayes), never by less than a floor, so that none is ever ruled out by one surprise.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from math import prod
from typing import NamedTuple

from .actor import odds_of
from .chance import site
from .choice import Choice
from .decision import Decision
from .scenario import Scenario
from .sight import hidden_cells
from .state import State
from .step import Step, step

FLOOR = 1_000
"""Least odds, in hundredths of a percent, with which a doctrine is taken to have given an answer."""
WHOLE = 10_000
"""Odds of what is certain, in the same."""
_WHOLE = 1_000
"""What the weights of all doctrines add up to."""


def answers_given(scenario: Scenario, steps: Iterable[Step]) -> dict[int, dict[str, str]]:
    """By turn: what the main actor answered to what, as imposed answers are written."""
    found: dict[int, dict[str, str]] = {}
    for taken in steps:
        for decision in taken.decisions:
            if decision.actor == scenario.main_actor:
                turn = found.setdefault(decision.turn, {})
                if decision.answer >= 0:
                    turn[subject(decision)] = scenario.answers[decision.answer].id
    return found


def subject(decision: Decision) -> str:
    """What a decision answered, as imposed answers name it."""
    return f"challenge/{decision.subject}" if decision.slot == "challenge" else decision.subject


class Reading(NamedTuple):
    """How a doctrine reads: its weight in thousandths, and for each answer seen the odds it gave it (of 10,000)."""

    doctrine: str
    weight: int
    odds: tuple[tuple[int, str, str, int], ...]
    """Turn, what was answered, the answer's id (empty: silence), odds."""


def _odds(scenario: Scenario, steps: Iterable[Step]) -> tuple[tuple[int, str, str, int], ...]:
    found = []
    for taken in steps:
        for decision in taken.decisions:
            if decision.actor != scenario.main_actor:
                continue
            odds = odds_of(scenario, decision)
            if len(odds) == 1 and decision.answer < 0:
                continue
            answer = scenario.answers[decision.answer].id if decision.answer >= 0 else ""
            found.append((decision.turn, subject(decision), answer, odds.get(decision.answer, 0)))
    return tuple(found)


def _gone_through(
    scenario: Scenario, chosen: Sequence[Choice], steps: Sequence[Step], given: Mapping[int, Mapping[str, str]]
) -> Iterator[Step]:
    """The play's steps as they would be under another doctrine, each taken from what the seat saw before it."""
    hidden = sorted(hidden_cells(scenario))
    secret = [scenario.cells[cell].start for cell in hidden]
    for choice, before in zip(chosen, steps, strict=False):
        cells = list(before.state.cells)
        for cell, value in zip(hidden, secret, strict=True):
            cells[cell] = value
        turn = cells[scenario.clock.turn]
        taken = step(scenario, State(site("analysts") >> 1, tuple(cells)), choice, given.get(turn, {}))
        secret = [taken.state.cells[cell] for cell in hidden]
        yield taken


def readings(
    scenarios: Mapping[str, Scenario], seen: Scenario, chosen: Sequence[Choice], steps: Sequence[Step]
) -> tuple[Reading, ...]:
    """Each doctrine's Reading of a play; the weights add up to 1,000.

    `scenarios` holds the same crisis under each doctrine, `seen` the one that is played.
    """
    given = answers_given(seen, steps)
    found: dict[str, tuple[tuple[int, str, str, int], ...]] = {}
    fits: dict[str, Fraction] = {}
    for doctrine, scenario in scenarios.items():
        known = {turn: {what: id for what, id in answers.items() if id in scenario.find.answer}
                 for turn, answers in given.items()}
        odds = _odds(scenario, _gone_through(scenario, chosen, steps, known))
        strange = [id for answers in given.values() for id in answers.values() if id not in scenario.find.answer]
        chances = [max(chance, FLOOR) for _, _, _, chance in odds] + [FLOOR] * len(strange)
        found[doctrine] = odds
        fits[doctrine] = Fraction(prod(chances), 10_000 ** len(chances))
    shares = _shares(fits)
    return tuple(Reading(doctrine, shares[doctrine], odds) for doctrine, odds in found.items())


def _shares(fits: Mapping[str, Fraction]) -> dict[str, int]:
    """The fits in thousandths of their sum: never 0, for no doctrine is ruled out; the best one takes the rest."""
    whole, best = sum(fits.values()), max(fits, key=lambda doctrine: fits[doctrine])
    shares = {doctrine: max(1, int(_WHOLE * fit / whole + Fraction(1, 2))) for doctrine, fit in fits.items()}
    return shares | {best: _WHOLE - sum(share for doctrine, share in shares.items() if doctrine != best)}
