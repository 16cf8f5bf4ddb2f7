"""Meter: a declared number, a purse or a flag; and a derived meter, worked out from others."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from game.content.schema.leaf import Good, Group, Id, Many, Sight, Signed, Some, SourceId, Text, YesNo, one_of
from game.content.schema.record import ClauseRecord, Part, Record

MeterKind = Annotated[str, one_of("meter", "purse", "flag")]


class BandRecord(Part):
    """A word for the part of a meter that begins at `from`."""

    low: Signed = Field(alias="from")
    word: Text


class FogRecord(Part):
    """How narrowly a hidden meter is seen: widths of the band told, by the value of another meter."""

    by: Id
    widths: Group


class Gauge(Record):
    """What meters and derived meters have in common."""

    title: Text
    range: Many[Signed] | None = None
    sight: Sight = "panel"
    good: Good = "neither"
    bands: Many[BandRecord] = ()
    hangs: Text | None = None
    note: Text | None = None
    fog: FogRecord | None = None
    source: Some[SourceId] = ()


class MeterRecord(Gauge):
    """A number that rules and moves change."""

    kind: MeterKind = "meter"
    start: Any
    income: Many[ClauseRecord] = ()
    refill: YesNo = False


class DerivedRecord(Gauge):
    """A number that follows from others after every phase."""

    form: Group
    weights: Group | None = None
    plus: Signed = 0
    over: Signed = 1
