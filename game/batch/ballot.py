"""Ballot: votes of 15 and of 193 in many lanes at once, as `game.core.vote` holds them in one."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import numpy.typing as npt

from game.core import vote
from game.core.ballot import ABSENT, ABSTAIN, AUTHORS, COUNCIL, COUNCIL_NEEDS, IMPORTANT, NO, PROCEDURE, YES
from game.core.draft import ADOPTED, FAILED, TABLED, VETOED, WITHDRAWN, Draft
from game.core.logistic import FULL, LIMIT, chance
from game.core.scenario import Scenario

from . import dice
from .block import At, Block

Grid = npt.NDArray[np.int32]
"""A row for each seat, a column for each lane."""


@lru_cache(maxsize=1)
def _chances() -> npt.NDArray[np.int32]:
    """The chance of every leaning from -LIMIT to LIMIT, in ten-thousandths."""
    return np.array([chance(leaning) for leaning in range(-LIMIT, LIMIT + 1)], dtype=np.int32)


def _chance(leanings: Grid) -> Grid:
    return _chances()[np.clip(leanings, -LIMIT, LIMIT) + LIMIT]


def ballots(block: Block) -> None:
    """Hold the votes that are due; then let their results take effect. A text struck to nothing is taken back."""
    waiting: list[tuple[Draft, At]] = []
    for draft in block.scenario.drafts:
        tabled = np.flatnonzero(block.cells[draft.stage] == TABLED)
        if not len(tabled):
            continue
        left = block.row(draft.wait, tabled) - 1
        block.put(draft.wait, left, tabled)
        due = tabled[left <= 0]
        written = np.array([block.row(provision.cell, due) for provision in draft.provisions]).any(axis=0)
        block.put(draft.stage, WITHDRAWN, due[~written])
        if written.any():
            waiting.append((draft, due[written]))
    results = [(draft, at, _poll(block, draft, at)) for draft, at in waiting]
    block.close()
    for draft, at, stage in results:
        for clauses, value in ((draft.adopted, ADOPTED), (draft.vetoed, VETOED), (draft.failed, FAILED)):
            block.apply(clauses, at[stage == value])
    block.close()


def _poll(block: Block, draft: Draft, at: At) -> npt.NDArray[np.int16]:
    """Note every state's vote in these lanes; the stage each comes to."""
    scenario, hall = block.scenario, block.scenario.hall
    seats = hall.seats(draft.body, block.turn)
    text = np.array([block.row(provision.cell, at) for provision in draft.provisions], dtype=np.int32)
    votes = _votes(block, draft, seats, text, at)
    counts = {ballot: (votes == ballot).sum(axis=0) for ballot in (YES, NO, ABSTAIN, ABSENT)}
    for cell, ballot in zip(draft.tally, (YES, NO, ABSTAIN, ABSENT), strict=True):
        block.put(cell, counts[ballot].astype(np.int16), at)
    for member, cell in draft.watched:
        if member in seats:
            block.put(cell, (votes[seats.index(member)] + 1).astype(np.int16), at)
        else:
            block.put(cell, 0, at)
    stage = _stages(scenario, draft, seats, text, votes, counts[YES], counts[NO])
    block.put(draft.stage, stage, at)
    block.put(draft.voted, block.turn, at)
    weights = np.array([hall.paragraphs[one.paragraph].weight for one in draft.provisions], dtype=np.int32)
    weight = (weights @ text).astype(np.int16)
    adopted = stage == ADOPTED
    block.put(draft.weight, weight[adopted], at[adopted])
    return stage


def _votes(block: Block, draft: Draft, seats: tuple[int, ...], text: Grid, at: At) -> npt.NDArray[np.int8]:
    hall = block.scenario.hall
    members = [hall.voter(seat, block.turn) for seat in seats]
    council = draft.body == COUNCIL
    author = AUTHORS.index(draft.author)
    fixed = [member.lean + member.author[author] + (member.council if council else 0) for member in members]
    effects = [[member.effects[one.paragraph] for one in draft.provisions] for member in members]
    support = np.array(effects, dtype=np.int32) @ text + np.array(fixed, dtype=np.int32)[:, None]
    support += _pushes(block, draft, seats, at)
    absent = np.array([0 if council else member.absent for member in members], dtype=np.int32)[:, None]
    width = np.array([member.width for member in members], dtype=np.int32)[:, None]
    present = FULL - absent
    yes = _chance(support) * present // FULL
    no = _chance(-support - width) * present // FULL
    luck = np.array([_luck(block, member.iso, at) for member in members])
    votes = np.full(luck.shape, NO, dtype=np.int8)
    votes[luck < FULL - no] = ABSENT
    votes[luck < present - no] = ABSTAIN
    votes[luck < yes] = YES
    for place, seat in enumerate(seats):
        if seat in hall.barred(draft.body, block.turn):
            votes[place] = ABSENT
    return votes


def _luck(block: Block, iso: str, at: At) -> npt.NDArray[np.int32]:
    """The one number that a state keeps for a whole play, in these lanes."""
    seeds = block.seeds if at is block.everyone else block.seeds.take(at)
    return dice.pick(seeds, dice.stirred(0, f"luck/{iso}"), np.uint64(FULL)).astype(np.int32)


def _pushes(block: Block, draft: Draft, seats: tuple[int, ...], at: At) -> Grid:
    """What lobbying of both sides and the sponsors add, in thousandths of a logit."""
    scenario = block.scenario
    pressed = np.array([block.row(bloc.push, at) for bloc in scenario.blocs], dtype=np.int32)
    if not len(pressed):
        return np.zeros((len(seats), len(at)), dtype=np.int32)
    for sponsor in draft.sponsors:
        there = block.row(sponsor.cell, at).astype(np.int32)
        for bloc, amount in sponsor.lifts:
            pressed[bloc] += amount * there
    belongs = np.array([[seat in bloc.members for bloc in scenario.blocs] for seat in seats], dtype=np.int32)
    return belongs @ pressed * vote.MILLI


def _stages(
    scenario: Scenario,
    draft: Draft,
    seats: tuple[int, ...],
    text: Grid,
    votes: npt.NDArray[np.int8],
    yes: npt.NDArray[np.int_],
    no: npt.NDArray[np.int_],
) -> npt.NDArray[np.int16]:
    """What becomes of the text in each lane."""
    hall = scenario.hall
    kinds = [hall.paragraphs[one.paragraph].kind for one in draft.provisions]
    if draft.body == COUNCIL:
        carried = yes >= COUNCIL_NEEDS
        matter = [place for place, kind in enumerate(kinds) if kind != PROCEDURE]
        substance = text[matter].any(axis=0) if matter else np.zeros(text.shape[1], dtype=np.bool_)
        permanent = [place for place, seat in enumerate(seats) if hall.members[seat].permanent]
        vetoed = substance & (votes[permanent] == NO).any(axis=0)
    else:
        heavy = [place for place, kind in enumerate(kinds) if kind in IMPORTANT]
        important = text[heavy].any(axis=0) if heavy else np.zeros(text.shape[1], dtype=np.bool_)
        voting = yes + no
        carried = yes >= np.where(important, np.maximum(-(-2 * voting // 3), 1), voting // 2 + 1)
        vetoed = np.zeros(len(yes), dtype=np.bool_)
    return np.where(carried, np.where(vetoed, VETOED, ADOPTED), FAILED).astype(np.int16)
