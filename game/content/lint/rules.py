"""Rules: what an actor can never say, for want of an occasion, of its condition, of words, or of a better rank."""

from __future__ import annotations

from collections.abc import Iterator

from game.content.lint.code import Code, Finding
from game.content.lint.conditions import said, why
from game.content.lint.crisis import Crisis
from game.content.lint.winning import beaten
from game.content.problem import Severity
from game.core.act import Rule

NEVER = Code(
    "L030",
    Severity.WARNING,
    "a rule whose condition can never hold when it is asked",
    "On each of its occasions something stands against it: a part that never comes about, an approach that no option "
    "of the stage takes, an answer of this turn that is given in the same phase and not seen yet, or odds of 0%. So "
    "its answer, its reason and its source are never read.",
    "when: {minutes-signed: yes}, where nothing raises the flag",
    "Ask for less, or let something bring about what it waits for.",
)
NO_OCCASION = Code(
    "L031",
    Severity.WARNING,
    "a rule that nobody ever asks",
    "Its occasion cannot come: no move that can be made carries its tags, no such meeting or quarrel takes place, it "
    "speaks for somebody who is not asked there (only the host speaks at a table, only the main actor objects and "
    "climbs, only partners named by a joint measure consent), or nothing can be misread.",
    "reply_to: [warning], and no move carries the tag `warning`",
    "Name a move or tag that occurs, let the right actor speak, or take the rule out.",
)
BEATEN = Code(
    "L032",
    Severity.WARNING,
    "a rule that can never win: one of higher rank always comes before it and never runs out of words",
    "Whenever it could speak another rule of higher rank does: it answers the same, its condition holds whenever this "
    "one's does, its odds are 100%, it never rests, and it has words for every occasion or gives the same answer.",
    "salience 60, answer: snaps, no `when`; below it salience 40, answer: snaps, when: {trust: below 20}",
    "Give the special rule more salience, or the general one odds below 100% or a narrower condition.",
)
DATE_ONLY = Code(
    "L033",
    Severity.HINT,
    "a rule whose only condition is the date",
    "It says what it says because a day has come, whatever was done: the model has learnt the calendar. Such a rule "
    "can be right about the past and still explain nothing.",
    "initiative: yes, when: {date: from 2021-12-15}",
    "Ask for what made it happen then. What comes with its date alone is an event.",
)
UNGIVEN = Code(
    "L034",
    Severity.WARNING,
    "an answer that no rule gives",
    "Nobody can ever say it: no rule of the scenario, under any doctrine that has the answer, names it.",
    "answers: [{id: names-a-price, ...}], and no rule has answer: names-a-price",
    "Write the rule that gives it, or take the answer out.",
)
LEFTOVER = Code(
    "L035",
    Severity.HINT,
    "a rule that speaks only when one of higher rank has run out of words",
    "Another rule of higher rank always comes before it, and gives way only when the texts of its answer are used up "
    "or were used in this turn already. That may be meant: then the second answer is the tired one.",
    "salience 60, odds 100%, an answer with two texts; below it salience 40 with the same condition or a narrower one",
    "If it is not meant, give the special rule more salience or the general one odds below 100%.",
)
CODES = (NEVER, NO_OCCASION, BEATEN, DATE_ONLY, UNGIVEN, LEFTOVER)

_WORDS = {
    "reply": "nothing that it answers can be done or misread",
    "challenge": "nothing that it objects to can be done, or it does not speak for the main actor",
    "table": "no meeting in which its actor is the host can be held",
    "contest": "it does not speak for the main actor, or there is no such quarrel",
    "consent": "no joint measure that can be made asks its actor",
}


def find(crisis: Crisis) -> Iterator[Finding]:
    """The findings of this family."""
    given = {rule.answer for rule in crisis.scenario.rules}
    for rule in crisis.scenario.rules:
        yield from _rule(crisis, rule)
    for answer in crisis.scenario.answers:
        if answer.index not in given:
            yield from crisis.at(UNGIVEN, f"answer:{answer.id}", f'no rule gives the answer "{answer.id}".')


def _rule(crisis: Crisis, rule: Rule) -> Iterator[Finding]:
    key, clock = f"rule:{rule.id}", crisis.scenario.clock
    deeds = crisis.deeds.get(key, [])
    unheld = _no_exchange(crisis, rule) if not deeds else ""
    if unheld:
        yield from crisis.at(NEVER, key, f'the rule "{rule.id}" never speaks: {unheld}', "when")
    elif not any(not deed.after or any(crisis.can(after) for after in deed.after) for deed in deeds):
        named = f" ({', '.join(sorted(rule.triggers))})" if rule.triggers else ""
        yield from crisis.at(NO_OCCASION, key, f'nobody ever asks the rule "{rule.id}": {_WORDS[rule.slot]}{named}.')
    elif not crisis.can(key):
        yield from crisis.at(NEVER, key, f'the rule "{rule.id}" never speaks: {why(crisis, deeds)}')
    else:
        winner, for_good = beaten(crisis, rule) or (None, False)
        if winner is not None and for_good:
            yield from crisis.at(BEATEN, key, f'"{rule.id}" never wins: "{winner.id}" always comes before it.')
        elif winner is not None:
            says = f'"{rule.id}" speaks only when "{winner.id}" has run out of words.'
            yield from crisis.at(LEFTOVER, key, says)
    if rule.when and all(leaf.cell == clock.turn for group in rule.when for leaf in group):
        yield from crisis.at(DATE_ONLY, key, f'the rule "{rule.id}" asks for nothing but the date.', "when")


def _no_exchange(crisis: Crisis, rule: Rule) -> str:
    """Why a host's rule is never asked in a meeting that is held: no exchange of it is such as the rule asks for."""
    held = [one for one in crisis.scenario.summits if one.id in rule.triggers and one.host == rule.actor]
    if rule.slot != "table" or not any(crisis.can(f"summit:{summit.id}") for summit in held):
        return ""
    clock = crisis.scenario.clock
    topics = [group for group in rule.when if all(leaf.cell == clock.stage for leaf in group)]
    stages = [
        stage.id
        for summit in held
        for number, stage in enumerate(summit.stages)
        if stage.kind == "exchange" and all(any(one.low <= number <= one.high for one in group) for group in topics)
    ]
    words = {clock.approach, clock.last_approach}
    asked = [said(crisis.scenario, group) for group in rule.when if any(leaf.cell in words for leaf in group)]
    if not stages or not asked:
        return "the meeting has no exchange at the stage that it asks for."
    return f"what it asks for, {' and '.join(asked)}, no option offers at {', '.join(stages)}."
