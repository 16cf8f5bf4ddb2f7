"""Names: every id of a scenario, what it names and where it stands; ids that are taken twice or do not exist."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from game.content.node import Scalar
from game.content.parts import Parts, id_of
from game.content.problem import Findings
from game.content.schema.contest import ContestRecord
from game.content.schema.draft import DraftRecord
from game.content.schema.record import ClauseRecord, Part
from game.content.schema.sections import OWN_NAMES, SECTIONS
from game.content.schema.summit import SummitRecord

_INNER = {"options": "option", "wordings": "wording", "sponsors": "sponsor"}
"""Fields that hold parts with ids of their own, and the kind of thing those name."""
RESERVED = frozenset(
    [
        "any",
        "approach",
        "at_summit",
        "date",
        "end-turn",
        "hold",
        "initiative",
        "last_approach",
        "misread",
        "none",
        "not",
        "topic",
        "trade",
        "turn",
        "yield",
    ]
)


AT_DRAFT = "change of a draft"
"""The kind of the choices at a drafting table that have no record of their own: "relief-text.table" and the like."""


@dataclass(frozen=True, slots=True)
class Named:
    """An id: the kind of thing it names and where it is given."""

    kind: str
    at: Scalar


class Names:
    """All ids of a scenario under one doctrine."""

    def __init__(self, parts: Parts, findings: Findings) -> None:
        self._findings = findings
        self._broken = parts.broken
        self.common: dict[str, Named] = {}
        self.kinds: dict[str, dict[str, Scalar]] = {}
        for name, section in SECTIONS.items():
            for record in parts.records[name]:
                for kind, scalar in _named(section.word, record):
                    self._add(kind, scalar, name not in OWN_NAMES)
                if isinstance(record, DraftRecord):
                    for deed in ("table", "shelve", *(part.clause.text for part in record.provisions)):
                        self.kinds.setdefault(AT_DRAFT, {})[f"{record.key}.{deed}"] = record.id
        for kind in ("stage", "option", "rung", "clause", "wording", "sponsor", AT_DRAFT):
            self.kinds.setdefault(kind, {})

    def _add(self, kind: str, scalar: Scalar, shared: bool) -> None:
        self.kinds.setdefault(kind, {}).setdefault(scalar.text, scalar)
        if not shared:
            return
        first = self.common.get(scalar.text)
        if scalar.text in RESERVED:
            self._findings.error(scalar, "reserved", f'"{scalar.text}" is a word of the language and cannot be an id.')
        elif first is None:
            self.common[scalar.text] = Named(kind, scalar)
        elif first.at is not scalar:
            self._findings.error(
                scalar,
                "id-twice",
                f'"{scalar.text}" is the id of a {kind} here and of a {first.kind} '
                f"in {first.at.file}:{first.at.line}. Every id is given once.",
            )

    def of(self, kind: str) -> dict[str, Scalar]:
        """The ids of one kind."""
        return self.kinds.get(kind, {})

    def check(self, scalar: Scalar, kinds: Iterable[str], who: str) -> bool:
        """Whether the id names something of one of these kinds; if not, that is noted."""
        wanted = tuple(kinds)
        if any(scalar.text in self.of(kind) for kind in wanted):
            return True
        if scalar.text in self._broken:
            return False
        words = " or ".join(wanted)
        other = self.common.get(scalar.text)
        if other is not None:
            self._findings.error(
                scalar, "wrong-kind", f'{who} names "{scalar.text}" as {words}, but that is a {other.kind}.'
            )
        else:
            known = [name for kind in wanted for name in self.of(kind)]
            self._findings.unknown(
                scalar,
                "unknown-id",
                f'{who} names the {words} "{scalar.text}", which this scenario does not have.',
                scalar.text,
                known,
            )
        return False

    def checked(self, scalars: Iterable[Scalar], kinds: Iterable[str], who: str) -> list[str]:
        """Those of the ids that name something of these kinds; the others are noted."""
        wanted = tuple(kinds)
        return [scalar.text for scalar in scalars if self.check(scalar, wanted, who)]


def _named(kind: str, record: Part) -> Iterator[tuple[str, Scalar]]:
    """Every id that a record gives, its own first."""
    own = id_of(record)
    if own is not None:
        yield kind, own
    if isinstance(record, SummitRecord):
        for stage in record.stages:
            yield from _named("stage", stage)
    if isinstance(record, ContestRecord):
        for rung in record.rungs:
            yield from _named("rung", rung)
    if kind == "doctrine":
        return
    for name in type(record).model_fields:
        value = getattr(record, name)
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, ClauseRecord) and part.id is not None:
                yield "clause", part.id
            elif name in _INNER:
                yield from _named(_INNER[name], part)
            elif isinstance(part, Part) and name not in ("stages", "rungs"):
                yield from _named("clause", part)
