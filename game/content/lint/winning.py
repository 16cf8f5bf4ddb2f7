"""Winning: whether another rule always comes before a rule, on every occasion on which it could speak."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from game.content.lint.crisis import Crisis
from game.content.lint.doings import openings, uses
from game.content.lint.narrow import Box, narrowed
from game.core.act import Move, Rule
from game.core.forum import Contest
from game.core.grammar import When


def beaten(crisis: Crisis, rule: Rule) -> tuple[Rule, bool] | None:
    """A rule that wins over this one, where on each of its occasions some rule does; and whether for good.

    Not for good: only as long as it has words.
    """
    rivals = [_rivals(crisis, rule, triggers) for triggers in _occasions(crisis, rule)]
    if not rivals or not all(rivals):
        return None
    box = narrowed(rule.when, (), crisis.reach.ground, crisis.reach.values, frozenset())
    if box is None:
        return None
    winners = [[one for one in some if _implied(box, rule.when, one.when)] for some in rivals]
    for_good = [[one for one in some if _for_good(crisis, one, rule)] for some in winners]
    if all(for_good):
        return for_good[0][0], True
    return (winners[0][0], False) if all(winners) else None


def _rivals(crisis: Crisis, rule: Rule, triggers: tuple[str, ...]) -> list[Rule]:
    """The rules of higher rank on this occasion that neither roll dice nor rest."""
    rules = crisis.scenario.find.rules_for(rule.actor, rule.slot, triggers)
    higher = takewhile(lambda one: one.index != rule.index, rules)
    return [one for one in higher if one.odds >= 100 and not one.cooldown]


def _occasions(crisis: Crisis, rule: Rule) -> Iterator[tuple[str, ...]]:
    """What a rule may be asked about: for each occasion, the names by which rules hear it."""
    if rule.slot == "initiative":
        yield ("",)
    elif rule.slot in ("table", "contest"):
        yield from ((trigger,) for trigger in sorted(rule.triggers))
    else:
        yield from (move.triggers for move in _moves(crisis, rule))
        for move in _misheard(crisis, rule):
            yield ("misread", *move.misread_as)


def _moves(crisis: Crisis, rule: Rule) -> list[Move]:
    moves = (move for move in crisis.scenario.moves if crisis.can(f"move:{move.id}"))
    return [move for move in moves if not rule.triggers.isdisjoint(move.triggers)]


def _misheard(crisis: Crisis, rule: Rule) -> list[Move]:
    moves = (move for move in crisis.scenario.moves if crisis.can(f"heard:{move.id}"))
    return [move for move in moves if not rule.triggers.isdisjoint(("misread", *move.misread_as))]


def _implied(box: Box, asked: When, other: When) -> bool:
    """Whether the other condition holds whenever the one asked does, of which the box is known."""
    known = [frozenset(group) for group in asked]
    return all(box.holds(group) or any(one <= frozenset(group) for one in known) for group in other)


def _for_good(crisis: Crisis, one: Rule, other: Rule) -> bool:
    """Whether the one rule speaks every time: with the words of the other, or with words for every occasion."""
    if one.answer == other.answer:
        return True
    sharing = [rule for rule in crisis.scenario.rules if rule.answer == one.answer]
    at_once = one.slot in ("reply", "consent") and len(_moves(crisis, one)) + len(_misheard(crisis, one)) > 1
    return sharing == [one] and not at_once and crisis.scenario.answers[one.answer].says >= _most(crisis, one)


def _most(crisis: Crisis, rule: Rule) -> int:
    """How often a rule can be asked in a game at most."""
    scenario = crisis.scenario
    if rule.slot == "table":
        held = [summit for summit in scenario.summits if summit.id in rule.triggers]
        return sum(openings(scenario, one) * sum(stage.kind == "exchange" for stage in one.stages) for one in held)
    if rule.slot == "contest":
        return min(scenario.turns, _climbs(crisis, rule))
    if rule.slot == "initiative":
        return scenario.turns
    return sum(uses(scenario, move) for move in (*_moves(crisis, rule), *_misheard(crisis, rule)))


def _climbs(crisis: Crisis, rule: Rule) -> int:
    """How often a rule can win in its contests: each climb takes a rung, and to relent ends them."""
    scenario = crisis.scenario
    does = scenario.answers[rule.answer].contest
    contests = [contest for contest in scenario.contests if contest.id in rule.triggers]
    if not does:
        return scenario.turns
    return sum(_begun(crisis, one) * (len(one.rungs) if does == "climb" else 1) for one in contests)


def _begun(crisis: Crisis, contest: Contest) -> int:
    """How often a contest can begin in a game at most: by answers that object, and by moves of the seat."""
    scenario, clock = crisis.scenario, crisis.scenario.clock.contest
    opening = {rule.answer for rule in scenario.rules if rule.opens == contest.index and crisis.can(f"rule:{rule.id}")}
    opens = [
        deed.most
        for deed in crisis.reach.deeds
        if crisis.can(deed.key) and any(one.cell == clock and one.amount == contest.index + 1 for one in deed.effects)
    ]
    return sum(scenario.answers[answer].says for answer in opening) + sum(opens)
