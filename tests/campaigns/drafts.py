"""Drafts: whether strong words and many votes pull apart at the drafting table.

    python -m tests.campaigns.drafts [SCENARIO] [--games N]

In random games, at the sitting before the first vote of the Assembly (the last sitting where none was held): of the
texts one could table there, one must win more yes votes and another carry more weight, neither better on both.
"""

from __future__ import annotations

import argparse
from typing import NamedTuple

from game.core.ballot import chances, support
from game.core.draft import ASSEMBLY, Draft
from game.core.drafting import live
from game.core.policy import Game, at_random, play_out
from game.core.rollcall import votes_in
from game.core.scenario import Scenario
from game.core.state import State
from game.core.vote import pushes, text_of
from game.core.work import Work

from .course import seed_of
from .workers import MOST, over, package

PIECE = 10


class Piece(NamedTuple):
    """Some random games under one doctrine."""

    scenario: str
    doctrine: str
    first: int
    games: int


class Found(NamedTuple):
    """What came of a game: whether there was a sitting, and whether the texts pulled apart there."""

    sat: bool
    apart: bool
    spread: tuple[int, int]
    """By how many yes votes, and by how much weight, the two differ."""


def decisive(scenario: Scenario, game: Game) -> tuple[State, Draft] | None:
    """The State at the table, and the draft on it, before the first vote of the Assembly; None without a sitting."""
    in_assembly = {draft.id for draft in scenario.drafts if draft.body == ASSEMBLY}
    held = (place for place, _, vote in votes_in(scenario, game.steps) if vote.draft in in_assembly)
    first = next(held, len(game.steps))
    found = None
    for taken in game.steps[:first]:
        draft = live(Work(scenario, taken.state))
        if draft is not None and draft.body == ASSEMBLY:
            found = taken.state, draft
    return found


def texts(draft: Draft, state: State) -> set[tuple[int, ...]]:
    """Texts that could be tabled in this sitting: as it stands, each wording, and each of those with one change."""
    every = [provision.paragraph for provision in draft.provisions]
    bases = [frozenset(text_of(draft, state.cells))]
    bases += [frozenset(every[place] for place in wording.provisions) for wording in draft.wordings]
    changed = {base ^ {paragraph} for base in bases for paragraph in every}
    return {tuple(sorted(text)) for text in (*bases, *changed) if text}


def judged(scenario: Scenario, state: State, draft: Draft, text: tuple[int, ...]) -> tuple[int, int]:
    """Expected yes votes, in ten-thousandths, and weight."""
    hall, pressed = scenario.hall, pushes(scenario, draft, state.cells)
    yes = 0
    for seat in hall.seats(draft.body, state.cells[scenario.clock.turn]):
        member = hall.voter(seat, state.cells[scenario.clock.turn])
        stands = support(member, text, draft.author, draft.body, pressed.get(seat, 0))
        yes += chances(member, stands, draft.body).yes
    return yes, sum(hall.paragraphs[place].weight for place in text)


def play(piece: Piece) -> list[Found]:
    """What came of these games."""
    scenario = package(piece.scenario).compile(piece.doctrine)
    found = []
    for number in range(piece.first, piece.first + piece.games):
        moment = decisive(scenario, play_out(scenario, seed_of(number), at_random))
        if moment is None:
            found.append(Found(False, False, (0, 0)))
            continue
        state, draft = moment
        values = sorted({judged(scenario, state, draft, text) for text in texts(draft, state)})
        popular = max(values)
        weighty = max(values, key=lambda value: (value[1], value[0]))
        spread = (popular[0] - weighty[0]) // 10_000, weighty[1] - popular[1]
        found.append(Found(True, spread[0] > 0 and spread[1] > 0, spread))
    return found


def campaign(scenario: str, games: int, processes: int = MOST) -> list[Found]:
    """What came of so many games, spread over the doctrines."""
    doctrines = package(scenario).doctrines
    each = -(-games // len(doctrines))
    pieces = [
        Piece(scenario, doctrine, first, min(PIECE, each - first))
        for doctrine in doctrines
        for first in range(0, each, PIECE)
    ]
    return [one for found in over(play, pieces, processes) for one in found]


def main() -> int:
    """Play and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scenario", nargs="?", default="emergency-session")
    parser.add_argument("--games", type=int, default=200)
    asked = parser.parse_args()
    found = campaign(asked.scenario, asked.games)
    sat = [one for one in found if one.sat]
    print(f"{len(found)} random games, {len(sat)} with a draft for the Assembly on the table")
    print(f"votes and weight pull apart in {sum(one.apart for one in sat)} of them")
    if sat:
        print(f"least apart: {min(one.spread for one in sat)} (yes votes, weight)")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
