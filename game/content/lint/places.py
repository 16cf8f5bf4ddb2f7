"""Places: where in the files each thing that can come about is written, and whose record it belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from game.content.node import Mapping, Node, Scalar, Sequence
from game.content.parts import Parts, id_of
from game.content.problem import Place
from game.content.schema.contest import ContestRecord, ResponseRecord
from game.content.schema.draft import DraftRecord
from game.content.schema.lesson import LessonRecord
from game.content.schema.meter import MeterRecord
from game.content.schema.move import MoveRecord
from game.content.schema.page import EndingRecord, PolicyRecord
from game.content.schema.promise import PromiseRecord
from game.content.schema.record import ClauseRecord, Consequence, Part
from game.content.schema.sections import SECTIONS
from game.content.schema.summit import OptionRecord, SummitRecord


class Written(NamedTuple):
    """A part of a record as it stands in a file, and the id of the whole record. `name` is what a message calls it."""

    node: Mapping
    at: Place
    owner: Scalar
    name: str

    def field(self, *names: str) -> Place:
        """Where the first of these fields stands that the part has; its id, or where it begins, if it has none."""
        return next((self.node.keys[name] for name in names if name in self.node.keys), self.at)


Places = dict[str, Written]
"""By what lint calls it, such as `move:call` or `clause:call.1`."""


def places_of(parts: Parts) -> Places:
    """Where everything stands."""
    found: Places = {}
    for name, section in SECTIONS.items():
        for record in parts.records[name]:
            owner = id_of(record)
            if owner is not None:
                found[f"{section.word}:{owner.text}"] = _written(record, owner, f'{section.word} "{owner.text}"')
                found.update(_inside(record, owner, section.word))
    return found


def _written(part: Part, owner: Scalar, name: str) -> Written:
    return Written(part.spot, getattr(part, "id", None) or part.spot, owner, name)


def _inside(record: Part, owner: Scalar, word: str) -> Iterator[tuple[str, Written]]:
    key, name = owner.text, f'{word} "{owner.text}"'
    if isinstance(record, LessonRecord):
        yield f"until:{key}", _written(record, owner, name)
    elif isinstance(record, PolicyRecord):
        for number, part in enumerate(record.prefer, 1):
            yield f"preference:{key}.{number}", _written(part, owner, f"{name}, preference {number}")
    elif isinstance(record, PromiseRecord):
        for does in ("due", "kept", "broken"):
            yield f"{does}:{key}", _written(record, owner, name)
    elif isinstance(record, EndingRecord):
        yield from _scenes(record.text, f"ending.{key}.text", owner, name)
    elif isinstance(record, MeterRecord):
        yield from _clauses(f"{key}.income", record.income, owner, f"{name}, income")
    elif isinstance(record, SummitRecord):
        yield from _stages(record, owner)
    elif isinstance(record, ContestRecord):
        yield from _rungs(record, owner)
    elif isinstance(record, DraftRecord):
        for sponsor in record.sponsors:
            yield f"sponsor:{sponsor.key}", _written(sponsor, owner, f'sponsor "{sponsor.key}"')
    elif isinstance(record, MoveRecord) and record.joint is not None:
        for does in ("agreed", "refused"):
            yield from _consequence(f"{key}.{does}", getattr(record.joint, does), owner, f"{name}, {does}")
    yield f"clause:{key}.0", _written(record, owner, name)
    yield from _clauses(key, getattr(record, "also", ()), owner, f"{name}, also")
    for field in type(record).model_fields:
        inner = getattr(record, field)
        if isinstance(inner, Consequence):
            yield from _consequence(f"{key}.{field}", inner, owner, f"{name}, {field}")


def _stages(record: SummitRecord, owner: Scalar) -> Iterator[tuple[str, Written]]:
    for stage in record.stages:
        yield from _scenes(stage.scene, f"stage.{stage.key}.scene", owner, f'stage "{stage.key}"')
        for option in stage.options:
            yield from _choice("option", option.key, option, owner)


def _rungs(record: ContestRecord, owner: Scalar) -> Iterator[tuple[str, Written]]:
    for rung in record.rungs:
        yield f"rung:{rung.key}", _written(rung, owner, f'rung "{rung.key}"')
        for does, response in rung.responses().items():
            yield from _choice("response", f"{rung.key}.{does}", response, owner)


def _choice(kind: str, key: str, part: OptionRecord | ResponseRecord, owner: Scalar) -> Iterator[tuple[str, Written]]:
    name = f'{kind} "{key}"'
    yield f"{kind}:{key}", _written(part, owner, name)
    yield f"clause:{key}.0", _written(part, owner, name)
    yield from _clauses(key, part.also, owner, f"{name}, also")


def _scenes(node: Node, text: str, owner: Scalar, name: str) -> Iterator[tuple[str, Written]]:
    for number, item in enumerate(node.items if isinstance(node, Sequence) else (), 1):
        if isinstance(item, Mapping):
            yield f"scene:{text}.{number}", Written(item, item, owner, f"{name}, text {number}")


def _consequence(base: str, part: Consequence | None, owner: Scalar, name: str) -> Iterator[tuple[str, Written]]:
    if part is not None:
        yield f"clause:{base}.0", _written(part, owner, name)
        yield from _clauses(base, part.also, owner, f"{name}, also")


def _clauses(base: str, parts: Iterable[ClauseRecord], owner: Scalar, name: str) -> Iterator[tuple[str, Written]]:
    for number, part in enumerate(parts, 1):
        key = part.id.text if part.id is not None else f"{base}.{number}"
        yield f"clause:{key}", _written(part, owner, f"{name} {number}")
