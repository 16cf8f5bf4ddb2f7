"""Interval: how far a count over playouts can be trusted, and quantiles read off counts."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

Z = 1.959964
"""Standard deviations on either side of the middle that hold 95 in a hundred."""


def wilson(count: int, of: int) -> tuple[float, float]:
    """The 95% interval of a share (Wilson 1927), from 0 to 1; the whole range where nothing was counted."""
    if not of:
        return 0.0, 1.0
    share, extra = count / of, Z * Z / of
    middle = share + extra / 2
    half = Z * sqrt(share * (1 - share) / of + extra / (4 * of))
    low, high = (middle - half) / (1 + extra), (middle + half) / (1 + extra)
    return 0.0 if count == 0 else max(0.0, low), 1.0 if count == of else min(1.0, high)


def quantile(counts: Sequence[int], low: int, percent: int) -> int | None:
    """The least value that this percentage does not exceed; the first count is that of `low`. None of nothing."""
    total = sum(counts)
    if not total:
        return None
    needed = max(1, -(-total * percent // 100))
    for value, count in enumerate(counts, low):
        needed -= count
        if needed <= 0:
            return value
    raise AssertionError("counts add up")


def mean(counts: Sequence[int], low: int = 0) -> float | None:
    """The mean of the values so counted; None of nothing."""
    total = sum(counts)
    return sum(value * count for value, count in enumerate(counts, low)) / total if total else None
