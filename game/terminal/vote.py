"""Vote: how the members of a body are likely to vote on a draft resolution, as text or JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from game.content.paper import Paper, read_paper
from game.content.votes import Library, Voter, at_date, library
from game.core.ballot import (
    ABSENT,
    ABSTAIN,
    COUNCIL,
    NO,
    VOTES,
    YES,
    Chances,
    Estimate,
    Tally,
    certain,
    chances,
    estimate,
    likeliest,
    needed,
    passes,
    rule,
    support,
    tally,
)

FULL = 10_000
SIGNED = 4_000
"""Thousandths of a logit by which a state stands more firmly behind a text that bears its name."""
BODIES = {"assembly": "General Assembly", "council": "Security Council"}
RULES = {
    "council": "nine yes votes, and no permanent member against",
    "procedure": "nine yes votes; procedure knows no veto",
    "two-thirds": "two thirds of those voting yes or no",
    "majority": "more yes than no",
}
ENDS = {"adopted": "is adopted", "vetoed": "is vetoed", "failed": "falls"}
ORDER = (YES, NO, ABSTAIN, ABSENT)
NAME_WIDTH = 32
"""As wide as the longest name of a member."""


class Forecast(NamedTuple):
    """What must be expected of a vote; `outcome` is that of the likeliest vote of every state."""

    odds: tuple[tuple[Voter, Chances], ...]
    expected: Estimate
    likely: Tally
    decides: str
    needed: int
    vetoes: tuple[str, ...]
    outcome: str


def main(path: Path, *, form: str) -> int:
    """Print the forecast for the draft in a file. Raises ContentFault for every mistake in the file."""
    shipped = library()
    paper = read_paper(path, shipped)
    found = forecast(paper, shipped)
    if form == "json":
        json.dump(as_data(found), sys.stdout, ensure_ascii=False, indent=1)
        print()
    else:
        print("\n".join(as_lines(paper, found, shipped)))
    return 0


def forecast(paper: Paper, shipped: Library) -> Forecast:
    """The chances of every state that sits in the body at the date, and what must be expected of them."""
    lapsed = frozenset() if paper.body == COUNCIL else shipped.lapsed(paper.date)
    odds = tuple(
        (voter, certain(ABSENT) if voter.iso in lapsed else _chances(voter, paper))
        for voter in shipped.seats(paper.body, paper.date)
    )
    votes = [likeliest(share) for _, share in odds]
    counted = tally(votes)
    decides = rule(paper.body, {shipped.clauses[place].kind for place in paper.clauses})
    against = [voter for (voter, _), vote in zip(odds, votes, strict=True) if vote == NO]
    vetoes = tuple(voter.iso for voter in against if voter.member.permanent and decides == COUNCIL)
    carried = passes(decides, counted, 0)
    outcome = "failed" if not carried else "vetoed" if vetoes else "adopted"
    expected = estimate([share for _, share in odds])
    return Forecast(odds, expected, counted, decides, needed(decides, counted), vetoes, outcome)


def _chances(voter: Voter, paper: Paper) -> Chances:
    member = at_date(voter, paper.date)
    push = paper.lobbying.get(voter.iso, 0) + (SIGNED if voter.iso in paper.sponsors else 0)
    return chances(member, support(member, paper.clauses, paper.author, paper.body, push), paper.body)


def as_data(found: Forecast) -> dict[str, object]:
    """The forecast as plain data: chances as shares of 1, expected counts with two decimals."""
    total = {VOTES[vote]: sum(share[vote] for _, share in found.odds) / FULL for vote in ORDER}
    bands = zip(ORDER, found.expected, strict=True)
    return {
        "members": {
            voter.iso: {VOTES[vote]: share[vote] / FULL for vote in ORDER} | {"vote": VOTES[likeliest(share)]}
            for voter, share in found.odds
        },
        "tally": {
            **{name: round(count, 2) for name, count in total.items()},
            "bands": {VOTES[vote]: [count.low, count.high] for vote, count in bands},
            "likeliest": dict(zip((VOTES[vote] for vote in ORDER), found.likely, strict=True)),
            "members": len(found.odds),
            "rule": found.decides,
            "needed": found.needed,
            "vetoes": list(found.vetoes),
            "passes": found.outcome == "adopted",
            "outcome": found.outcome,
        },
    }


def as_lines(paper: Paper, found: Forecast, shipped: Library) -> Iterator[str]:
    """The forecast as lines: the tally with its band, the rule, then the members by vote."""
    yield f"{paper.title or 'A draft resolution'}: {BODIES[paper.body]}, {paper.date}, {len(found.odds)} members"
    yield "Clauses: " + ", ".join(shipped.clauses[place].id for place in paper.clauses)
    yield ""
    yield "Expected (four times in five within the band):"
    for vote, count in zip(ORDER, found.expected, strict=True):
        yield f"  {VOTES[vote]:<8} {count.expected:>4}   {count.low} to {count.high}"
    yield f"It takes {RULES[found.decides]}: here {found.needed}."
    veto = f" (by {', '.join(found.vetoes)})" if found.vetoes else ""
    likely = f"{found.likely.yes} to {found.likely.no}"
    yield f"If every state votes as is likeliest, {likely}, it {ENDS[found.outcome]}{veto}."
    for vote in ORDER:
        yield from _listed(vote, found)


def _listed(vote: int, found: Forecast) -> Iterator[str]:
    """The states whose likeliest vote this is, the surest first."""
    rows = [(share, voter) for voter, share in found.odds if likeliest(share) == vote]
    if not rows:
        return
    yield ""
    head = f"{VOTES[vote].upper()} ({len(rows)})"
    yield f"{head:<{NAME_WIDTH + 6}} yes  no  abstain  absent   (in percent)"
    for share, voter in sorted(rows, key=lambda row: (-row[0][vote], row[1].name)):
        percent = [(share[one] + FULL // 200) * 100 // FULL for one in ORDER]
        yield "  {} {:<{width}} {:>4} {:>3} {:>8} {:>7}".format(voter.iso, voter.name, *percent, width=NAME_WIDTH)
