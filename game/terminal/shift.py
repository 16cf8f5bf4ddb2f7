"""Shift: what a choice moved: the numbers before and after it on one line, and what moved without anybody's doing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator

from game.core.chronicle import Change, changes
from game.core.event import Cause
from game.core.gauge import Gauge
from game.core.naming import cause_name
from game.core.scenario import Scenario
from game.core.step import Step
from game.core.view import View

UNASKED = ("drift", "income", "delay", "schedule")
"""Kinds of causes that nobody in the room has chosen in this turn."""
FAR = 6
"""Hundredths of its scale that a number moves before its reasons are told unasked."""
MOST, NAMED = 2, 3
"""How many such numbers are told of, and how many reasons of each."""


def shifts(before: View, after: View) -> Iterator[str]:
    """Each number, flag and channel the seat sees that stands otherwise than before, as a few words.

    Partners' lines are left out: what is made of them tells it.
    """
    for gauge, was in moved(before, after):
        yield _shift(was, gauge)
    yield from opened(before, after)


def beside(before: View, after: View, shown: Container[str]) -> Iterator[str]:
    """The same without the numbers that stand under one another on the page: those on the desk, and others `shown`."""
    for gauge, was in moved(before, after):
        if gauge.sight != "desk" and gauge.id not in shown:
            yield _shift(was, gauge)
    yield from opened(before, after)


def moved(before: View, after: View) -> Iterator[tuple[Gauge, Gauge]]:
    """Each number that stands otherwise than before, as it is and as it was."""
    old = {gauge.id: gauge for gauge in before.gauges}
    lines = {f"{id}.line" for id, _, _ in after.partners}
    for gauge in after.gauges:
        was = old[gauge.id]
        if (was.low, was.high) != (gauge.low, gauge.high) and gauge.id not in lines:
            yield gauge, was


def opened(before: View, after: View) -> Iterator[str]:
    """Each way to talk that is more or less open than before."""
    doors = {id: state for id, _, state in before.channels}
    yield from (f"{name}: {state}" for id, name, state in after.channels if doors.get(id) != state)


def _shift(was: Gauge, now: Gauge) -> str:
    if now.kind == "flag":
        return f"{now.title}: {now.word or ('yes' if now.low else 'no')}"
    if now.low != now.high:
        return f"{now.title} between {now.low} and {now.high}"
    word = f" ({now.word})" if now.word and now.word != was.word else ""
    return f"{now.title} {now.low - was.low:+} to {now.low}{word}" if was.low == was.high else f"{now.title} {now.low}"


def unasked(scenario: Scenario, step: Step) -> str:
    """What moved of itself in a step, such as "Work on the sites +8"; "" for nothing. Hours that come back are not.

    What `leaps` tells of is left out.
    """
    found, told = [], {change.id for change in _leapt(scenario, step)}
    for change in changes(scenario, step, over=False):
        meter = scenario.find.meter[change.id]
        by = sum(amount for amount, cause in change.shares if cause.kind in UNASKED)
        if by and meter.sight == "desk" and not meter.refill and change.id not in told:
            found.append(f"{change.title} {by:+}")
    return ", ".join(found)


def leaps(scenario: Scenario, step: Step) -> str:
    """What moved the numbers on the desk that moved most in a step, as "Danger +12: Full ahead +9, of itself +3"."""
    return "; ".join(f"{change.title} {change.by:+}: {_shares(scenario, change)}" for change in _leapt(scenario, step))


def _leapt(scenario: Scenario, step: Step) -> list[Change]:
    """The changes that want a reason: at most `MOST`, each far enough on its scale, and not only of itself."""
    found = []
    for change in changes(scenario, step, over=False):
        meter = scenario.find.meter[change.id]
        far = abs(change.by) * 100 // (meter.high - meter.low)
        if meter.sight == "desk" and meter.kind != "purse" and far >= FAR and not all(_alone(s) for s in change.shares):
            found.append((far, change))
    return [change for _, change in sorted(found, key=lambda pair: -pair[0])[:MOST]]


def _alone(share: tuple[int, Cause]) -> bool:
    return share[1].kind in UNASKED


def _shares(scenario: Scenario, change: Change) -> str:
    by: Counter[str] = Counter()
    for share in change.shares:
        by["of itself" if _alone(share) else cause_name(scenario, share[1])] += share[0]
    told = sorted(((name, amount) for name, amount in by.items() if amount), key=lambda pair: -abs(pair[1]))
    if len(told) > NAMED + 1:
        rest = sum(amount for _, amount in told[NAMED:])
        told[NAMED:] = [("the rest", rest)] if rest else []
    return ", ".join(f"{name} {amount:+}" for name, amount in told)
