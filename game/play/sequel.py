"""Sequel: a play that goes on from a finished one of another crisis, with what was prepared there."""

from __future__ import annotations

from typing import NamedTuple

from game.core.scenario import Scenario
from game.core.words import title
from game.fault import Fault

from .playthrough import Crisis, Playthrough


class Legacy(NamedTuple):
    """Something that a play took over: the meter it went into, by id and title, where that started, and why."""

    meter: str
    title: str
    start: int
    says: str


def follows(scenario: Scenario, crisis: str) -> bool:
    """Whether a play of the scenario takes something over from one of this other crisis, named by its id."""
    return any(carry.origin == crisis for carry in scenario.carries)


def taken_over(scenario: Scenario, before: Playthrough) -> dict[str, int]:
    """By meter of the scenario, the value it starts with after this play of another crisis.

    Raises Fault when that is not finished, or is of a crisis from which nothing is taken over.
    """
    id, crisis = scenario.id, before.package.id
    if not follows(scenario, crisis):
        known = sorted({carry.origin for carry in scenario.carries})
        only = f"only from {', '.join(known)}" if known else "from no other crisis"
        raise Fault(f"The save is of {crisis}: {id} takes something over {only}.", code=2)
    if not before.over:
        raise Fault(f"The save of {crisis} has not come to its end: play it out first, then {id} can follow.")
    found = {}
    for carry in scenario.carries:
        if carry.origin == crisis:
            meter = before.scenario.find.meter.get(carry.meter)
            if meter is None:
                raise Fault(f"The {crisis} of this save has no meter '{carry.meter}', which {id} takes over.")
            found[carry.into] = before.state.cells[meter.cell]
    return found


def begun_after(
    before: Playthrough, package: Crisis, seed: int, doctrine: str | None = None, texts: str | None = None
) -> Playthrough:
    """A new play of a package after a finished one of another crisis.

    The same Moscow goes on where both know it, unless a doctrine is named. Raises Fault as `taken_over` does.
    """
    carried = taken_over(package.compile(), before)
    same = doctrine is None and before.doctrine in package.doctrines
    play = Playthrough(package, seed, before.doctrine if same else doctrine, texts, carried)
    if same:
        play.drawn = before.drawn
    play.notes.after = before.package.id
    return play


def legacies(play: Playthrough) -> list[Legacy]:
    """What a play took over, in the order of its meters; what is hidden only after the end. None for a first play."""
    scenario, found = play.scenario, []
    for carry in sorted(scenario.carries, key=lambda carry: carry.into):
        if carry.origin == play.notes.after and carry.into in play.carried:
            meter = scenario.find.meter[carry.into]
            if meter.sight != "hidden" or play.over:
                name, says = title(scenario, "meter", meter.id), scenario.text(f"carry.{carry.id}.says")
                found.append(Legacy(meter.id, name, meter.start, says))
    return found
