"""Desk: whether something can be said of a move while it can be made, given what cannot change within a turn."""

from __future__ import annotations

from game.content.lint.crisis import Crisis
from game.content.lint.deed import NO_LATE, Deed
from game.content.lint.narrow import narrowed
from game.content.lint.phases import TABLE, Phases
from game.core.act import Move
from game.core.grammar import When


def apart(crisis: Crisis, when: When, move: Move) -> bool:
    """Whether the condition never holds on a turn in which the move is open and not yet made.

    What a move asks for was so as the turn began. Of that only counts what nothing else that is done in the turn can
    change; the move itself does so when it is no longer on the desk.
    """
    ground, values = crisis.reach.ground, crisis.reach.values
    asked, asks = ({leaf.cell for group in groups for leaf in group} for groups in (when, move.when))
    if asked.isdisjoint(asks) or narrowed((*when, *move.when), (), ground, values, NO_LATE) is not None:
        return False
    moved = _moved(crisis, move)
    fixed = tuple(group for group in move.when if not any(leaf.cell in moved for leaf in group))
    late = Phases(ground).late(TABLE) | {move.made}
    if narrowed(when, (), ground, values, late) is None:
        return False  # of which another finding tells
    return narrowed((*when, *fixed), (), ground, values, late) is None


def _moved(crisis: Crisis, move: Move) -> set[int]:
    """The cells that may change between the beginning of a turn and this move of it."""
    found = {meter.cell for meter in crisis.scenario.meters if meter.kind == "purse"}
    for deed in crisis.reach.deeds:
        if _within(crisis, deed, move):
            found |= {effect.cell for effect in deed.effects}
            found |= {cell for cell, _ in deed.puts} | {cell for pair in deed.marks for cell in pair}
    for one in crisis.scenario.derived:
        cells = {cell for term in one.terms for cell in term} | {cell for cell, _ in one.weights}
        if cells & found:
            found.add(one.cell)
    return found


def _within(crisis: Crisis, deed: Deed, move: Move) -> bool:
    """Whether a deed may come about in one turn with this move and before it."""
    own, windows = f"move:{move.id}", crisis.reach.windows
    if deed.key not in windows or own in (deed.key, *deed.after) or not at_the_desk(crisis, deed):
        return False
    (first, last), (begins, ends) = windows[deed.key], windows[own]
    return first <= ends and begins <= last


def at_the_desk(crisis: Crisis, deed: Deed) -> bool:
    """Whether a deed comes while moves can still be made in its turn: it is one, or comes of one, or of a meeting."""
    return any(_spoken(crisis, key) for key in (deed.key, *deed.after))


def _spoken(crisis: Crisis, key: str) -> bool:
    kind, _, id = key.partition(":")
    if kind == "rule":
        return crisis.scenario.find.rule[id].slot == "table"
    if kind == "answer":
        number = crisis.scenario.find.answer[id].index
        return any(rule.answer == number and rule.slot == "table" for rule in crisis.scenario.rules)
    return kind in ("move", "option", "response", "sponsor", "table")
