"""Spread: what a forecast found, in whole numbers: how often each ending came, and between what the numbers lay.

No NumPy here: a spread is read and drawn where none is at hand.
"""

from __future__ import annotations

from typing import NamedTuple

SHARES = (10, 25, 50, 75, 90)
"""The quantiles of a Fan, in percent of the playouts."""

Fan = tuple[int, int, int, int, int]
"""A number's values at the SHARES: the least that at least so many percent of the playouts do not exceed."""


class Future(NamedTuple):
    """What may come of a choice: each ending with the playouts that came to it, and where the desk's meters stood.

    A meter has a Fan for every column: the beginning of the turn after this one and of each further turn, and last
    the end. A game that has ended stays where it ended.
    """

    choice: str
    endings: tuple[tuple[str, int], ...]
    meters: tuple[tuple[str, tuple[Fan, ...]], ...]
    turned: int
    """Playouts that end otherwise than they do, under the same luck, with the first of the spread's choices."""

    def share(self, ending: str, playouts: int) -> int:
        """How often it ended so, in thousandths of the playouts."""
        return _thousandths(dict(self.endings).get(ending, 0), playouts)

    def share_turned(self, playouts: int) -> int:
        """How often another ending came than with the first choice, in thousandths of the playouts."""
        return _thousandths(self.turned, playouts)


class Spread(NamedTuple):
    """Futures of several choices from one moment, all under the same luck, `playouts` of each.

    `policy` is the id of the policy by which it went on after the choice; empty where that was at random.
    """

    turn: int
    playouts: int
    policy: str
    futures: tuple[Future, ...]

    def of(self, choice: str) -> Future | None:
        """The future of a choice; None where it was not looked at."""
        return next((future for future in self.futures if future.choice == choice), None)


def _thousandths(count: int, of: int) -> int:
    return (1000 * count + of // 2) // max(1, of)
