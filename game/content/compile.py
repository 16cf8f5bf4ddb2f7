"""Compile: the records of a scenario under one doctrine, made into the Scenario that the core plays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from game.content.assemble import acts, agenda, board, forum, page
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
from game.core.forum import Contest, Promise, Summit
from game.core.meter import Derived
from game.core.scenario import Scenario

LONGEST_CALENDAR = 80  # turns: ages of more than 90 mean that something never happened


def compile_parts(parts: Parts, findings: Findings) -> Scenario | None:
    """The Scenario, or None with every reason noted."""
    bench = set_up(parts, findings)
    _check_card(bench)
    moves, answers, rules = acts.moves(bench), acts.answers(bench), agenda.rules(bench)
    happenings = acts.happenings(bench)
    summits, contests, promises = forum.summits(bench), forum.contests(bench), forum.promises(bench)
    drift = tuple(clause for part in parts.of(DriftRecord) for clause in bench.clauses.drift(part))
    derived, income = board.derived(bench), board.incomes(bench)
    reach = Reach(bench.cells.cells)
    for clauses in (drift, *income.values()):
        reach.add_world(clauses)
    _reach(reach, moves, answers, rules, happenings, summits, contests, promises)
    rings = _prove(bench, reach, derived)
    _start_derived(bench, derived)
    card = parts.card
    pages = (page.endings(bench), page.aims(bench), page.advice(bench), page.policies(bench), page.past(bench))
    meters, channels, partners = board.meters(bench, income, rings), board.channels(bench), board.partners(bench)
    if findings.errors:
        return None
    return Scenario(
        id=card.key,
        doctrine=parts.doctrine.key if parts.doctrine else "",
        doctrines=parts.doctrines,
        seat=card.seat.text,
        dates=tuple(date.text for date in card.dates),
        cells=tuple(bench.cells.cells),
        clock=bench.clock,
        meters=meters,
        derived=derived,
        moves=moves,
        answers=answers,
        rules=rules,
        happenings=happenings,
        summits=summits,
        contests=contests,
        promises=promises,
        partners=partners,
        channels=channels,
        drift=drift,
        endings=pages[0],
        aims=pages[1],
        advice=pages[2],
        policies=pages[3],
        past=pages[4],
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


def _reach(
    reach: Reach,
    moves: tuple[Move, ...],
    answers: tuple[Answer, ...],
    rules: tuple[Rule, ...],
    happenings: tuple[Happening, ...],
    summits: tuple[Summit, ...],
    contests: tuple[Contest, ...],
    promises: tuple[Promise, ...],
) -> None:
    """Count every clause of these records."""
    for move in moves:
        reach.add_act(move.clauses)
        if move.joint is not None:
            reach.add_world((*move.joint.agreed, *move.joint.refused))
    for rule in rules:
        reach.add_act((*answers[rule.answer].clauses, *rule.clauses) if answers else rule.clauses)
    for answer in answers:
        reach.add_act(answer.clauses)
    for happening in happenings:
        reach.add_world(happening.clauses)
    for summit in summits:
        for option in (option for stage in summit.stages for option in stage.options):
            reach.add_act(option.clauses)
    for contest in contests:
        reach.add_world((*contest.relented, *contest.fallen))
        for response in (response for rung in contest.rungs for response in rung.responses):
            reach.add_act(response.clauses)
    for promise in promises:
        reach.add_world((*promise.kept, *promise.broken))


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
