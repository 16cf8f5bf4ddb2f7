"""Numbers: meters, flags and channels on which nothing hangs, or which nothing ever moves."""

from __future__ import annotations

from collections.abc import Iterator

from game.content.lint.code import Code, Finding
from game.content.lint.crisis import Crisis
from game.content.problem import Severity
from game.content.schema.doctrine import DoctrineRecord
from game.content.schema.meter import MeterRecord
from game.core.grammar import TO
from game.core.meter import Fog, Meter

UNREAD = Code(
    "L001",
    Severity.WARNING,
    "a meter, purse or flag that nothing asks for",
    "A number without consequence teaches the player to watch what does not matter. Only scripted policies ask for it, "
    "or nothing at all: no condition, no derived meter, no price, no fog.",
    "meters: [{id: morale, title: Morale, start: 50}], raised by moves, and no `when` names morale",
    "Let something hang on it (a rule, an ending, a derived meter), or take it out with the effects that change it.",
)
NEVER_RAISED = Code(
    "L002",
    Severity.WARNING,
    "a flag that is asked for, but never changes",
    "What asks for the flag never holds, and what asks for its absence always does.",
    "when: {minutes-signed: yes}, and no `then` says minutes-signed: yes",
    "Let a move, an answer, an option or an event set it; or ask for something else.",
)
NEVER_MOVED = Code(
    "L003",
    Severity.WARNING,
    "a meter that is asked for, but never changes",
    "A condition on a number that stands still is decided before the game begins.",
    "when: {fuel: at least 40}, and no `then`, price, drift or doctrine ever changes fuel",
    "Let something move it, or take it out together with what asks for it.",
)
SHUT_CHANNEL = Code(
    "L004",
    Severity.HINT,
    "a channel that is asked for, but never opens or closes",
    "A condition on a way to talk that never changes is decided before the game begins.",
    "when: {radio: open}, and no `then` ever changes radio",
    "Let something reduce, close or open it; or ask for something else.",
)
TOO_WIDE = Code(
    "L006",
    Severity.WARNING,
    "a width of the analysts' estimate that is never told",
    "It would hold from a number on which the meter named under `by` never reaches.",
    "fog: {by: insight, widths: {0: 101, 30: 20}}, where insight has range: [0, 20]",
    "Begin it lower, or let the other meter rise so far.",
)
CODES = (UNREAD, NEVER_RAISED, NEVER_MOVED, SHUT_CHANNEL, TOO_WIDE)

_NO_READERS = frozenset({"preference"})
"""What asks for a number without anything coming of it for the player."""
_ASIDE = ("channel", "push")
"""Kinds that count without being asked for: channels decide on misreading, a bloc's push on votes."""


def find(crisis: Crisis) -> Iterator[Finding]:
    """The findings of this family."""
    sounded = {bloc.sounded for bloc in crisis.scenario.blocs}
    set_apart = {name for one in crisis.parts.of(DoctrineRecord) if one.starts for name in one.starts.entries}
    own = {record.key for record in crisis.parts.of(MeterRecord)} - set_apart
    for meter in crisis.scenario.meters:
        asked = crisis.readers[meter.cell]
        if not asked - _NO_READERS and meter.kind not in _ASIDE and meter.cell not in sounded:
            if meter.id not in crisis.asked_elsewhere and f"meter:{meter.id}" in crisis.places:
                yield from crisis.at(UNREAD, f"meter:{meter.id}", f'nothing hangs on "{meter.id}": {_who(asked)}.')
        elif asked - _NO_READERS and _stands_still(crisis, meter):
            yield from _still(crisis, meter, meter.id in own)
        if meter.fog is not None:
            yield from _widths(crisis, meter, meter.fog)


def _widths(crisis: Crisis, meter: Meter, fog: Fog) -> Iterator[Finding]:
    most, by = crisis.reach.most(fog.by), crisis.reach.ground.names[fog.by]
    for low, width in fog.widths:
        if low > most:
            says = f'the estimate of "{meter.id}" is never {width} wide: "{by}" reaches {most}, not {low}.'
            yield from crisis.at(TOO_WIDE, f"meter:{meter.id}", says, "fog")


def _who(asked: set[str]) -> str:
    return "only policies ask for it" if asked else "no condition, derived meter or price asks for it"


def _stands_still(crisis: Crisis, meter: Meter) -> bool:
    (low, high) = crisis.reach.values[meter.cell][0]
    return meter.kind != "derived" and (low, high) == (meter.start, meter.start) and not _written(crisis, meter)


def _written(crisis: Crisis, meter: Meter) -> bool:
    """Whether some effect, possible or not, would change it; a cause that cannot come is a finding of its own."""
    return any(
        effect.cell == meter.cell and not (effect.kind == TO and effect.amount == meter.start)
        for deed in crisis.reach.deeds
        for effect in deed.effects
    )


def _still(crisis: Crisis, meter: Meter, own: bool) -> Iterator[Finding]:
    if meter.kind == "flag" and own:
        state = "up" if meter.start else "down"
        says = f'the flag "{meter.id}" is asked for, but stays {state}: nothing sets it.'
        yield from crisis.at(NEVER_RAISED, f"meter:{meter.id}", says)
    elif meter.kind == "channel":
        says = f'the channel "{meter.id}" is asked for, but nothing ever changes it.'
        yield from crisis.at(SHUT_CHANNEL, f"channel:{meter.id}", says)
    elif own:
        says = f'"{meter.id}" is asked for, but stays at {meter.start}: nothing moves it.'
        yield from crisis.at(NEVER_MOVED, f"meter:{meter.id}", says)
