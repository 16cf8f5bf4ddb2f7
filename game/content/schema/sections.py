"""Sections: the parts of a scenario file, by name, with the record each one holds."""

from __future__ import annotations

from dataclasses import dataclass

from game.content.schema.actor import ActorRecord, FamilyRecord, PartnerRecord
from game.content.schema.answer import AnswerRecord, RuleRecord
from game.content.schema.card import CardRecord
from game.content.schema.carry import CarryRecord
from game.content.schema.channel import ChannelRecord
from game.content.schema.contest import ContestRecord
from game.content.schema.doctrine import DoctrineRecord
from game.content.schema.draft import BlocRecord, DraftRecord
from game.content.schema.hall import ArrearsRecord, CouncilRecord, MemberRecord, ParagraphRecord, RollRecord
from game.content.schema.happening import DriftRecord, EventRecord
from game.content.schema.lesson import LessonRecord
from game.content.schema.meter import DerivedRecord, MeterRecord
from game.content.schema.move import InstrumentRecord, MoveRecord, TagRecord
from game.content.schema.page import (
    AdviceRecord,
    AdviserRecord,
    AimRecord,
    CameoRecord,
    EndingRecord,
    PastRecord,
    PolicyRecord,
    SourceRecord,
)
from game.content.schema.promise import PromiseRecord
from game.content.schema.record import Part
from game.content.schema.summit import ApproachRecord, SummitRecord

FORMAT = "1"
OWN_NAMES = frozenset(
    {"instruments", "families", "actors", "advisers", "approaches", "doctrines", "sources", "cameo"}
    | {"lessons", "carries", "clauses", "members"}
)
"""Sections whose ids are counted apart; all other ids of a scenario share one set of names."""


@dataclass(frozen=True, slots=True)
class Section:
    """A list of records of one kind; `word` is the kind in the singular, for messages and text ids."""

    name: str
    word: str
    record: type[Part]


SECTIONS: dict[str, Section] = {
    section.name: section
    for section in (
        Section("actors", "actor", ActorRecord),
        Section("partners", "partner", PartnerRecord),
        Section("families", "family", FamilyRecord),
        Section("instruments", "instrument", InstrumentRecord),
        Section("tags", "tag", TagRecord),
        Section("meters", "meter", MeterRecord),
        Section("derived", "meter", DerivedRecord),
        Section("channels", "channel", ChannelRecord),
        Section("approaches", "approach", ApproachRecord),
        Section("promises", "promise", PromiseRecord),
        Section("moves", "move", MoveRecord),
        Section("answers", "answer", AnswerRecord),
        Section("rules", "rule", RuleRecord),
        Section("events", "event", EventRecord),
        Section("summits", "summit", SummitRecord),
        Section("contests", "contest", ContestRecord),
        Section("clauses", "paragraph", ParagraphRecord),
        Section("members", "member", MemberRecord),
        Section("council", "council", CouncilRecord),
        Section("article_19", "arrears", ArrearsRecord),
        Section("rolls", "roll", RollRecord),
        Section("blocs", "bloc", BlocRecord),
        Section("drafts", "draft", DraftRecord),
        Section("doctrines", "doctrine", DoctrineRecord),
        Section("drift", "drift", DriftRecord),
        Section("endings", "ending", EndingRecord),
        Section("aims", "aim", AimRecord),
        Section("advisers", "adviser", AdviserRecord),
        Section("advice", "advice", AdviceRecord),
        Section("lessons", "lesson", LessonRecord),
        Section("carries", "carry", CarryRecord),
        Section("policies", "policy", PolicyRecord),
        Section("history", "history", PastRecord),
        Section("sources", "source", SourceRecord),
        Section("cameo", "cameo", CameoRecord),
    )
}
CARD = Section("scenario", "scenario", CardRecord)
OTHER_SECTIONS = ("format", "scenario", "uses", "remove", "questions")
