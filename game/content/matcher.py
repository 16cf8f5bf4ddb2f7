"""Matcher: finds the form of the grammar that a phrase of the author has, and the numbers in it."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Generic, NamedTuple, Protocol, TypeVar

NUMBER_SLOTS = ("N", "A", "B", "K")
_SLOTS = {
    **dict.fromkeys(NUMBER_SLOTS, r"(-?[0-9]{1,5})"),
    "WORD": r"([A-Za-z0-9][\w-]*)",
    "DATE": r"([0-9-]{10})",
}
_NUMBER = re.compile(r"-?[0-9]+")
_SLOT = re.compile(r"\b(?:N|A|B|K|WORD|DATE)\b")


class Form(Protocol):
    """A row of a table of the grammar."""

    @property
    def kind(self) -> str: ...

    @property
    def form(self) -> str: ...


F = TypeVar("F", bound=Form)


class Match(NamedTuple, Generic[F]):
    """The row a phrase has the form of, and what stands in its slots."""

    row: F
    values: tuple[str, ...]


@lru_cache(maxsize=256)
def pattern(form: str) -> re.Pattern[str]:
    """The regular expression of a form; "turns" may be "turn", and "times" "time"."""
    parts, end = [], 0
    for slot in _SLOT.finditer(form):
        parts += [re.escape(form[end : slot.start()]), _SLOTS[slot[0]]]
        end = slot.end()
    parts.append(re.escape(form[end:]))
    text = "".join(parts).replace(r"\ ", " ").replace("turns", "turns?").replace("times", "times?")
    if form[:1] in "+-":
        text = text.replace("(-?", "(", 1)
    return re.compile(text)


def match(text: str, rows: Sequence[F]) -> Match[F] | None:
    """The first row whose form the text has, or None."""
    for row in rows:
        found = pattern(row.form).fullmatch(text)
        if found is not None:
            return Match(row, found.groups())
    return None


def offer(text: str, rows: Sequence[F]) -> str:
    """A sentence offering the form most like this text, with its own numbers; "" where none is near."""
    numbers = _NUMBER.findall(text)
    shape = _NUMBER.sub("N", text.strip().lower())
    shapes = {_SLOT.sub(lambda slot: "N" if slot[0] in NUMBER_SLOTS else slot[0], row.form): row.form for row in rows}
    near = difflib.get_close_matches(shape, shapes, n=1, cutoff=0.6)
    if not near:
        return ""
    rest = iter(number.lstrip("-") for number in numbers)
    filled = re.sub(r"\b[NABK]\b", lambda slot: next(rest, slot[0]), shapes[near[0]])
    return f'Did you mean "{filled}"?'


def forms(rows: Sequence[F]) -> str:
    """The forms of these rows, for a message."""
    return ", ".join(f'"{row.form}"' for row in rows)
