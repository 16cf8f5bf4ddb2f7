"""Carry: what a play takes over from one of another crisis that was played before it."""

from __future__ import annotations

from pydantic import Field

from game.content.schema.leaf import Id, Text
from game.content.schema.record import Record


class CarryRecord(Record):
    """A meter that starts where a meter of an earlier crisis ended."""

    origin: Id = Field(alias="from")
    meter: Id
    into: Id
    says: Text
