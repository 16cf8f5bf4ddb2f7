"""Values: what a cell may hold, as a few intervals in order, both ends included."""

from __future__ import annotations

Interval = tuple[int, int]
Values = tuple[Interval, ...]


def meet(one: Values, other: Values) -> Values:
    """The values that are in both."""
    if len(one) == 1 and len(other) == 1:
        low, high = max(one[0][0], other[0][0]), min(one[0][1], other[0][1])
        return ((low, high),) if low <= high else ()
    return tuple((max(a, c), min(b, d)) for a, b in one for c, d in other if (c if c > a else a) <= (d if d < b else b))


def join(one: Values, other: Values) -> Values:
    """The values that are in either, intervals that touch made into one."""
    found: list[Interval] = []
    for low, high in sorted((*one, *other)):
        if found and low <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(found[-1][1], high))
        else:
            found.append((low, high))
    return tuple(found)


def inside(one: Values, other: Values) -> bool:
    """Whether all values of the one are among those of the other."""
    return all(any(low <= a and b <= high for low, high in other) for a, b in one)


def hull(values: Values) -> Interval:
    """The least and the greatest of the values, of which there must be some."""
    return values[0][0], values[-1][1]
