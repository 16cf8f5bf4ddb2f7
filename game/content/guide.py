"""Guide: the tables of the authors' guide, written from the grammar and the schema themselves.

`python -m game.content.guide` prints them; a test holds the guide against them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

from game.content.changes import EFFECTS
from game.content.lint.linting import CODES
from game.content.phrases import CONDITIONS
from game.content.schema.record import Part
from game.content.schema.sections import CARD, SECTIONS, Section
from game.core.lesson import DEEDS, METER, MOVE, PLACES

KINDS = {
    "meter": "meter, purse, derived meter, track, a partner's line, a bloc's `.push`, a draft's counts, `rung`, `turn`",
    "flag": "flag, a bloc's `.sounded`",
    "channel": "channel",
    "act": "move, tag, answer",
    "event": "event",
    "joint": "joint move",
    "misread": "`misread`",
    "promise": "promise",
    "contest": "contest",
    "approach": "`approach`, `last_approach`",
    "topic": "`topic`",
    "summit": "`at_summit`",
    "date": "`date`",
    "draft": "draft",
    "provision": "a draft's clause",
    "ballot": "a watched state's vote",
}
"""Kinds of subject by the word the tables of the grammar use, as an author knows them."""


def conditions() -> str:
    """The phrases of conditions as a Markdown table."""
    rows = [f"| {KINDS[row.kind]} | `{row.form}` | {row.says} | `{row.example}` |" for row in CONDITIONS]
    return "\n".join(["| subject | phrase | holds when | example |", "|---|---|---|---|", *rows])


def effects() -> str:
    """The phrases of effects as a Markdown table."""
    rows = [f"| {KINDS[row.kind]} | `{row.form}` | {row.says} | `{row.example}` |" for row in EFFECTS]
    return "\n".join(["| subject | effect | what happens | example |", "|---|---|---|---|", *rows])


def lessons() -> str:
    """The deeds by which a lesson is learnt and the places it can point at, as a Markdown table."""
    places = {**PLACES, f"{MOVE}ID": "a single move", f"{METER}ID": "a single number on the desk"}
    rows = [f"| `done` | `{word}` | {says} |" for word, says in DEEDS.items()]
    rows += [f"| `at` | `{word}` | {says} |" for word, says in places.items()]
    return "\n".join(["| field | word | what it stands for |", "|---|---|---|", *rows])


def lints() -> str:
    """Every code of lint with its level and what it finds, as a Markdown table."""
    rows = [f"| `{code.id}` | {code.level.value} | {code.what} |" for code in CODES.values()]
    return "\n".join(["| code | level | what it finds |", "|---|---|---|", *rows])


def records() -> str:
    """Every section with the fields of its record, as a Markdown table; optional fields in brackets."""
    rows = [f"| `{section.name}` | {_says(section)} | {_fields(section.record)} |" for section in _sections()]
    return "\n".join(["| section | a record is | fields |", "|---|---|---|", *rows])


def _sections() -> Iterator[Section]:
    yield CARD
    yield from SECTIONS.values()


def _says(section: Section) -> str:
    return (section.record.__doc__ or "").strip().split("\n")[0]


def _fields(record: type[Part]) -> str:
    return ", ".join(_field(name, field) for name, field in record.model_fields.items())


def _field(name: str, field: Any) -> str:
    shown = f"`{field.alias or name}`"
    inner = _part(field.annotation)
    if inner is not None:
        shown = f"{shown}: {{{_fields(inner)}}}"
    return shown if field.is_required() else f"[{shown}]"


def _part(annotation: Any) -> type[Part] | None:
    """The part a field holds, if it holds one that is no record with a row of its own."""
    own = {section.record for section in SECTIONS.values()}
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return None if annotation in own else annotation
    return next((found for arg in get_args(annotation) if (found := _part(arg)) is not None), None)


if __name__ == "__main__":
    print(f"{conditions()}\n\n{effects()}\n\n{records()}\n\n{lessons()}\n\n{lints()}")
