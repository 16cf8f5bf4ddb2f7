"""Changes: the closed grammar of effects, as one table.

An effect shows its sign or its kind: `+5`, `to 40`, `yes`. In a form N and K stand for whole numbers.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.core.grammar import ADD, TO


@dataclass(frozen=True, slots=True)
class Change:
    """What happens to the cell of a role: ADD or TO with an amount, at once, later or spread over turns.

    With `amount` None the cell takes the subject's own number.
    """

    role: str
    kind: int
    amount: int | None
    after: int = 0
    over: int = 1


@dataclass(frozen=True, slots=True)
class EffectPhrase:
    """An effect: changes worked out from the numbers of the phrase. `example` is one line of a scenario."""

    kind: str
    form: str
    says: str
    example: str
    changes: Callable[..., tuple[Change, ...]]


def _add(amount: int, after: int = 0, over: int = 1) -> tuple[Change, ...]:
    return (Change("value", ADD, amount, after, over),)


def _to(role: str, value: int) -> Callable[[], tuple[Change, ...]]:
    return lambda: (Change(role, TO, value),)


def _pull(value: int, by: int) -> tuple[Change, ...]:
    return (Change("pull", TO, value, over=by),)


PULL = EffectPhrase(
    "meter",
    "toward N by K",
    "each turn it comes K nearer to N; only under `drift`",
    "grain-price: toward 60 by 3",
    _pull,
)

EFFECTS: tuple[EffectPhrase, ...] = (
    EffectPhrase("meter", "+N", "it rises by N", "unity: +5", lambda n: _add(n)),
    EffectPhrase("meter", "-N", "it falls by N", "unity: -5", lambda n: _add(-n)),
    EffectPhrase(
        "meter",
        "+N over K turns",
        "it rises by N in all, in K shares, the first now and the larger first",
        "cost: +14 over 2 turns",
        lambda n, k: _add(n, over=k),
    ),
    EffectPhrase(
        "meter",
        "-N over K turns",
        "it falls by N in all, in K shares",
        "cost: -3 over 2 turns",
        lambda n, k: _add(-n, over=k),
    ),
    EffectPhrase(
        "meter",
        "+N after K turns",
        "it rises by N when K turns have passed",
        "cost: +10 after 2 turns",
        lambda n, k: _add(n, after=k),
    ),
    EffectPhrase(
        "meter",
        "-N after K turns",
        "it falls by N when K turns have passed",
        "cost: -10 after 2 turns",
        lambda n, k: _add(-n, after=k),
    ),
    EffectPhrase("meter", "to N", "it becomes N", "grain-price: to 40", lambda n: (Change("value", TO, n),)),
    PULL,
    EffectPhrase("flag", "yes", "the flag goes up", "prepared: yes", _to("value", 1)),
    EffectPhrase("flag", "no", "the flag goes down", "prepared: no", _to("value", 0)),
    EffectPhrase("channel", "open", "the channel opens", "embassies: open", _to("value", 2)),
    EffectPhrase("channel", "reduced", "the channel is reduced", "embassies: reduced", _to("value", 1)),
    EffectPhrase("channel", "closed", "the channel closes", "embassies: closed", _to("value", 0)),
    EffectPhrase("promise", "made", "the promise goes on the ledger", "red-line: made", _to("status", 1)),
    EffectPhrase("promise", "kept", "it counts as kept", "red-line: kept", _to("status", 3)),
    EffectPhrase("promise", "withdrawn", "it is taken back", "red-line: withdrawn", _to("status", 5)),
    EffectPhrase(
        "contest",
        "opens",
        "the quarrel begins on its first rung; only in a move of the seat that objects",
        "drills-quarrel: opens",
        lambda: (Change("contest", TO, None), Change("rung", TO, 1), Change("outcome", TO, 0)),
    ),
    EffectPhrase(
        "contest",
        "closes",
        "the quarrel is over without an outcome",
        "drills-quarrel: closes",
        lambda: (Change("contest", TO, 0), Change("rung", TO, 0)),
    ),
    EffectPhrase(
        "draft",
        "tabled",
        "others bring it in; the vote comes when its `hold` is over",
        "rival-text: tabled",
        lambda: (Change("stage", TO, 1), Change("wait", TO, None)),
    ),
    EffectPhrase(
        "draft",
        "delayed",
        "its vote is put off to the end of the next turn",
        "relief-text: delayed",
        _to("wait", 2),
    ),
    EffectPhrase("draft", "withdrawn", "it is taken back before the vote", "rival-text: withdrawn", _to("stage", 5)),
    EffectPhrase("provision", "yes", "the clause comes into the text", "relief-text.talks: yes", _to("value", 1)),
    EffectPhrase("provision", "no", "the clause is struck from the text", "relief-text.talks: no", _to("value", 0)),
)
