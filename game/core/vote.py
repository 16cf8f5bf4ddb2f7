"""Vote: the phase of a turn's end in which the drafts that are due come to the ballot, and what comes of that."""

from __future__ import annotations

from .ballot import ABSENT, Tally, cast, chances, outcome, support, tally
from .chance import pick
from .draft import ADOPTED, FAILED, TABLED, VETOED, WITHDRAWN, Draft
from .event import Voted, because
from .scenario import Scenario
from .work import Work

STAGE = {"adopted": ADOPTED, "vetoed": VETOED, "failed": FAILED}
MILLI = 10
"""A hundredth of a logit, in which authors write, in the thousandths of the fitted model."""


def luck(scenario: Scenario, seed: int, member: int) -> int:
    """The one number 0..9999 that a state keeps for a whole playthrough, set against its thresholds at each ballot."""
    return pick(seed, 0, f"luck/{scenario.hall.members[member].iso}", 10_000)


def text_of(draft: Draft, cells: tuple[int, ...] | list[int]) -> tuple[int, ...]:
    """The paragraphs that stand in a draft, as places in Hall.paragraphs."""
    return tuple(provision.paragraph for provision in draft.provisions if cells[provision.cell])


def pushes(scenario: Scenario, draft: Draft, cells: tuple[int, ...] | list[int]) -> dict[int, int]:
    """By member, in thousandths of a logit: what lobbying of both sides and the sponsors add; without those of none."""
    found: dict[int, int] = {}
    lifted = [0] * len(scenario.blocs)
    for sponsor in draft.sponsors:
        if cells[sponsor.cell]:
            for place, amount in sponsor.lifts:
                lifted[place] += amount
    for bloc in scenario.blocs:
        amount = cells[bloc.push] + lifted[bloc.index]
        if amount:
            for member in bloc.members:
                found[member] = found.get(member, 0) + amount * MILLI
    return found


def ballots(work: Work) -> None:
    """Hold the votes that are due; then let their results take effect. A text struck to nothing is taken back."""
    scenario, cells = work.scenario, work.cells
    due = []
    for draft in scenario.drafts:
        if cells[draft.stage] == TABLED:
            cause = because("vote", draft.id)
            work.put(draft.wait, cells[draft.wait] - 1, cause)
            if cells[draft.wait] > 1:
                continue
            if text_of(draft, cells):
                due.append((draft, _poll(work, draft)))
            else:
                work.put(draft.stage, WITHDRAWN, cause)
    work.close()
    for draft, result in due:
        clauses = {"adopted": draft.adopted, "vetoed": draft.vetoed, "failed": draft.failed}[result]
        work.apply(clauses, because("vote", draft.id))
    work.close()


def _poll(work: Work, draft: Draft) -> str:
    """Note every state's vote and the outcome, which it gives."""
    scenario, hall, cause = work.scenario, work.scenario.hall, because("vote", draft.id)
    text, pressed = text_of(draft, work.cells), pushes(scenario, draft, work.cells)
    seats, barred = hall.seats(draft.body, work.turn), hall.barred(draft.body, work.turn)
    votes = []
    for member in seats:
        if member in barred:
            votes.append(ABSENT)
            continue
        voter = hall.voter(member, work.turn)
        stands = support(voter, text, draft.author, draft.body, pressed.get(member, 0))
        votes.append(cast(chances(voter, stands, draft.body), luck(scenario, work.seed, member)))
    counted: Tally = tally(votes)
    result = outcome(hall, draft.body, text, seats, votes)
    work.events.append(Voted(draft.id, text, tuple(pressed.get(member, 0) for member in seats), tuple(votes), cause))
    for cell, count in zip(draft.tally, counted, strict=True):
        work.put(cell, count, cause)
    for member, cell in draft.watched:
        work.put(cell, votes[seats.index(member)] + 1 if member in seats else 0, cause)
    work.put(draft.stage, STAGE[result], cause)
    work.put(draft.voted, work.turn, cause)
    if result == "adopted":
        work.put(draft.weight, sum(hall.paragraphs[place].weight for place in text), cause)
    return result
