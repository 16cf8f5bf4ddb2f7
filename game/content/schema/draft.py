"""Draft: a resolution in the making, its wordings and sponsors; and the groups of states that are courted for it."""

from __future__ import annotations

from typing import Annotated

from game.content.schema.leaf import Date, Group, Id, Many, Size, Some, SourceId, Text, When, YesNo, one_of
from game.content.schema.record import Consequence, Named, Part, Record

Body = Annotated[str, one_of("council", "assembly")]
Author = Annotated[str, one_of("west", "moscow", "neutral")]
Result = Annotated[str, one_of("adopted", "vetoed", "failed")]


class BlocRecord(Record):
    """States that are courted together: codes, or a regional group of the United Nations, or `all`."""

    title: Text
    members: Some[Id]
    says: Text | None = None


class ProvisionRecord(Part):
    """A paragraph that can stand in the text: its kind in the documented list, and its words."""

    clause: Id
    text: Text
    starts: YesNo = False


class WordingRecord(Named):
    """A whole text to begin from."""

    label: Text
    clauses: Some[Id]


class SponsorRecord(Named):
    """Whom one may bring in as co-sponsors, at a price, and which blocs that lifts."""

    label: Text
    price: Group | None = None
    when: When | None = None
    lifts: Group


class RealRecord(Part):
    """The real vote beside which the debrief sets the player's."""

    symbol: Text
    date: Date
    outcome: Result
    kept_back: YesNo = False


class DraftRecord(Record):
    """A draft resolution."""

    title: Text
    body: Body
    author: Author
    intro: Text
    hold: Size = 0
    edits: Size = 6
    provisions: Many[ProvisionRecord]
    wordings: Many[WordingRecord] = ()
    sponsors: Many[SponsorRecord] = ()
    watch: Some[Id] = ()
    adopted: Consequence | None = None
    vetoed: Consequence | None = None
    failed: Consequence | None = None
    real: RealRecord | None = None
    source: Some[SourceId] = ()
