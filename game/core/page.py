"""Page: what is written about a crisis: endings, aims, advice, lessons, scripted policies, the real course, sources."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from .grammar import When


@dataclass(frozen=True, slots=True)
class Ending:
    """How the game can end: at the last date, or at any turn's end when `early`."""

    id: str
    index: int
    when: When
    salience: int
    early: bool
    scenes: tuple[tuple[When, str], ...] = ()
    """Text ids with their conditions; the first that holds is the page of history."""


@dataclass(frozen=True, slots=True)
class Aim:
    """Something the seat wants, with the test the debrief puts to it."""

    id: str
    when: When


@dataclass(frozen=True, slots=True)
class Advice:
    """What an adviser says of a move, and the answers (or families) he foretells, by which his record is kept."""

    id: str
    adviser: str
    move: str
    when: When
    expects: tuple[str, ...]
    against: bool


@dataclass(frozen=True, slots=True)
class Lesson:
    """What a newcomer is pointed at while `when` holds: it goes with one of the deeds `done`, or once `until` holds.

    An empty `until` never holds. `at` is a place of the desk, or `move.` or `meter.` with an id.
    """

    id: str
    when: When
    until: When
    done: frozenset[str]
    at: str


@dataclass(frozen=True, slots=True)
class Carry:
    """What a play takes over from one of the crisis `origin` played before it: the start of the meter `into` becomes
    what `meter` stood at there in the end."""

    id: str
    origin: str
    meter: str
    into: str


@dataclass(frozen=True, slots=True)
class Preference:
    """A weight a policy adds for choices (ids of moves, options, responses, approaches or tags) when it holds."""

    choices: tuple[str, ...]
    when: When
    weight: int


@dataclass(frozen=True, slots=True)
class Policy:
    """A scripted way to play: whole-number weights per choice, drawn by the engine."""

    id: str
    preferences: tuple[Preference, ...]


@dataclass(frozen=True, slots=True)
class Past:
    """One turn of the real course: the moves that were made, and the answers that were given (trigger, answer)."""

    turn: int
    choices: tuple[str, ...]
    answers: tuple[tuple[str, str], ...]
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """Where a claim or number comes from."""

    id: str
    author: str
    kind: str
    date: str


class CameoCode(NamedTuple):
    """A line of the event-data table: Goldstein value in tenths (-100..100) or None, and GDELT's quad class 1-4."""

    goldstein: int | None
    quad: int
    label: str
