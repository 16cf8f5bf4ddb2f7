"""Page: endings, aims, advice, lessons, policies, the real course, sources and event codes, for the core."""

from __future__ import annotations

from dataclasses import replace

from game.content.assemble.forum import scenes
from game.content.bench import Bench
from game.content.conditions import Scope
from game.content.names import AT_DRAFT
from game.content.node import Scalar
from game.content.schema.carry import CarryRecord
from game.content.schema.contest import RESPONSES
from game.content.schema.lesson import LessonRecord
from game.content.schema.page import (
    AdviceRecord,
    AimRecord,
    CameoRecord,
    EndingRecord,
    PastRecord,
    PolicyRecord,
    SourceRecord,
)
from game.core.lesson import METER, MOVE
from game.core.page import Advice, Aim, CameoCode, Carry, Ending, Lesson, Past, Policy, Preference, Source

CHOICES = ("move", "option", "approach", "tag", "rung", "wording", "sponsor", AT_DRAFT)


def endings(bench: Bench) -> tuple[Ending, ...]:
    """The endings, by id. One must come whatever happens."""
    found = []
    for index, record in enumerate(bench.parts.of(EndingRecord)):
        who = f'ending "{record.key}"'
        pages = scenes(bench, record.text, f"ending.{record.key}.text", who)
        when = bench.conditions.read(record.when, Scope(who))
        found.append(Ending(record.key, index, when, record.salience, record.early, pages))
    if all(ending.when or ending.early for ending in found):
        bench.findings.error(
            bench.parts.card.id,
            "endings",
            "no ending comes whatever happens: one ending that is not "
            "`early` needs no `when`, so that the last date always ends the game.",
        )
    return tuple(found)


def aims(bench: Bench) -> tuple[Aim, ...]:
    """The aims, by id."""
    return tuple(
        Aim(record.key, bench.conditions.read(record.when, Scope(f'aim "{record.key}"')))
        for record in bench.parts.of(AimRecord)
    )


def advice(bench: Bench) -> tuple[Advice, ...]:
    """What the advisers say, by id."""
    found = []
    for record in bench.parts.of(AdviceRecord):
        who = f'advice "{record.key}"'
        bench.names.check(record.adviser, ("adviser",), who)
        bench.names.check(record.about, ("move",), who)
        expects = bench.names.checked(record.expects, ("answer", "family"), who)
        when = bench.conditions.read(record.when, bench.scope(who))
        found.append(Advice(record.key, record.adviser.text, record.about.text, when, tuple(expects), record.against))
    return tuple(found)


def lessons(bench: Bench) -> tuple[Lesson, ...]:
    """What a newcomer is pointed at, as written."""
    return tuple(_lesson(bench, record) for record in bench.parts.of(LessonRecord))


def _lesson(bench: Bench, record: LessonRecord) -> Lesson:
    who = f'lesson "{record.key}"'
    at = record.at
    for start, kind in ((MOVE, "move"), (METER, "meter")):
        if at.text.startswith(start):
            bench.names.check(replace(at, text=at.text.removeprefix(start)), (kind,), who)
    when, until = (bench.conditions.read(node, bench.scope(who)) for node in (record.when, record.until))
    return Lesson(record.key, when, until, frozenset(record.done), at.text)


def carries(bench: Bench) -> tuple[Carry, ...]:
    """What is taken over from earlier crises, by id."""
    found = []
    known = [spec.id for spec in bench.specs if spec.kind not in ("derived", "channel")]
    for record in bench.parts.of(CarryRecord):
        into = record.into
        if into.text not in known and into.text not in bench.parts.broken:
            message = f'carry "{record.key}" goes into "{into.text}", which is no meter with a start of its own.'
            bench.findings.unknown(into, "unknown-id", message, into.text, known)
        if record.origin.text == bench.parts.card.key:
            bench.findings.error(record.origin, "carry", f'carry "{record.key}" comes from this crisis itself.')
        found.append(Carry(record.key, record.origin.text, record.meter.text, into.text))
    return tuple(found)


def policies(bench: Bench) -> tuple[Policy, ...]:
    """The scripted ways to play, by id."""
    found = []
    for record in bench.parts.of(PolicyRecord):
        who = f'policy "{record.key}"'
        preferences = [
            Preference(_choices(bench, part.choose, who), bench.conditions.read(part.when, Scope(who)), part.weight)
            for part in record.prefer
        ]
        found.append(Policy(record.key, tuple(preferences)))
    return tuple(found)


def _choices(bench: Bench, scalars: tuple[Scalar, ...], who: str) -> tuple[str, ...]:
    """Ids of choices; a reply in a contest is hold, yield or trade, and end-turn ends the turn."""
    words = {*RESPONSES, "end-turn"}
    others = [scalar for scalar in scalars if scalar.text not in words]
    good = set(bench.names.checked(others, CHOICES, who)) | words
    return tuple(scalar.text for scalar in scalars if scalar.text in good)


def past(bench: Bench) -> tuple[Past, ...]:
    """The real course, by turn."""
    found = []
    for record in bench.parts.of(PastRecord):
        who = f'history "{record.date.text}"'
        pairs = []
        for part in record.answers:
            to_ok = part.to.text == "initiative" or bench.names.check(part.to, ("move", "option", "contest"), who)
            if bench.names.check(part.answer, ("answer",), who) and to_ok:
                pairs.append((part.to.text, part.answer.text))
        turn = bench.conditions.turn_of(record.date, who)
        choices = _choices(bench, record.choices, who)
        found.append(Past(turn, choices, tuple(pairs), tuple(fact.text for fact in record.facts)))
    return tuple(found)


def sources(bench: Bench) -> dict[str, Source]:
    """The sources by id."""
    return {
        record.key: Source(record.key, record.author, record.kind, record.date)
        for record in bench.parts.of(SourceRecord)
    }


def cameo(bench: Bench) -> dict[str, CameoCode]:
    """The event-data table by code."""
    return {
        record.key: CameoCode(record.goldstein, int(record.quad), record.label)
        for record in bench.parts.of(CameoRecord)
    }
