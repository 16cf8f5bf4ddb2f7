"""Outcomes: events that never happen, endings that never come or always do, aims that are met from the start."""

from __future__ import annotations

from collections.abc import Iterator

from game.content.lint.code import Code, Finding
from game.content.lint.conditions import why
from game.content.lint.crisis import Crisis
from game.content.lint.narrow import Box, narrowed
from game.content.problem import Severity
from game.core.grammar import When
from game.core.page import Ending

NO_EVENT = Code(
    "L040",
    Severity.WARNING,
    "an event that can never happen",
    "Its condition cannot hold, on its date or at all: events are judged as a turn begins, when nothing of `this turn` "
    "has come about yet.",
    "events: [{id: thaw, ..., when: {trust: at least 90}}], where nothing takes trust above 60",
    "Ask for less, or let something bring about what it waits for.",
)
NO_ENDING = Code(
    "L041",
    Severity.WARNING,
    "an ending that can never be reached",
    "Its condition cannot hold, or cannot on the day on which the outcome is judged.",
    "endings: [{id: peace, ..., when: {trust: at least 90}}], where nothing takes trust above 60",
    "Ask for less, let something bring about what it waits for, or make it `early` if it can only hold before.",
)
OVERTAKEN = Code(
    "L042",
    Severity.WARNING,
    "an ending that another one always comes before",
    "Another ending of greater salience holds whenever this one does, so this one is never the first.",
    "salience 50, when: {trust: at least 40}; below it salience 30, when: {trust: at least 60}",
    "Give the special ending more salience, or the general one a narrower condition.",
)
ALWAYS = Code(
    "L043",
    Severity.WARNING,
    "an ending that comes however one plays",
    "Nothing that can be done keeps its condition from holding, or it is `early` and asks for nothing, so that the "
    "game is over after the first turn. What ends the game by default stands last and has no `when`.",
    "salience 90, when: {trust: at least 5}, where nothing takes trust below 10",
    "Ask for more; or leave the `when` out and give it the least salience.",
)
MET = Code(
    "L044",
    Severity.HINT,
    "an aim that is always met",
    "Nothing in the scenario can keep it from being met, so that it says nothing about how one has played.",
    "aims: [{id: stay-calm, ..., when: {rung: at most 6}}], where no effect takes the rung above 4",
    "Ask for more, or let something endanger it.",
)
CODES = (NO_EVENT, NO_ENDING, OVERTAKEN, ALWAYS, MET)


def find(crisis: Crisis) -> Iterator[Finding]:
    """The findings of this family."""
    for event in crisis.scenario.happenings:
        key = f"event:{event.id}"
        if not crisis.can(key):
            says = f'the event "{event.id}" can never happen: {_reason(crisis, key)}'
            yield from crisis.at(NO_EVENT, key, says)
    yield from _endings(crisis)
    for aim in crisis.scenario.aims:
        if _always(crisis, aim.when, last=False):
            yield from crisis.at(MET, f"aim:{aim.id}", f'the aim "{aim.id}" is met however one plays.', "when")


def _reason(crisis: Crisis, key: str) -> str:
    if not crisis.scenario.events_per_turn and not crisis.places[key].node.entries.get("date"):
        return "the card says `events_per_turn: 0`."
    return why(crisis, crisis.deeds[key])


def _endings(crisis: Crisis) -> Iterator[Finding]:
    before: list[Ending] = []
    for ending in crisis.scenario.find.endings:
        key = f"ending:{ending.id}"
        if not crisis.can(key):
            says = f'the ending "{ending.id}" can never be reached: {why(crisis, crisis.deeds[key])}'
            yield from crisis.at(NO_ENDING, key, says)
            continue
        first = next((one for one in before if _comes_before(crisis, one, ending)), None)
        if first is not None:
            says = f'the ending "{ending.id}" never comes: whenever it could, "{first.id}" is reached before it.'
            yield from crisis.at(OVERTAKEN, key, says)
        elif ending.early and not ending.when:
            says = f'the ending "{ending.id}" is `early` and asks for nothing: the game is over after one turn.'
            yield from crisis.at(ALWAYS, key, says)
        elif ending.when and _always(crisis, ending.when, last=not ending.early):
            says = f'the ending "{ending.id}" comes however one plays: its condition always holds.'
            yield from crisis.at(ALWAYS, key, says, "when")
        before.append(ending)


def _comes_before(crisis: Crisis, one: Ending, other: Ending) -> bool:
    """Whether `one`, which is asked first, holds whenever the other one does and is asked."""
    if other.early and not one.early:
        return False
    box = _box(crisis, other.when, last=not other.early)
    known = [frozenset(group) for group in other.when]
    return box is not None and all(
        box.holds(group) or any(theirs <= frozenset(group) for theirs in known) for group in one.when
    )


def _always(crisis: Crisis, when: When, last: bool) -> bool:
    """Whether the condition holds at the end of any turn, or of the last one."""
    box = _box(crisis, (), last)
    return box is not None and all(box.holds(group) for group in when)


def _box(crisis: Crisis, when: When, last: bool) -> Box | None:
    deed = crisis.deeds["end:last" if last else "end:any"][0]
    return narrowed(when, deed.given, crisis.reach.ground, crisis.reach.values, deed.late)
