"""Forum: summits, contests and promises made into those of the core."""

from __future__ import annotations

from game.content.bench import Bench
from game.content.conditions import Scope
from game.content.node import Node, Sequence
from game.content.records import read_part
from game.content.schema.contest import ContestRecord, RungRecord
from game.content.schema.promise import PromiseRecord
from game.content.schema.record import SceneText
from game.content.schema.summit import ApproachRecord, OptionRecord, StageRecord, SummitRecord
from game.core.forum import Contest, Option, Promise, Response, Rung, Stage, Summit
from game.core.grammar import When

MOST_STAGES, FEWEST_OPTIONS, MOST_OPTIONS = 8, 3, 6


def summits(bench: Bench) -> tuple[Summit, ...]:
    """The summits, by id; their stages and options in the order written."""
    return tuple(_summit(bench, index, record) for index, record in enumerate(bench.parts.of(SummitRecord)))


def _summit(bench: Bench, index: int, record: SummitRecord) -> Summit:
    who = f'summit "{record.key}"'
    bench.names.check(record.host, ("actor",), who)
    if not 1 <= len(record.stages) <= MOST_STAGES:
        bench.findings.error(
            record.id, "stages", f"{who} has {len(record.stages)} stages; 1 to {MOST_STAGES} are meant."
        )
    tracks, beside = (
        tuple(sorted(bench.cells[f"meter:{name}"] for name in bench.names.checked(listed, ("meter",), who)))
        for listed in (record.tracks, record.beside)
    )
    stages = tuple(_stage(bench, part) for part in record.stages)
    return Summit(record.key, index, record.host.text, stages, tracks, beside)


def _stage(bench: Bench, record: StageRecord) -> Stage:
    who = f'stage "{record.key}"'
    count = len(record.options)
    if record.kind == "exchange" and not FEWEST_OPTIONS <= count <= MOST_OPTIONS:
        bench.findings.error(
            record.id, "options", f"{who} has {count} options; an exchange has {FEWEST_OPTIONS} to {MOST_OPTIONS}."
        )
    if not record.options:
        bench.findings.error(record.id, "options", f"{who} has no options, so that the meeting could not go on.")
    options = tuple(_option(bench, part, record.kind) for part in record.options)
    if options and all(option.when or option.price for option in options):
        bench.findings.error(
            record.id,
            "options",
            f"{who}: at least one option needs neither condition nor price, or the meeting could come to a stop.",
        )
    return Stage(record.key, record.kind, options, scenes(bench, record.scene, f"stage.{record.key}.scene", who))


def _option(bench: Bench, record: OptionRecord, stage: str) -> Option:
    who = f'option "{record.key}"'
    approach = 0
    if record.approach is not None and bench.names.check(record.approach, ("approach",), who):
        approach = [part.key for part in bench.parts.of(ApproachRecord)].index(record.approach.text) + 1
    if stage == "exchange" and record.approach is None:
        bench.findings.error(record.id, "approach", f"{who} stands in an exchange and needs an `approach`.")
    return Option(
        record.key,
        approach,
        bench.conditions.read(record.when, bench.scope(who)),
        bench.price(record.price, who),
        bench.clauses.of(record.key, record.then, record.also, who),
        record.leaves,
    )


def scenes(bench: Bench, node: Node, text_id: str, who: str) -> tuple[tuple[When, str], ...]:
    """Text ids with their conditions, of one text or a list of texts of which the first that fits is shown."""
    if not isinstance(node, Sequence):
        bench.clauses.texts[text_id] = bench.prose(node, who)
        return (((), text_id),)
    found = []
    for number, item in enumerate(node.items, 1):
        part = read_part(SceneText, item, f"{who}, text {number}", bench.findings)
        if part is not None:
            bench.clauses.texts[f"{text_id}.{number}"] = part.text
            found.append((bench.conditions.read(part.when, bench.scope(who)), f"{text_id}.{number}"))
    if found and found[-1][0]:
        bench.findings.error(node, "scene", f"{who}: the last of several texts has no `when`, so that one always fits.")
    return tuple(found)


def approaches(bench: Bench) -> tuple[str, ...]:
    """The approaches, by id, after the empty one."""
    return ("", *(record.key for record in bench.parts.of(ApproachRecord)))


def contests(bench: Bench) -> tuple[Contest, ...]:
    """The contests, by id; their rungs in the order written."""
    return tuple(_contest(bench, index, record) for index, record in enumerate(bench.parts.of(ContestRecord)))


def _contest(bench: Bench, index: int, record: ContestRecord) -> Contest:
    who, key = f'contest "{record.key}"', record.key
    if record.challenger.text != bench.parts.card.seat.text:
        bench.names.check(record.challenger, ("actor",), who)
    if not record.rungs:
        bench.findings.error(record.id, "rungs", f"{who} has no rungs.")
    return Contest(
        key,
        index,
        record.challenger.text,
        record.over,
        tuple(_rung(bench, rung) for rung in record.rungs),
        bench.cells[f"outcome:{key}"],
        bench.clauses.consequence(f"{key}.relented", record.relented, who),
        bench.clauses.consequence(f"{key}.fallen", record.fallen, who),
    )


def _rung(bench: Bench, record: RungRecord) -> Rung:
    responses = []
    for does, part in record.responses().items():
        who, key = f'rung "{record.key}", {does}', f"{record.key}.{does}"
        bench.clauses.texts[f"response.{key}.label"] = part.label
        when = bench.conditions.read(part.when, bench.scope(who))
        if does == "yield" and when:
            bench.findings.error(record.id, "yield", f"{who}: one can always yield; it has no `when`.")
        responses.append(Response(key, does, when, bench.clauses.of(key, part.then, part.also, who)))
    return Rung(record.key, record.private, tuple(responses))


def promises(bench: Bench) -> tuple[Promise, ...]:
    """The promises, by id."""
    return tuple(_promise(bench, index, record) for index, record in enumerate(bench.parts.of(PromiseRecord)))


def _promise(bench: Bench, index: int, record: PromiseRecord) -> Promise:
    who, key, scope = f'promise "{record.key}"', record.key, Scope(f'promise "{record.key}"')
    return Promise(
        id=key,
        index=index,
        kind=record.kind,
        status=bench.cells[f"promise:{key}"],
        deadline=bench.cells[f"deadline:{key}"],
        trigger=bench.conditions.read(record.trigger, scope),
        within=record.within,
        kept_when=bench.conditions.read(record.kept_when, scope),
        kept=bench.clauses.consequence(f"{key}.kept", record.kept, who, record.kept_news, f"promise.{key}.kept_news"),
        broken=bench.clauses.consequence(
            f"{key}.broken", record.broken, who, record.broken_news, f"promise.{key}.broken_news"
        ),
        sunk=record.sunk,
        audience=record.audience,
    )
