"""Drafting: the table at which a resolution is worded. A mode of its own, in which one choice changes one thing."""

from __future__ import annotations

from typing import NamedTuple

from .condition import holds
from .draft import TABLED, WITHDRAWN, Draft
from .event import Cause, because
from .scenario import DRAFTING, MENU
from .work import Work

WORDING, CLAUSE, SPONSOR, TABLE_IT, SHELVE = "wording", "clause", "sponsor", "table", "shelve"


class Edit(NamedTuple):
    """One thing to do at the drafting table: what kind, its price, and the cells it sets. The last two kinds finish."""

    id: str
    kind: str
    price: tuple[tuple[int, int], ...]
    puts: tuple[tuple[int, int], ...]


def live(work: Work) -> Draft | None:
    """The draft that lies on the table, if any."""
    index = work.cells[work.scenario.clock.draft]
    return work.scenario.drafts[index - 1] if index else None


def standing(draft: Draft, cells: tuple[int, ...] | list[int]) -> frozenset[int]:
    """The places, among the draft's provisions, of those that stand in the text."""
    return frozenset(place for place, provision in enumerate(draft.provisions) if cells[provision.cell])


def edits(draft: Draft, cells: tuple[int, ...] | list[int]) -> tuple[Edit, ...]:
    """All changes one could make to the text as it stands, whatever they cost: wordings, provisions, sponsors."""
    stands = standing(draft, cells)
    found = []
    for wording in draft.wordings:
        if wording.provisions != stands:
            puts = tuple((one.cell, int(place in wording.provisions)) for place, one in enumerate(draft.provisions))
            found.append(Edit(wording.id, WORDING, (), puts))
    for place, provision in enumerate(draft.provisions):
        found.append(Edit(provision.id, CLAUSE, (), ((provision.cell, int(place not in stands)),)))
    for sponsor in draft.sponsors:
        if not cells[sponsor.cell]:
            found.append(Edit(sponsor.id, SPONSOR, sponsor.price, ((sponsor.cell, 1),)))
    return tuple(found)


def left(work: Work, draft: Draft) -> int:
    """How many changes may still be made in this sitting."""
    return draft.edits - work.cells[work.scenario.clock.edits]


def options(work: Work) -> tuple[Edit, ...]:
    """What may be done now, in a fixed order: changes while there are some left, then to table it or to shelve it."""
    draft = live(work)
    if draft is None:
        return ()
    cells, turn = work.cells, work.turn
    may = {sponsor.id: holds(sponsor.when, cells, turn) for sponsor in draft.sponsors}
    found = [
        edit
        for edit in (edits(draft, cells) if left(work, draft) > 0 else ())
        if may.get(edit.id, True) and all(cells[purse] >= amount for purse, amount in edit.price)
    ]
    if standing(draft, cells):
        found.append(Edit(f"{draft.id}.table", TABLE_IT, (), ()))
    found.append(Edit(f"{draft.id}.shelve", SHELVE, (), ()))
    return tuple(found)


def opens(work: Work, index: int, cause: Cause) -> None:
    """Note that the draft comes to the table."""
    clock = work.scenario.clock
    work.put(clock.draft, index + 1, cause)
    work.put(clock.edits, 0, cause)
    work.put(clock.slot, DRAFTING, cause)


def take(work: Work, edit: Edit) -> None:
    """Make a change, or finish: what was tabled before stays tabled, unless it is shelved, which withdraws it."""
    clock, draft = work.scenario.clock, live(work)
    assert draft is not None
    cause = because("choice", edit.id)
    for purse, amount in edit.price:
        work.change(purse, -amount, cause)
    for cell, value in edit.puts:
        work.put(cell, value, cause)
    if edit.kind in (TABLE_IT, SHELVE):
        tabled = work.cells[draft.stage] == TABLED
        if edit.kind == TABLE_IT and not tabled:
            work.put(draft.stage, TABLED, cause)
            work.put(draft.wait, draft.hold + 1, cause)
        elif edit.kind == SHELVE and tabled:
            work.put(draft.stage, WITHDRAWN, cause)
        work.put(clock.draft, 0, cause)
        work.put(clock.slot, MENU, cause)
    else:
        work.put(clock.edits, work.cells[clock.edits] + 1, cause)
    work.close()
