"""Word: what a promise is worth: whether it is kept by what makes it due, and whether it pays to break it."""

from __future__ import annotations

from collections.abc import Iterable

from game.content.lint.crisis import Crisis
from game.core.forum import Promise
from game.core.grammar import ADD, NEVER, Clause, Group, Leaf
from game.core.ledger import BROKEN, KEPT


def lasts(crisis: Crisis, one: Group, other: Group) -> bool:
    """Whether, where the one group held at a turn's end, the other holds at that of the next, whatever is done."""
    return all(any(_outlasts(crisis, leaf, later) for later in other if later.cell == leaf.cell) for leaf in one)


def _outlasts(crisis: Crisis, leaf: Leaf, later: Leaf) -> bool:
    """Whether the later leaf, which asks of the same cell, holds a turn after the first one did."""
    ground, turns = crisis.reach.ground, crisis.scenario.turns
    if leaf.cell not in ground.past:
        same = leaf.low >= later.low and leaf.high <= later.high
        return same and leaf.cell in crisis.scenario.find.words and _kept_up(crisis, leaf.cell, later)
    again = ground.kinds[leaf.cell] != "seen"
    if not later.age:
        return later.low <= 1 and later.high >= turns and (leaf.low > NEVER if not leaf.age else leaf.high < -NEVER)
    least, most = (leaf.low, leaf.high) if leaf.age else (0, turns - 1)
    if not leaf.age and leaf.low <= NEVER:
        return False
    return later.low <= (0 if again else least + 1) and min(most, turns - 2) + 1 <= later.high < -NEVER


def _kept_up(crisis: Crisis, cell: int, leaf: Leaf) -> bool:
    """Whether all that ever sets a flag or word leaves it where the leaf holds."""
    if crisis.reach.ground.kinds[cell] != "meter":
        return False
    return all(
        leaf.low <= effect.amount <= leaf.high
        for deed in crisis.reach.deeds
        for effect in deed.effects
        if effect.cell == cell
    )


def breaking_pays(crisis: Crisis, promise: Promise) -> bool:
    """Whether all that comes of breaking a promise is welcome, and no less than what comes of keeping it."""
    broken, kept = _sums(promise.broken), _sums(promise.kept)
    clauses = (*promise.broken, *promise.kept)
    if not broken or any(clause.when or clause.odds < 100 for clause in clauses) or _set(crisis, clauses):
        return False
    good = {meter.cell: meter.good for meter in crisis.scenario.meters}
    welcome = all(amount * good.get(cell, 0) > 0 for cell, amount in broken.items())
    better = all(
        (broken.get(cell, 0) - kept.get(cell, 0)) * good.get(cell, 0) >= 0 for cell in broken.keys() | kept.keys()
    )
    known = broken.keys() | kept.keys() <= good.keys() and all(good[cell] for cell in kept)
    return welcome and better and known and not _asked(crisis, promise)


def _set(crisis: Crisis, clauses: Iterable[Clause]) -> bool:
    """Whether some amount is set, so that nobody can say whether that adds or takes."""
    words = crisis.scenario.find.words
    return any(effect.kind != ADD and effect.cell not in words for clause in clauses for effect in clause.effects)


def _sums(clauses: Iterable[Clause]) -> dict[int, int]:
    """What clauses add, by cell."""
    found: dict[int, int] = {}
    for clause in clauses:
        for effect in clause.effects:
            found[effect.cell] = found.get(effect.cell, 0) + effect.amount
    return found


def _asked(crisis: Crisis, promise: Promise) -> bool:
    """Whether some condition holds of a broken promise that does not of a kept one."""
    return any(
        leaf.cell == promise.status and leaf.low <= BROKEN <= leaf.high and not leaf.low <= KEPT <= leaf.high
        for deed in crisis.reach.deeds
        for group in deed.own
        for leaf in group
    )
