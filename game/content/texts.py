"""Texts: every text of a scenario under its id, `<section>.<id>.<field>`, with `.1`, `.2` for the lines of a list."""

from __future__ import annotations

from collections.abc import Iterator

from game.content.gauges import line_of, push_of, sounded_of
from game.content.parts import Parts, id_of
from game.content.schema.actor import PartnerRecord
from game.content.schema.channel import ChannelRecord
from game.content.schema.contest import ContestRecord
from game.content.schema.draft import BlocRecord
from game.content.schema.hall import MemberRecord
from game.content.schema.leaf import Prose
from game.content.schema.meter import Gauge
from game.content.schema.page import PastRecord
from game.content.schema.record import Part
from game.content.schema.sections import SECTIONS
from game.content.schema.summit import SummitRecord

GROUPS = {
    "Africa": "African States",
    "Asia-Pacific": "Asia-Pacific States",
    "EEG": "Eastern European States",
    "GRULAC": "Latin American and Caribbean States",
    "WEOG": "Western European and other States",
}
"""By group of a member: what the United Nations call it."""


def texts_of(parts: Parts) -> dict[str, str]:
    """All texts of the records themselves; those of clauses and scenes are gathered as they are compiled."""
    card = parts.card
    found = dict(_fields(f"scenario.{card.key}", card))
    found |= {f"scenario.{card.key}.questions.{n}": text for n, text in enumerate(parts.questions, 1)}
    for name, section in SECTIONS.items():
        for record in parts.records[name]:
            found.update(_record(section.word, record))
    return found


def _record(word: str, record: Part) -> Iterator[tuple[str, str]]:
    own = id_of(record)
    name = record.date if isinstance(record, PastRecord) else own
    if name is None:
        return
    yield from _fields(f"{word}.{name.text}", record)
    if isinstance(record, Gauge):
        for number, band in enumerate(record.bands, 1):
            yield f"meter.{record.key}.band.{number}", band.word
    if isinstance(record, SummitRecord):
        for stage in record.stages:
            yield from _fields(f"stage.{stage.key}", stage)
            for option in stage.options:
                yield from _fields(f"option.{option.key}", option)
    if isinstance(record, ContestRecord):
        for rung in record.rungs:
            yield from _fields(f"rung.{rung.key}", rung)
    if isinstance(record, BlocRecord):
        yield f"meter.{push_of(record.key)}.title", f"{record.title}: how far they are pressed"
        yield f"meter.{sounded_of(record.key)}.title", f"{record.title} sounded out"
    if isinstance(record, MemberRecord):
        yield f"member.{record.key}.group", GROUPS[record.group]
    if isinstance(record, ChannelRecord):
        yield f"meter.{record.key}.title", record.title
    if isinstance(record, PartnerRecord):
        yield f"meter.{line_of(record.key)}.title", record.line_title or record.title
        if record.gas is not None:
            yield f"partner.{record.key}.gas", str(record.gas)
    confidence = getattr(record, "confidence", None)
    if confidence is not None:
        yield f"{word}.{name.text}.confidence", confidence


def _fields(base: str, part: Part) -> Iterator[tuple[str, str]]:
    for name, field in type(part).model_fields.items():
        value = getattr(part, name)
        if isinstance(value, Prose):
            yield f"{base}.{field.alias or name}", value
        elif isinstance(value, tuple):
            for number, line in enumerate(value, 1):
                if isinstance(line, Prose):
                    yield f"{base}.{field.alias or name}.{number}", line
