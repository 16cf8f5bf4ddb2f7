"""Compile: the records of a scenario under one doctrine, made into the Scenario that the core plays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from game.content.assemble import acts, agenda, board, draft, forum, hall, page
from game.content.bench import Bench, set_up
from game.content.bounds import Reach, derived_too_far
from game.content.cells import add_rings
from game.content.parts import Parts
from game.content.problem import Findings
from game.content.schema.actor import ActorRecord
from game.content.schema.happening import DriftRecord
from game.content.texts import texts_of
from game.core.act import Answer, Happening, Move, Rule
from game.core.derived import value
from game.core.draft import Draft
from game.core.forum import Contest, Promise, Summit
from game.core.grammar import Clause
from game.core.meter import Derived, Meter, Partner
from game.core.page import Advice, Aim, Carry, Ending, Lesson, Past, Policy
from game.core.scenario import Scenario

LONGEST_CALENDAR = 80  # turns: ages of more than 90 mean that something never happened


@dataclass(frozen=True, slots=True)
class Made:
    """The records of the core that can change cells, as they come off the bench."""

    moves: tuple[Move, ...]
    answers: tuple[Answer, ...]
    rules: tuple[Rule, ...]
    happenings: tuple[Happening, ...]
    summits: tuple[Summit, ...]
    contests: tuple[Contest, ...]
    promises: tuple[Promise, ...]
    drafts: tuple[Draft, ...]
    drift: tuple[Clause, ...]
    derived: tuple[Derived, ...]
    income: dict[str, tuple[Clause, ...]]


@dataclass(frozen=True, slots=True)
class Told:
    """The records of the core that only read cells."""

    endings: tuple[Ending, ...]
    aims: tuple[Aim, ...]
    advice: tuple[Advice, ...]
    lessons: tuple[Lesson, ...]
    carries: tuple[Carry, ...]
    policies: tuple[Policy, ...]
    past: tuple[Past, ...]


def compile_parts(parts: Parts, findings: Findings) -> Scenario | None:
    """The Scenario, or None with every reason noted."""
    bench = set_up(parts, findings)
    _check_card(bench)
    made = _make(bench)
    rings = _prove(bench, _reach(bench, made), made.derived)
    _start_derived(bench, made.derived)
    told = _tell(bench)
    meters, partners = board.meters(bench, made.income, rings), board.partners(bench)
    return None if findings.errors else _scenario(bench, made, told, meters, partners)


def _tell(bench: Bench) -> Told:
    return Told(
        endings=page.endings(bench),
        aims=page.aims(bench),
        advice=page.advice(bench),
        lessons=page.lessons(bench),
        carries=page.carries(bench),
        policies=page.policies(bench),
        past=page.past(bench),
    )


def _make(bench: Bench) -> Made:
    return Made(
        moves=acts.moves(bench),
        answers=acts.answers(bench),
        rules=agenda.rules(bench),
        happenings=acts.happenings(bench),
        summits=forum.summits(bench),
        contests=forum.contests(bench),
        promises=forum.promises(bench),
        drafts=draft.drafts(bench),
        drift=tuple(clause for part in bench.parts.of(DriftRecord) for clause in bench.clauses.drift(part)),
        derived=board.derived(bench),
        income=board.incomes(bench),
    )


def _scenario(
    bench: Bench, made: Made, told: Told, meters: tuple[Meter, ...], partners: tuple[Partner, ...]
) -> Scenario:
    parts, card = bench.parts, bench.parts.card
    return Scenario(
        id=card.key,
        doctrine=parts.doctrine.key if parts.doctrine else "",
        doctrines=parts.doctrines,
        seat=card.seat.text,
        dates=tuple(date.text for date in card.dates),
        cells=tuple(bench.cells.cells),
        clock=bench.clock,
        meters=meters,
        partners=partners,
        channels=board.channels(bench),
        moves=made.moves,
        answers=made.answers,
        rules=made.rules,
        happenings=made.happenings,
        summits=made.summits,
        contests=made.contests,
        promises=made.promises,
        drafts=made.drafts,
        blocs=draft.blocs(bench),
        hall=hall.hall(bench),
        drift=made.drift,
        derived=made.derived,
        **_fields(told),
        sources=page.sources(bench),
        cameo=page.cameo(bench),
        approaches=forum.approaches(bench),
        actors=tuple(sorted(bench.actors)),
        main_actor=card.main_actor.text,
        misreading=card.misreading,
        texts=texts_of(parts) | bench.clauses.texts,
        moves_per_turn=card.moves_per_turn,
        events_per_turn=card.events_per_turn,
        facts_as_of=card.facts_as_of.text,
    )


def _fields(told: Told) -> dict[str, Any]:
    """What only reads cells, under the names that the Scenario has for it."""
    return {field.name: getattr(told, field.name) for field in fields(told)}


def with_texts(scenario: Scenario, texts: Mapping[str, str]) -> Scenario:
    """The same Scenario with some texts in other words; a translation or mask changes nothing else."""
    return replace(scenario, texts={**scenario.texts, **texts})


def _check_card(bench: Bench) -> None:
    card, findings = bench.parts.card, bench.findings
    bench.names.check(card.main_actor, ("actor",), "the scenario")
    dates = [date.text for date in card.dates]
    for date, earlier in zip(card.dates[1:], dates, strict=False):
        if date.text <= earlier:
            findings.error(date, "calendar", f"{date.text} does not come after {earlier}; the dates go forward.")
    if not 2 <= len(dates) <= LONGEST_CALENDAR:
        findings.error(
            card.id,
            "calendar",
            f"the calendar has {len(dates)} dates; it needs 2 to {LONGEST_CALENDAR}, the "
            "last being the day on which the outcome is judged.",
        )
    for actor in bench.parts.of(ActorRecord):
        bench.country(actor.country, f'actor "{actor.key}"')
    if bench.parts.doctrine is not None:
        bench.sources(bench.parts.doctrine.source, f'doctrine "{bench.parts.doctrine.key}"')


def _reach(bench: Bench, made: Made) -> Reach:
    """How far each cell can be moved by all that was made."""
    reach = Reach(bench.cells.cells)
    for move in made.moves:
        reach.add_act(move.clauses)
        if move.joint is not None:
            reach.add_world((*move.joint.agreed, *move.joint.refused))
    for rule in made.rules:
        reach.add_act((*made.answers[rule.answer].clauses, *rule.clauses) if made.answers else rule.clauses)
    for answer in made.answers:
        reach.add_act(answer.clauses)
    for summit in made.summits:
        for option in (option for stage in summit.stages for option in stage.options):
            reach.add_act(option.clauses)
    for contest in made.contests:
        reach.add_world((*contest.relented, *contest.fallen))
        for response in (response for rung in contest.rungs for response in rung.responses):
            reach.add_act(response.clauses)
    for one in made.drafts:
        reach.add_world((*one.adopted, *one.vetoed, *one.failed))
    for promise in made.promises:
        reach.add_world((*promise.kept, *promise.broken))
    for clauses in (made.drift, *made.income.values(), *(happening.clauses for happening in made.happenings)):
        reach.add_world(clauses)
    return reach


def _prove(bench: Bench, reach: Reach, derived: tuple[Derived, ...]) -> dict[int, tuple[int, ...]]:
    """Lay out the cells of pending change; note whatever could leave 16 bits."""
    cells = bench.cells.cells
    far = reach.too_far() + [cells[one.cell].key for one in derived if derived_too_far(one, cells)]
    for key in far:
        bench.findings.error(
            bench.parts.card.id,
            "too-far",
            f'"{key.removeprefix("meter:")}" could grow beyond what a '
            "number can hold: make its range or the changes smaller.",
        )
    later = {cell: reach.pending(cell) for cell in (*reach.delayed_world, *reach.delayed_act)}
    for name in bench.parts.delayed:
        subject = bench.subjects.get(name)
        for one in (subject.each or (subject,)) if subject is not None else ():
            if "value" in one.cells:
                later.setdefault(one.cells["value"], 0)
    return add_rings(bench.cells, later)


def _start_derived(bench: Bench, derived: tuple[Derived, ...]) -> None:
    cells = bench.cells.cells
    starts = [cell.start for cell in cells]
    for one in derived:
        cells[one.cell] = replace(cells[one.cell], start=value(one, starts))
