"""Hall: who votes and on what: the clauses a resolution can be made of, the fitted members, the Council, roll calls."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from game.content.node import Mapping, Scalar
from game.content.schema.draft import Body, Result
from game.content.schema.leaf import (
    Confidence,
    Date,
    Id,
    Leaf,
    Many,
    Signed,
    Size,
    Text,
    YesNo,
    date,
    integer,
    one_of,
    refuse,
    scalar,
)
from game.content.schema.record import Part, Record

Kind = Annotated[
    str, one_of("principle", "peace", "relief", "scrutiny", "blame", "demand", "consequence", "procedure")
]
RegionalGroup = Annotated[str, one_of("Africa", "Asia-Pacific", "EEG", "GRULAC", "WEOG")]
MOST_EFFECT = 9_999


def _numbers(node: Any) -> tuple[int, ...]:
    """Whole numbers in one value, with spaces between: 193 rows of them are read ten times as fast as lists."""
    found = scalar(node, "whole numbers with spaces between")
    try:
        numbers = tuple(int(word) for word in found.text.split())
    except ValueError:
        refuse("number", f'"{found.text}" are not whole numbers with spaces between.')
    if any(abs(number) > MOST_EFFECT for number in numbers):
        refuse("range", f"a number here is beyond {MOST_EFFECT}.")
    return numbers


def _leans(node: Any) -> tuple[tuple[str, int], ...]:
    """Numbers by the date from which each holds, in the order of the dates."""
    if not isinstance(node, Mapping) or not node.entries:
        refuse("kind", "`leans` is a group of `date: number`, with one date at least.")
    for since in node.keys.values():
        date(since)
    found = {since: integer(value, -MOST_EFFECT, MOST_EFFECT) for since, value in node.entries.items()}
    return tuple(sorted(found.items()))


Numbers = Annotated[tuple[int, ...], Leaf(_numbers, {"type": ["string", "integer"]})]
Leans = Annotated[tuple[tuple[str, int], ...], Leaf(_leans, {"type": "object"})]


class ParagraphRecord(Record):
    """A clause of the documented list."""

    title: Text
    says: Text
    kind: Kind
    names: YesNo
    reach: Text
    weight: Size
    source: Text
    because: Text


class MemberRecord(Part):
    """A member of the United Nations as a voter, in thousandths of a logit, as the fit wrote it.

    `leans` holds what it brings to any text, from each date on; `effects` what each clause adds, in the order of the
    clauses' ids; `author` what a text of the West, of Moscow or of neither adds; `absent` is in ten-thousandths.
    """

    iso: Id
    name: Text
    group: RegionalGroup
    permanent: YesNo = False
    leans: Leans
    width: Signed
    absent: Signed
    council: Signed
    author: Numbers
    effects: Numbers

    @property
    def key(self) -> str:
        """The code as text."""
        return self.iso.text


class CouncilRecord(Part):
    """Who sat in the Security Council beside the permanent five in a year, and who presided month by month."""

    year: Signed
    elected: Many[Id]
    presidents: Many[Id]
    source: Text


class ArrearsRecord(Part):
    """A member that had no vote in the Assembly for its unpaid dues (Charter, Article 19)."""

    iso: Id
    since: Date = Field(alias="from")
    until: Date
    source: Text


class RollRecord(Part):
    """A roll call that was really held."""

    symbol: Text
    body: Body
    date: Date
    title: Text
    outcome: Result
    yes: Many[Id]
    no: Many[Id]
    abstain: Many[Id]
    absent: Many[Id]
    source: Text
    confidence: Confidence

    def votes(self) -> dict[str, tuple[Scalar, ...]]:
        """The states by vote."""
        return {"yes": self.yes, "no": self.no, "abstain": self.abstain, "absent": self.absent}


