"""Account: an explanation in sentences, the same on every screen, in the terminal and on paper."""

from __future__ import annotations

from typing import NamedTuple

from .condition import Check, seen_holds
from .explain import Explanation, Miss
from .grammar import Leaf
from .scenario import Scenario
from .sight import hidden_cells, span
from .words import say_group, say_leaf, say_seen, title

UNTOLD = "Nothing that would have closed this answer had happened."


class Account(NamedTuple):
    """Why an actor answered as it did, in words. Lists may be empty, texts too where there is nothing to say."""

    headline: str
    checks: tuple[str, ...]
    unsure: tuple[str, ...]
    beaten: tuple[str, ...]
    misses: tuple[str, ...]
    because: str
    counter_view: str
    confidence: str
    sources: tuple[str, ...]
    note: str


def account(scenario: Scenario, found: Explanation) -> Account:
    """The sentences of an explanation."""
    decision = found.decision
    partner = any(partner.id == decision.actor for partner in scenario.partners)
    actor = title(scenario, "partner" if partner else "actor", decision.actor)
    rule = scenario.rules[decision.rule] if decision.rule >= 0 else None
    key = f"rule.{rule.id}" if rule else ""
    plain, veiled = _parted(scenario, found)
    return Account(
        headline=_headline(scenario, found, actor),
        checks=_checks(scenario, plain),
        unsure=tuple(_unsure(scenario, check, found) for check in veiled),
        beaten=tuple(_beaten(scenario, beaten.rule, beaten.by) for beaten in found.beaten),
        misses=_misses(scenario, found.misses),
        because=scenario.texts.get(f"{key}.because", ""),
        counter_view=scenario.texts.get(f"{key}.counter_view", ""),
        confidence=rule.confidence if rule else "",
        sources=tuple(_source(scenario, id) for id in rule.sources) if rule else (),
        note=_note(found),
    )


def _subject(scenario: Scenario, found: Explanation) -> str:
    subject = found.decision.subject
    if found.decision.slot == "initiative":
        return "of its own accord"
    if found.decision.slot == "table":
        return "what was said at the table"
    kind = "contest" if found.decision.slot == "contest" else "move"
    return f'"{title(scenario, kind, subject)}"'


def _headline(scenario: Scenario, found: Explanation, actor: str) -> str:
    decision = found.decision
    subject = _subject(scenario, found)
    own = decision.slot == "initiative"
    if decision.answer < 0:
        if decision.consent:
            word = "agreed to" if decision.consent > 0 else "refused"
            return f"{actor} {word} {subject}: no rule spoke, so how far it will go decided."
        deed = f"did nothing {subject}" if own else f"gave no answer to {subject}"
        return f"{actor} {deed}: none of its rules for this held, or the dice went against them."
    answer = title(scenario, "answer", scenario.answers[decision.answer].id)
    return _stopped(f"{actor} {'acted' if own else 'answered'} {subject}: {answer}")


def _stopped(sentence: str) -> str:
    return sentence if sentence.endswith((".", "?", "!")) else f"{sentence}."


def _note(found: Explanation) -> str:
    heard = found.decision.triggers
    if heard and heard[0] == "misread":
        return "It was not heard as it was meant: with so few channels left, the message was misread."
    if found.decision.imposed:
        return "This is the answer history gave; the model was not asked."
    if found.decision.answer >= 0 and found.decision.rule < 0:
        return "No rule of the model says this here."
    return ""


def _checks(scenario: Scenario, checks: tuple[Check, ...]) -> tuple[str, ...]:
    """What held. Things it asked to be absent, and unheard of so far, are not named before they come about."""
    told = tuple(say_check(scenario, check) for check in checks if not of_the_unheard(scenario, check))
    return told or ((UNTOLD,) if checks else ())


def of_the_unheard(scenario: Scenario, check: Check) -> bool:
    """Whether a check asks only about what had not come about, and so is not named."""
    pairs = zip(check.group, check.seen, strict=True)
    return all(_unheard(scenario, leaf, seen) for leaf, seen in pairs)


