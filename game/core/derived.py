"""Derived: meters that are worked out from others after each phase, never set."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from operator import itemgetter

from .meter import Derived

Formula = Callable[[Sequence[int]], int]
"""What works a derived meter out from a row of cells."""
Reader = Callable[[Sequence[int]], Sequence[int]]
"""What picks some cells out of a row."""
_Form = Callable[[Sequence[int], int], int]


def half_up(value: int, by: int) -> int:
    """value / by rounded half up, in whole numbers."""
    return (value + by // 2) // by


def _lowest(values: Sequence[int], threshold: int) -> int:
    return min(values)


def _highest(values: Sequence[int], threshold: int) -> int:
    return max(values)


def _mean(values: Sequence[int], threshold: int = 0) -> int:
    count = len(values)
    return (sum(values) + count // 2) // count


def _spread(values: Sequence[int], threshold: int) -> int:
    return max(values) - min(values)


def _sum(values: Sequence[int], threshold: int) -> int:
    return sum(values)


def _share(values: Sequence[int], threshold: int) -> int:
    return half_up(100 * sum(value >= threshold for value in values), len(values))


def _weakest_link(values: Sequence[int], threshold: int) -> int:
    lowest = min(values)
    return lowest + half_up(_mean(values) - lowest, 3)


def _product(values: Sequence[int], threshold: int) -> int:
    result = values[0]
    for value in values[1:]:
        result = half_up(result * value, 100)
    return result


_FORMS: dict[str, _Form] = {
    "lowest": _lowest,
    "highest": _highest,
    "mean": _mean,
    "spread": _spread,
    "sum": _sum,
    "share": _share,
    "weakest link": _weakest_link,
    "product": _product,
}


def reader(places: tuple[int, ...]) -> Reader:
    """What picks these cells out of a row, always as a sequence."""
    return itemgetter(*places) if len(places) > 1 else partial(_few, places)


def _few(places: tuple[int, ...], cells: Sequence[int]) -> list[int]:
    return [cells[place] for place in places]


def _mean_of(read: Reader, cells: Sequence[int]) -> int:
    return _mean(read(cells))


def _each(terms: tuple[Formula, ...], cells: Sequence[int]) -> list[int]:
    return [term(cells) for term in terms]


def _terms(terms: tuple[tuple[int, ...], ...]) -> Reader:
    """What works the terms out: their only cells, or the means of several."""
    if all(len(term) == 1 for term in terms):
        return reader(tuple(term[0] for term in terms))
    return partial(
        _each, tuple(partial(_mean_of, reader(term)) if len(term) > 1 else itemgetter(term[0]) for term in terms)
    )


def _value(form: _Form, terms: Reader, derived: Derived, cells: Sequence[int]) -> int:
    result = form(terms(cells), derived.threshold) if derived.terms else 0
    for cell, weight in derived.weights:
        result += weight * cells[cell]
    over = derived.over
    result = (result + derived.plus + over // 2) // over
    if result < derived.low:
        return derived.low
    return min(derived.high, result)


def formula(derived: Derived) -> Formula:
    """What works this meter out, again and again, within its range.

    Raises ValueError for a form that is not in the language.
    """
    if derived.form not in _FORMS:
        raise ValueError(f"no such form of a derived meter: {derived.form}")
    return partial(_value, _FORMS[derived.form], _terms(derived.terms), derived)


def value(derived: Derived, cells: Sequence[int]) -> int:
    """What the derived meter comes to in this row of cells, within its range.

    Raises ValueError for a form that is not in the language.
    """
    return formula(derived)(cells)
