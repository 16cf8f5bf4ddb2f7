"""Derived: meters worked out from others, for many lanes at once, as `game.core.derived` does for one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from game.core.meter import Derived

if TYPE_CHECKING:
    from .block import Block

Row = npt.NDArray[np.int32]
Rows = Sequence[Row]
_Form = Callable[[Rows, int], Row]


def half_up(value: Row, by: int) -> Row:
    """value / by rounded half up, in whole numbers."""
    return (value + by // 2) // by


def _lowest(rows: Rows, threshold: int) -> Row:
    found: Row = np.minimum.reduce(rows)
    return found


def _highest(rows: Rows, threshold: int) -> Row:
    found: Row = np.maximum.reduce(rows)
    return found


def _sum(rows: Rows, threshold: int = 0) -> Row:
    total = rows[0].copy()
    for row in rows[1:]:
        total += row
    return total


def _mean(rows: Rows, threshold: int = 0) -> Row:
    return (_sum(rows) + len(rows) // 2) // len(rows)


def _spread(rows: Rows, threshold: int) -> Row:
    return _highest(rows, 0) - _lowest(rows, 0)


def _share(rows: Rows, threshold: int) -> Row:
    counted = _sum([(row >= threshold).astype(np.int32) for row in rows])
    return half_up(100 * counted, len(rows))


def _weakest_link(rows: Rows, threshold: int) -> Row:
    lowest = _lowest(rows, 0)
    return lowest + half_up(_mean(rows) - lowest, 3)


def _product(rows: Rows, threshold: int) -> Row:
    result = rows[0]
    for row in rows[1:]:
        result = half_up(result * row, 100)
    return result


FORMS: dict[str, _Form] = {
    "lowest": _lowest,
    "highest": _highest,
    "mean": _mean,
    "spread": _spread,
    "sum": _sum,
    "share": _share,
    "weakest link": _weakest_link,
    "product": _product,
}


def value(derived: Derived, block: Block) -> Row:
    """What a derived meter comes to in every lane, within its range."""

    def wide(cell: int) -> Row:
        return block.row(cell, block.everyone).astype(np.int32)

    rows = [wide(term[0]) if len(term) == 1 else _mean([wide(cell) for cell in term]) for term in derived.terms]
    found = FORMS[derived.form](rows, derived.threshold) if rows else np.zeros(len(block.everyone), dtype=np.int32)
    for cell, weight in derived.weights:
        found = found + weight * wide(cell)
    found = (found + derived.plus + derived.over // 2) // derived.over
    np.maximum(found, derived.low, out=found)
    np.minimum(found, derived.high, out=found)
    return found
