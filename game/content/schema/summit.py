"""Summit: a meeting in stages, with the approaches one can take."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from game.content.schema.leaf import AnyNode, Group, Id, Many, Some, Text, Then, When, YesNo, one_of
from game.content.schema.record import ClauseRecord, Named, Record

StageKind = Annotated[str, one_of("prepare", "exchange", "press")]


class ApproachRecord(Record):
    """A way to speak at the table, such as to argue, to listen or to set out a cost."""

    title: Text
    says: Text | None = None


class OptionRecord(Named):
    """One thing to do at a stage."""

    label: Text
    approach: Id | None = None
    when: When | None = None
    price: Group | None = None
    then: Then | None = None
    also: Many[ClauseRecord] = ()
    leaves: YesNo = False


class StageRecord(Named):
    """A part of the meeting: its scene, and what one can do."""

    kind: StageKind
    title: Text
    scene: AnyNode
    options: Many[OptionRecord]


class SummitRecord(Record):
    """A meeting with a host."""

    title: Text
    location: Text = Field(alias="place")
    host: Id
    intro: Text
    tracks: Some[Id] = ()
    beside: Some[Id] = ()
    stages: Many[StageRecord]