def say_check(scenario: Scenario, check: Check) -> str:
    """What a check asked, and what stood there; of several ways to meet it those that were met, if any was."""
    pairs = list(zip(check.group, check.seen, strict=True))
    pairs = [pair for pair in pairs if seen_holds(*pair)] or pairs
    seen = dict.fromkeys((leaf.cell, leaf.age, say_seen(scenario, leaf, value)) for leaf, value in pairs)
    asked, stood = say_group(scenario, tuple(leaf for leaf, _ in pairs)), ", ".join(said for _, _, said in seen)
    return asked if asked.endswith(stood) and not stood.isdecimal() else f"{asked} (then: {stood})"


def _parted(scenario: Scenario, found: Explanation) -> tuple[tuple[Check, ...], tuple[Check, ...]]:
    """The checks known to have held, and those that may have. What is seen to hold needs nothing hidden."""
    hidden = hidden_cells(scenario)
    plain, veiled = list(found.checks), []
    for check in found.unsure:
        pairs = zip(check.group, check.seen, strict=True)
        met = [(leaf, seen) for leaf, seen in pairs if leaf.cell not in hidden and seen_holds(leaf, seen)]
        if met:
            plain.append(Check(tuple(leaf for leaf, _ in met), tuple(seen for _, seen in met), True))
        else:
            veiled.append(check)
    return tuple(plain), tuple(veiled)


def _unsure(scenario: Scenario, check: Check, found: Explanation) -> str:
    hidden, parts = hidden_cells(scenario), []
    for leaf in check.group:
        meter = scenario.find.meter_at.get(leaf.cell)
        if meter is not None and leaf.cell in hidden:
            low, high = span(meter, found.decision.before)
            said = f"between {low} and {high}" if low < high else str(low)
            parts.append(f"{title(scenario, 'meter', meter.id)}: the analysts can only say {said}")
    return "; ".join(dict.fromkeys(parts)) or "a matter the analysts cannot see"


def _beaten(scenario: Scenario, rule: int, by: str) -> str:
    other = scenario.rules[rule]
    answer = title(scenario, "answer", scenario.answers[other.answer].id)
    if by == "odds":
        return f'"{answer}" stood first with odds of {other.odds}%, but the dice went against it.'
    return f'"{answer}" also fitted, but is less urgent or less specific.'


def _misses(scenario: Scenario, misses: tuple[Miss, ...]) -> tuple[str, ...]:
    """What would have changed it. What waits on a thing unheard of so far is not named before it comes about."""
    told = tuple(
        _miss(scenario, miss) for miss in misses if miss.moves or not _unheard(scenario, miss.leaf, miss.seen)
    )
    if len(told) < len(misses):
        return (*told, "Other answers wait for things that had not happened by then.")
    return told


def _unheard(scenario: Scenario, leaf: Leaf, seen: int) -> bool:
    kind = scenario.cells[leaf.cell].key.partition(":")[0]
    return kind in ("given", "seen") and say_seen(scenario, leaf, seen) == "not so far"


def _miss(scenario: Scenario, miss: Miss) -> str:
    answer = title(scenario, "answer", scenario.answers[miss.answer].id)
    if miss.leaf.cell == scenario.clock.approach:
        near = scenario.approaches[miss.leaf.low : miss.leaf.high + 1]
        others = " or ".join(title(scenario, "approach", id) for id in near if id)
        return _stopped(f"With another approach in this exchange ({others}) the answer would have been: {answer}")
    asked = say_leaf(scenario, miss.leaf)
    seen = say_seen(scenario, miss.leaf, miss.seen)
    means = [title(scenario, "move", id) for id in miss.moves]
    quoted = " or ".join(f'"{name}"' for name in means[:3])
    by = f" Open to you then: {quoted}." if means else _undone(scenario, miss)
    return f"{_stopped(f'With {asked} (then: {seen}) the answer would have been: {answer}')}{by}"


def _undone(scenario: Scenario, miss: Miss) -> str:
    """That leaving a move undone would have met it; "" where none would."""
    names = " or ".join(f'"{title(scenario, "move", id)}"' for id in miss.undone)
    more = "No further move of these three turns would have met it; leaving"
    return f" {more} {names} undone would have." if names else ""


def _source(scenario: Scenario, id: str) -> str:
    source = scenario.sources.get(id)
    return f"{id}: {source.author}, {source.kind}, {source.date}" if source else id
