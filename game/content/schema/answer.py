"""Answer: something an actor says or does, and the rules by which it is given."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import model_validator

from game.content.schema.leaf import (
    Confidence,
    Id,
    Many,
    Mark,
    Odds,
    Share,
    Some,
    SourceId,
    Text,
    Then,
    Turns,
    Via,
    When,
    YesNo,
    one_of,
    refuse,
)
from game.content.schema.record import ClauseRecord, Record

Contests = Annotated[str, one_of("climb", "relent")]
SLOTS = ("reply_to", "initiative", "at", "challenges", "in_contest", "consents_to")


class AnswerRecord(Record):
    """What is said or done; one text of `says` is used each time, in order."""

    title: Text
    actor: Id
    family: Id
    cameo: Id
    to: Id
    via: Via = "public"
    says: Some[Text]
    then: Then | None = None
    also: Many[ClauseRecord] = ()
    consent: YesNo | None = None
    contest: Contests | None = None
    ends_talk: YesNo = False
    tags: Some[Id] = ()


class RuleRecord(Record):
    """When an actor gives an answer, why, on what sources, and what speaks against it."""

    title: Text | None = None
    actor: Id
    family: Id
    salience: Share
    when: When | None = None
    odds: Odds = 100
    cooldown: Turns = 0
    answer: Id
    then: Then | None = None
    also: Many[ClauseRecord] = ()
    because: Text
    counter_view: Text
    source: Some[SourceId]
    confidence: Confidence
    reply_to: Some[Id] = ()
    initiative: Mark = False
    at: Some[Id] = ()
    challenges: Some[Id] = ()
    opens: Id | None = None
    in_contest: Some[Id] = ()
    consents_to: Some[Id] = ()

    @property
    def slot(self) -> str:
        """Which of SLOTS the rule is for."""
        return next(slot for slot in SLOTS if getattr(self, slot))

    @model_validator(mode="after")
    def _says_when_it_speaks(self) -> Self:
        found = [slot for slot in SLOTS if getattr(self, slot)]
        if len(found) != 1:
            seen = "has none of them" if not found else "has " + " and ".join(found)
            refuse("slot", f"a rule has exactly one of {', '.join(SLOTS)}; this one {seen}.")
        if not self.source:
            refuse("source", "a rule names at least one source.")
        if bool(self.opens) != bool(self.challenges):
            refuse(
                "opens",
                "`challenges` and `opens` belong together: the moves objected to, and the contest opened.",
            )
        return self
