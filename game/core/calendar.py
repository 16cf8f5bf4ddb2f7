"""Calendar: how a turn begins: what was delayed falls due, the world happens, purses fill, the menu is judged."""

from __future__ import annotations

from .act import Happening, Move
from .condition import passes
from .event import Cause, because
from .grammar import NEVER
from .scenario import MENU, REPLY
from .work import Work


def begin(work: Work) -> None:
    """Begin the next turn."""
    clock = work.scenario.clock
    cause = because("schedule", f"turn-{work.turn + 1}")
    work.change(clock.turn, 1, cause)
    work.put(clock.moves, 0, cause)
    work.close()
    _fall_due(work)
    _happen(work)
    _fill_purses(work)
    work.close()
    _judge_menu(work, cause)
    work.put(clock.slot, REPLY if work.cells[clock.contest] else MENU, cause)
    work.close()


def _fall_due(work: Work) -> None:
    for meter in work.scenario.find.delayed:
        ring = meter.due[work.turn % 4]
        amount = work.cells[ring]
        if amount:
            cause = because("delay", meter.id)
            work.change(ring, -amount, cause)
            work.change(meter.cell, amount, cause)


def _happen(work: Work) -> None:
    cells, turn, left = work.cells, work.turn, work.scenario.events_per_turn
    for (cell, low, high, leaves, groups), happening in work.scenario.find.happenings:
        if not low <= cells[cell] <= high or cells[happening.seen] != NEVER:
            continue
        if not (left or happening.turn) or not passes(leaves, groups, cells, turn):
            continue
        if happening.turn:
            _occur(work, happening)
        elif happening.odds >= 100 or work.roll(happening.id, happening.odds, because("happening", happening.id)):
            _occur(work, happening)
            left -= 1


def _occur(work: Work, happening: Happening) -> None:
    cause = because("happening", happening.id)
    work.put(happening.seen, work.turn, cause)
    work.tell(f"event.{happening.id}.text", cause)
    work.apply(happening.clauses, cause)


def _fill_purses(work: Work) -> None:
    for meter in work.scenario.find.purses:
        cause = because("income", meter.id)
        if meter.refill:
            work.put(meter.cell, meter.start, cause)
        work.apply(meter.income, cause)


def rested(move: Move, cells: list[int] | tuple[int, ...], turn: int) -> bool:
    """Whether a move's uses are not spent and enough turns have passed since the last one."""
    if move.times and cells[move.count] >= move.times:
        return False
    return turn - cells[move.made] >= move.every


def _judge_menu(work: Work, cause: Cause) -> None:
    cells, turn = work.cells, work.turn
    for (cell, low, high, leaves, groups), move in work.scenario.find.moves:
        may = low <= cells[cell] <= high and rested(move, cells, turn) and passes(leaves, groups, cells, turn)
        if cells[move.open] != may:
            work.put(move.open, int(may), cause)
