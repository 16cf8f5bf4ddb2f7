"""Outlook: how the vote on a draft must be expected to go, as far as the seat can tell, state by state."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from .ballot import ABSENT, NO, VOTES, Chances, Count, cast, certain, chances, estimate, likeliest, needed, passes, rule
from .ballot import support as support_of
from .draft import Draft
from .rollcall import name_of
from .scenario import Scenario
from .state import State
from .vote import luck, pushes, text_of


class Estimate(NamedTuple):
    """A number of votes: the band in which four cases of five lie, and its middle."""

    low: int
    mid: int
    high: int


class Prospect(NamedTuple):
    """How a state may vote on the text as it stands; `known` when it has been sounded out."""

    iso: str
    name: str
    group: str
    chances: Chances
    vote: str
    known: bool


class Outlook(NamedTuple):
    """The vote as it must be expected: counts, what the middle of them comes to, and every state.

    `carries` is carried, vetoed or short; empty while nothing stands in the text.
    """

    yes: Estimate
    no: Estimate
    abstain: Estimate
    absent: Estimate
    needed: int
    carries: str
    members: tuple[Prospect, ...]


def outlook(scenario: Scenario, state: State, draft: Draft) -> Outlook:
    """How the vote on the draft as it stands would go, as far as the seat can tell."""
    hall, cells = scenario.hall, state.cells
    turn = cells[scenario.clock.turn]
    text, seats = text_of(draft, cells), hall.seats(draft.body, turn)
    odds = odds_of(scenario, state, draft, text)
    sounded = _sounded(scenario, cells)
    counted = estimate(tuple(odds.values()))
    decides = rule(draft.body, {hall.paragraphs[place].kind for place in text})
    middle = counted.tally()
    vetoes = sum(hall.members[seat].permanent and likeliest(odds[seat]) == NO for seat in seats)
    carries = "carried" if passes(decides, middle, vetoes) else "vetoed" if passes(decides, middle, 0) else "short"
    prospects = [_prospect(scenario, seat, odds[seat], seat in sounded) for seat in seats]
    return Outlook(
        _band(counted.yes),
        _band(counted.no),
        _band(counted.abstain),
        _band(counted.absent),
        needed(decides, middle),
        carries if text else "empty",
        tuple(sorted(prospects, key=lambda one: one.name.casefold())),
    )


def _band(count: Count) -> Estimate:
    return Estimate(count.low, count.expected, count.high)


def _prospect(scenario: Scenario, seat: int, odds: Chances, known: bool) -> Prospect:
    iso = scenario.hall.members[seat].iso
    group = scenario.texts.get(f"member.{iso}.group", "")
    return Prospect(iso, name_of(scenario, iso), group, odds, VOTES[likeliest(odds)], known)


def _sounded(scenario: Scenario, cells: Sequence[int]) -> set[int]:
    return {member for bloc in scenario.blocs if cells[bloc.sounded] for member in bloc.members}


def odds_of(scenario: Scenario, state: State, draft: Draft, text: Iterable[int]) -> dict[int, Chances]:
    """By seat: the chances of each vote on this text. Who has been sounded out is sure, for its luck is known."""
    hall, cells = scenario.hall, state.cells
    turn, text = cells[scenario.clock.turn], tuple(text)
    barred, sounded, pressed = hall.barred(draft.body, turn), _sounded(scenario, cells), pushes(scenario, draft, cells)
    found = {}
    for seat in hall.seats(draft.body, turn):
        member = hall.voter(seat, turn)
        odds = chances(member, support_of(member, text, draft.author, draft.body, pressed.get(seat, 0)), draft.body)
        if seat in barred:
            odds = certain(ABSENT)
        elif seat in sounded:
            odds = certain(cast(odds, luck(scenario, state.seed, seat)))
        found[seat] = odds
    return found
