"""Ground: what lint knows of the cells of a scenario before anything is played: kinds, ranges, what implies what."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from game.content.lint.values import Interval, Values, join
from game.core.act import Answer, Move
from game.core.derived import value
from game.core.draft import ADOPTED, FAILED
from game.core.grammar import NEVER
from game.core.meter import Derived
from game.core.scenario import Scenario

PAST = ("made", "given", "seen", "agreed", "refused", "voted")
"""Kinds of cells that hold the turn in which a thing last came about."""
_TRACKED = ("meter", "times", "said", "promise", "outcome", "draft", "text", "sponsor", "cast", *PAST)
_CLOCKED = ("contest", "rung", "held", "summit", "draft", "misread")

Law = tuple[Values, int, Values]
"""While a cell lies in the first values, the other cell lies in the second."""


class FlagSet(NamedTuple):
    """Flags that whatever sets one of them sets all, and the combinations in which they ever stand."""

    cells: tuple[int, ...]
    stands: frozenset[tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Ground:
    """The cells of a scenario: their kinds, names, ranges; those that name a turn; those that hold only what was put.

    A cell that is not tracked may hold all of its range at any time.
    """

    scenario: Scenario
    kinds: tuple[str, ...]
    names: tuple[str, ...]
    past: frozenset[int]
    tracked: frozenset[int]
    ranges: tuple[Values, ...]
    derived: dict[int, Derived]
    weights: tuple[dict[int, int], ...]
    laws: dict[int, tuple[Law, ...]]
    sets: dict[int, FlagSet] = field(default_factory=dict)
    """By flag: those that are always set together with it."""


def ground(scenario: Scenario) -> Ground:
    """The ground of this scenario."""
    keys = [cell.key.partition(":") for cell in scenario.cells]
    kinds, clock = tuple(kind for kind, _, _ in keys), scenario.clock
    past = {cell for cell, kind in enumerate(kinds) if kind in PAST} | {clock.held, clock.joint, clock.misread}
    tracked = {cell for cell, kind in enumerate(kinds) if kind in _TRACKED}
    laws: dict[int, list[Law]] = {}
    for cell, given, other, then in _laws(scenario):
        laws.setdefault(cell, []).append((given, other, then))
    return Ground(
        scenario,
        kinds,
        tuple(name for _, _, name in keys),
        frozenset(past),
        frozenset(tracked | {getattr(clock, name) for name in _CLOCKED}),
        tuple(_range(scenario, cell, cell in past) for cell in range(len(keys))),
        {one.cell: one for one in scenario.derived},
        tuple(dict(one.weights) for one in scenario.derived),
        {cell: tuple(found) for cell, found in laws.items()},
    )


def _range(scenario: Scenario, cell: int, past: bool) -> Values:
    if cell == scenario.clock.turn:
        return ((1, scenario.turns),)
    if past:
        return join(((NEVER, NEVER),), ((1, scenario.turns),))
    return ((scenario.cells[cell].low, scenario.cells[cell].high),)


def _laws(scenario: Scenario) -> Iterator[tuple[int, Values, int, Values]]:
    """What goes together whenever a condition is asked: a cell, its values, another cell, its values."""
    came, never, some, none = ((1, scenario.turns),), ((NEVER, NEVER),), ((1, 9_999),), ((0, 0),)
    doers: tuple[Move | Answer, ...] = (*scenario.moves, *scenario.answers)
    counted = [(one.made, one.count) for one in scenario.moves] + [(one.given, one.count) for one in scenario.answers]
    counted += [pair for one in doers for pair in one.tag_cells]
    for last, count in dict.fromkeys(counted):
        yield from ((last, came, count, some), (last, never, count, none))
        yield from ((count, some, last, came), (count, none, last, never))
    carried = [(move.made, tag) for move in scenario.moves for tag, _ in move.tag_cells]
    carried += [(answer.given, tag) for answer in scenario.answers for tag, _ in answer.tag_cells]
    for move in scenario.moves:
        if move.joint is not None:
            carried += [(move.joint.agreed_cell, move.made), (move.joint.refused_cell, move.made)]
    for one, other in carried:
        yield from ((one, came, other, came), (other, never, one, never))
    for contest in scenario.contests:
        yield scenario.clock.contest, ((contest.index + 1, contest.index + 1),), contest.outcome, none
    for draft in scenario.drafts:
        done = ((ADOPTED, FAILED),)
        yield from ((draft.stage, done, draft.voted, came), (draft.voted, came, draft.stage, done))
        for _, vote in draft.watched:
            yield from ((vote, some, draft.voted, came), (draft.voted, never, vote, none))


def span(ground: Ground, place: int, of: Callable[[int], Interval]) -> Interval:
    """Between what a derived meter lies while each cell it rests on lies between the two numbers that `of` gives.

    `place` is its place among the derived meters.
    """
    derived, weights = ground.scenario.derived[place], ground.weights[place]
    cells = {cell: of(cell) for term in derived.terms for cell in term}
    if _doubtful(derived, cells):
        return derived.low, derived.high
    ends = {cell: of(cell) for cell in weights} | cells
    low = {cell: ends[cell][weights.get(cell, 0) < 0] for cell in ends}
    high = {cell: ends[cell][weights.get(cell, 0) >= 0] for cell in ends}
    work_out = ground.scenario.find.formulas[place][1]
    if derived.form != "spread":
        return work_out(low), work_out(high)  # type: ignore[arg-type]
    firsts = [cells[term[0]] for term in derived.terms]
    near = max(one[0] for one in firsts) - min(one[1] for one in firsts)
    apart = max(one[1] for one in firsts) - min(one[0] for one in firsts)
    plain = replace(derived, form="sum", terms=())
    return (
        value(replace(plain, plus=derived.plus + max(0, near)), low),  # type: ignore[arg-type]
        value(replace(plain, plus=derived.plus + apart), high),  # type: ignore[arg-type]
    )


def _doubtful(derived: Derived, cells: dict[int, Interval]) -> bool:
    """Whether the ends of what it rests on do not tell its own: it then may hold all of its range."""
    if derived.form == "product":
        return any(low < 0 for low, _ in cells.values())
    if derived.form == "spread" and any(len(term) > 1 for term in derived.terms):
        return True
    return any(weight < 0 and cell in cells for cell, weight in derived.weights)
