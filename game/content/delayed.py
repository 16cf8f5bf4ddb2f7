"""Delayed: what the effects of a scenario change later than at once, whichever doctrine they belong to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from game.content.node import Mapping, Scalar
from game.content.schema.record import Part

_LATER = re.compile(r" (over|after) ")


def delayed_names(records: Iterable[Part]) -> frozenset[str]:
    """The names of all subjects that some effect changes with a delay."""
    return frozenset(
        name
        for record in records
        for then in _thens(record)
        for name, effect in then.entries.items()
        if isinstance(effect, Scalar) and _LATER.search(effect.text)
    )


def _thens(part: Part) -> Iterator[Mapping]:
    """Every `then` of a record and of the parts inside it."""
    for name in type(part).model_fields:
        value = getattr(part, name)
        if name == "then" and isinstance(value, Mapping):
            yield value
        for inner in value if isinstance(value, tuple) else (value,):
            if isinstance(inner, Part):
                yield from _thens(inner)
