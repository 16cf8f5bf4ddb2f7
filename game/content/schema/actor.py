"""Actor: who answers by rules: the main actor, Kyiv, the partners; and the families of their answers."""

from __future__ import annotations

from game.content.schema.leaf import Id, Share, Some, SourceId, Text
from game.content.schema.record import Record


class ActorRecord(Record):
    """Somebody with rules of their own."""

    title: Text
    country: Id
    says: Text | None = None


class PartnerRecord(Record):
    """An ally whose consent is sought; its id is a country, its line a meter of its own."""

    title: Text
    line: Share = 50
    line_title: Text | None = None
    gas: Share | None = None
    red_lines: Text | None = None
    voice: Text | None = None
    source: Some[SourceId] = ()


class FamilyRecord(Record):
    """A kind of answer, such as obstruction or bargaining."""

    title: Text
    says: Text | None = None
