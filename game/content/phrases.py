"""Phrases: the closed grammar of conditions, as one table.

A phrase belongs to a kind of subject and becomes intervals in which cells must lie. In a form N, A and B
stand for whole numbers, WORD for an id and DATE for a date; the rest is written as it stands. `not` may stand
before any.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.core.grammar import FAR, NEVER

Interval = tuple[int, int]
LOWEST = -FAR
"""Lower end of an interval that has none; it becomes the least value of the subject."""


@dataclass(frozen=True, slots=True)
class Ask:
    """What is asked of the cell of a role: an interval worked out from the numbers of the phrase.

    Without an interval the cell must hold the subject's own number, as the clock does for a contest.
    """

    role: str
    interval: Callable[..., Interval] | None
    age: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """A condition: all its asks must hold. `example` is one whole line of a scenario."""

    kind: str
    form: str
    says: str
    example: str
    asks: tuple[Ask, ...]


def _when(role: str, interval: Callable[..., Interval]) -> tuple[Ask, ...]:
    return (Ask(role, interval),)


def _is(role: str, value: int) -> tuple[Ask, ...]:
    return (Ask(role, lambda: (value, value)),)


def _aged(role: str, interval: Callable[..., Interval]) -> tuple[Ask, ...]:
    return (Ask(role, interval, age=True),)


_METER = (
    Phrase("meter", "at least N", "it is N or more", "leverage: at least 40", _when("value", lambda n: (n, FAR))),
    Phrase("meter", "at most N", "it is N or less", "leverage: at most 40", _when("value", lambda n: (LOWEST, n))),
    Phrase("meter", "above N", "it is more than N", "unity: above 60", _when("value", lambda n: (n + 1, FAR))),
    Phrase("meter", "below N", "it is less than N", "unity: below 30", _when("value", lambda n: (LOWEST, n - 1))),
    Phrase(
        "meter",
        "between A and B",
        "it is A, B or between them",
        "unity: between 20 and 40",
        _when("value", lambda a, b: (a, b)),
    ),
    Phrase("meter", "exactly N", "it is N", "rung: exactly 2", _when("value", lambda n: (n, n))),
)
_STATES = (
    Phrase("flag", "yes", "the flag is up", "prepared: yes", _is("value", 1)),
    Phrase("flag", "no", "the flag is down", "prepared: no", _is("value", 0)),
    Phrase("channel", "open", "the channel is open", "embassies: open", _is("value", 2)),
    Phrase("channel", "reduced", "the channel is reduced", "embassies: reduced", _is("value", 1)),
    Phrase("channel", "closed", "the channel is closed", "embassies: closed", _is("value", 0)),
    Phrase(
        "channel",
        "at least reduced",
        "the channel is not closed",
        "embassies: at least reduced",
        _when("value", lambda: (1, 2)),
    ),
)


def _past(kind: str, role: str, verb: str, subject: str) -> tuple[Phrase, ...]:
    """The phrases about when something last came about, with a verb in front where a subject has several."""
    lead, happened = (f"{verb} ", verb) if verb else ("", "happened")
    rows = (
        (
            "in the last N turns",
            f"it {happened} this turn or in the N - 1 turns before",
            "in the last 3 turns",
            _aged(role, lambda n: (0, n - 1)),
        ),
        (
            "between A and B turns ago",
            f"it {happened} last A to B turns ago (this turn is 0)",
            "between 1 and 3 turns ago",
            _aged(role, lambda a, b: (a, b)),
        ),
        ("this turn", f"it {happened} this turn", "this turn", _aged(role, lambda: (0, 0))),
        ("ever", f"it {happened} at least once", "ever", _when(role, lambda: (0, FAR))),
        ("never", f"it has not {happened}", "never", _is(role, NEVER)),
    )
    return tuple(
        Phrase(kind, lead + form, says, f"{subject}: {lead}{example}", asks) for form, says, example, asks in rows
    )


_ACTS = (
    *_past("act", "last", "", "call-the-kremlin"),
    Phrase(
        "act",
        "at least N times",
        "it happened N times or more",
        "public-threat: at least 2 times",
        _when("count", lambda n: (n, FAR)),
    ),
    Phrase(
        "act",
        "fewer than N times",
        "it happened less than N times",
        "public-threat: fewer than 2 times",
        _when("count", lambda n: (0, n - 1)),
    ),
    *_past("event", "last", "", "troops-seen"),
    *_past("joint", "agreed", "agreed", "joint-position"),
    *_past("joint", "refused", "refused", "joint-position"),
    *_past("misread", "last", "", "misread"),
)
_STATUSES = {
    "none": ("it has not been made", 0),
    "open": ("its case has not come up", 1),
    "due": ("its case has come up and the time runs", 2),
    "kept": ("it was kept", 3),
    "broken": ("it was broken", 4),
    "lapsed": ("it was withdrawn or lapsed", 5),
}
_OUTCOMES = {
    "none": ("it has not come to an end yet", 0),
    "relented": ("the other side gave in", 1),
    "yielded": ("you gave in", 2),
    "traded": ("it ended in a trade", 3),
    "fallen": ("it was climbed to the end", 4),
}
_FORUM = (
    *(
        Phrase("promise", word, says, f"red-line: {word}", _is("status", number))
        for word, (says, number) in _STATUSES.items()
    ),
    Phrase("promise", "live", "it is open or due", "red-line: live", _when("status", lambda: (1, 2))),
    *(
        Phrase("contest", word, says, f"arms-quarrel: {word}", _is("outcome", number))
        for word, (says, number) in _OUTCOMES.items()
    ),
    Phrase("contest", "live", "it is going on", "arms-quarrel: live", (Ask("contest", None),)),
    Phrase(
        "contest",
        "rung N",
        "it is going on and stands on rung N",
        "arms-quarrel: rung 2",
        (Ask("contest", None), Ask("rung", lambda n: (n, n))),
    ),
)
_WORDS = (
    Phrase(
        "approach",
        "WORD",
        "this approach was taken",
        "approach: argue",
        _when("value", lambda word: (word, word)),
    ),
    Phrase(
        "topic",
        "WORD",
        "the table is at this stage",
        "topic: the-missiles",
        _when("value", lambda word: (word, word)),
    ),
    Phrase(
        "summit",
        "WORD",
        "this meeting is being held",
        "at_summit: geneva",
        _when("value", lambda word: (word, word)),
    ),
    Phrase(
        "date",
        "from DATE",
        "the turn's date is this day or later",
        "date: from 2021-12-15",
        _when("value", lambda turn: (turn, FAR)),
    ),
    Phrase(
        "date",
        "before DATE",
        "the turn's date is earlier than this day",
        "date: before 2022-01-10",
        _when("value", lambda turn: (LOWEST, turn - 1)),
    ),
)
_STAGES = {
    "none": ("it has not been tabled", 0),
    "tabled": ("it has been tabled and waits for the vote", 1),
    "adopted": ("it was adopted", 2),
    "vetoed": ("a permanent member of the Council voted it down", 3),
    "failed": ("it did not find the votes", 4),
    "withdrawn": ("it was taken back before the vote", 5),
}
_BALLOTS = {
    "none": ("no vote was held, or it has no seat there", 0),
    "yes": ("it voted yes", 1),
    "abstain": ("it abstained", 2),
    "absent": ("it did not vote", 3),
    "no": ("it voted no", 4),
}
_VOTES = (
    *(
        Phrase("draft", word, says, f"relief-text: {word}", _is("stage", number))
        for word, (says, number) in _STAGES.items()
    ),
    *_past("draft", "voted", "voted", "relief-text"),
    Phrase("provision", "yes", "the clause stands in the text", "relief-text.talks: yes", _is("value", 1)),
    Phrase("provision", "no", "the clause does not stand in the text", "relief-text.talks: no", _is("value", 0)),
    *(
        Phrase("ballot", word, says, f"relief-text.IND: {word}", _is("value", number))
        for word, (says, number) in _BALLOTS.items()
    ),
)
CONDITIONS: tuple[Phrase, ...] = (*_METER, *_STATES, *_ACTS, *_FORUM, *_VOTES, *_WORDS)
