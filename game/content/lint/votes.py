"""Votes: drafts nobody brings in, clauses that nothing hangs on, blocs that nobody courts."""

from __future__ import annotations

from collections.abc import Iterator

from game.content.lint.code import Code, Finding
from game.content.lint.crisis import Crisis
from game.content.problem import Severity
from game.content.schema.draft import DraftRecord
from game.core.draft import Bloc, Draft

UNTABLED = Code(
    "L060",
    Severity.WARNING,
    "a draft that is never tabled",
    "No move that can be made brings it to the drafting table, and no effect that can come about says `tabled` of it.",
    "drafts: [{id: strip-text, ...}], and no move has tables: strip-text",
    "Write a move with `tables`, or let an event or answer of the other side table it.",
)
CLAUSE_ASIDE = Code(
    "L061",
    Severity.HINT,
    "a clause of a draft that stands in no wording and on which nothing hangs",
    "It neither starts in the text nor belongs to a wording; no condition asks for it, or for the weight of the draft. "
    "All it can do is lose or win votes, and the player has no reason to look at it.",
    "provisions: [..., {clause: tribunal, text: ...}], in no wording, and no `when` asks strip-text.tribunal",
    "Put it into a wording, let something hang on it or on the draft's weight, or take it out.",
)
UNCOURTED = Code(
    "L062",
    Severity.WARNING,
    "a bloc that nothing moves",
    "No effect changes its `.push`, no sponsor lifts it, nobody sounds it out: it is a name on the page of blocs.",
    "blocs: [{id: far-south, ...}], and no `then` or `lifts` names far-south",
    "Let a move, an answer or a sponsor press it, or take it out.",
)
UNSEATED = Code(
    "L063",
    Severity.WARNING,
    "a sponsor that lifts nobody who votes there",
    "None of the states of the blocs that it lifts sits in the Council while the draft can come to its vote: what is "
    "paid for the sponsor buys nothing.",
    "body: council, sponsors: [{id: islanders, ..., lifts: {pacific: +20}}], and no island sits in the Council",
    "Let the sponsor lift those who have a seat, or bring the draft into the Assembly.",
)
PARTLY_UNSEATED = Code(
    "L064",
    Severity.HINT,
    "a bloc under `lifts` of which nobody votes there",
    "None of its states sits in the Council while the draft can come to its vote, so this part of the sponsor does "
    "nothing.",
    "body: council, lifts: {nordics: +20, pacific: +10}, and no island sits in the Council",
    "Leave the bloc out of `lifts`.",
)
CODES = (UNTABLED, CLAUSE_ASIDE, UNCOURTED, UNSEATED, PARTLY_UNSEATED)


def find(crisis: Crisis) -> Iterator[Finding]:
    """The findings of this family."""
    records = {record.key: record for record in crisis.parts.of(DraftRecord)}
    for draft in crisis.scenario.drafts:
        if not crisis.can(f"voted:{draft.id}") and not crisis.can(f"table:{draft.id}"):
            yield from crisis.at(UNTABLED, f"draft:{draft.id}", f'the draft "{draft.id}" is never tabled.')
        else:
            yield from _clauses(crisis, draft, records[draft.id])
            yield from _sponsors(crisis, draft)
    for bloc in crisis.scenario.blocs:
        if not _moved(crisis, bloc):
            yield from crisis.at(UNCOURTED, f"bloc:{bloc.id}", f'nothing ever moves the bloc "{bloc.id}".')


def _clauses(crisis: Crisis, draft: Draft, record: DraftRecord) -> Iterator[Finding]:
    cells, weighed = crisis.scenario.cells, crisis.readers[draft.weight]
    worded = {place for wording in draft.wordings for place in wording.provisions}
    if weighed or not draft.wordings:
        return
    for place, (provision, part) in enumerate(zip(draft.provisions, record.provisions, strict=True)):
        if place not in worded and not cells[provision.cell].start and not crisis.readers[provision.cell]:
            says = f'the clause "{provision.id}" stands in no wording, and nothing hangs on it.'
            yield Finding(CLAUSE_ASIDE, part.clause, record.id, says)


def _sponsors(crisis: Crisis, draft: Draft) -> Iterator[Finding]:
    """Sponsors that lift those who have no seat in any turn in which the vote can be held."""
    scenario = crisis.scenario
    first, last = crisis.reach.windows.get(f"voted:{draft.id}", (1, scenario.turns))
    seats = {place for turn in range(first, last + 1) for place in scenario.hall.seats(draft.body, turn)}
    for sponsor in draft.sponsors:
        blocs = [scenario.blocs[place] for place, amount in sponsor.lifts if amount]
        void = [bloc.id for bloc in blocs if seats.isdisjoint(bloc.members)]
        if void and len(void) == len(blocs):
            says = f'the sponsor "{sponsor.id}" lifts nobody who sits in the Council then: {", ".join(void)}.'
            yield from crisis.at(UNSEATED, f"sponsor:{sponsor.id}", says, "lifts")
        elif void:
            says = f'the sponsor "{sponsor.id}" lifts "{void[0]}", of which nobody sits in the Council then.'
            yield from crisis.at(PARTLY_UNSEATED, f"sponsor:{sponsor.id}", says, "lifts")


def _moved(crisis: Crisis, bloc: Bloc) -> bool:
    """Whether something presses the bloc or asks it; a drift back to nought does not."""
    lifted = {place for draft in crisis.scenario.drafts for sponsor in draft.sponsors for place, _ in sponsor.lifts}
    pressed = any(
        effect.cell in (bloc.push, bloc.sounded)
        for deed in crisis.reach.deeds
        if not deed.key.startswith("drift:")
        for effect in deed.effects
    )
    return pressed or bloc.index in lifted
