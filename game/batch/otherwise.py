"""Otherwise: a play that is over, played again under a thousand other lucks: as it was, or with one choice changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from game.core.choice import END_TURN
from game.core.scenario import Scenario
from game.core.state import State

from .block import Block
from .course import future, played
from .drawn import seeds_of
from .forecast import PLAYOUTS, shown
from .kept import Kept
from .opener import Opener
from .playouts import opened
from .spread import Future, Spread


def changed(
    scenario: Scenario, state: State, line: Sequence[str], instead: str, playouts: int = PLAYOUTS, number: int = 0
) -> Spread:
    """What comes of the first choice of a line, and what of another made in its place, under the same lucks.

    `state` is where the choice was made, with all that is hidden: the play is over. What follows in the line is kept
    as far as it is open; where a turn was ended, the other choice comes before its end.
    """
    turn = state.cells[scenario.clock.turn]
    cells = np.repeat(np.array(state.cells, dtype=np.int16)[:, None], 2 * playouts, axis=1)
    block = Block(scenario, np.tile(seeds_of(number, playouts), 2), cells, turn)
    kept = Kept(line, np.repeat([1, 0 if line[0] == END_TURN else 1], playouts))
    opener = Opener((line[0], instead), np.repeat([0, 1], playouts), kept, kept.keep)
    endings, values = played(block, shown(scenario), opener, opener.keep)
    found = [
        future(scenario, shown(scenario), choice, endings[lanes], values[..., lanes], endings[:playouts])
        for choice, lanes in ((line[0], slice(0, playouts)), (instead, slice(playouts, None)))
    ]
    return Spread(turn, playouts, "", tuple(found))


def against(
    scenarios: Mapping[str, Scenario], line: Sequence[str], playouts: int = PLAYOUTS, number: int = 0
) -> Spread:
    """What the choices of a line come to under each doctrine: a Future for each, by its id in place of a choice."""
    found: list[Future] = []
    first = None
    for doctrine, scenario in scenarios.items():
        kept = Kept(line, np.zeros(playouts, dtype=np.intp))
        endings, values = played(opened(scenario, seeds_of(number, playouts)), shown(scenario), kept, kept.keep)
        first = endings if first is None else first
        found.append(future(scenario, shown(scenario), doctrine, endings, values, first))
    return Spread(1, playouts, "", tuple(found))
