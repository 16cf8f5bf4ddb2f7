"""Later: what the roll calls alone cannot tell: texts of other authors, the years after 2022, and absence."""

from __future__ import annotations

from datetime import date

import numpy as np
from given import ABSENT, ABSTAIN, NO, YES, Array, Roll, read
from ordered import Fitted, descend, sigmoid, steps_of
from terms import INVASION, clause, lean_at, presence

OTHERS = {"moscow": (-1.0, 1.2), "neutral": (0.5, 0.4)}
"""What a text of another author is expected to add to every state's support, and what share of its lean it turns."""
HELD = np.array([1.0, 25.0])
FARTHEST = 11.0
"""Leans beyond this many logits count as this many when they are turned round."""
HABIT = 2.0
"""How many votes a state's habit of absence in the years before the invasion counts for."""


def author_terms(fitted: Fitted, rolls: list[Roll]) -> dict[str, Array]:
    """By author, what each state's support for a text changes by with its making; those of the West and of Moscow are
    opposite, so that what is left of the lean is what a state brings to a text whoever made it.

    The fit is to western texts. A state that leans to the West for those leans away from one of Moscow's: part of its
    lean is turned round. How much is learned from the one given draft of each kind, and held to what was expected.
    """
    lean = np.clip(fitted.support(lean_at(INVASION)), -FARTHEST, FARTHEST)
    changed = {}
    for author, expected in OTHERS.items():
        texts = [roll for roll in rolls if roll.author == author]
        lift, share = _turn(fitted, texts, lean, np.array(expected))
        changed[author] = lift - share * lean
    west: Array = -changed["moscow"] / 2
    return {"west": west, "moscow": -west, "neutral": changed["neutral"] + west}


def _turn(fitted: Fitted, texts: list[Roll], lean: Array, expected: Array) -> Array:
    plain = [fitted.support(presence(text)) for text in texts]
    votes = [np.stack([text.cast == vote for vote in (NO, ABSTAIN, YES)])[:, :, None].astype(float) for text in texts]

    def cost(point: Array) -> tuple[float, Array]:
        loss, slope = 0.5 * float((HELD * (point - expected) ** 2).sum()), HELD * (point - expected)
        for support, cast in zip(plain, votes, strict=True):
            there = (support + point[0] - point[1] * lean)[:, None]
            more, by_support, _ = steps_of(there, fitted.width[:, None], cast)
            loss += more
            slope = slope + np.array([by_support.sum(), -(by_support[:, 0] * lean).sum()])
        return loss, slope

    return descend(cost, expected)


def fading(fitted: Fitted, absent: Array) -> float:
    """The share of the shock that is lost each year after 2022, so that the later tally is met; 0 to 1/3."""
    tally = read("tallies", "tallies")[0]
    counts = [int(tally[name]) for name in ("yes", "no", "abstain")]
    wanted, present = counts[0] / sum(counts), 1 - absent
    day = date(int(tally["date"][:4]), 1, 1)
    text = sum(clause(name) for name in tally["clauses"])
    low, high = 0.0, 1 / 3
    for _ in range(40):
        half = (low + high) / 2
        support = fitted.support(lean_at(day, freshness(day.year, half)) + text)
        if (sigmoid(support) * present).sum() / present.sum() > wanted:
            low = half
        else:
            high = half
    return (low + high) / 2


def freshness(year: int, fade: float) -> float:
    """What is left of the shock of the invasion in a year."""
    return max(1 - fade * max(year - INVASION.year, 0), 0.0)


def absences(rolls: list[Roll]) -> Array:
    """How often each state is absent from a vote on which the whole world looks: its record of 2022, drawn towards
    its habit of the years before, brought down to the level of 2022."""
    grave = np.array([roll.cast == ABSENT for roll in rolls if roll.date >= INVASION]).astype(float)
    habit = np.array([roll.cast == ABSENT for roll in rolls if roll.date < INVASION]).astype(float).mean(axis=0)
    habit *= grave.mean() / habit.mean()
    found: Array = (grave.sum(axis=0) + HABIT * habit) / (len(grave) + HABIT)
    return found
