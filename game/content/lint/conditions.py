"""Conditions: what asks for things that cannot go together, or that never come, or that are always so."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from game.content.lint.code import Code, Finding
from game.content.lint.crisis import Crisis
from game.content.lint.deed import Deed
from game.content.lint.narrow import Box, narrowed
from game.content.problem import Severity
from game.core.grammar import Group, When
from game.core.scenario import Scenario
from game.core.words import say_leaf

CONTRADICTION = Code(
    "L010",
    Severity.WARNING,
    "a condition whose parts cannot hold together",
    "Nothing that could come about makes it hold: two intervals do not meet, something is asked to have happened and "
    "not to have happened, or it asks at the beginning of a turn for what only comes later in one.",
    "when: [{trust: at least 60}, {trust: below 40}]",
    "Mend one of the parts. For one of several write `any`. A move's `when` and an event's are judged as the turn "
    "begins, when nothing of `this turn` has come but, for a move, events; and answers of one phase do not see one "
    "another: ask for an earlier turn.",
)
NEVER = Code(
    "L011",
    Severity.WARNING,
    "a condition that nothing in the scenario can make hold",
    "Each part is sound, but what it waits for cannot come about here: no effect goes so far, or what would bring it "
    "is itself impossible. So the clause, option, scene, aim, advice or preference is never seen.",
    "also: [{when: {rung: at least 6}, then: {trust: -4}}], where no effect takes the rung above 4",
    "Ask for less, or let something bring about what is asked for.",
)
ALWAYS = Code(
    "L012",
    Severity.HINT,
    "a part of a condition that always holds",
    "It asks for what is never otherwise in this scenario, so it says nothing; often another number was meant. In a "
    "rule it still makes the rule more specific.",
    "when: {partners: at least 20}, where nothing takes the partners below 30",
    "Ask for more, or leave that part out.",
)
CODES = (CONTRADICTION, NEVER, ALWAYS)

_OWN_CODE = frozenset(
    {"move", "rule", "answer", "event", "ending", "option", "rung", "promise", "due", "kept", "lesson"}
)
"""Kinds of which another family says when they can never come about."""
_FIELDS = {"due": "trigger", "kept": "kept_when", "until": "until"}


def find(crisis: Crisis) -> Iterator[Finding]:
    """The findings of this family."""
    for key, deeds in crisis.deeds.items():
        kind = key.partition(":")[0]
        place = standing(key)
        if not any(deed.own for deed in deeds) or place not in crisis.places:
            continue
        name = crisis.places[place].name
        field = _FIELDS.get(kind, "when")
        if crisis.can(key):
            yield from _idle(crisis, deeds, name, place, field)
        elif all(crisis.contradicts_itself(deed) for deed in deeds):
            if kind != "clause" or not _hopeless(crisis, deeds):
                yield from crisis.at(CONTRADICTION, place, f"{name}: {why(crisis, deeds)}", field)
        elif kind not in _OWN_CODE and not _hopeless(crisis, deeds) and not _drifts(crisis, key):
            yield from crisis.at(NEVER, place, f"{name} can never come: {why(crisis, deeds)}", field)


def standing(key: str) -> str:
    """Where a thing stands; what one drift does to several meters stands at the one drift."""
    kind, _, id = key.partition(":")
    return f"drift:{id.partition('.')[0]}" if kind == "drift" else key


def _drifts(crisis: Crisis, key: str) -> bool:
    """Whether the drift that this belongs to does something else, or waits only until its meter has moved."""
    start = standing(key)
    if not key.startswith("drift:"):
        return False
    pulled = key != start and all(_possible(crisis, deed.own[:-1]) for deed in crisis.deeds[key])
    return pulled or any(crisis.can(other) for other in crisis.deeds if standing(other) == start)


def _possible(crisis: Crisis, when: When) -> bool:
    return narrowed(when, (), crisis.reach.ground, crisis.reach.values, frozenset()) is not None


def _hopeless(crisis: Crisis, deeds: list[Deed]) -> bool:
    """Whether what these come with can never come, which is then said of that."""
    return all(deed.after and not any(crisis.can(key) for key in deed.after) for deed in deeds)


def why(crisis: Crisis, deeds: list[Deed]) -> str:
    """Why none of these deeds can come about, by the least impossible of them."""
    scenario, ground = crisis.scenario, crisis.reach.ground
    if all(not deed.odds for deed in deeds):
        return "its odds are 0%."
    found = [deed for deed in deeds if crisis.box(deed) is None]
    if not found:
        return "what it follows from never comes, or it costs more than the purses can hold."
    deed = found[0]

    def can(when: When, base: object = None) -> bool:
        values = ground.ranges if base else crisis.reach.values
        return narrowed(when, deed.given, ground, values, deed.late) is not None

    alone = [group for group in deed.own if not can((group,))]
    if alone:
        never = not can((alone[0],), base=ground)
        if never and any(leaf.cell in deed.late for leaf in alone[0]):
            return f"{said(scenario, alone[0])} cannot be asked here: it is judged before that can have come this turn."
        return f"{said(scenario, alone[0])} {'cannot be asked here' if never else 'never comes about'}."
    for one, other in combinations(deed.own, 2):
        if not can((one, other)):
            return f"{said(scenario, one)} and {said(scenario, other)} never hold together."
    return "its parts never hold together."


def said(scenario: Scenario, group: Group) -> str:
    """A part of a condition in words, in brackets."""
    return "(" + " or ".join(say_leaf(scenario, leaf) for leaf in group) + ")"


def _idle(crisis: Crisis, deeds: list[Deed], name: str, place: str, field: str) -> Iterator[Finding]:
    """Parts that hold at any time, whatever comes about."""
    ground, values = crisis.reach.ground, crisis.reach.values
    box = Box(ground, values, deeds[0].late, (1, crisis.scenario.turns))
    if deeds[0].key.startswith(("aim:", "ending:", "until:")) and all(box.holds(group) for group in deeds[0].own):
        return  # of which another finding tells
    for group in deeds[0].own:
        if box.holds(group) and not any(_given(crisis, leaf.cell) for leaf in group):
            yield from crisis.at(ALWAYS, place, f"{name}: {said(ground.scenario, group)} always holds.", field)


def _given(crisis: Crisis, cell: int) -> bool:
    """Whether a cell is asked for by the language itself, or never changes, of which another finding tells.

    Nor is it told of channels: that something needs one is worth writing down, even where nothing closes it.
    """
    ground, start = crisis.reach.ground, crisis.scenario.cells[cell].start
    meter = crisis.scenario.find.meter_at.get(cell)
    if (meter is not None and meter.kind == "channel") or crisis.reach.values[cell] == ((start, start),):
        return True
    return ground.kinds[cell] in ("draft", "wait", "promise") or (
        ground.kinds[cell] == "clock" and cell != crisis.scenario.clock.turn
    )
