"""Derived: meters that are worked out from others after each phase, never set."""

from __future__ import annotations

from collections.abc import Sequence

from .meter import Derived


def half_up(value: int, by: int) -> int:
    """value / by rounded half up, in whole numbers."""
    return (value + by // 2) // by


def _mean(values: list[int]) -> int:
    return (sum(values) + len(values) // 2) // len(values)


def _form(form: str, values: list[int], threshold: int) -> int:
    match form:
        case "lowest":
            return min(values)
        case "highest":
            return max(values)
        case "mean":
            return _mean(values)
        case "spread":
            return max(values) - min(values)
        case "sum":
            return sum(values)
        case "share":
            return half_up(100 * sum(value >= threshold for value in values), len(values)) if values else 0
        case "weakest link":
            lowest = min(values)
            return lowest + half_up(_mean(values) - lowest, 3)
        case "product":
            result = values[0]
            for value in values[1:]:
                result = half_up(result * value, 100)
            return result
    raise ValueError(f"no such form of a derived meter: {form}")


def value(derived: Derived, cells: Sequence[int]) -> int:
    """What the derived meter comes to in this row of cells, within its range.

    Raises ValueError for a form that is not in the language.
    """
    terms = [cells[term[0]] if len(term) == 1 else _mean([cells[cell] for cell in term]) for term in derived.terms]
    result = _form(derived.form, terms, derived.threshold) if terms else 0
    for cell, weight in derived.weights:
        result += weight * cells[cell]
    result = half_up(result + derived.plus, derived.over)
    return max(derived.low, min(derived.high, result))
