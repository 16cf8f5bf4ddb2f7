"""Shift: what a choice moved: the numbers before and after it on one line, and what moved without anybody's doing."""

from __future__ import annotations

from collections.abc import Iterator

from game.core.chronicle import changes
from game.core.gauge import Gauge
from game.core.scenario import Scenario
from game.core.step import Step
from game.core.view import View

UNASKED = ("drift", "income", "delay", "schedule")
"""Kinds of causes that nobody in the room has chosen in this turn."""


def shifts(before: View, after: View) -> Iterator[str]:
    """Each number, flag and channel the seat sees that stands otherwise than before, as a few words.

    Partners' lines are left out: what is made of them tells it.
    """
    for gauge, was in moved(before, after):
        yield _shift(was, gauge)
    yield from opened(before, after)


def beside(before: View, after: View) -> Iterator[str]:
    """The same without the numbers on the desk, which stand under one another with what they moved by."""
    for gauge, was in moved(before, after):
        if gauge.sight == "hidden":
            yield f"{_shift(was, gauge)} ({gauge.hangs})" if gauge.hangs else _shift(was, gauge)
        elif gauge.sight != "desk":
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
    """What moved of itself in a step, such as "Work on the sites +8"; "" for nothing. Hours that come back are not."""
    found = []
    for change in changes(scenario, step, over=False):
        meter = scenario.find.meter[change.id]
        by = sum(amount for amount, cause in change.shares if cause.kind in UNASKED)
        if by and meter.sight == "desk" and not meter.refill:
            found.append(f"{change.title} {by:+}")
    return ", ".join(found)
