"""Sources: claims that rest on nothing, on what is not declared, and sources that nobody names."""

from __future__ import annotations

from collections.abc import Iterator

from game.content.lint.code import Code, Finding
from game.content.lint.crisis import Crisis
from game.content.node import Scalar
from game.content.parts import id_of
from game.content.problem import Severity
from game.content.schema.doctrine import DoctrineRecord
from game.content.schema.happening import EventRecord
from game.content.schema.page import PastRecord, SourceRecord
from game.content.schema.record import Part

UNDECLARED = Code(
    "L080",
    Severity.ERROR,
    "a source that is named, but not declared",
    "A claim rests on what the player cannot look up: the list of sources has no such id.",
    "drift: [{id: fatigue, ..., source: D0-99}], and no source has the id D0-99",
    "Declare the source with author, kind and date, or name one that is there.",
)
UNSOURCED = Code(
    "L081",
    Severity.HINT,
    "a dated event, a turn of history or a doctrine without a source",
    "What stands on a date claims to have happened. In a crisis that has sources a reader looks for this one too.",
    "events: [{id: troops-seen, ..., date: 2021-10-30}], without `source`",
    "Name a source; for an invented crisis declare one of the kind `invention`.",
)
UNNAMED = Code(
    "L082",
    Severity.HINT,
    "a source that nothing rests on",
    "It is shown among the sources, but no rule, number, event, doctrine or fact names it.",
    "sources: [{id: D0-07, ...}], and no `source` or `facts` names D0-07",
    "Name it where it is used, or take it out.",
)
CODES = (UNDECLARED, UNSOURCED, UNNAMED)

_FIELDS = ("source", "facts")


def find(crisis: Crisis) -> Iterator[Finding]:
    """The findings of this family."""
    declared = {record.key for record in crisis.parts.of(SourceRecord)}
    named = set[str]()
    for records in crisis.parts.records.values():
        for record in records:
            for scalar in _sources(record):
                named.add(scalar.text)
                if scalar.text not in declared:
                    says = f'the source "{scalar.text}" is not declared.'
                    yield Finding(UNDECLARED, scalar, id_of(record), says)
    for source in crisis.parts.of(SourceRecord):
        if source.key not in named:
            yield crisis.of_part(UNNAMED, source, f'nothing names the source "{source.key}".')
    if named:
        yield from _unsourced(crisis)


def _sources(part: Part) -> Iterator[Scalar]:
    """Every id of a source that a record names, in itself or in its parts."""
    for name in type(part).model_fields:
        value = getattr(part, name)
        for inner in value if isinstance(value, tuple) else (value,):
            if isinstance(inner, Part):
                yield from _sources(inner)
            elif name in _FIELDS and isinstance(inner, Scalar):
                yield inner


def _unsourced(crisis: Crisis) -> Iterator[Finding]:
    parts = crisis.parts
    for event in parts.of(EventRecord):
        if event.date is not None and not event.source:
            yield crisis.of_part(UNSOURCED, event, f'the dated event "{event.key}" names no source.')
    for doctrine in parts.of(DoctrineRecord):
        if not doctrine.source:
            yield crisis.of_part(UNSOURCED, doctrine, f'the doctrine "{doctrine.key}" names no source.')
    for past in parts.of(PastRecord):
        if not past.facts and (past.choices or past.news):
            yield crisis.of_part(UNSOURCED, past, f"history of {past.date.text}: no source under `facts`.", past.date)
