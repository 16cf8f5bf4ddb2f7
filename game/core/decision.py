"""Decision: a moment at which an actor answered or kept silent, kept with the state it was taken in.

Only what fired is kept; agenda, checks and nearest misses are made again from it when somebody asks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import NamedTuple


class Decision(NamedTuple):
    """Who was asked, for which slot and trigger, in which state, and what came of it.

    `rule` and `answer` are indices, -1 for none; `subject` is the id of what was answered as it was meant
    (a move, an option, a contest, or 'initiative'), `triggers` are the ids as the actor heard them.
    `taken` are the answers already given in the same phase. `consent` is +1, -1, or 0 where none was asked.
    """

    actor: str
    slot: str
    subject: str
    triggers: tuple[str, ...]
    turn: int
    seed: int
    before: tuple[int, ...]
    taken: tuple[int, ...]
    rule: int
    answer: int
    text: str
    consent: int
    imposed: bool


decided: Callable[[Iterable[object]], Decision] = partial(tuple.__new__, Decision)
"""A Decision from the tuple of its fields, in half the time: most of a turn's decisions are silence."""
