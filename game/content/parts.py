"""Parts: the records of a scenario under one doctrine, after replacements, removals and the doctrine's overlay."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass, field
from typing import Any, TypeVar

from game.content.gather import Gathered
from game.content.node import Mapping, Scalar
from game.content.problem import Findings
from game.content.schema.card import CardRecord
from game.content.schema.doctrine import DoctrineRecord
from game.content.schema.hall import MemberRecord
from game.content.schema.lesson import LessonRecord
from game.content.schema.page import CameoRecord, PastRecord, SourceRecord
from game.content.schema.record import Named, Part, Record
from game.content.schema.sections import SECTIONS

P = TypeVar("P", bound=Part)
R = TypeVar("R", Record, MemberRecord)
_SECTION_OF = {section.record: name for name, section in SECTIONS.items()}


@dataclass(frozen=True, slots=True)
class Parts:
    """What is compiled: the card, the doctrine (None where the scenario has none) and the records by section."""

    card: CardRecord
    doctrine: DoctrineRecord | None
    doctrines: tuple[str, ...]
    records: dict[str, list[Part]]
    questions: tuple[str, ...]
    broken: frozenset[str]
    answer_ids: tuple[str, ...]
    """Of all doctrines, sorted, so that a State has the same cells under each."""
    rule_ids: tuple[str, ...]
    """Likewise."""
    delayed: frozenset[str]
    """Names that some effect of any doctrine changes later than at once."""
    carried: MappingOf[str, int] = field(default_factory=dict)
    """By meter, where it starts after a play of an earlier crisis."""
    _of: dict[type[Part], list[Any]] = field(default_factory=dict)
    _order: dict[type[Part], dict[str, int]] = field(default_factory=dict)

    def of(self, record: type[P]) -> list[P]:
        """All records of this type: by id; by date for the real course; lessons as written."""
        found: list[P] | None = self._of.get(record)
        if found is None:
            found = [part for part in self.records[_SECTION_OF[record]] if isinstance(part, record)]
            self._of[record] = found
        return found

    def order(self, record: type[R]) -> dict[str, int]:
        """Where each record of this type stands among its kind, by id."""
        if record not in self._order:
            self._order[record] = {part.key: number for number, part in enumerate(self.of(record))}
        return self._order[record]

    @property
    def starts(self) -> Mapping | None:
        """The starting values that the doctrine sets."""
        return self.doctrine.starts if self.doctrine is not None else None


def id_of(part: Part) -> Scalar | None:
    """The id of a record, or None for a record without one."""
    match part:
        case Named() | SourceRecord():
            return part.id
        case MemberRecord():
            return part.iso
        case CameoRecord():
            return part.code
        case _:
            return None


def doctrine_order(gathered: Gathered) -> tuple[DoctrineRecord, ...]:
    """The doctrines: the first documented one, then the others as they are written."""
    found = [part for part in gathered.records["doctrines"] if isinstance(part, DoctrineRecord)]
    return tuple(sorted(found, key=lambda part: not part.documented))


def put_together(gathered: Gathered, doctrine: str, carried: MappingOf[str, int], findings: Findings) -> Parts | None:
    """The parts under a doctrine ("" where there is none), some meters starting where they are `carried` to.

    None without a card. Faults are noted.
    """
    if gathered.card is None:
        return None
    order = doctrine_order(gathered)
    chosen = next((part for part in order if part.key == doctrine), None)
    remove = {scalar.text: scalar for scalar in gathered.remove}
    records = {name: list(found) for name, found in gathered.records.items()}
    _remove(records, remove, gathered.broken, findings)
    base_answers, base_rules = list(records["answers"]), list(records["rules"])
    if chosen is not None:
        taken = {scalar.text: scalar for scalar in chosen.remove}
        _remove(records, taken, gathered.broken, findings)
        records["rules"] += chosen.rules
        records["answers"] += chosen.answers
        records["drift"] += chosen.drift
    joined = {name: _in_order(_replaced(found, findings)) for name, found in records.items()}
    return Parts(
        card=gathered.card,
        doctrine=chosen,
        doctrines=tuple(part.key for part in order),
        records=joined,
        questions=tuple(gathered.questions),
        broken=frozenset(gathered.broken),
        answer_ids=_ids_of_all(base_answers, [part for one in order for part in one.answers]),
        rule_ids=_ids_of_all(base_rules, [part for one in order for part in one.rules]),
        delayed=gathered.delayed,
        carried=carried,
    )


def _ids_of_all(base: Sequence[Part], overlays: Sequence[Record]) -> tuple[str, ...]:
    own = {id.text for part in base if (id := id_of(part)) is not None}
    return tuple(sorted(own | {part.key for part in overlays}))


def _remove(records: dict[str, list[Part]], ids: dict[str, Scalar], broken: Iterable[str], findings: Findings) -> None:
    seen = set()
    for name, found in records.items():
        kept = []
        for part in found:
            scalar = id_of(part)
            if scalar is not None and scalar.text in ids and not getattr(part, "replaces", False):
                seen.add(scalar.text)
            else:
                kept.append(part)
        records[name] = kept
    known = sorted(id.text for found in records.values() for part in found if (id := id_of(part)) is not None)
    for text in ids.keys() - seen - set(broken):
        findings.unknown(ids[text], "unknown-id", f'`remove` names "{text}", which is not here.', text, known)


def _replaced(found: Sequence[Part], findings: Findings) -> list[Part]:
    """The records with each replacing one in the place of the one it replaces; ids found twice are noted."""
    first: dict[str, Part] = {}
    second: dict[str, Part] = {}
    loose = []
    for part in found:
        scalar = id_of(part)
        if scalar is None:
            loose.append(part)
            continue
        target = second if getattr(part, "replaces", False) else first
        if scalar.text in target:
            earlier = id_of(target[scalar.text])
            assert earlier is not None
            findings.error(
                scalar,
                "id-twice",
                f'"{scalar.text}" stands here twice: also in {earlier.file}:'
                f"{earlier.line}. If this one is meant to stand for it, add `replaces: true`.",
            )
        else:
            target[scalar.text] = part
    for text, part in second.items():
        if text not in first:
            scalar = id_of(part)
            assert scalar is not None
            findings.error(
                scalar,
                "replaces-nothing",
                f'"{text}" says `replaces: true`, but there is nothing of this kind and id to replace.',
            )
    return [*loose, *(first | second).values()]


def _in_order(found: list[Part]) -> list[Part]:
    def order(part: Part) -> str:
        if isinstance(part, LessonRecord):
            return ""
        scalar = part.date if isinstance(part, PastRecord) else id_of(part)
        return scalar.text if scalar is not None else ""

    return sorted(found, key=order)
