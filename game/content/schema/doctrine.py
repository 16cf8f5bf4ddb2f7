"""Doctrine: another Moscow, as an overlay of rules and numbers."""

from __future__ import annotations

from game.content.schema.answer import AnswerRecord, RuleRecord
from game.content.schema.happening import DriftRecord
from game.content.schema.leaf import Confidence, Group, Id, Many, Some, SourceId, Text, YesNo
from game.content.schema.record import Record


class DoctrineRecord(Record):
    """What this Moscow wants, on what sources, and what it adds to or takes from the scenario."""

    title: Text
    text: Text
    source: Some[SourceId]
    because: Text
    counter_view: Text
    confidence: Confidence
    documented: YesNo = False
    starts: Group | None = None
    drift: Many[DriftRecord] = ()
    rules: Many[RuleRecord] = ()
    answers: Many[AnswerRecord] = ()
    remove: Some[Id] = ()
