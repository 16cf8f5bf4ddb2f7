"""Card: a move as it lies on the desk: its price, whom it binds, and why it is closed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from .act import Move
from .choice import Refusal, refusal
from .condition import Check
from .grammar import FAR, NEVER, Leaf
from .lookup import CONTEST, JOINT, SUMMIT
from .scenario import Scenario
from .state import State
from .words import say_day, say_group, say_price, title

ONE_OF = {JOINT: "One joint measure a turn", SUMMIT: "One summit a turn", CONTEST: "One quarrel at a time"}

UNHEARD = "It waits on something that may yet happen."


class Card(NamedTuple):
    """A move on the desk. `closed` is empty when it may be made, else the reason in words and its kind.

    `untold`: it waits on something that has not come about in this play, so that its very name tells of that.
    """

    id: str
    title: str
    text: str
    instrument: str
    price: str
    cost: tuple[tuple[str, int], ...]
    closed: str
    kind: str
    private: bool
    sunk: int
    audience: int
    consent: str
    risks: tuple[str, ...]
    promises: tuple[str, ...]
    made: int
    untold: bool


def say_refusal(scenario: Scenario, why: Refusal) -> str:
    """Why a move is closed, as a sentence."""
    match why.kind:
        case "waiting":
            return "What is going on wants an answer first."
        case "done":
            return "Already done this turn."
        case "used":
            return "It has been used as often as it can be."
        case "resting":
            return "Too soon after the last time."
        case "price":
            return "Not enough: " + say_price(scenario, why.short) + " short."
        case "condition":
            return _unmet(scenario, why.checks)
    takes = scenario.find.menu[why.move][2]
    one = [words for bit, words in ONE_OF.items() if takes & bit]
    return f"{' and '.join(one)}, or no more moves." if one else "Nothing more can be started this turn."


def _unmet(scenario: Scenario, unmet: Sequence[Check]) -> str:
    """What a move waits for: a date first, then what else it needs."""
    dates = [check for check in unmet if len(check.group) == 1 and check.group[0].cell == scenario.clock.turn]
    asked = dict.fromkeys(_asked(scenario, check) for check in unmet if check not in dates)
    said = [_dated(scenario, check) for check in dates]
    said += [f"Needs: {'; '.join(part for part in asked if part)}."] if any(asked) else []
    said += [UNHEARD] if "" in asked and not any(asked) else []
    return " ".join(said) or "Opens at the next date."


def _dated(scenario: Scenario, check: Check) -> str:
    leaf, turn = check.group[0], check.seen[0]
    if turn < leaf.low:
        return f"Not before {say_day(scenario, leaf.low)}."
    return f"Too late: it was open before {say_day(scenario, leaf.high + 1)}."


def _asked(scenario: Scenario, check: Check) -> str:
    """What a condition of a move asks for; "" where that has not come about in this play, and so is not named."""
    pairs = zip(check.group, check.seen, strict=True)
    known = tuple(leaf for leaf, seen in pairs if not _unheard(scenario, leaf, seen))
    rest = " or another turn of events" if known and len(known) < len(check.group) else ""
    return say_group(scenario, known) + rest


def _unheard(scenario: Scenario, leaf: Leaf, seen: int) -> bool:
    kind = scenario.cells[leaf.cell].key.partition(":")[0]
    if kind == "outcome":
        return seen == 0  # not settled, perhaps not even begun
    return kind in ("given", "seen") and (seen > FAR // 10 if leaf.age else seen == NEVER)


def _untold(scenario: Scenario, why: Refusal | None) -> bool:
    return why is not None and any(
        all(_unheard(scenario, leaf, seen) for leaf, seen in zip(check.group, check.seen, strict=True))
        for check in why.checks
    )


def card(scenario: Scenario, state: State, move: Move) -> Card:
    """A move as it lies on the desk in this blurred State."""
    why = refusal(scenario, state, move)
    consent = ""
    if move.joint is not None:
        names = ", ".join(title(scenario, "partner", scenario.partners[index].id) for index in move.joint.partners)
        consent = f"{move.joint.needs} of {len(move.joint.partners)} must agree ({names})"
    statuses = {promise.status: promise.id for promise in scenario.promises}
    promises = tuple(
        title(scenario, "promise", statuses[effect.cell])
        for clause in move.clauses
        for effect in clause.effects
        if effect.cell in statuses
    )
    risks = tuple(f"{clause.odds}%" for clause in move.clauses if clause.odds < 100)
    return Card(
        move.id,
        title(scenario, "move", move.id),
        scenario.text(f"move.{move.id}.text"),
        move.instrument,
        say_price(scenario, move.price),
        tuple((scenario.find.meter_at[purse].id, amount) for purse, amount in move.price if amount),
        say_refusal(scenario, why) if why else "",
        why.kind if why else "",
        move.act.private,
        move.sunk,
        move.audience,
        consent,
        risks,
        promises,
        state.cells[move.count],
        _untold(scenario, why),
    )
