"""Twins: records of a scenario that say the same: rules equal but for a number, moves with the same effects, texts."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from game.core.act import Move, Rule
from game.core.grammar import Clause, When
from game.core.scenario import Scenario

SHORT = 4
"""Texts of at most so many words are names, and names may come again."""


def _asked(when: When) -> Hashable:
    """What a condition asks, its numbers left out."""
    return tuple(sorted(tuple(sorted((leaf.cell, leaf.age) for leaf in group)) for group in when))


def _touched(clauses: Iterable[Clause]) -> Hashable:
    """What clauses change and when, their numbers left out."""
    return tuple(
        (_asked(clause.when), tuple(sorted((effect.cell, effect.kind) for effect in clause.effects)))
        for clause in clauses
    )


def _rule(rule: Rule) -> Hashable:
    return (rule.actor, rule.slot, rule.triggers, _asked(rule.when), rule.answer, _touched(rule.clauses), rule.opens)


def _groups(pairs: Iterable[tuple[str, Hashable]]) -> list[tuple[str, ...]]:
    found: dict[Hashable, list[str]] = {}
    for id, key in pairs:
        found.setdefault(key, []).append(id)
    return [tuple(ids) for ids in found.values() if len(ids) > 1]


def twin_rules(scenario: Scenario) -> list[tuple[str, ...]]:
    """Groups of rules that are equal but for numbers."""
    return _groups((rule.id, _rule(rule)) for rule in scenario.rules)


def _effects(move: Move) -> Hashable:
    clauses = [(clause.when, clause.odds, tuple(sorted(clause.effects))) for clause in move.clauses]
    joint = move.joint and (_plain(move.joint.agreed), _plain(move.joint.refused))
    return (tuple(clauses), joint, move.summit, move.draft)


def _plain(clauses: Iterable[Clause]) -> Hashable:
    return tuple((clause.when, clause.odds, tuple(sorted(clause.effects))) for clause in clauses)


def twin_moves(scenario: Scenario) -> list[tuple[str, ...]]:
    """Groups of moves with the same effects."""
    return _groups((move.id, _effects(move)) for move in scenario.moves)


def twin_texts(scenario: Scenario) -> list[tuple[str, ...]]:
    """Groups of text ids with the same words, longer than a name; claims may share a source, states a group."""
    shared = ("source.", "member.")
    texts = ((id, text.strip()) for id, text in scenario.texts.items() if not id.startswith(shared))
    return _groups((id, text) for id, text in texts if len(text.split()) > SHORT)
