"""Ledger: threats and assurances on record, each with its trigger and deadline; kept or broken, they are believed."""

from __future__ import annotations

from .condition import holds
from .event import because
from .forum import Promise
from .work import Work

NONE, OPEN, DUE, KEPT, BROKEN, LAPSED = 0, 1, 2, 3, 4, 5
STATUS = ("none", "open", "due", "kept", "broken", "lapsed")


def _settle(work: Work, promise: Promise) -> None:
    status = work.cells[promise.status]
    if status not in (OPEN, DUE):
        return
    cause = because("promise", promise.id)
    if status == OPEN and holds(promise.trigger, work.cells, work.turn):
        work.put(promise.status, DUE, cause)
        work.put(promise.deadline, work.turn + promise.within, cause)
    elif status == DUE and holds(promise.kept_when, work.cells, work.turn):
        work.put(promise.status, KEPT, cause)
        work.apply(promise.kept, cause)
    elif status == DUE and work.turn >= work.cells[promise.deadline]:
        work.put(promise.status, BROKEN, cause)
        work.apply(promise.broken, cause)


def settle(work: Work) -> None:
    """Look at every promise: has its case come up, was it kept, is its time over?"""
    for promise in work.scenario.promises:
        _settle(work, promise)
    work.close()
