"""Choice: what may be chosen now, in a fixed order, and why a move may not be."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import compress
from typing import NamedTuple

from .act import Choice as Choice
from .act import Move
from .calendar import rested
from .condition import Check, checks
from .contest import responses
from .drafting import options as wordings
from .lookup import CONTEST, JOINT, SUMMIT, OnMenu
from .scenario import DRAFTING, MENU, OVER, REPLY, TABLE, Scenario
from .state import State
from .summit import options
from .work import Work

END_TURN = "end-turn"


class Refusal(NamedTuple):
    """Why a move is closed: price, condition, used, resting, done, full, or waiting (a contest or talk comes first).

    `short` are pairs (purse cell, missing amount); `checks` the parts of its condition that did not hold.
    """

    move: str
    kind: str
    short: tuple[tuple[int, int], ...] = ()
    checks: tuple[Check, ...] = ()


def _moves(work: Work, opened: Iterable[OnMenu]) -> list[Choice]:
    """Those of the open moves that are affordable and not yet made, while there is room for one more."""
    cells, turn, clock = work.cells, work.turn, work.scenario.clock
    if cells[clock.moves] >= work.scenario.moves_per_turn:
        return []
    taken = JOINT if cells[clock.joint] == turn else 0
    if cells[clock.contest]:
        taken |= CONTEST
    for made in work.scenario.find.summits:
        if cells[made] == turn:
            taken |= SUMMIT
    found = []
    for choice, made, takes, price in opened:
        if cells[made] != turn and not takes & taken:
            for purse, amount in price:
                if cells[purse] < amount:
                    break
            else:
                found.append(choice)
    return found


def choices(scenario: Scenario, state: State) -> tuple[Choice, ...]:
    """Everything that may be chosen now; empty once the game is over."""
    work, find = Work(scenario, state), scenario.find
    slot = state.cells[scenario.clock.slot]
    if slot == OVER:
        return ()
    if slot == REPLY:
        ids = [response.does for response in responses(work)]
    elif slot == TABLE:
        ids = [option.id for option in options(work)]
    elif slot == DRAFTING:
        ids = [edit.id for edit in wordings(work)]
    else:
        return (*_moves(work, compress(find.menu.values(), find.opened(state.cells))), Choice(scenario.seat, END_TURN))
    return tuple(Choice(scenario.seat, id) for id in ids)


def may(work: Work, id: str) -> bool:
    """Whether this id may be chosen now."""
    slot = work.cells[work.scenario.clock.slot]
    if slot == REPLY:
        return any(response.does == id for response in responses(work))
    if slot == TABLE:
        return any(option.id == id for option in options(work))
    if slot == DRAFTING:
        return any(edit.id == id for edit in wordings(work))
    if slot != MENU:
        return False
    if id == END_TURN:
        return True
    find = work.scenario.find
    move = find.move.get(id)
    return move is not None and work.cells[move.open] > 0 and bool(_moves(work, (find.menu[id],)))


def refusal(scenario: Scenario, state: State, move: Move) -> Refusal | None:
    """Why this move may not be made now, or None if it may. Conditions are shown as they stand, not as they stood."""
    work, cells = Work(scenario, state), state.cells
    turn = cells[scenario.clock.turn]
    if cells[scenario.clock.slot] in (REPLY, TABLE, DRAFTING):
        return Refusal(move.id, "waiting")
    if cells[move.made] == turn:
        return Refusal(move.id, "done")
    if move.times and cells[move.count] >= move.times:
        return Refusal(move.id, "used")
    if not rested(move, cells, turn):
        return Refusal(move.id, "resting")
    if not cells[move.open]:
        failed = tuple(check for check in checks(move.when, cells, turn) if not check.holds)
        return Refusal(move.id, "condition", checks=failed)
    short = tuple((purse, amount - cells[purse]) for purse, amount in move.price if cells[purse] < amount)
    if short:
        return Refusal(move.id, "price", short=short)
    return None if may(work, move.id) else Refusal(move.id, "full")
