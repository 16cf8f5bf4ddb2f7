"""Script: a line of choices followed in many lanes at once, as `game.core.policy.scripted` follows it in one."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from game.core.policy import turns_of
from game.core.scenario import DRAFTING, REPLY

from .block import At, Block
from .choosing import Chooser, Legal, Rows


def scripted(line: Sequence[str]) -> Chooser:
    """A chooser that keeps to a line: the first of the turn's choices that may be made, and then the turn's end."""
    turns = turns_of(line)

    def choose(block: Block, at: At, ids: Sequence[str], legal: Legal, slot: int) -> Rows:
        places = {id: row for row, id in reversed(list(enumerate(ids)))}
        said = turns[block.turn - 1] if block.turn <= len(turns) else ()
        wanted = [places[id] for id in said if id in places]
        found, open_still = _fallback(ids, legal, slot), np.ones(len(at), dtype=np.bool_)
        edits = block.row(block.scenario.clock.edits, at)
        for number, row in enumerate(wanted):
            there = open_still & legal[row]
            if slot == DRAFTING:
                there &= edits == number
            found[there] = row
            open_still &= ~there
        return found

    return choose


def _fallback(ids: Sequence[str], legal: Legal, slot: int) -> Rows:
    """What is done where the line has nothing to say: a contest is held, else the last choice is taken."""
    found: Rows = len(ids) - 1 - np.argmax(legal[::-1], axis=0)
    if slot == REPLY:
        first = np.argmax(legal, axis=0)
        holds = np.array([id == "hold" for id in ids])[first]
        found = np.where(holds, first, found)
    return found
