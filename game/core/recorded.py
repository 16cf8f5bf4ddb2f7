"""Recorded: the votes of a play beside those that were really held, state by state."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from .draft import Real
from .rollcall import RollCall, roll_calls
from .scenario import Scenario
from .step import Step
from .words import title


class Apart(NamedTuple):
    """A state that voted otherwise in the play than it really did."""

    iso: str
    name: str
    here: str
    there: str


class Recorded(NamedTuple):
    """A draft's vote in the play (None if none was held) beside the real one.

    `tally` counts the real votes: yes, no, abstain, absent; None where the roll call is kept back, and then `same` and
    `apart` are empty too.
    """

    draft: str
    title: str
    roll: RollCall | None
    real: Real
    tally: tuple[int, int, int, int] | None
    same: int
    apart: tuple[Apart, ...]


def recorded(scenario: Scenario, steps: Sequence[Step]) -> tuple[Recorded, ...]:
    """Every draft that stands for a real one, in the order of the real votes."""
    held = {roll.draft: roll for roll in roll_calls(scenario, steps)}
    found = []
    for draft in scenario.drafts:
        if draft.real is not None:
            found.append(_beside(scenario, draft.id, held.get(draft.id), draft.real))
    return tuple(sorted(found, key=lambda one: (one.real.date, one.draft)))


def _beside(scenario: Scenario, id: str, roll: RollCall | None, real: Real) -> Recorded:
    there = dict(real.votes)
    counts = list(there.values())
    yes, no, abstain, absent = (counts.count(vote) for vote in ("yes", "no", "abstain", "absent"))
    here = {cast.iso: cast for cast in roll.casts} if roll is not None else {}
    apart = tuple(
        Apart(iso, cast.name, cast.vote, there[iso])
        for iso, cast in here.items()
        if iso in there and there[iso] != cast.vote
    )
    same = sum(there.get(iso) == cast.vote for iso, cast in here.items())
    tally = (yes, no, abstain, absent) if there else None
    return Recorded(id, title(scenario, "draft", id), roll, real, tally, same, apart)


def say_recorded(one: Recorded) -> str:
    """How the two votes compare, in a few sentences; what is kept back stays so."""
    real = f"Really ({one.real.symbol}, {one.real.date}): {one.real.outcome}"
    if one.tally is None:
        real += "; how each state voted is kept back here, so that the model can be judged by it."
    else:
        yes, no, abstain, absent = one.tally
        real += f", {yes} yes, {no} no, {abstain} abstaining, {absent} not voting."
    if one.roll is None:
        return f"Here it never came to a vote. {real}"
    yes, no, abstain, absent = one.roll.tally
    here = f"Here: {one.roll.outcome}, {yes} yes, {no} no, {abstain} abstaining, {absent} not voting. "
    return here + real + (f" {one.same} states voted alike in both." if one.tally else "")
