"""Forum: where the sides meet: summits in stages, contests in rungs, promises on the ledger."""

from __future__ import annotations

from dataclasses import dataclass

from .grammar import Clause, When


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to do at a stage of a summit: `approach` is an index into Scenario.approaches, or 0 for none."""

    id: str
    approach: int
    when: When
    price: tuple[tuple[int, int], ...]
    clauses: tuple[Clause, ...]
    leaves: bool = False


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of a summit: `kind` is prepare, exchange or press; only an exchange is answered by the host."""

    id: str
    kind: str
    options: tuple[Option, ...]
    scenes: tuple[tuple[When, str], ...] = ()
    """Text ids with their conditions; the first that holds is shown."""


@dataclass(frozen=True, slots=True)
class Summit:
    """A meeting in stages. The cells of its tracks are ordinary meters, set to their start when it opens."""

    id: str
    index: int
    host: str
    stages: tuple[Stage, ...]
    tracks: tuple[int, ...]
    beside: tuple[int, ...] = ()
    """Cells of meters that are shown beside the tracks and keep what they hold."""


@dataclass(frozen=True, slots=True)
class Response:
    """What one may do in a contest: `does` is hold, yield or trade."""

    id: str
    does: str
    when: When
    clauses: tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class Rung:
    """One step of a contest, private or public, with the responses open to the player."""

    id: str
    private: bool
    responses: tuple[Response, ...]


@dataclass(frozen=True, slots=True)
class Contest:
    """A quarrel over one act, in rungs. `challenger` is the actor who objects, or the player's seat."""

    id: str
    index: int
    challenger: str
    over: str
    rungs: tuple[Rung, ...]
    outcome: int
    """Cell: 0 none yet, 1 the other side relented, 2 yielded, 3 traded, 4 fell (the last rung was climbed)."""
    relented: tuple[Clause, ...]
    fallen: tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class Promise:
    """A threat or assurance on the ledger. Status: 0 none, 1 open, 2 due, 3 kept, 4 broken, 5 lapsed or withdrawn."""

    id: str
    index: int
    kind: str
    status: int
    deadline: int
    trigger: When
    within: int
    kept_when: When
    kept: tuple[Clause, ...]
    broken: tuple[Clause, ...]
    sunk: int = 0
    audience: int = 0
