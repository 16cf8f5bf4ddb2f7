"""Delays: effects that come when it is too late: after the last day, or just before a purse is filled anyway."""

from __future__ import annotations

from collections.abc import Iterator

from game.content.lint.code import Code, Finding
from game.content.lint.conditions import standing
from game.content.lint.crisis import Crisis
from game.content.lint.deed import Deed
from game.content.lint.desk import at_the_desk
from game.content.problem import Severity
from game.core.meter import Meter

WIPED = Code(
    "L005",
    Severity.WARNING,
    "a change of a purse that is filled again before anybody can miss it",
    "A purse with `refill: yes` is set to its start as each turn begins, whatever was in it. What answers, promises, "
    "votes and drifts take or give comes after the moves of one turn and before that, events and what was delayed just "
    "then: it is in the news, and no move feels it. Nothing else asks for the purse in between.",
    "events: [{id: storm, ..., then: {hours: -2}}], where hours is a purse with refill: yes",
    "Change a number that stays, or let the purse fill by `income` in place of `refill`.",
)
TOO_LATE = Code(
    "L013",
    Severity.WARNING,
    "an effect that falls due after the last day",
    "What it comes with is possible so late only that the delay takes it past the end of the game.",
    "a move with when: {turn: at least 5}, then: {trust: +3 after 4 turns}, in a crisis of 7 turns",
    "Shorten the delay, or let the cause come earlier.",
)
CODES = (WIPED, TOO_LATE)

_BEFORE_PAYING = frozenset({"price", "move", "option", "response", "sponsor"})
_ONLY_TOLD = frozenset({"preference", "advice", "lesson", "until"})


def find(crisis: Crisis) -> Iterator[Finding]:
    """The findings of this family."""
    for key, deeds in crisis.deeds.items():
        if crisis.can(key):
            yield from _late(crisis, key, deeds)
    for meter in crisis.scenario.meters:
        if meter.refill and not crisis.readers[meter.cell] - _BEFORE_PAYING - _ONLY_TOLD:
            yield from _wiped(crisis, meter)


def _late(crisis: Crisis, key: str, deeds: list[Deed]) -> Iterator[Finding]:
    first, turns = crisis.reach.windows[key][0], crisis.scenario.turns
    lost = {(effect.cell, effect.after) for deed in deeds for effect in deed.effects if first + effect.after > turns}
    for cell, after in sorted(lost):
        name, place = crisis.reach.ground.names[cell], standing(key)
        delay = "one turn" if after == 1 else f"{after} turns"
        says = (
            f'the change of "{name}" never comes: turn {first} is the first in which it can be caused, '
            f"{delay} later the game of {turns} is over."
        )
        yield from crisis.at(TOO_LATE, place, says, "then")


def _wiped(crisis: Crisis, meter: Meter) -> Iterator[Finding]:
    for key, deeds in crisis.deeds.items():
        changes = [(deed, effect) for deed in deeds for effect in deed.effects if effect.cell == meter.cell]
        if not changes or not crisis.can(key):
            continue
        if all(effect.after or not (_filled(deed) or at_the_desk(crisis, deed)) for deed, effect in changes):
            says = f'this change of "{meter.id}" is never felt: the purse is filled again before the next move is paid.'
            yield from crisis.at(WIPED, standing(key), says, "then")


def _filled(deed: Deed) -> bool:
    """Whether a deed is an income of a purse, which comes when that has just been filled."""
    return any(after.startswith("income:") for after in deed.after)
