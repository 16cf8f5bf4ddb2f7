"""Meter: the declared numbers of a scenario, and what stands on them: purses, channels, partners."""

from __future__ import annotations

from dataclasses import dataclass

from .grammar import Clause


@dataclass(frozen=True, slots=True)
class Band:
    """A word for the part of a meter that begins at `low`; its text id is `meter.<id>.band.<n>`."""

    low: int
    text: str


@dataclass(frozen=True, slots=True)
class Fog:
    """How narrowly a seat sees a hidden meter: the width of the band it is told, by the value of another cell.

    `widths` are pairs (from this value of `by` on, width), the first from 0.
    """

    by: int
    widths: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Meter:
    """A declared number: `kind` is meter, purse, flag, channel, derived or track; `sight` desk, panel or hidden."""

    id: str
    cell: int
    kind: str
    low: int
    high: int
    start: int
    sight: str
    bands: tuple[Band, ...] = ()
    fog: Fog | None = None
    due: tuple[int, ...] = ()
    """Four cells of pending change, by turn modulo 4; empty when nothing in the scenario is delayed."""
    income: tuple[Clause, ...] = ()
    """For a purse: what it regains as a turn begins."""
    refill: bool = False
    """For a purse: set back to its start as each turn begins (hours)."""
    good: int = 0
    """+1 when a rise is what the Western seat wants, -1 when a fall is, 0 when neither: for arrows, never for rules."""


@dataclass(frozen=True, slots=True)
class Derived:
    """A meter worked out from others after each phase: `form` over `terms`, plus weighted cells and a constant.

    A term is the mean of its cells, mostly of one; nothing derived rests on something derived.

    Forms: lowest, highest, mean, spread (highest less lowest), product (of shares of 100), weakest link
    (lowest + a third of mean less lowest), share (percent of the terms at `threshold` or above), sum.
    Value = (form(terms) + sum of weight * cell + plus) // over, rounded half up, clamped to the meter's range.
    """

    cell: int
    form: str
    terms: tuple[tuple[int, ...], ...]
    weights: tuple[tuple[int, int], ...] = ()
    plus: int = 0
    over: int = 1
    threshold: int = 0
    low: int = 0
    high: int = 100


@dataclass(frozen=True, slots=True)
class Partner:
    """An ally with a line of its own (a meter 0-100) on how far it will go."""

    id: str
    line: int


@dataclass(frozen=True, slots=True)
class Channel:
    """A way to talk: its cell holds 0 closed, 1 reduced, 2 open."""

    id: str
    cell: int
    top: bool
