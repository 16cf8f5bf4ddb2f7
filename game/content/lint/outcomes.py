"""Outcomes: events that never happen, endings that never come or always do, aims that are met from the start."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from game.content.lint.code import Code, Finding
from game.content.lint.conditions import said, why
from game.content.lint.crisis import Crisis
from game.content.lint.narrow import Box, narrowed
from game.content.problem import Severity
from game.core.act import Happening
from game.core.grammar import Leaf, When
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
BEGUN = Code(
    "L045",
    Severity.WARNING,
    "an early ending whose condition holds as the game begins",
    "It is judged at the end of the first turn: unless what is done in that one turn changes it, the game is over "
    "before it has begun. Mostly a digit was lost, or `at least` stands for `at most`.",
    "early: yes, when: {danger: at least 9}, where danger has start: 15",
    "Ask for what is not so from the start.",
)
AT_ONCE = Code(
    "L046",
    Severity.HINT,
    "an event without a date that comes on the first turn of every game",
    "Its condition holds as the game begins, and it has no `odds`. Mostly `at most` stands for `at least`.",
    "events: [{id: thaw, ..., when: {trust: at most 70}}], where trust has start: 30",
    "Ask for what is not so from the start; or give it the first date.",
)
UNTOLD = Code(
    "L047",
    Severity.WARNING,
    "a text that an earlier one of its list always comes before",
    "Of several texts the first whose `when` holds is shown. Whenever this one's does, that of an earlier one does.",
    "text: [{when: {trust: at least 40}, text: ...}, {when: {trust: at least 60}, text: ...}, {text: ...}]",
    "Put the special text before the general one.",
)
CODES = (NO_EVENT, NO_ENDING, OVERTAKEN, ALWAYS, MET, BEGUN, AT_ONCE, UNTOLD)


def find(crisis: Crisis) -> Iterator[Finding]:
    """The findings of this family."""
    for event in crisis.scenario.happenings:
        key = f"event:{event.id}"
        if not crisis.can(key):
            says = f'the event "{event.id}" can never happen: {_reason(crisis, key)}'
            yield from crisis.at(NO_EVENT, key, says)
        elif event.turn and event.when:
            yield from _too_early(crisis, event)
        elif _at_once(crisis, event):
            says = f'the event "{event.id}" comes on the first turn of every game: {_begun(crisis, event.when)} then.'
            yield from crisis.at(AT_ONCE, key, says, "when")
    yield from _endings(crisis)
    yield from _texts(crisis)
    for aim in crisis.scenario.aims:
        if _always(crisis, aim.when, last=False):
            yield from crisis.at(MET, f"aim:{aim.id}", f'the aim "{aim.id}" is met however one plays.', "when")


def _reason(crisis: Crisis, key: str) -> str:
    if not crisis.scenario.events_per_turn and not crisis.places[key].node.entries.get("date"):
        return "the card says `events_per_turn: 0`."
    return why(crisis, crisis.deeds[key])


def _too_early(crisis: Crisis, event: Happening) -> Iterator[Finding]:
    """That the condition of a dated event cannot hold on its day yet."""
    key = f"event:{event.id}"
    deed = crisis.deeds[key][0]
    if crisis.soon.box(deed, event.turn) is None:
        parts = [replace(deed, own=(group,)) for group in deed.own]
        early = [part.own[0] for part in parts if crisis.soon.box(part, event.turn) is None]
        which = said(crisis.scenario, early[0]) if early else "its condition"
        day = crisis.scenario.dates[event.turn - 1]
        says = f'the event "{event.id}" can never happen: {which} cannot hold as early as {day}.'
        yield from crisis.at(NO_EVENT, key, says, "date")


def _at_once(crisis: Crisis, event: Happening) -> bool:
    """Whether an event comes of itself as the game begins; one that asks for nothing but the date means to."""
    clock = crisis.scenario.clock.turn
    asks = any(leaf.cell != clock for group in event.when for leaf in group)
    return not event.turn and event.odds >= 100 and asks and crisis.begins_with(event.when)


def _begun(crisis: Crisis, when: When) -> str:
    """What of a condition holds before anything is done, in words."""
    held = [next((leaf,) for leaf in group if crisis.begins_with(((leaf,),))) for group in when]
    return f"{' and '.join(said(crisis.scenario, group) for group in held)} holds"


def _texts(crisis: Crisis) -> Iterator[Finding]:
    """Texts of endings and stages that are never the first."""
    lists = [stage.scenes for summit in crisis.scenario.summits for stage in summit.stages]
    for scenes in (*(ending.scenes for ending in crisis.scenario.endings), *lists):
        before: list[When] = []
        for when, text in scenes:
            key = f"scene:{text}"
            box = crisis.box(crisis.deeds[key][0]) if crisis.can(key) else None
            if box is not None and when:
                known = [frozenset(group) for group in crisis.deeds[key][0].own]
                first = next((n for n, one in enumerate(before, 1) if one and _follows(box, known, one)), None)
                if first is not None:
                    name = crisis.places[key].name
                    says = f"{name} is never shown: whenever its `when` holds, text {first} comes before it."
                    yield from crisis.at(UNTOLD, key, says, "when")
            before.append(when)


def _follows(box: Box, known: Sequence[frozenset[Leaf]], when: When) -> bool:
    """Whether a condition holds in the box, of which some groups are known to hold."""
    return all(box.holds(group) or any(theirs <= frozenset(group) for theirs in known) for group in when)


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
        elif ending.early and crisis.begins_with(ending.when):
            says = (
                f'the early ending "{ending.id}" holds as the game begins: {_begun(crisis, ending.when)}, '
                "and unless the first turn changes that, the game is over after it."
            )
            yield from crisis.at(BEGUN, key, says, "when")
        before.append(ending)


def _comes_before(crisis: Crisis, one: Ending, other: Ending) -> bool:
    """Whether `one`, which is asked first, holds whenever the other one does and is asked."""
    if other.early and not one.early:
        return False
    box = _box(crisis, other.when, last=not other.early)
    known = [frozenset(group) for group in other.when]
    return box is not None and _follows(box, known, one.when)


def _always(crisis: Crisis, when: When, last: bool) -> bool:
    """Whether the condition holds at the end of any turn, or of the last one."""
    box = _box(crisis, (), last)
    return box is not None and all(box.holds(group) for group in when)


def _box(crisis: Crisis, when: When, last: bool) -> Box | None:
    deed = crisis.deeds["end:last" if last else "end:any"][0]
    return narrowed(when, deed.given, crisis.reach.ground, crisis.reach.values, deed.late)
