"""Act: what seats and actors can do: moves, answers, the rules that give them, and what the world does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from .grammar import Clause, When


class Choice(NamedTuple):
    """A seat and the id of what it chooses: a response (hold, yield, trade), a move, an option, or end-turn."""

    seat: str
    id: str


@dataclass(frozen=True, slots=True)
class Act:
    """What event data knows of an act: CAMEO code, who to whom, and whether it is private."""

    cameo: str
    source: str
    target: str
    private: bool


@dataclass(frozen=True, slots=True)
class Joint:
    """A measure that needs partners: how many of them must agree; one agrees by default when its line reaches `ask`."""

    partners: tuple[int, ...]
    needs: int
    ask: int
    agreed_cell: int
    refused_cell: int
    agreed: tuple[Clause, ...] = ()
    refused: tuple[Clause, ...] = ()


@dataclass(frozen=True, slots=True)
class Move:
    """Something a seat can do in a turn, at a price, once a turn."""

    id: str
    index: int
    seat: str
    instrument: str
    act: Act
    price: tuple[tuple[int, int], ...]
    when: When
    made: int
    count: int
    open: int
    tags: tuple[str, ...]
    triggers: tuple[str, ...]
    """What rules may answer it by: its id and its tags."""
    tag_cells: tuple[tuple[int, int], ...]
    """Cells (last turn, count) of the tags it carries."""
    clauses: tuple[Clause, ...]
    times: int = 0
    every: int = 1
    """At least this many turns from one use to the next; 1 = each turn."""
    sunk: int = 0
    audience: int = 0
    joint: Joint | None = None
    summit: int = -1
    draft: int = -1
    """Index of the draft that it brings to the drafting table, -1 for none."""
    channel: int = -1
    misread_as: tuple[str, ...] = ()
    news: int = 0


@dataclass(frozen=True, slots=True)
class Answer:
    """Something an actor says or does; it can be given as often as it has texts (`says`)."""

    id: str
    index: int
    actor: str
    family: str
    act: Act
    given: int
    count: int
    says: int
    clauses: tuple[Clause, ...]
    consent: int = 0
    """For a partner: +1 agrees, -1 refuses, 0 is no matter of consent."""
    contest: str = ""
    """'climb' or 'relent' for an answer in a contest, else empty."""
    ends_talk: bool = False
    tag_cells: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """When an actor gives an answer. `slot` is reply, initiative, table, challenge, contest or consent.

    `triggers`: for reply, challenge and consent the ids of the moves it answers; for table those of summits; for
    contest those of contests; empty for an initiative. `rank` orders the agenda: greater comes first.
    """

    id: str
    index: int
    actor: str
    family: str
    slot: str
    triggers: frozenset[str]
    when: When
    salience: int
    rank: int
    odds: int
    cooldown: int
    fired: int
    answer: int
    clauses: tuple[Clause, ...]
    opens: int = -1
    """Index of the contest that a challenge opens."""
    sources: tuple[str, ...] = ()
    confidence: str = "medium"


@dataclass(frozen=True, slots=True)
class Happening:
    """An event of the world: dated (`turn` > 0) or when its condition holds; it comes once."""

    id: str
    index: int
    seen: int
    turn: int
    when: When
    odds: int
    salience: int
    clauses: tuple[Clause, ...]
    act: Act | None = None
    sources: tuple[str, ...] = ()
    distressing: bool = False
