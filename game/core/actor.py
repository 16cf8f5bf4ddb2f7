"""Actor: how Moscow, Kyiv or a partner finds its answer on the agenda of its rules.

The agenda are the rules whose conditions hold, the greatest rank first; if the odds of one fail, the next is tried.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from .act import Rule
from .chance import draw
from .condition import passes
from .decision import Decision, decided
from .event import because
from .scenario import Scenario
from .work import Work


def dice(rule: Rule, subject: str) -> str:
    """The name of the dice that decide whether a rule's odds hold for this subject."""
    return f"{rule.id}/{subject}"


def able(scenario: Scenario, rule: Rule, cells: Sequence[int], turn: int, taken: Collection[int]) -> bool:
    """Whether the rule has rested and its answer still has words left, whatever its condition says."""
    if rule.cooldown and turn - cells[rule.fired] <= rule.cooldown:
        return False
    answer = scenario.answers[rule.answer]
    return cells[answer.count] < answer.says and rule.answer not in taken


def agenda(
    scenario: Scenario, rules: Sequence[Rule], cells: Sequence[int], turn: int, taken: Collection[int]
) -> Iterator[Rule]:
    """The rules that may fire, best rank first."""
    questions = scenario.find.questions
    for rule in rules:
        cell, low, high, leaves, groups = questions[rule.index]
        if not low <= cells[cell] <= high or not passes(leaves, groups, cells, turn):
            continue
        if able(scenario, rule, cells, turn, taken):
            yield rule


def _choose(work: Work, rules: Sequence[Rule], subject: str, taken: Collection[int]) -> Rule | None:
    for rule in agenda(work.scenario, rules, work.cells, work.turn, taken):
        if rule.odds >= 100 or work.roll(dice(rule, subject), rule.odds, because("rule", rule.id)):
            return rule
    return None


def _imposed(work: Work, rules: Sequence[Rule], key: str, taken: Collection[int]) -> tuple[int, int]:
    """The rule and answer of an answer that is given, not found: the best rule on the agenda that says it."""
    assert work.imposed is not None
    wanted = work.imposed.get(key)
    if wanted is None:
        return -1, -1
    answer = work.scenario.find.answer[wanted].index
    for rule in agenda(work.scenario, rules, work.cells, work.turn, taken):
        if rule.answer == answer:
            return rule.index, answer
    return -1, answer


def _is_imposed(work: Work, actor: str, slot: str, key: str) -> bool:
    """Whether the answer is given, not found: at a table only where one is named, for no record has every exchange."""
    if work.imposed is None or actor != work.scenario.main_actor:
        return False
    return slot != "table" or key in work.imposed


def decide(work: Work, actor: str, slot: str, subject: str, triggers: tuple[str, ...], taken: list[int]) -> Decision:
    """Ask an actor, note the effects of its answer, and keep the Decision.

    `taken` grows by the answer given, so that an answer is given once in a phase.
    """
    scenario = work.scenario
    rules = scenario.find.rules_for(actor, slot, triggers)
    key = f"challenge/{subject}" if slot == "challenge" else subject
    imposed = _is_imposed(work, actor, slot, key)
    if imposed:
        rule, answer = _imposed(work, rules, key, taken)
    else:
        fired = _choose(work, rules, subject, taken)
        rule, answer = (fired.index, fired.answer) if fired else (-1, -1)
    text, consent = "", 0
    before, already = work.before, tuple(taken)
    if answer >= 0:
        text, consent = _give(work, rule, answer)
        taken.append(answer)
    decision = decided(
        (actor, slot, subject, triggers, work.turn, work.seed, before, already, rule, answer, text, consent, imposed)
    )
    work.decisions.append(decision)
    return decision


def _give(work: Work, rule: int, answer: int) -> tuple[str, int]:
    """Note what an answer does; the id of its text and its consent."""
    scenario = work.scenario
    given = scenario.answers[answer]
    cause = because("answer", given.id)
    number = min(work.cells[given.count] + 1, given.says)
    text = f"answer.{given.id}.says.{number}"
    work.mark(((given.given, given.count), *given.tag_cells), cause)
    work.tell(text, cause)
    work.apply(given.clauses, cause)
    if rule >= 0:
        fired = scenario.rules[rule]
        why = because("rule", fired.id)
        work.apply(fired.clauses, why)
        if fired.cooldown:
            work.put(fired.fired, work.turn, why)
    return text, given.consent


def odds_of(scenario: Scenario, decision: Decision) -> dict[int, int]:
    """How likely each answer was, in hundredths of a percent, -1 standing for silence; they add up to 10,000."""
    rules = scenario.find.rules_for(decision.actor, decision.slot, decision.triggers)
    left, found = 10_000, dict[int, int]()
    for rule in agenda(scenario, rules, decision.before, decision.turn, decision.taken):
        part = (left * rule.odds + 50) // 100
        found[rule.answer] = found.get(rule.answer, 0) + part
        left -= part
    found[-1] = found.get(-1, 0) + left
    return found


def remake(scenario: Scenario, decision: Decision) -> tuple[int, int]:
    """The rule and answer of a decision, found again from the state it was taken in."""
    rules = scenario.find.rules_for(decision.actor, decision.slot, decision.triggers)
    for rule in agenda(scenario, rules, decision.before, decision.turn, decision.taken):
        if rule.odds >= 100 or draw(decision.seed, decision.turn, dice(rule, decision.subject)) < rule.odds:
            return rule.index, rule.answer
    return -1, -1
