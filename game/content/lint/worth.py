"""Worth: moves that another move is better than in every way, and moves that are only good."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import permutations

from game.content.lint.code import Code, Finding
from game.content.lint.crisis import Crisis
from game.content.problem import Severity
from game.core.act import Move, Rule
from game.core.grammar import ADD, Clause, When

DOMINATED = Code(
    "L022",
    Severity.HINT,
    "a move that another one is better than in every way",
    "The other one carries the same tags, is open whenever this one is, costs no more, and does no less for every "
    "number whose `good` is up or down; no rule and no condition tells them apart. Who sees it never makes this one.",
    "two moves tagged `contact`, the one {hours: 2} for trust +2, the other {hours: 1} for trust +3",
    "Let the two differ in something: a price in another purse, a tag that rules hear, an effect that hurts.",
)
ONLY_GOOD = Code(
    "L023",
    Severity.HINT,
    "a move that is only good",
    "It costs nothing, is always open, does only what is welcome, and nobody answers it in a way that hurts: it "
    "is made in every turn without a thought, so it is no choice.",
    "{id: smile, title: Smile, ..., then: {trust: +1}} with no price, no `when`, no `times`",
    "Give it a price, a `times`, somebody whom it annoys; or make its effect a drift.",
)
CODES = (DOMINATED, ONLY_GOOD)

Changed = tuple[int, int, int, int, When, int]
"""A cell, by which kind of effect, after and over how many turns, under which condition, with which odds."""


def find(crisis: Crisis) -> Iterator[Finding]:
    """The findings of this family."""
    told = _told_apart(crisis)
    moves = [move for move in crisis.scenario.moves if crisis.can(f"move:{move.id}") and _plain(move)]
    for move, other in permutations(moves, 2):
        alike = move.tags == other.tags and move.act.private == other.act.private
        if alike and not told & {move.id, other.id} and _better(crisis, other, move):
            yield from crisis.at(DOMINATED, f"move:{move.id}", f'"{other.id}" is better than "{move.id}" in every way.')
    for move in moves:
        if _only_good(crisis, move):
            yield from crisis.at(ONLY_GOOD, f"move:{move.id}", f'"{move.id}" costs nothing and does only good.')


def _plain(move: Move) -> bool:
    """Whether all that a move does stands in its clauses."""
    return move.joint is None and move.summit < 0 and move.draft < 0 and not move.misread_as


def _told_apart(crisis: Crisis) -> set[str]:
    """The moves that some rule or condition speaks of by themselves."""
    by_name = {trigger for rule in crisis.scenario.rules for trigger in rule.triggers}
    return by_name | {move.id for move in crisis.scenario.moves if {move.made, move.count} & crisis.readers.keys()}


def _better(crisis: Crisis, one: Move, other: Move) -> bool:
    """Whether `one` is at least as good as `other` in all, and better in something."""
    price, dearer = dict(one.price), dict(other.price)
    open_too = set(one.when) <= set(other.when)
    as_often = (not one.times or one.times >= (other.times or 10_000)) and one.every <= other.every
    cheap = all(amount <= dearer.get(purse, 0) for purse, amount in price.items())
    if not (open_too and as_often and cheap):
        return False
    signs = _gains(crisis, one, other)
    strictly = price != dearer or 1 in signs
    return -1 not in signs and strictly and one.sunk <= other.sunk and one.audience <= other.audience


def weighed(crisis: Crisis, one: Move, other: Move) -> bool:
    """Whether two moves are a choice: prices and effects differ, and neither is better than the other in every way."""
    apart = one.price != other.price and _sums(one.clauses) != _sums(other.clauses)
    return apart and not _better(crisis, one, other) and not _better(crisis, other, one)


def _sums(clauses: Iterable[Clause]) -> dict[Changed, int]:
    """What comes of clauses, by what changes in which case."""
    found: dict[Changed, int] = {}
    for clause in clauses:
        for effect in clause.effects:
            changed = (effect.cell, effect.kind, effect.after, effect.over, clause.when, clause.odds)
            found[changed] = found.get(changed, 0) + effect.amount
    return found


def _gains(crisis: Crisis, one: Move, other: Move) -> set[int]:
    """By the effects that differ: 1 where `one` does better, -1 where it does worse or nobody can say."""
    ours, theirs = _sums(one.clauses), _sums(other.clauses)
    signs = set[int]()
    for key in ours.keys() | theirs.keys():
        by = ours.get(key, 0) - theirs.get(key, 0)
        if by or (key in ours) != (key in theirs):
            signs.add(_welcome(crisis, key[0], key[1], by))
    return signs


def _welcome(crisis: Crisis, cell: int, kind: int, by: int) -> int:
    meter = crisis.scenario.find.meter_at.get(cell)
    if meter is None or kind != ADD or not meter.good:
        return -1
    return 1 if by * meter.good > 0 else -1


def _only_good(crisis: Crisis, move: Move) -> bool:
    clauses, rules = move.clauses, crisis.scenario.rules
    bound = move.price or move.when or move.times or move.every > 1 or move.sunk or move.audience
    answered = any(not rule.triggers.isdisjoint(move.triggers) and _hurts(crisis, rule) for rule in rules)
    signs = {
        _welcome(crisis, effect.cell, effect.kind, effect.amount)
        for clause in clauses
        for effect in clause.effects
    }
    return not bound and not answered and signs == {1}


def _hurts(crisis: Crisis, rule: Rule) -> bool:
    """Whether an answer does something that is not welcome, or begins a quarrel."""
    clauses = (*rule.clauses, *crisis.scenario.answers[rule.answer].clauses)
    effects = (effect for clause in clauses for effect in clause.effects)
    return rule.opens >= 0 or any(_welcome(crisis, one.cell, one.kind, one.amount) < 0 for one in effects)
