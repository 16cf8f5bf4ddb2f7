"""Acts: moves, answers, rules and happenings made into those of the core."""

from __future__ import annotations

from game.content.bench import Bench
from game.content.conditions import Scope
from game.content.node import Scalar
from game.content.schema.answer import AnswerRecord
from game.content.schema.channel import ChannelRecord
from game.content.schema.contest import ContestRecord
from game.content.schema.draft import DraftRecord
from game.content.schema.happening import EventRecord
from game.content.schema.move import JointRecord, MoveRecord
from game.content.schema.record import Record
from game.content.schema.summit import SummitRecord
from game.core.act import Act, Answer, Happening, Joint, Move
from game.core.draft import NONE, TABLED, WITHDRAWN
from game.core.grammar import Clause, Leaf, When

CARRIERS = ("move", "tag")


def moves(bench: Bench) -> tuple[Move, ...]:
    """The moves, by id."""
    return tuple(_move(bench, index, record) for index, record in enumerate(bench.parts.of(MoveRecord)))


def _move(bench: Bench, index: int, record: MoveRecord) -> Move:
    who, names, key = f'move "{record.key}"', bench.names, record.key
    names.check(record.instrument, ("instrument",), who)
    opened = _opened(bench, record, who)
    tags = sorted(names.checked(record.tags, ("tag",), who))
    if record.summit is not None and record.tables is not None:
        bench.findings.error(record.id, "tables", f"{who} opens a summit and a drafting table: let it do one of them.")
    return Move(
        id=key,
        index=index,
        seat=bench.parts.card.seat.text,
        instrument=record.instrument.text,
        act=Act(
            _cameo(bench, record.cameo, who),
            bench.parts.card.seat.text,
            bench.country(record.to, who),
            record.via == "private",
        ),
        price=bench.price(record.price, who),
        when=bench.conditions.read(record.when, bench.scope(who))
        + (bench.no_contest if opened else ())
        + _unvoted(bench, record),
        made=bench.cells[f"made:{key}"],
        count=bench.cells[f"times:{key}"],
        open=bench.cells[f"open:{key}"],
        tags=tuple(tags),
        triggers=(key, *tags),
        tag_cells=_tag_cells(bench, tags),
        clauses=bench.clauses.of(key, record.then, record.also, who),
        times=record.times,
        every=record.every,
        sunk=record.sunk,
        audience=record.audience,
        joint=None if record.joint is None else _joint(bench, record, record.joint),
        summit=index_of(bench, record.summit, "summit", SummitRecord, who),
        draft=index_of(bench, record.tables, "draft", DraftRecord, who),
        channel=index_of(bench, record.channel, "channel", ChannelRecord, who),
        misread_as=tuple(names.checked(record.misread_as, CARRIERS, who)),
        news=len(record.news),
    )


def _unvoted(bench: Bench, record: MoveRecord) -> When:
    """That the draft which a move brings to the table has not come to the vote."""
    cell = None if record.tables is None else bench.cells.index.get(f"draft:{record.tables.text}")
    return () if cell is None else ((Leaf(cell, NONE, TABLED), Leaf(cell, WITHDRAWN, WITHDRAWN)),)


def _opened(bench: Bench, record: MoveRecord, who: str) -> list[ContestRecord]:
    """The contests that a move opens; noted where it is not the seat that objects in them."""
    thens = [record.then, *(part.then for part in record.also)]
    names = {
        name
        for then in thens
        if then is not None
        for name, effect in then.entries.items()
        if isinstance(effect, Scalar) and effect.text == "opens"
    }
    opened = [contest for contest in bench.parts.of(ContestRecord) if contest.key in names]
    for contest in opened:
        if contest.challenger.text != bench.parts.card.seat.text:
            bench.findings.error(
                record.id,
                "opens",
                f'{who} opens the contest "{contest.key}", in which the seat '
                f'does not object (its challenger is "{contest.challenger.text}").',
            )
    return opened


