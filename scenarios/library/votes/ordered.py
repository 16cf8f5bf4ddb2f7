"""Ordered: no, abstain, yes as steps along one support, fitted with every term held towards what was expected of it.

A state's support for a text is the sum, over what is true of the text (its era, its clauses), of a common part, a part
from the state's features and a part of its own. All parts are drawn towards their expectation, the more the less there
is to learn them from (a ridge; in the words of statistics, a hierarchical model at its mode).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from given import Array

NONE = 1e3
"""A hold so strong that the part stays out."""
MEMORY, ROUNDS = 12, 400


@dataclass(frozen=True)
class Term:
    """Something that may be true of a text. `expected` is its common part before any vote is seen; `common`, `traits`
    and `own` say how strongly its three parts are held: the square of one over the spread expected of them."""

    name: str
    expected: float
    common: float
    traits: float = NONE
    own: float = NONE


@dataclass(frozen=True)
class Fitted:
    """What each term is worth to each state (a row a state), and the width of each state's abstention, in logits."""

    worth: Array
    width: Array

    def support(self, presence: Array) -> Array:
        """The states' support for a text of which the terms are true to this degree."""
        found: Array = self.worth @ presence
        return found

    def chances(self, presence: Array) -> Array:
        """By state, the chances of no, abstain, yes."""
        support = self.support(presence)
        yes, no = sigmoid(support), sigmoid(-support - self.width)
        return np.stack([no, 1 - yes - no, yes], axis=1)


def sigmoid(value: Array) -> Array:
    """The logistic function."""
    found: Array = 1 / (1 + np.exp(-np.clip(value, -30, 30)))
    return found


def fit(terms: list[Term], presence: Array, votes: Array, traits: Array, width: tuple[float, float]) -> Fitted:
    """The fit to votes. `presence` has a row a text and a column a term, `traits` a row a state and a column a feature.

    `votes` says, for no, abstain and yes, how far each state (a row) cast it on each text (a column). `width` is the
    expected width of abstention in logits, and how strongly a state's own is held to it.
    """
    states, count, kinds = votes.shape[1], len(terms), traits.shape[1]
    expected = np.array([term.expected for term in terms])
    # Every part is counted in the spread expected of it, so that the ridge is round and the way down is short.
    spread = np.array([[term.common, term.traits, term.own] for term in terms]) ** -0.5
    loose = width[1] ** -0.5
    ends = np.cumsum([count, kinds * count, states * count])

    def parts(point: Array) -> tuple[Array, Array]:
        """By state: what each term is worth, and the width of abstention."""
        common, slope, own, wide = np.split(point, ends)
        slopes = traits @ (slope.reshape(kinds, count) * spread[:, 1])
        worth = expected + common * spread[:, 0] + slopes + own.reshape(states, count) * spread[:, 2]
        return worth, width[0] * np.exp(wide[-1] + wide[:-1] * loose)

    def cost(point: Array) -> tuple[float, Array]:
        worth, reach = parts(point)
        loss, by_support, by_width = steps_of(worth @ presence.T, reach[:, None], votes)
        by_term = by_support @ presence
        stretch = by_width.sum(axis=1) * reach
        slopes = [
            by_term.sum(axis=0) * spread[:, 0],
            (traits.T @ by_term * spread[:, 1]).ravel(),
            (by_term * spread[:, 2]).ravel(),
            stretch * loose,
            np.array([stretch.sum()]),
        ]
        return loss + 0.5 * float(point @ point), np.concatenate(slopes) + point

    return Fitted(*parts(descend(cost, np.zeros(int(ends[-1]) + states + 1))))


def steps_of(support: Array, reach: Array, votes: Array) -> tuple[float, Array, Array]:
    """Minus the log of the chance of the votes, and its slopes along support and width."""
    against, aside, behind = votes
    yes, no = sigmoid(support), sigmoid(-support - reach)
    middle = np.maximum(1 - yes - no, 1e-12)
    loss = -(behind * np.log(yes) + against * np.log(no) + aside * np.log(middle)).sum()
    to_yes, to_no = yes * (1 - yes), no * (1 - no)
    by_support = -behind * (1 - yes) + against * (1 - no) + aside * (to_yes - to_no) / middle
    by_width = against * (1 - no) - aside * to_no / middle
    return float(loss), by_support, by_width


def descend(cost: Callable[[Array], tuple[float, Array]], point: Array) -> Array:
    """The lowest point of a smooth cost, by L-BFGS (Nocedal 1980)."""
    value, slope = cost(point)
    steps: list[tuple[Array, Array]] = []
    for _ in range(ROUNDS):
        way = -_turned(slope, steps)
        length, gain = 1.0, float(slope @ way)
        while length > 1e-9:
            there = point + length * way
            new, bent = cost(there)
            if new <= value + 1e-4 * length * gain:
                break
            length /= 2
        if (there - point) @ (bent - slope) > 1e-12:
            steps = [*steps[1 - MEMORY :], (there - point, bent - slope)]
        done = abs(value - new) < 1e-9 * max(1.0, abs(value))
        point, value, slope = there, new, bent
        if done:
            break
    return point


def _turned(slope: Array, steps: list[tuple[Array, Array]]) -> Array:
    """The slope times an estimate of the inverse of the curvature, from the last steps."""
    if not steps:
        first: Array = slope / max(1.0, float(np.abs(slope).max()))
        return first
    turned, weights = slope.copy(), []
    for step, bend in reversed(steps):
        weight = (step @ turned) / (bend @ step)
        weights.append(weight)
        turned -= weight * bend
    step, bend = steps[-1]
    turned *= (step @ bend) / (bend @ bend)
    for (step, bend), weight in zip(steps, reversed(weights), strict=True):
        turned += (weight - (bend @ turned) / (bend @ step)) * step
    return turned
