"""Happening: an event of the world, dated or when its condition holds; and the drift of every turn."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator

from game.content.schema.leaf import (
    Date,
    Id,
    Many,
    Odds,
    Share,
    Some,
    SourceId,
    Text,
    Then,
    When,
    YesNo,
    refuse,
)
from game.content.schema.record import ClauseRecord, Record


class EventRecord(Record):
    """Something that happens once."""

    title: Text
    text: Text
    date: Date | None = None
    when: When | None = None
    odds: Odds = 100
    salience: Share = 0
    then: Then | None = None
    also: Many[ClauseRecord] = ()
    cameo: Id | None = None
    source_actor: Id | None = Field(default=None, alias="from")
    to: Id | None = None
    source: Some[SourceId] = ()
    distressing: YesNo = False
    note: Text | None = None

    @model_validator(mode="after")
    def _dated_or_conditional(self) -> Self:
        if self.date is None and self.when is None:
            refuse("event", "an event has a `date`, or a `when` (with odds if you like).")
        if self.date is not None and self.odds != 100:
            refuse("event", "a dated event is certain: `odds` go with `when`.")
        if self.cameo is not None and (self.source_actor is None or self.to is None):
            refuse("event", "an event with a `cameo` code says who acts (`from`) and on whom (`to`).")
        return self


class DriftRecord(Record):
    """What changes at the end of every turn by itself."""

    when: When | None = None
    odds: Odds = 100
    then: Then
    news: Text | None = None
    because: Text | None = None
    source: Some[SourceId] = ()
