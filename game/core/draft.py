"""Draft: draft resolutions, the groups of states that are courted for them, and the halls where they are voted on."""

from __future__ import annotations

from dataclasses import dataclass

from .ballot import Member, Paragraph
from .grammar import Clause, When

NONE, TABLED, ADOPTED, VETOED, FAILED, WITHDRAWN = range(6)
"""Values of a draft's stage cell."""
STAGES = ("none", "tabled", "adopted", "vetoed", "failed", "withdrawn")

COUNCIL, ASSEMBLY = "council", "assembly"


@dataclass(frozen=True, slots=True)
class Bloc:
    """States that are courted together. `push` is in hundredths of a logit; `sounded` is 1 when their minds are known.

    Both are cells; `members` are places in Hall.members.
    """

    id: str
    index: int
    members: tuple[int, ...]
    push: int
    sounded: int


@dataclass(frozen=True, slots=True)
class Provision:
    """A paragraph that can stand in a draft: its place in Hall.paragraphs, and the cell that is 1 while it stands."""

    id: str
    paragraph: int
    cell: int


@dataclass(frozen=True, slots=True)
class Wording:
    """A whole text to begin from: the places, among the draft's provisions, of those that stand in it."""

    id: str
    provisions: frozenset[int]


@dataclass(frozen=True, slots=True)
class Sponsor:
    """Whom one may bring in: the cell that is 1 once they are, and what that lifts: pairs of bloc and hundredths."""

    id: str
    cell: int
    when: When
    price: tuple[tuple[int, int], ...]
    lifts: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Real:
    """The real vote a draft stands for: the outcome, and each state's vote by ISO code; none where it is kept back."""

    symbol: str
    date: str
    outcome: str
    votes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft resolution. The names of cells stand for their indices.

    `stage` is none, tabled, adopted, vetoed, failed or withdrawn; `wait` counts the turns to the vote; `voted` is the
    turn of the vote; `tally` are the cells of yes, no, abstain, absent; `watched` are pairs of member and the cell that
    holds its vote (0 none yet, 1 yes, 2 abstain, 3 absent, 4 no).
    """

    id: str
    index: int
    body: str
    author: str
    hold: int
    edits: int
    stage: int
    wait: int
    voted: int
    tally: tuple[int, int, int, int]
    weight: int
    provisions: tuple[Provision, ...]
    wordings: tuple[Wording, ...]
    sponsors: tuple[Sponsor, ...]
    watched: tuple[tuple[int, int], ...]
    adopted: tuple[Clause, ...]
    vetoed: tuple[Clause, ...]
    failed: tuple[Clause, ...]
    sources: tuple[str, ...] = ()
    real: Real | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Hall:
    """Who votes: all members of the United Nations by code, and by turn the Council, its president and Article 19.

    `eras` are the members as voters by turn, for what a state leans to changes; `members` are those of the first.
    """

    members: tuple[Member, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    council: tuple[tuple[int, ...], ...] = ()
    presidents: tuple[str, ...] = ()
    lapsed: tuple[frozenset[int], ...] = ()
    eras: tuple[tuple[Member, ...], ...] = ()

    def seats(self, body: str, turn: int) -> tuple[int, ...]:
        """The places of those who sit in a body in this turn."""
        return self.council[turn - 1] if body == COUNCIL else tuple(range(len(self.members)))

    def voter(self, place: int, turn: int) -> Member:
        """A member with what it leans to at the date of this turn."""
        return self.eras[turn - 1][place]

    def barred(self, body: str, turn: int) -> frozenset[int]:
        """The places of those that have no vote in this turn. Article 19 is of the Assembly alone."""
        return frozenset() if body == COUNCIL else self.lapsed[turn - 1]
