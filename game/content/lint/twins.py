"""Twins: records of a scenario that say the same: rules equal but for a number, moves with the same effects, texts."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator

from game.content.lint.code import Code, Finding
from game.content.lint.crisis import Crisis
from game.content.lint.worth import weighed
from game.content.node import Node, Scalar, Sequence
from game.content.parts import Parts, id_of
from game.content.problem import Severity
from game.core.act import Move, Rule
from game.core.grammar import Clause, When
from game.core.scenario import Scenario

SHORT = 4
"""Texts of at most so many words are names, and names may come again."""

RULES = Code(
    "L090",
    Severity.HINT,
    "rules that are equal but for a number",
    "They answer the same things with the same answer, ask for the same numbers and change the same ones. Mostly one "
    "of them was copied and not finished; and the player is told two reasons for one thought.",
    "two rules with reply_to: [radio-call] and answer: keeps-it-short, the one below trust 20, the other below 30",
    "Let them differ in what they ask for or answer, or make one of them.",
)
MOVES = Code(
    "L091",
    Severity.HINT,
    "moves that do the same",
    "They change the same numbers by the same amounts: two names for one choice.",
    "two moves with then: {trust: +2} and nothing else",
    "Let them differ in what they do, or make one of them.",
)
TEXTS = Code(
    "L092",
    Severity.HINT,
    "a text that stands here twice",
    "A player who meets a sentence twice stops believing.",
    "says: [The line was dead., The line was dead.]",
    "Write each text once; an answer that has nothing more to say falls silent by itself.",
)
RECORDS = Code(
    "L093",
    Severity.HINT,
    "moves, events or promises that are equal but for a number",
    "They are of one kind, ask for the same things and change the same numbers, only by other amounts. Mostly one of "
    "them was copied and not finished. Of two moves that differ in price as well it is told only if one is better than "
    "the other in every way.",
    "two events with when: {trust: below 20} and then: {wish: +5}, the other with below 30 and +8",
    "Let them differ in what they ask for or do, or make one of them.",
)
CODES = (RULES, MOVES, TEXTS, RECORDS)

_COMPARED = {
    "moves": ("instrument", "when", "price", "tags", "then", "also", "joint", "summit", "tables"),
    "events": ("date", "when", "then", "also"),
    "promises": ("kind", "trigger", "kept_when", "kept", "broken"),
}
"""By section: the fields by which two records are told apart. Only what has effects is compared."""
_EFFECTS = ("then", "also", "kept", "broken")
_DATE, _NUMBER = re.compile(r"\d{4}-\d\d-\d\d"), re.compile(r"[+-]?\d+")


def find(crisis: Crisis) -> Iterator[Finding]:
    """The findings of this family."""
    for first, *others in twin_rules(crisis.scenario):
        for other in others:
            yield from crisis.at(RULES, f"rule:{other}", f'"{other}" equals "{first}" but for numbers.')
    for first, *others in twin_moves(crisis.scenario):
        for other in others:
            yield from crisis.at(MOVES, f"move:{other}", f'"{other}" does the same as "{first}".')
    for first, *others in twin_texts(crisis.scenario):
        for other in others:
            word, _, rest = other.partition(".")
            id, _, field = rest.partition(".")
            says = f'the text "{other}" is that of "{first}".'
            yield from crisis.at(TEXTS, f"{word}:{id}", says, field.partition(".")[0])
    same = {id for group in twin_moves(crisis.scenario) for id in group}
    for first, *others in twin_records(crisis.parts):
        for other in others:
            if other not in same and not _weighed(crisis, first, other):
                word = next(word for word in ("move", "event", "promise") if f"{word}:{other}" in crisis.places)
                yield from crisis.at(RECORDS, f"{word}:{other}", f'"{other}" equals "{first}" but for numbers.')


def _weighed(crisis: Crisis, one: str, other: str) -> bool:
    """Whether these are two moves of which the dearer one does more, so that they are a choice."""
    move = crisis.scenario.find.move
    return one in move and other in move and weighed(crisis, move[one], move[other])


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
    """Groups of text ids with the same words, longer than a name; many claims may share a source."""
    texts = ((id, text.strip()) for id, text in scenario.texts.items() if not id.startswith(("source.", "member.")))
    return _groups((id, text) for id, text in texts if len(text.split()) > SHORT)


def twin_records(parts: Parts) -> list[tuple[str, ...]]:
    """Groups of moves, events and promises that are equal but for numbers."""
    found = []
    for section, fields in _COMPARED.items():
        pairs = []
        for record in parts.records[section]:
            entries, id = record.spot.entries, id_of(record)
            if id is not None and any(name in entries for name in _EFFECTS):
                pairs.append((id.text, tuple((name, _masked(entries[name])) for name in fields if name in entries)))
        found += _groups(pairs)
    return found


def _masked(node: Node) -> Hashable:
    """What a node says, its numbers and lines of news left out; dates stay."""
    if isinstance(node, Scalar):
        return node.text if _DATE.fullmatch(node.text) else _NUMBER.sub("#", node.text)
    if isinstance(node, Sequence):
        return tuple(_masked(item) for item in node.items)
    return tuple(sorted((name, _masked(value)) for name, value in node.entries.items() if name not in ("news", "id")))
