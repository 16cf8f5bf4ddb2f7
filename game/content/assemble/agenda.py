"""Agenda: the rules by which actors answer, made into those of the core."""

from __future__ import annotations

from game.content.assemble.acts import CARRIERS, index_of
from game.content.bench import Bench
from game.content.conditions import Scope
from game.content.node import Scalar
from game.content.schema.answer import AnswerRecord, RuleRecord
from game.content.schema.contest import ContestRecord
from game.content.schema.summit import SummitRecord
from game.core.act import Rule

SLOT_NAMES = {
    "reply_to": "reply",
    "initiative": "initiative",
    "at": "table",
    "challenges": "challenge",
    "in_contest": "contest",
    "consents_to": "consent",
}
SLOT_KINDS = {
    "reply_to": CARRIERS,
    "at": ("summit",),
    "challenges": CARRIERS,
    "in_contest": ("contest",),
    "consents_to": CARRIERS,
}
BY_SALIENCE, BY_SPECIFICITY = 1_000_000, 10_000


def rules(bench: Bench) -> tuple[Rule, ...]:
    """The rules, by id. The earlier id wins a tie of salience and specificity."""
    records = bench.parts.of(RuleRecord)
    return tuple(_rule(bench, index, len(records) - 1 - index, record) for index, record in enumerate(records))


def _rule(bench: Bench, index: int, from_end: int, record: RuleRecord) -> Rule:
    who, key, names = f'rule "{record.key}"', record.key, bench.names
    names.check(record.actor, ("actor", "partner"), who)
    names.check(record.family, ("family",), who)
    when = bench.conditions.read(record.when, Scope(who, topics=_topics(bench, record)))
    when += bench.no_contest if record.opens is not None else ()
    return Rule(
        id=key,
        index=index,
        actor=record.actor.text,
        family=record.family.text,
        slot=SLOT_NAMES[record.slot],
        triggers=_triggers(bench, record, who),
        when=when,
        salience=record.salience,
        rank=record.salience * BY_SALIENCE + len(when) * BY_SPECIFICITY + from_end,
        odds=record.odds,
        cooldown=record.cooldown,
        fired=bench.cells[f"fired:{key}"],
        answer=_answer_of(bench, record, who),
        clauses=bench.clauses.of(key, record.then, record.also, who),
        opens=_contest_opened(bench, record, who),
        sources=bench.sources(record.source, who),
        confidence=record.confidence,
    )


def _topics(bench: Bench, record: RuleRecord) -> dict[str, int] | None:
    """The stages that `topic` may name: those of the one meeting the rule is for."""
    if len(record.at) != 1:
        return None
    summits = [summit for summit in bench.parts.of(SummitRecord) if summit.key == record.at[0].text]
    return {stage.key: number for summit in summits for number, stage in enumerate(summit.stages)}


def _triggers(bench: Bench, record: RuleRecord, who: str) -> frozenset[str]:
    if record.slot == "initiative":
        return frozenset()
    named: tuple[Scalar, ...] = getattr(record, record.slot)
    heard = {scalar.text for scalar in named if scalar.text == "misread" and record.slot == "reply_to"}
    others = [scalar for scalar in named if scalar.text not in heard]
    return frozenset(heard | set(bench.names.checked(others, SLOT_KINDS[record.slot], who)))


def _answer_of(bench: Bench, record: RuleRecord, who: str) -> int:
    if not bench.names.check(record.answer, ("answer",), who):
        return 0
    index = bench.parts.order(AnswerRecord)[record.answer.text]
    answer = bench.parts.of(AnswerRecord)[index]
    if answer.actor.text != record.actor.text:
        bench.findings.error(
            record.answer,
            "actor",
            f'{who} lets "{record.actor.text}" give "{answer.key}", which is an answer of "{answer.actor.text}".',
        )
    if record.slot == "consents_to" and answer.consent is None:
        bench.findings.error(
            record.answer,
            "consent",
            f'{who}: the answer "{answer.key}" to a joint measure needs `consent: yes` or `consent: no`.',
        )
    if record.slot == "in_contest" and answer.contest is None:
        bench.findings.error(
            record.answer,
            "contest",
            f'{who}: the answer "{answer.key}" in a contest needs `contest: climb` or `contest: relent`.',
        )
    return index


def _contest_opened(bench: Bench, record: RuleRecord, who: str) -> int:
    index = index_of(bench, record.opens, "contest", ContestRecord, who)
    if index >= 0 and record.opens is not None:
        challenger = bench.parts.of(ContestRecord)[index].challenger.text
        if challenger != record.actor.text:
            bench.findings.error(
                record.opens,
                "opens",
                f'{who} opens "{record.opens.text}", in which not "{record.actor.text}" but "{challenger}" objects.',
            )
    return index
