"""Votes: the shipped library of the United Nations' votes, read without the whole language, for one ballot at a date.

A scenario that uses the same files has them checked against the schema; here they are trusted, so that an answer comes
at once. The 193 members stand one a line, as their script writes them, and are read line by line: as YAML they would
take a third of the time that an answer may.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from game.content.node import Mapping, Node, Scalar, Sequence
from game.content.problem import Findings
from game.content.read import read_file
from game.core.ballot import COUNCIL, Member, Paragraph
from game.data import scenarios_dir
from game.fault import Fault

GROUPS = {
    "africa": "Africa",
    "asia-pacific": "Asia-Pacific",
    "eastern-europe": "EEG",
    "latin-america": "GRULAC",
    "western": "WEOG",
}
"""Words for the regional groups by which the United Nations hold elections."""
FIRST_YEAR, LAST_YEAR = 2014, 2025


@dataclass(frozen=True, slots=True)
class Voter:
    """A member of the United Nations with the words for it; `leans` is what it brings to any text from each date on."""

    iso: str
    name: str
    group: str
    leans: tuple[tuple[str, int], ...]
    member: Member


@dataclass(frozen=True, slots=True)
class Lapse:
    """A span of dates in which a state has no vote in the Assembly (Article 19 of the Charter)."""

    iso: str
    since: str
    until: str


@dataclass(frozen=True, slots=True)
class Library:
    """Clauses and voters in the order of their ids; the elected members of the Council by year; lost votes."""

    clauses: tuple[Paragraph, ...]
    voters: tuple[Voter, ...]
    elected: dict[str, tuple[str, ...]]
    lapses: tuple[Lapse, ...]

    def seats(self, body: str, date: str) -> tuple[Voter, ...]:
        """Who sits in a body at a date, in the order of their codes."""
        if body != COUNCIL:
            return self.voters
        elected = self.elected[date[:4]]
        return tuple(voter for voter in self.voters if voter.member.permanent or voter.iso in elected)

    def lapsed(self, date: str) -> frozenset[str]:
        """Who has no vote in the Assembly at a date."""
        return frozenset(lapse.iso for lapse in self.lapses if lapse.since <= date <= lapse.until)


_OTHERS = ("clauses.yaml", "council.yaml", "article-19.yaml")
_MEMBERS = "members.yaml"
_MEMBER = re.compile(
    r'  - \{iso: ([A-Z]{3}), name: "([^"]+)", group: ([\w-]+), permanent: (yes|no), leans: \{([^}]+)\}, '
    r"width: (\d+), absent: (\d+), council: (-?\d+), author: ([-\d ]+), effects: ([-\d ]+)\}"
)


def library(folder: Path | None = None) -> Library:
    """The library in this folder, or the shipped one.

    Raises ContentFault where a file cannot be read, Fault where the members are not as their script writes them.
    """
    where = scenarios_dir() / "library" / "votes" if folder is None else folder
    findings = Findings()
    roots = [read_file(where / name, name, findings) for name in _OTHERS]
    findings.raise_errors()
    clauses, council, lapses = (_rows(root) for root in roots if root is not None)
    return Library(
        tuple(sorted((_paragraph(row) for row in clauses), key=lambda clause: clause.id)),
        tuple(_voters(where / _MEMBERS)),
        {_text(row, "year"): tuple(_texts(row.entries["elected"])) for row in council},
        tuple(Lapse(_text(row, "iso"), _text(row, "from"), _text(row, "until")) for row in lapses),
    )


def at_date(voter: Voter, date: str) -> Member:
    """The voter as it stands at a date."""
    lean = 0
    for since, value in voter.leans:
        if since <= date:
            lean = value
    return replace(voter.member, lean=lean)


def _voters(path: Path) -> Iterator[Voter]:
    """The members in the order of their codes, which is that of the file."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("  - "):
            continue
        found = _MEMBER.fullmatch(line)
        if found is None:
            raise Fault(f"{path}: this line is not as the script fit.py beside it writes it: {line[:60]} ...")
        iso, name, group, permanent, leans, width, absent, council, author, effects = found.groups()
        west, moscow, neutral = map(int, author.split())
        member = Member(
            iso=iso,
            lean=0,
            width=int(width),
            absent=int(absent),
            effects=tuple(map(int, effects.split())),
            author=(west, moscow, neutral),
            council=int(council),
            permanent=permanent == "yes",
        )
        pairs = (lean.split(": ") for lean in leans.split(", "))
        yield Voter(iso, name, group, tuple((since, int(value)) for since, value in pairs), member)


def _rows(root: Mapping) -> Iterator[Mapping]:
    """The records of the one section of a file."""
    for name, node in root.entries.items():
        if name != "format":
            assert isinstance(node, Sequence)
            yield from (row for row in node.items if isinstance(row, Mapping))


def _paragraph(row: Mapping) -> Paragraph:
    return Paragraph(_text(row, "id"), _text(row, "kind"), _text(row, "names") == "yes", int(_text(row, "weight")))


def _text(row: Mapping, name: str) -> str:
    found = row.entries[name]
    assert isinstance(found, Scalar)
    return found.text


def _texts(node: Node) -> list[str]:
    assert isinstance(node, Sequence)
    return [item.text for item in node.items if isinstance(item, Scalar)]
