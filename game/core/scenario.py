"""Scenario: everything about one crisis under one doctrine that never changes while it is played.

A State is a row of whole numbers, the cells; a Scenario says what each cell means and holds the records
that read and change them. Records name cells by their index, texts by an id in `Scenario.texts`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .act import Answer, Happening, Move, Rule
from .draft import Bloc, Draft, Hall
from .forum import Contest, Promise, Summit
from .grammar import Clause
from .lookup import Lookup, lookup
from .meter import Channel, Derived, Meter, Partner
from .page import Advice, Aim, CameoCode, Carry, Ending, Lesson, Past, Policy, Source


@dataclass(frozen=True, slots=True)
class Cell:
    """What one number of the State means: `key` is unique, e.g. 'meter:unity', 'made:call-the-kremlin'."""

    key: str
    low: int
    high: int
    start: int


@dataclass(frozen=True, slots=True)
class Clock:
    """Indices of the cells that say where in a turn the game stands."""

    turn: int
    slot: int
    moves: int
    contest: int
    rung: int
    held: int
    summit: int
    stage: int
    approach: int
    last_approach: int
    joint: int
    misread: int
    draft: int
    edits: int
    over: int


REPLY, MENU, TABLE, DRAFTING, OVER = 0, 1, 2, 3, 4
"""Values of the slot cell: a contest waits for a reply; the menu of moves; a summit; a draft is being worded; the
game has ended."""


@dataclass(frozen=True, slots=True, eq=False)
class Scenario:
    """One crisis, compiled under one doctrine. All records stand in a fixed order, by id unless stated."""

    id: str
    doctrine: str
    doctrines: tuple[str, ...]
    seat: str
    dates: tuple[str, ...]
    cells: tuple[Cell, ...]
    clock: Clock
    meters: tuple[Meter, ...]
    derived: tuple[Derived, ...]
    moves: tuple[Move, ...]
    answers: tuple[Answer, ...]
    rules: tuple[Rule, ...]
    happenings: tuple[Happening, ...]
    summits: tuple[Summit, ...]
    contests: tuple[Contest, ...]
    promises: tuple[Promise, ...]
    partners: tuple[Partner, ...]
    channels: tuple[Channel, ...]
    drift: tuple[Clause, ...]
    endings: tuple[Ending, ...]
    aims: tuple[Aim, ...]
    advice: tuple[Advice, ...]
    policies: tuple[Policy, ...]
    past: tuple[Past, ...]
    sources: Mapping[str, Source]
    cameo: Mapping[str, CameoCode]
    approaches: tuple[str, ...]
    """Approach ids; index 0 is the empty one."""
    actors: tuple[str, ...]
    main_actor: str
    misreading: tuple[int, ...]
    """Odds in percent that a private message is misread, by the number of channels not closed."""
    texts: Mapping[str, str]
    moves_per_turn: int = 4
    events_per_turn: int = 2
    facts_as_of: str = ""
    lessons: tuple[Lesson, ...] = ()
    """As written: the order in which they are shown."""
    carries: tuple[Carry, ...] = ()
    blocs: tuple[Bloc, ...] = ()
    drafts: tuple[Draft, ...] = ()
    hall: Hall = field(default_factory=Hall, repr=False)
    find: Lookup = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "find", lookup(self))

    def about(self, field: str) -> str:
        """A text about the scenario as a whole, such as its title or briefing_short; empty if it has none."""
        return self.texts.get(f"scenario.{self.id}.{field}", "")

    @property
    def opponent(self) -> str:
        """What the main actor is called, in the texts worn now: real names or masked ones."""
        return self.texts.get(f"actor.{self.main_actor}.title", self.main_actor)

    @property
    def turns(self) -> int:
        """How many turns are played: the last date is the day on which the outcome is judged."""
        return len(self.dates) - 1

    def text(self, key: str) -> str:
        """The text of this id; the id itself in angle brackets when there is none, so that a gap is seen."""
        return self.texts.get(key, f"<{key}>")
