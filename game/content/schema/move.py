"""Move: something a seat can do in a turn; with the instruments and tags that group moves."""

from __future__ import annotations

from pydantic import Field

from game.content.schema.leaf import Group, Id, Many, Share, Size, Some, Text, Then, Via, When
from game.content.schema.record import ClauseRecord, Consequence, Part, Record


class InstrumentRecord(Record):
    """A group of moves on the desk."""

    title: Text
    icon: Text | None = None
    says: Text | None = None


class TagRecord(Record):
    """A word that moves and answers may carry, so that a rule can speak of all of them."""

    title: Text
    says: Text | None = None


class JointRecord(Part):
    """A measure that needs the consent of partners."""

    of: Many[Id]
    needs: Size
    ask: Share
    agreed: Consequence | None = None
    refused: Consequence | None = None


class MoveRecord(Record):
    """A move with its price, its condition, its place in event data and its effects."""

    title: Text
    text: Text
    instrument: Id
    price: Group | None = None
    when: When | None = None
    times: Size = 0
    every: Size = 1
    sunk: Size = 0
    audience: Size = 0
    tags: Some[Id] = ()
    cameo: Id
    to: Id
    via: Via
    channel: Id | None = None
    misread_as: Some[Id] = ()
    then: Then | None = None
    also: Many[ClauseRecord] = ()
    joint: JointRecord | None = None
    summit: Id | None = None
    tables: Id | None = None
    news: Some[Text] = Field(default=())
