"""Event: what came to pass, and why. Only `Changed` stands for a difference in the State."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from .state import State


class Cause(NamedTuple):
    """Why: a kind and the id of a thing in the scenario.

    Kinds: choice, rule, answer, happening, drift, promise, contest, partner, income, delay, bound, derived,
    schedule, hearing, vote, ending.
    """

    kind: str
    id: str


@lru_cache(maxsize=8192)
def because(kind: str, id: str) -> Cause:
    """The Cause of this kind and id: one object for all its events, for the same causes come again and again."""
    return Cause(kind, id)


class Changed(NamedTuple):
    """A cell was changed by this much."""

    cell: int
    by: int
    cause: Cause


changed: Callable[[tuple[int, int, Cause]], Changed] = partial(tuple.__new__, Changed)
"""A Changed from the tuple of its fields, in half the time: a whole game makes two thousand of them."""


class Rolled(NamedTuple):
    """Dice that decided something: the odds in percent and the number 0..99 that fell (below the odds: yes)."""

    name: str
    odds: int
    fell: int
    cause: Cause


class Told(NamedTuple):
    """A line of text became known: its text id."""

    text: str
    cause: Cause


class Voted(NamedTuple):
    """A draft came to the vote: the paragraphs in its text, and of each state in the hall its vote and why it moved.

    `pushes` are in thousandths of a logit, `votes` are 0 yes, 1 abstain, 2 absent, 3 no; both in the order of seats.
    """

    draft: str
    text: tuple[int, ...]
    pushes: tuple[int, ...]
    votes: tuple[int, ...]
    cause: Cause


Event = Changed | Rolled | Told | Voted


def evolve(state: State, event: Event) -> State:
    """The State after one event: what folding a log means. `Work` keeps to it, and a law of the tests asserts so."""
    if isinstance(event, Changed):
        cells = list(state.cells)
        cells[event.cell] += event.by
        return state._replace(cells=tuple(cells))
    return state
