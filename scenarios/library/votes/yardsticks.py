"""Yardsticks: simple ways to foretell a vote, by which the model is measured on the same data."""

from __future__ import annotations

import numpy as np
from given import ABSENT, ABSTAIN, CLAUSES, NO, YES, Array, Roll, features
from numpy.typing import NDArray
from ordered import descend
from terms import BREACH_ENDS, INVASION

Votes = NDArray[np.int64]


def as_nearest(text: Roll, known: list[Roll]) -> tuple[Votes, Votes]:
    """Each state votes as in the known vote nearest in date; and the same, those absent then as in the next nearest."""
    return _as_in(sorted(known, key=lambda other: abs((other.date - text.date).days)))


def as_latest(text: Roll, known: list[Roll]) -> tuple[Votes, Votes]:
    """Each state votes as in the latest known vote; and the same, those absent then as in the one before."""
    return _as_in(sorted(known, key=lambda other: (text.date - other.date).days))


def _as_in(others: list[Roll]) -> tuple[Votes, Votes]:
    first = others[0].cast.copy()
    filled = first.copy()
    for other in others[1:]:
        filled = np.where(filled == ABSENT, other.cast, filled)
    return first, filled


def by_logistic(text: Roll, known: list[Roll]) -> Votes:
    """A plain multinomial logistic fit: the state itself, its features, the clauses and the era, each on its own.

    All weights are held to nought with the usual strength of 1.
    """
    told, traits = np.array([_told(other) for other in known]), features()
    hit = np.stack([[other.cast == vote for other in known] for vote in (NO, ABSTAIN, YES)], axis=2).astype(float)
    voted = hit.sum(axis=2)
    ends = np.cumsum([told.shape[1], traits.shape[1]])

    def scores(point: Array, inputs: Array) -> Array:
        by_text, by_trait, by_state = np.split(point.reshape(-1, 3), ends)
        found: Array = (inputs @ by_text)[:, None, :] + traits @ by_trait + by_state
        return found

    def cost(point: Array) -> tuple[float, Array]:
        found = scores(point, told)
        odds = np.exp(found - found.max(axis=2, keepdims=True))
        odds /= odds.sum(axis=2, keepdims=True)
        loss = -float((np.log(odds + 1e-300) * hit).sum()) + 0.5 * float((point**2).sum())
        off = odds * voted[:, :, None] - hit
        slopes = [told.T @ off.sum(axis=1), traits.T @ off.sum(axis=0), off.sum(axis=0)]
        return loss, np.concatenate(slopes).ravel() + point

    point = descend(cost, np.zeros((int(ends[-1]) + len(traits)) * 3))
    found: Votes = scores(point, _told(text)[None, :])[0].argmax(axis=1)
    return found


def _told(text: Roll) -> Array:
    """What is true of a text: 1, its era, its clauses."""
    era = [text.date < BREACH_ENDS, text.date >= INVASION]
    return np.array([1.0, *map(float, era), *(float(clause["id"] in text.clauses) for clause in CLAUSES)])
