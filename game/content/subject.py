"""Subject: something a condition may ask about or an effect may change, and the cells that tell of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Subject:
    """A name in a condition or effect. `kinds` choose the phrases that go with it, the first being its own.

    `cells` are indices by role: value, last, count, agreed, refused, status, contest, rung, outcome. `low`
    and `high` bound the value; `number` is the one by which the clock names it; `words` are numbers by word.
    """

    id: str
    kinds: tuple[str, ...]
    title: str
    cells: Mapping[str, int]
    low: int = 0
    high: int = 100
    number: int = 0
    hidden: bool = False
    words: Mapping[str, int] = field(default_factory=dict)
    each: tuple[Subject, ...] = ()
    """For a word that stands for several subjects, such as partners.line: those it stands for."""
    fixed: str = ""
    """Why no effect may change it, if so."""
