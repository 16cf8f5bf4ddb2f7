"""Weighing: drawing by a policy's weights in many lanes, as `game.core.policy.follow` draws in one.

Preferences that rest on the same condition are judged together, and what nobody prefers is left out.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from game.core.grammar import When
from game.core.page import Policy
from game.core.policy import names_of
from game.core.scenario import MENU, Scenario

from . import dice
from .block import At, Block
from .choosing import Chooser, Legal, Rows, add_up, count_up_to, stirs
from .look import Look

Table = npt.NDArray[np.int32]


class _Weights:
    """What the choices of one menu or table weigh, by condition."""

    def __init__(self, scenario: Scenario, policy: Policy, ids: Sequence[str]) -> None:
        names = [names_of(scenario, id) for id in ids]
        found: dict[When, dict[int, int]] = {}
        for preference in policy.preferences:
            for row, known in enumerate(names):
                if any(name in known for name in preference.choices):
                    weights = found.setdefault(preference.when, {})
                    weights[row] = weights.get(row, 0) + preference.weight
        self.rows: Rows = np.array(
            sorted({row for weights in found.values() for row, weight in weights.items() if weight > 0}), dtype=np.intp
        )
        """Of the choices: those that may weigh more than nothing."""
        places = {row: place for place, row in enumerate(self.rows.tolist())}
        self._parts = [
            (when, [(places[row], weight) for row, weight in weights.items() if weight and row in places])
            for when, weights in found.items()
        ]

    def of(self, block: Block, at: At, legal: Legal) -> Table:
        """The weights of the rows in these lanes, never below nought, and nought where they are not legal."""
        may = legal.take(self.rows, axis=0)
        somewhere = set(np.flatnonzero(may.any(axis=1)).tolist())
        found: Table = np.zeros(may.shape, dtype=np.int32)
        look = Look(block, at)
        for when, weights in self._parts:
            wanted = [(place, weight) for place, weight in weights if place in somewhere]
            if wanted:
                held = look.holds(when).astype(np.int32) if when else np.int32(1)
                for place, weight in wanted:
                    found[place] += held * np.int32(weight)
        np.maximum(found, 0, out=found)
        found *= may
        return found


def follow(scenario: Scenario, policy: Policy) -> Chooser:
    """A chooser that draws by the policy's weights."""
    known: dict[tuple[str, ...], _Weights] = {}

    def choose(block: Block, at: At, ids: Sequence[str], legal: Legal, slot: int) -> Rows:
        key = tuple(ids)
        if key not in known:
            known[key] = _Weights(scenario, policy, key)
        rows = known[key].rows
        idle = np.full(len(at), len(ids) - 1, dtype=np.intp) if slot == MENU else np.argmax(legal, axis=0)
        if not len(rows):
            return idle
        upto = known[key].of(block, at, legal)
        add_up(upto)
        total = upto[-1]
        size = np.maximum(total, 1).astype(np.uint64)
        number = dice.pick(block.seeds.take(at), stirs(block, at, slot, policy.id), size)
        drawn = count_up_to(upto, number.astype(np.int32))
        return np.where(total > 0, rows.take(drawn, mode="clip"), idle)

    return choose