def _cameo(bench: Bench, code: Scalar, who: str) -> str:
    known = bench.names.of("cameo")
    if code.text not in known and code.text not in bench.parts.broken:
        bench.findings.unknown(
            code,
            "unknown-cameo",
            f'{who} has the CAMEO code "{code.text}", which the table '
            "(section `cameo`, as in library/cameo.yaml) does not have.",
            code.text,
            known,
        )
    return code.text


def _tag_cells(bench: Bench, tags: list[str]) -> tuple[tuple[int, int], ...]:
    return tuple((bench.cells[f"made:{tag}"], bench.cells[f"times:{tag}"]) for tag in tags)


def index_of(bench: Bench, scalar: Scalar | None, kind: str, record: type[Record], who: str) -> int:
    """Where the named record stands among those of its kind; -1 for none."""
    if scalar is None or not bench.names.check(scalar, (kind,), who):
        return -1
    return bench.parts.order(record)[scalar.text]


def _joint(bench: Bench, record: MoveRecord, joint: JointRecord) -> Joint:
    who, key = f'move "{record.key}", joint', record.key
    partners = bench.names.checked(joint.of, ("partner",), who)
    order = list(bench.names.of("partner"))
    if not 1 <= joint.needs <= max(1, len(joint.of)):
        bench.findings.error(record.id, "joint", f"{who}: {joint.needs} of {len(joint.of)} partners cannot agree.")
    return Joint(
        tuple(sorted(order.index(id) for id in partners)),
        joint.needs,
        joint.ask,
        bench.cells[f"agreed:{key}"],
        bench.cells[f"refused:{key}"],
        bench.clauses.consequence(f"{key}.agreed", joint.agreed, who),
        bench.clauses.consequence(f"{key}.refused", joint.refused, who),
    )


def answers(bench: Bench) -> tuple[Answer, ...]:
    """The answers, by id."""
    return tuple(_answer(bench, index, record) for index, record in enumerate(bench.parts.of(AnswerRecord)))


def _answer(bench: Bench, index: int, record: AnswerRecord) -> Answer:
    who, key, actors = f'answer "{record.key}"', record.key, bench.actors
    bench.names.check(record.actor, ("actor", "partner"), who)
    bench.names.check(record.family, ("family",), who)
    if not record.says:
        bench.findings.error(record.id, "says", f"{who} says nothing: `says` holds at least one text.")
    tags = sorted(bench.names.checked(record.tags, ("tag",), who))
    return Answer(
        id=key,
        index=index,
        actor=record.actor.text,
        family=record.family.text,
        act=Act(
            _cameo(bench, record.cameo, who),
            actors.get(record.actor.text, ""),
            bench.country(record.to, who),
            record.via == "private",
        ),
        given=bench.cells[f"given:{key}"],
        count=bench.cells[f"said:{key}"],
        says=len(record.says),
        clauses=bench.clauses.of(key, record.then, record.also, who),
        consent={None: 0, True: 1, False: -1}[record.consent],
        contest=record.contest or "",
        ends_talk=record.ends_talk,
        tag_cells=_tag_cells(bench, tags),
    )


def happenings(bench: Bench) -> tuple[Happening, ...]:
    """The events, by id."""
    return tuple(_happening(bench, index, record) for index, record in enumerate(bench.parts.of(EventRecord)))


def _happening(bench: Bench, index: int, record: EventRecord) -> Happening:
    who, key = f'event "{record.key}"', record.key
    clauses: tuple[Clause, ...] = bench.clauses.of(key, record.then, record.also, who)
    act = None
    if record.cameo is not None and record.source_actor is not None and record.to is not None:
        act = Act(
            _cameo(bench, record.cameo, who),
            bench.country(record.source_actor, who),
            bench.country(record.to, who),
            False,
        )
    turn = 0 if record.date is None else bench.conditions.turn_of(record.date, who)
    return Happening(
        id=key,
        index=index,
        seen=bench.cells[f"seen:{key}"],
        turn=turn,
        when=bench.conditions.read(record.when, Scope(who)),
        odds=record.odds,
        salience=record.salience,
        clauses=clauses,
        act=act,
        sources=bench.sources(record.source, who),
        distressing=record.distressing,
    )
