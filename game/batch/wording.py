"""Wording: drafting tables in many lanes at once."""

from __future__ import annotations

import numpy as np

from game.core.draft import TABLED, WITHDRAWN, Draft
from game.core.drafting import CLAUSE, SHELVE, SPONSOR, TABLE_IT, WORDING
from game.core.scenario import DRAFTING, MENU

from .block import At, Block
from .choosing import Chooser, Legal, groups, pays
from .look import Look


def word(block: Block, choose: Chooser, at: At) -> None:
    """Let the lanes at a drafting table each change one thing, or finish."""
    clock = block.scenario.clock
    live = block.row(clock.draft, at)
    for draft in block.scenario.drafts:
        there = at[live == draft.index + 1]
        if len(there):
            kinds, ids, legal = _edits(block, draft, there)
            rows = choose(block, there, ids, legal, DRAFTING)
            for row, lanes in groups(rows, there):
                _edit(block, draft, kinds[row], row, lanes)


def _edits(block: Block, draft: Draft, at: At) -> tuple[list[str], list[str], Legal]:
    """What kind each change at the drafting table is, its id, and where it may be made."""
    look = Look(block, at)
    text = np.array([look.row(provision.cell) for provision in draft.provisions], dtype=np.bool_)
    room = look.row(block.scenario.clock.edits) < draft.edits
    kinds, ids, legal = [], [], []
    for wording in draft.wordings:
        wanted = np.array([place in wording.provisions for place in range(len(draft.provisions))])
        kinds.append(WORDING)
        ids.append(wording.id)
        legal.append(room & (text != wanted[:, None]).any(axis=0))
    for provision in draft.provisions:
        kinds.append(CLAUSE)
        ids.append(provision.id)
        legal.append(room)
    for sponsor in draft.sponsors:
        kinds.append(SPONSOR)
        ids.append(sponsor.id)
        free = (look.row(sponsor.cell) == 0) & look.holds(sponsor.when)
        legal.append(room & free & pays(look, sponsor.price))
    kinds += [TABLE_IT, SHELVE]
    ids += [f"{draft.id}.table", f"{draft.id}.shelve"]
    legal += [text.any(axis=0), np.ones(len(at), dtype=np.bool_)]
    return kinds, ids, np.array(legal)


def _edit(block: Block, draft: Draft, kind: str, row: int, at: At) -> None:
    clock = block.scenario.clock
    if kind == WORDING:
        for place, provision in enumerate(draft.provisions):
            block.put(provision.cell, int(place in draft.wordings[row].provisions), at)
    elif kind == CLAUSE:
        cell = draft.provisions[row - len(draft.wordings)].cell
        block.put(cell, 1 - block.row(cell, at), at)
    elif kind == SPONSOR:
        sponsor = draft.sponsors[row - len(draft.wordings) - len(draft.provisions)]
        for purse, amount in sponsor.price:
            block.change(purse, -amount, at)
        block.put(sponsor.cell, 1, at)
    if kind in (TABLE_IT, SHELVE):
        _finish(block, draft, kind, at)
    else:
        block.put(clock.edits, block.row(clock.edits, at) + np.int16(1), at)
    block.close()


def _finish(block: Block, draft: Draft, kind: str, at: At) -> None:
    clock = block.scenario.clock
    tabled = block.row(draft.stage, at) == TABLED
    if kind == TABLE_IT:
        block.put(draft.stage, TABLED, at[~tabled])
        block.put(draft.wait, draft.hold + 1, at[~tabled])
    else:
        block.put(draft.stage, WITHDRAWN, at[tabled])
    block.put(clock.draft, 0, at)
    block.put(clock.slot, MENU, at)
