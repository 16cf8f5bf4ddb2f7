"""Calendar: how a turn begins: what was delayed falls due, the world happens, purses fill, the menu is judged."""

from __future__ import annotations

from .act import Happening, Move
from .condition import holds
from .event import Cause
from .grammar import NEVER
from .scenario import MENU, REPLY
from .work import Work


def begin(work: Work) -> None:
    """Begin the next turn."""
    clock = work.scenario.clock
    cause = Cause("schedule", f"turn-{work.turn + 1}")
    work.change(clock.turn, 1, cause)
    work.put(clock.moves, 0, cause)
    work.close()
    _fall_due(work)
    _happen(work)
    _fill_purses(work)
    work.close()
    _judge_menu(work)
    work.put(clock.slot, REPLY if work.cells[clock.contest] else MENU, cause)
    work.close()


def _fall_due(work: Work) -> None:
    for meter in work.scenario.meters:
        if meter.due:
            ring = meter.due[work.turn % 4]
            amount = work.cells[ring]
            if amount:
                cause = Cause("delay", meter.id)
                work.change(ring, -amount, cause)
                work.change(meter.cell, amount, cause)


def _happen(work: Work) -> None:
    turn, left = work.turn, work.scenario.events_per_turn
    for happening in work.scenario.find.happenings:
        if work.cells[happening.seen] != NEVER:
            continue
        if happening.turn:
            if happening.turn == turn and holds(happening.when, work.cells, turn):
                _occur(work, happening)
        elif left and _stirs(work, happening):
            _occur(work, happening)
            left -= 1


def _stirs(work: Work, happening: Happening) -> bool:
    if not holds(happening.when, work.cells, work.turn):
        return False
    return work.roll(happening.id, happening.odds, Cause("happening", happening.id))


def _occur(work: Work, happening: Happening) -> None:
    cause = Cause("happening", happening.id)
    work.put(happening.seen, work.turn, cause)
    work.apply(happening.clauses, cause)
    work.tell(f"event.{happening.id}.text", cause)


def _fill_purses(work: Work) -> None:
    for meter in work.scenario.meters:
        if meter.kind == "purse":
            cause = Cause("income", meter.id)
            if meter.refill:
                work.put(meter.cell, meter.start, cause)
            work.apply(meter.income, cause)


def rested(move: Move, cells: list[int] | tuple[int, ...], turn: int) -> bool:
    """Whether a move's uses are not spent and enough turns have passed since the last one."""
    if move.times and cells[move.count] >= move.times:
        return False
    return turn - cells[move.made] >= move.every


def _judge_menu(work: Work) -> None:
    for move in work.scenario.moves:
        may = rested(move, work.cells, work.turn) and holds(move.when, work.cells, work.turn)
        if work.cells[move.open] != may:
            work.put(move.open, int(may), Cause("schedule", f"turn-{work.turn}"))
