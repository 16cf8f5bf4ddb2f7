"""Deed: something that can come about in a scenario, under which condition, and what it changes; all of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.content.lint.ground import Ground
from game.core.grammar import Clause, Effect, Group, Leaf, When

NO_LATE: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Deed:
    """What can come about. One that can in several ways stands here once for each, under one key.

    `own` is the author's condition, `given` what holds with it at that moment of a turn. It needs one of the deeds
    `after`, if any are named. It comes at most `most` times in a game, puts cells to values, marks cells with the
    turn (and counts up those beside them), has effects, pays a price, and lets the deeds `opens` come about.
    """

    key: str
    own: When = ()
    given: When = ()
    late: frozenset[int] = NO_LATE
    after: tuple[str, ...] = ()
    most: int = 1
    odds: int = 100
    effects: tuple[Effect, ...] = ()
    price: tuple[tuple[int, int], ...] = ()
    puts: tuple[tuple[int, int], ...] = ()
    marks: tuple[tuple[int, int], ...] = ()
    opens: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment of a turn: what holds with each condition asked then, and what cannot have come about this turn yet."""

    given: When = ()
    late: frozenset[int] = NO_LATE

    def more(self, *groups: Group) -> Moment:
        """The same moment, of which more is known."""
        return Moment((*self.given, *groups), self.late)


ANY_TIME = Moment()
UNCOUNTED = -1
"""Beside a cell that is marked with the turn, where nothing counts how often."""


def is_at(cell: int, value: int) -> Group:
    """That a cell holds just this."""
    return (Leaf(cell, value, value),)


def this_turn(*cells: int) -> Group:
    """That one of these came about this turn."""
    return tuple(Leaf(cell, 0, 0, True) for cell in cells)


def turn_begins(ground: Ground) -> Moment:
    """The moment at which the world happens and purses fill: nothing has come about this turn."""
    return Moment((), ground.past)


def menu_judged(ground: Ground) -> Moment:
    """The moment at which it is judged which moves are open: of this turn only the events have come."""
    return Moment((), frozenset(cell for cell in ground.past if ground.kinds[cell] != "seen"))


def of_clauses(
    clauses: tuple[Clause, ...], after: str, most: int, moment: Moment = ANY_TIME, own: When = ()
) -> Iterator[Deed]:
    """The clauses of something, which come with it; `own` is its condition where that is asked at the same moment."""
    for clause in clauses:
        yield Deed(
            f"clause:{clause.id}",
            (*own, *clause.when),
            moment.given,
            moment.late,
            (after,),
            most,
            clause.odds,
            clause.effects,
        )
