"""Contest: a quarrel over one act, climbed in rungs."""

from __future__ import annotations

from pydantic import Field

from game.content.schema.leaf import Id, Many, Text, Then, When, YesNo
from game.content.schema.record import ClauseRecord, Consequence, Named, Part, Record

RESPONSES = ("hold", "yield", "trade")


class ResponseRecord(Part):
    """One thing to do on a rung."""

    label: Text
    when: When | None = None
    then: Then | None = None
    also: Many[ClauseRecord] = ()


class RungRecord(Named):
    """A step of the quarrel, private or public."""

    title: Text
    private: YesNo = False
    text: Text
    hold: ResponseRecord
    yields: ResponseRecord = Field(alias="yield")
    trade: ResponseRecord | None = None

    def responses(self) -> dict[str, ResponseRecord]:
        """What one may do here, in fixed order."""
        found = {"hold": self.hold, "yield": self.yields, "trade": self.trade}
        return {does: response for does, response in found.items() if response is not None}


class ContestRecord(Record):
    """A quarrel: what it is over, who objects, its rungs and how it ends."""

    title: Text
    over: Text
    challenger: Id
    rungs: Many[RungRecord]
    relented: Consequence | None = None
    fallen: Consequence | None = None
