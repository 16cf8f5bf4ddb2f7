"""Seen: what came of playing a scenario many times, as the lints of played games read it, and when it says enough.

A finding that depends on how often something comes is told only if luck cannot have brought it about.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

Table = tuple[tuple[int, ...], ...]
"""A row for each policy, in it a count for each doctrine."""

AIMS = "aims"
"""The policy that leans to the aims."""
_WIDTH = 1_959_964
"""Millionths of a standard deviation on either side that hold 95 in a hundred."""
_MILLION = 1_000_000


class Pair(Protocol):
    """Two doctrines under the same dice."""

    @property
    def same(self) -> tuple[int, ...]:
        """By policy: games in which the same answers were given."""

    @property
    def only(self) -> Mapping[str, tuple[tuple[int, int], ...]]:
        """By ending and policy: games that reached it against the first alone, and against the second alone."""


class Seen(Protocol):
    """What was counted, as `game.batch.playtest` counts it."""

    @property
    def policies(self) -> tuple[str, ...]: ...
    @property
    def doctrines(self) -> tuple[str, ...]: ...
    @property
    def games(self) -> int:
        """Of each policy against each doctrine; game i has the same dice against all."""

    @property
    def endings(self) -> Mapping[str, Table]: ...
    @property
    def aims(self) -> Mapping[str, Table]: ...
    @property
    def all_aims(self) -> Table: ...
    @property
    def legal(self) -> Mapping[str, Table]:
        """By move: turns in which it could be made."""

    @property
    def chosen(self) -> Mapping[str, Table]: ...
    @property
    def short(self) -> Mapping[str, Table]:
        """By move: turns that began with only its price against it."""

    @property
    def rules(self) -> Mapping[str, Table]: ...
    @property
    def answers(self) -> Mapping[str, Table]: ...
    @property
    def events(self) -> Mapping[str, Table]: ...
    @property
    def meters(self) -> Mapping[str, Mapping[int, int]]:
        """By value: how often a meter stood there as a turn began or a game ended."""

    @property
    def dead(self) -> tuple[tuple[int, int], ...]:
        """By turn: how many were looked at; how many of them were dead."""

    @property
    def pairs(self) -> Mapping[tuple[int, int], Pair]: ...


def total(table: Table) -> int:
    """Over all policies and doctrines."""
    return sum(map(sum, table))


def lean(count: int, of: int, limit: int, alike: int = 1) -> int:
    """On which side of a limit in percent a share surely lies: 1 above it, -1 below it, 0 where luck may decide.

    It is sure if the whole 95% interval (Wilson's) lies there. Of the cases so many at a time are counted as one,
    since they had the same dice.
    """
    apart = 100 * count - limit * of
    sure = apart * apart * _MILLION * _MILLION > _WIDTH * _WIDTH * alike * of * limit * (100 - limit)
    return (1 if apart > 0 else -1) if sure else 0


def within(first: int, second: int, of: int, limit: int) -> bool:
    """Whether two shares surely lie less than a limit in percent apart.

    Of so many pairs of games with the same dice, `first` show a thing in the one alone, `second` in the other alone.
    """
    room = limit * of - 100 * abs(first - second)
    return room > 0 and room * room * _MILLION * _MILLION > _WIDTH * _WIDTH * 10_000 * (first + second)
