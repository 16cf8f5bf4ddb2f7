"""Deed: what a choice does to a cell, told from the records alone, for whoever weighs choices without trying them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from .act import Move
from .draft import Draft
from .grammar import ADD, TO, Clause, Leaf, When
from .meter import Derived
from .scenario import Scenario

NOW, MAYBE = 2, 3
"""Kinds of Deed beside ADD and TO: the cell of a last turn becomes this turn; the cell may come to what is wanted of
it, for somebody else decides that."""
OTHERS = 33
"""The odds, in percent, of what others may do of it."""


class Deed(NamedTuple):
    """By kind an amount added or a value taken, with some odds in percent, where `when` holds."""

    choice: str
    cell: int
    kind: int
    amount: int
    odds: int = 100
    when: When = ()


def deeds(scenario: Scenario) -> Iterator[Deed]:
    """What all choices of a Scenario do, to derived meters too."""
    for deed in _plain(scenario):
        yield deed
        if deed.kind == ADD:
            for place in scenario.find.derived_from.get(deed.cell, ()):
                yield from _derived(scenario.derived[place], deed)


def _plain(scenario: Scenario) -> Iterator[Deed]:
    for move in scenario.moves:
        yield from _of_move(scenario, move)
    for summit in scenario.summits:
        for option in (option for stage in summit.stages for option in stage.options):
            yield from _of_clauses(option.id, option.clauses)
    clock = scenario.clock
    for contest in scenario.contests:
        for number, rung in enumerate(contest.rungs, 1):
            here = ((Leaf(clock.contest, contest.index + 1, contest.index + 1),), (Leaf(clock.rung, number, number),))
            for response in rung.responses:
                yield from _of_clauses(response.does, response.clauses, here)
    for draft in scenario.drafts:
        yield from _of_draft(draft)


def _of_clauses(choice: str, clauses: Iterable[Clause], when: When = (), odds: int = 100) -> Iterator[Deed]:
    for clause in clauses:
        for effect in clause.effects:
            likely = clause.odds * odds // 100
            yield Deed(choice, effect.cell, effect.kind, effect.amount, likely, (*when, *clause.when))


def _of_move(scenario: Scenario, move: Move) -> Iterator[Deed]:
    yield from _of_clauses(move.id, move.clauses)
    for last, count in ((move.made, move.count), *move.tag_cells):
        yield Deed(move.id, last, NOW, 0)
        yield Deed(move.id, count, ADD, 1)
    if move.joint is not None:
        yield from _of_clauses(move.id, move.joint.agreed, odds=OTHERS)
    if move.draft >= 0:
        yield from _voted(move.id, scenario.drafts[move.draft], 100)
    triggers = {*move.triggers, *((scenario.summits[move.summit].id,) if move.summit >= 0 else ())}
    for rule in scenario.rules:
        if rule.triggers & triggers:
            answer = scenario.answers[rule.answer]
            for last, count in ((answer.given, answer.count), *answer.tag_cells):
                for cell in (last, count):
                    yield Deed(move.id, cell, MAYBE, 0, rule.odds * OTHERS // 100)


def _of_draft(draft: Draft) -> Iterator[Deed]:
    for wording in draft.wordings:
        for place, provision in enumerate(draft.provisions):
            yield Deed(wording.id, provision.cell, TO, int(place in wording.provisions))
    for sponsor in draft.sponsors:
        yield from _voted(sponsor.id, draft, OTHERS)
    yield from _voted(f"{draft.id}.table", draft, 100)


def _voted(choice: str, draft: Draft, odds: int) -> Iterator[Deed]:
    """What a vote on a draft may come to."""
    for cell in (draft.stage, draft.voted, draft.weight, *draft.tally, *(cell for _, cell in draft.watched)):
        yield Deed(choice, cell, MAYBE, 0, odds)


def _derived(derived: Derived, deed: Deed) -> Iterator[Deed]:
    """What a deed comes to in a meter that rests on the cell; nothing is said of a spread, which may go either way."""
    parts, of = 0, derived.over * max(1, len(derived.terms))
    if derived.form != "spread":
        parts += sum(deed.cell in term for term in derived.terms)
    parts += len(derived.terms or (0,)) * sum(weight for cell, weight in derived.weights if cell == deed.cell)
    amount = deed.amount * parts
    if amount:
        size = max(1, abs(amount) // of)
        yield deed._replace(cell=derived.cell, amount=size if amount > 0 else -size)
