"""Played answers: rules that never fired, answers that were never given, events that never happened."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from game.content.lint.code import Code, Finding
from game.content.lint.played.seen import total
from game.content.lint.played.stage import Stage, listed
from game.content.problem import Severity

SILENT = Code(
    "L110",
    Severity.HINT,
    "a rule that never fired",
    "It can win (else L030 to L032 would say so), but never did: its case is too rare for anyone to meet, or another "
    "rule comes before it in nearly all of them. Its answer is given by other rules.",
    "salience: 5, when: {thaw: this turn, trust: at least 90}, where trust is hardly ever above 60",
    "Ask for less, give it more salience than the rules that come before it, or leave it out.",
)
UNGIVEN = Code(
    "L111",
    Severity.HINT,
    "an answer that was never given",
    "None of its rules ever fired, so that nobody has heard it.",
    "an answer whose only rule asks for three numbers to be high at once",
    "Let one of its rules ask for less or come before others, or leave the answer and its rules out.",
)
NO_EVENT = Code(
    "L112",
    Severity.HINT,
    "an event that never happened",
    "It can happen (else L040 would say so), but in no game did it.",
    "when: {unity: below 10}, odds: 5%, where unity hardly falls so low",
    "Ask for less, raise its odds, or let more events happen in a turn.",
)
CODES = (SILENT, UNGIVEN, NO_EVENT)


def find(stage: Stage) -> Iterator[Finding]:
    """The findings of this family."""
    yield from _rules(stage)
    for event in stage.scenario.happenings:
        if not total(stage.seen.events[event.id]) and stage.open_to(event.when):
            says = f'the event "{event.id}" happened in none of {stage.whole:,} games.'
            yield from stage.at(NO_EVENT, f"event:{event.id}", says)


def _rules(stage: Stage) -> Iterator[Finding]:
    silent = defaultdict[str, list[str]](list)
    for scenario in stage.scenarios:
        for rule in scenario.rules:
            rules = silent[scenario.answers[rule.answer].id]
            if not total(stage.seen.rules[rule.id]) and stage.open_to(rule.when) and rule.id not in rules:
                rules.append(rule.id)
    for answer, rules in silent.items():
        if total(stage.seen.answers[answer]):
            for id in rules:
                says = f'the rule "{id}" fired in none of {stage.whole:,} games.'
                yield from stage.at(SILENT, f"rule:{id}", says)
        elif rules:
            says = f'nobody gave the answer "{answer}" in {stage.whole:,} games: {_never(rules)}'
            yield from stage.at(UNGIVEN, f"answer:{answer}", says)


def _never(rules: list[str]) -> str:
    names = listed([f'"{rule}"' for rule in rules])
    return f"its rule {names} never fired." if len(rules) == 1 else f"its rules {names} never fired."
