"""Ballot: how a state votes on a text, from what it leans to, what stands in the text and what presses on it.

Leanings are whole thousandths of a logit, chances whole ten-thousandths. Along a state's one number of luck lie yes,
abstain, absent, no, in this order: more support moves the same state past its own threshold and never back.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from math import isqrt
from typing import TYPE_CHECKING, NamedTuple

from .logistic import FULL, chance

if TYPE_CHECKING:
    from .draft import Hall

YES, ABSTAIN, ABSENT, NO = range(4)
"""Votes, in the order in which they lie along a state's luck."""
VOTES = ("yes", "abstain", "absent", "no")
AUTHORS = ("west", "moscow", "neutral")
"""Whose text it is, in the order of Member.author."""
COUNCIL = "council"
COUNCIL_NEEDS = 9
IMPORTANT = frozenset({"scrutiny", "blame", "demand", "consequence"})
"""Kinds of paragraph that make a text an important question, which needs two thirds in the Assembly."""
PROCEDURE = "procedure"
_BAND = 1_280
"""Standard deviations, in thousandths, either side of the expected count: between them lie four cases of five."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A clause that can stand in a draft. `kind` is what it shares its weight in votes with; `weight` 0..12."""

    id: str
    kind: str
    names: bool
    weight: int


@dataclass(frozen=True, slots=True)
class Member:
    """A state as a voter at a date. All leanings are in thousandths of a logit.

    `effects` are by place in Hall.paragraphs, `author` in the order of AUTHORS; `council` is what voting in the Council
    adds; `width` is how much support lies between its no and its yes; `absent` is in ten-thousandths of all ballots.
    """

    iso: str
    lean: int
    width: int
    absent: int
    effects: tuple[int, ...]
    author: tuple[int, int, int]
    council: int = 0
    permanent: bool = False


class Chances(NamedTuple):
    """How a state may vote, in ten-thousandths that add up to 10,000, in the order of VOTES."""

    yes: int
    abstain: int
    absent: int
    no: int


class Tally(NamedTuple):
    """Votes counted."""

    yes: int
    no: int
    abstain: int
    absent: int


class Count(NamedTuple):
    """An expected number of votes, and the band in which four cases of five lie."""

    expected: int
    low: int
    high: int


class Estimate(NamedTuple):
    """The tally as it must be expected before the ballot."""

    yes: Count
    no: Count
    abstain: Count
    absent: Count

    def tally(self) -> Tally:
        """The expected numbers; rounded each, they may miss the number of seats by one or two."""
        return Tally(*(count.expected for count in self))


def support(member: Member, text: Iterable[int], author: str, body: str, push: int = 0) -> int:
    """How far a state stands behind a text; 0 is even odds between a yes and anything less.

    `text` holds places in Hall.paragraphs, `push` what lobbying, sponsors and pressure of all sides add.
    """
    total = member.lean + member.author[AUTHORS.index(author)] + push
    effects = member.effects
    for place in text:
        total += effects[place]
    return total + member.council if body == COUNCIL else total


def chances(member: Member, support: int, body: str) -> Chances:
    """The chances of each vote under this much support. Nobody is absent from the Council."""
    present = FULL if body == COUNCIL else FULL - member.absent
    yes = chance(support) * present // FULL
    no = chance(-support - member.width) * present // FULL
    return Chances(yes, present - yes - no, FULL - present, no)


def certain(vote: int) -> Chances:
    """The chances of a state whose vote is known, such as one without a vote under Article 19."""
    return Chances(*(FULL if place == vote else 0 for place in range(4)))


def cast(odds: Chances, luck: int) -> int:
    """The vote that a luck of 0..9999 gives."""
    for vote, share in enumerate(odds):
        luck -= share
        if luck < 0:
            return vote
    return NO


def likeliest(odds: Chances) -> int:
    """The vote of the greatest chance; of equal ones, the first in the order of VOTES."""
    return odds.index(max(odds))


def tally(votes: Iterable[int]) -> Tally:
    """Votes counted."""
    counts = [0, 0, 0, 0]
    for vote in votes:
        counts[vote] += 1
    return Tally(counts[YES], counts[NO], counts[ABSTAIN], counts[ABSENT])


def estimate(odds: Collection[Chances]) -> Estimate:
    """What count of each vote must be expected when every state has these chances, each on its own."""
    return Estimate(*(_count([share[vote] for share in odds]) for vote in (YES, NO, ABSTAIN, ABSENT)))


def _count(shares: Sequence[int]) -> Count:
    total, spread = sum(shares), sum(share * (FULL - share) for share in shares)
    reach = _BAND * isqrt(spread) // 1_000
    whole = [(amount + FULL // 2) // FULL for amount in (total, total - reach, total + reach)]
    return Count(whole[0], max(whole[1], 0), min(whole[2], len(shares)))


def rule(body: str, kinds: Collection[str]) -> str:
    """What decides on a text with paragraphs of these kinds: council, procedure, two-thirds or majority.

    In the Council nine votes and no veto, or, when all is procedure, nine votes. In the Assembly two thirds of yes and
    no on important questions, else more yes than no.
    """
    procedural = all(kind == PROCEDURE for kind in kinds)
    if body == COUNCIL:
        return PROCEDURE if procedural else COUNCIL
    return "two-thirds" if IMPORTANT.intersection(kinds) else "majority"


def needed(decides: str, counted: Tally) -> int:
    """How many yes votes carry the text; in the Assembly this hangs on how many vote yes or no."""
    voting = counted.yes + counted.no
    if decides == "two-thirds":
        return max(-(-2 * voting // 3), 1)
    return voting // 2 + 1 if decides == "majority" else COUNCIL_NEEDS


def passes(decides: str, counted: Tally, vetoes: int) -> bool:
    """Whether a text is adopted under a rule; `vetoes` counts permanent members that voted no."""
    return counted.yes >= needed(decides, counted) and not (decides == COUNCIL and vetoes)


def outcome(hall: Hall, body: str, text: Iterable[int], seats: Sequence[int], votes: Sequence[int]) -> str:
    """What becomes of a text: adopted, vetoed (only where it had the votes) or failed."""
    decides = rule(body, {hall.paragraphs[place].kind for place in text})
    counted = tally(votes)
    vetoes = sum(vote == NO and hall.members[seat].permanent for seat, vote in zip(seats, votes, strict=True))
    if passes(decides, counted, vetoes):
        return "adopted"
    return "vetoed" if passes(decides, counted, 0) else "failed"
