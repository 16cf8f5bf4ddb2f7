"""History: where the real course, as it is written down, does what the crisis does not allow on that day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from game.content.lint.code import Code, Finding
from game.content.lint.crisis import Crisis
from game.content.node import Scalar
from game.content.problem import Severity
from game.content.schema.page import PastRecord
from game.core.act import Move

CLOSED = Code(
    "L086",
    Severity.WARNING,
    "a move of history that is not open on its day",
    "Its `when` cannot hold so early or so late, or by then it has been made as often as it may be. The line of "
    "history cannot be played there, and the backtest leaves the move out.",
    "history: [{date: 2021-01-04, choices: [offer-fuel]}], where offer-fuel has when: {turn: at least 2}",
    "Put the move on a day on which it is open, or open it on that day.",
)
CODES = (CLOSED,)


def find(crisis: Crisis) -> Iterator[Finding]:
    """The findings of this family."""
    scenario, made, last = crisis.scenario, Counter[str](), dict[str, int]()
    for past, turn in zip(crisis.parts.of(PastRecord), (one.turn for one in scenario.past), strict=True):
        for choice in past.choices:
            move = scenario.find.move.get(choice.text)
            if move is not None:
                reason = _closed(crisis, move, turn) or _spent(move, made[move.id], turn - last.get(move.id, -turn))
                if reason:
                    yield _finding(past, choice, reason)
                made[move.id] += 1
                last[move.id] = turn


def _finding(past: PastRecord, choice: Scalar, reason: str) -> Finding:
    says = f'history makes "{choice.text}" on {past.date.text}, when it is closed: {reason}.'
    return Finding(CLOSED, choice, past.date, says)


def _closed(crisis: Crisis, move: Move, turn: int) -> str:
    """Why the condition of a move cannot hold in this turn; "" if it can, or if it never can."""
    key = f"move:{move.id}"
    if not crisis.can(key) or crisis.soon.box(crisis.deeds[key][0], turn) is not None:
        return ""
    first, last = crisis.reach.windows[key]
    if not first <= turn <= last:
        days = crisis.scenario.dates
        return f"it is open only on {days[first - 1]}" if first == last else (
            f"it is open only from {days[first - 1]} to {days[last - 1]}"
        )
    return "its `when` cannot hold by then"


def _spent(move: Move, made: int, since: int) -> str:
    """Why a move is used up or resting, when history has made it so often and so many turns ago; "" if it is not."""
    if move.times and made >= move.times:
        return f"it has been made {made} times by then, as often as it may be" if made > 1 else "it can be made once"
    return f"it rests, and can be made every {move.every} turns" if made and since < move.every else ""
