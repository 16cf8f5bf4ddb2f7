"""Page: what is written about a crisis: endings, aims, advice, scripted play, the real course, sources."""

from __future__ import annotations

from typing import Annotated

from game.content.schema.leaf import (
    AnyNode,
    ChoiceId,
    Date,
    Id,
    Many,
    Share,
    Signed,
    Some,
    SourceId,
    Tenths,
    Text,
    When,
    YesNo,
    one_of,
)
from game.content.schema.record import Part, Record

Quad = Annotated[str, one_of("1", "2", "3", "4")]


class EndingRecord(Record):
    """How the game can end."""

    title: Text
    when: When | None = None
    salience: Share
    early: YesNo = False
    text: AnyNode
    axis_force: Text | None = None
    axis_ready: Text | None = None


class AimRecord(Record):
    """Something the seat wants, with its test."""

    title: Text
    when: When
    text: Text


class AdviserRecord(Record):
    """A desk with a history and a bias."""

    name: Text
    desk: Text
    bias: Text


class AdviceRecord(Record):
    """What an adviser says of a move, and the answers foretold."""

    adviser: Id
    about: Id
    when: When | None = None
    says: Text
    against: YesNo = False
    expects: Some[Id] = ()


class PreferenceRecord(Part):
    """A weight for choices under a condition."""

    choose: Some[ChoiceId]
    when: When | None = None
    weight: Signed


class PolicyRecord(Record):
    """A scripted way to play."""

    title: Text
    prefer: Many[PreferenceRecord]


class PastAnswer(Part):
    """An answer really given, and to what."""

    to: Id
    answer: Id


class PastRecord(Part):
    """One turn of the real course."""

    date: Date
    choices: Some[ChoiceId] = ()
    answers: Many[PastAnswer] = ()
    facts: Some[SourceId] = ()
    news: Text | None = None


class SourceRecord(Part):
    """Where a claim or a number comes from."""

    id: SourceId
    author: Text
    kind: Text
    date: Text
    says: Text | None = None

    @property
    def key(self) -> str:
        """The id as text."""
        return self.id.text


class CameoRecord(Part):
    """A line of the event-data table."""

    code: Id
    goldstein: Tenths
    quad: Quad
    label: Text

    @property
    def key(self) -> str:
        """The code."""
        return self.code.text
