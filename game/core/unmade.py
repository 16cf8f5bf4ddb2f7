"""Unmade: moves that were made, and without which a condition would have been met."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from .condition import seen_holds
from .decision import Decision
from .grammar import Leaf
from .scenario import Scenario
from .state import State


def unmade(scenario: Scenario, decision: Decision, leaf: Leaf, recent: Sequence[State]) -> tuple[str, ...]:
    """Ids of moves of the last three turns, each of whose doing alone kept the leaf from holding.

    What a move did at once is told by the States in which moves could be chosen, `recent`, before and after it. The
    move that was answered is left out: without it there would have been no answer.
    """
    clock, found = scenario.clock.turn, list[str]()
    for here, there in pairwise(recent):
        turn = here.cells[clock]
        if there.cells[clock] != turn or not decision.turn - 2 <= turn <= decision.turn:
            continue
        made = [move for move in scenario.moves if there.cells[move.count] > here.cells[move.count]]
        if len(made) == 1 and made[0].id != decision.subject and _kept_off(decision, leaf, here, there):
            found.append(made[0].id)
    return tuple(dict.fromkeys(found))


def _kept_off(decision: Decision, leaf: Leaf, here: State, there: State) -> bool:
    """Whether the leaf would hold without what changed in its cell between two States."""
    was, then, now = here.cells[leaf.cell], there.cells[leaf.cell], decision.before[leaf.cell]
    if was == then or (leaf.age and then != now):
        return False
    return seen_holds(leaf, decision.turn - was if leaf.age else now - (then - was))
