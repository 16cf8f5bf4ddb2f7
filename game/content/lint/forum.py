"""Forum: promises nobody can make or keep, quarrels that never begin or never move, meetings that are never held."""

from __future__ import annotations

from collections.abc import Iterator

from game.content.lint.code import Code, Finding
from game.content.lint.conditions import said, why
from game.content.lint.crisis import Crisis
from game.content.lint.word import breaking_pays, lasts
from game.content.problem import Severity
from game.core.forum import Contest, Promise

UNMADE = Code(
    "L050",
    Severity.WARNING,
    "a promise that is never made",
    "No effect that can come about says `made` of it, so it is never on the ledger.",
    "promises: [{id: mail, ...}], and no `then` says mail: made",
    "Let a move, an option or an answer make it, or take it out.",
)
NEVER_DUE = Code(
    "L051",
    Severity.WARNING,
    "a promise whose case can never come up",
    "Its `trigger` cannot hold, so it is made, stands on the ledger and is never tested: a word that costs nothing.",
    "trigger: {rung: at least 6}, where no effect takes the rung above 4",
    "Ask for less, or let something bring about the case.",
)
UNKEPT = Code(
    "L052",
    Severity.WARNING,
    "a promise that can never be kept",
    "Its `kept_when` cannot hold, so whoever makes it breaks it, and no choice is left.",
    "kept_when: {joint-law: agreed in the last 2 turns}, where partners can never agree to it",
    "Ask for less, or give the player a way to keep it.",
)
UNOPENED = Code(
    "L053",
    Severity.WARNING,
    "a contest that never begins",
    "No rule that can speak `opens` it, and no move that can be made says `opens` of it.",
    "contests: [{id: mast-quarrel, ...}], and no rule has opens: mast-quarrel",
    "Write a rule with `challenges` and `opens`, or for a quarrel of the seat a move; or take it out.",
)
UNANSWERED = Code(
    "L054",
    Severity.WARNING,
    "a contest in which the other side never answers",
    "Whoever holds is asked again every turn, on the same rung, until he yields: no rule of the main actor can speak "
    "in this quarrel.",
    "contests: [{id: mast-quarrel, ...}], and no rule has in_contest: [mast-quarrel]",
    "Write a rule with `in_contest` whose answer has `contest: climb` or `contest: relent`.",
)
UNREACHED = Code(
    "L055",
    Severity.WARNING,
    "a rung that is never reached",
    "The quarrel can begin, but nobody can climb so far: no rule with an answer of `contest: climb` can speak below.",
    "three rungs, and the only climbing rule asks for {mast-quarrel: rung 1}",
    "Let a rule climb from the rung below, or take the rung out.",
)
UNHELD = Code(
    "L056",
    Severity.WARNING,
    "a meeting that is never held",
    "No move that can be made opens it.",
    "summits: [{id: mess-hall, ...}], and no move has summit: mess-hall",
    "Write a move that opens it, or take it out.",
)
UNBREAKABLE = Code(
    "L057",
    Severity.WARNING,
    "a promise that can never be broken",
    "What makes it due also keeps it: its `kept_when` holds at the first look after its case has come up, whatever is "
    "done. So it is a promise that asks for nothing.",
    "trigger: {answer-x: this turn}, kept_when: {answer-x: in the last 2 turns}",
    "Let `kept_when` ask for what the player must do.",
)
BREAKING_PAYS = Code(
    "L058",
    Severity.HINT,
    "a promise that is better broken than kept",
    "All that comes of breaking it is welcome, and in nothing less so than what comes of keeping it; and no condition "
    "asks whether it was broken. Often a sign was lost.",
    "kept: {then: {trust: +3}}, broken: {then: {trust: +15}}",
    "Let a broken promise cost something.",
)
CODES = (UNMADE, NEVER_DUE, UNKEPT, UNOPENED, UNANSWERED, UNREACHED, UNHELD, UNBREAKABLE, BREAKING_PAYS)


def find(crisis: Crisis) -> Iterator[Finding]:
    """The findings of this family."""
    for promise in crisis.scenario.promises:
        yield from _promise(crisis, promise)
    for contest in crisis.scenario.contests:
        yield from _contest(crisis, contest)
    for summit in crisis.scenario.summits:
        if not crisis.can(f"summit:{summit.id}"):
            says = f'the meeting "{summit.id}" is never held: no move that can be made opens it.'
            yield from crisis.at(UNHELD, f"summit:{summit.id}", says)


def _promise(crisis: Crisis, promise: Promise) -> Iterator[Finding]:
    key = promise.id
    if not crisis.can(f"promise:{key}"):
        yield from crisis.at(UNMADE, f"promise:{key}", f'the promise "{key}" is never made.')
    elif not crisis.can(f"due:{key}"):
        says = f'the case of the promise "{key}" can never come up: {why(crisis, crisis.deeds[f"due:{key}"])}'
        yield from crisis.at(NEVER_DUE, f"due:{key}", says, "trigger")
    elif not crisis.can(f"kept:{key}"):
        says = f'the promise "{key}" can never be kept: {why(crisis, crisis.deeds[f"kept:{key}"])}'
        yield from crisis.at(UNKEPT, f"kept:{key}", says, "kept_when")
    elif all(any(lasts(crisis, asked, group) for asked in promise.trigger) for group in promise.kept_when):
        kept = " and ".join(said(crisis.scenario, group) for group in promise.kept_when)
        says = f'the promise "{key}" can never be broken: {kept} holds as soon as it is due.'
        yield from crisis.at(UNBREAKABLE, f"kept:{key}", says, "kept_when")
    if breaking_pays(crisis, promise):
        says = f'the promise "{key}" is better broken than kept: all that comes of it is welcome.'
        yield from crisis.at(BREAKING_PAYS, f"broken:{key}", says, "broken")


def _contest(crisis: Crisis, contest: Contest) -> Iterator[Finding]:
    key, rungs = contest.id, [f"rung:{rung.id}" for rung in contest.rungs]
    if not crisis.can(rungs[0]):
        yield from crisis.at(UNOPENED, f"contest:{key}", f'the contest "{key}" never begins: nothing opens it.')
        return
    spoken = [rule for rule in crisis.scenario.rules if rule.slot == "contest" and key in rule.triggers]
    if not any(crisis.can(f"rule:{rule.id}") for rule in spoken):
        says = f'in the contest "{key}" the other side never answers: whoever holds holds for ever.'
        yield from crisis.at(UNANSWERED, f"contest:{key}", says)
        return
    unreached = next((rung for rung in rungs if not crisis.can(rung)), None)
    if unreached is not None:
        says = f'in the contest "{key}" nobody ever climbs to "{unreached.partition(":")[2]}".'
        yield from crisis.at(UNREACHED, unreached, says)
