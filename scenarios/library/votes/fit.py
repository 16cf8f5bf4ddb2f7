"""Fit: learns how states vote from the given roll calls; writes members.yaml and figures.md.

    python scenarios/library/votes/fit.py            writes both
    python scenarios/library/votes/fit.py --check    says whether both are what it would write (exit code 1: not)

Needs NumPy and PyYAML. The same data give the same files, but for the last digit of a number on another machine.
"""

from __future__ import annotations

import re
import sys
from datetime import date

import numpy as np
from figures import page
from given import ABSENT, ABSTAIN, CLAUSES, CODES, COUNTRIES, HERE, NO, YES, Array, Roll, features, rolls
from later import absences, author_terms, fading, freshness
from measure import measure
from ordered import Fitted, fit
from terms import INVASION, TERMS, WIDTH, YEARS, away, clause, council, lean_at, presence

PERMANENT = ("CHN", "FRA", "GBR", "RUS", "USA")
MOST, LEAST_WIDTH = 9_999, 1_000
FULL = 10_000
LAST_DIGITS = 10
"""Thousandths by which a number may differ between machines."""
HEAD = """\
# Written by fit.py from the roll calls and the states of this folder; see figures.md. Not to be edited by hand.
# leans: what a state brings to any text from a date on. width: the support between its no and its yes. author: what
# a text of the West, of Moscow, of neither adds. effects: what each clause adds, in the order of the clauses' ids.
# council: what voting in the Council adds. All in thousandths of a logit. absent: how often, in ten-thousandths.
format: 1
members:
"""


def learn(known: list[Roll]) -> Fitted:
    """The fit to those of these votes that are on western texts."""
    texts = [roll for roll in known if roll.author == "west"]
    votes = np.stack([_counted(roll) for roll in texts], axis=2)
    return fit(TERMS, np.array([presence(roll) for roll in texts]), votes, features(), WIDTH)


def _counted(roll: Roll) -> Array:
    """For no, abstain and yes, how far each state cast it; an absence counts in part as an abstention."""
    cast = np.stack([roll.cast == vote for vote in (NO, ABSTAIN, YES)]).astype(float)
    cast[ABSTAIN] += away(roll) * (roll.cast == ABSENT)
    return cast


def members(given: list[Roll]) -> str:
    """The text of members.yaml, fitted on all given votes."""
    fitted = learn(given)
    absent = absences([roll for roll in given if roll.body == "assembly"])
    fade = fading(fitted, absent)
    author = author_terms(fitted, given)
    days = [date(2014, 1, 1), date(2016, 1, 1), *(date(year, 1, 1) for year in YEARS), INVASION]
    leans = {day: fitted.support(lean_at(day)) - author["west"] for day in days}
    for year in (2023, 2024, 2025):
        day = date(year, 1, 1)
        leans[day] = fitted.support(lean_at(day, freshness(year, fade))) - author["west"]
    chamber = fitted.support(council())
    effects = np.stack([fitted.support(clause(row["id"])) for row in CLAUSES], axis=1)
    lines = []
    for place, country in enumerate(COUNTRIES):
        held = ", ".join(f"{day}: {_milli(lean[place])}" for day, lean in leans.items())
        lines.append(
            f'  - {{iso: {CODES[place]}, name: "{country["name"]}", group: {country["group"]}, '
            f"permanent: {'yes' if CODES[place] in PERMANENT else 'no'}, leans: {{{held}}}, "
            f"width: {max(_milli(fitted.width[place]), LEAST_WIDTH)}, absent: {round(absent[place] * FULL)}, "
            f"council: {_milli(chamber[place])}, "
            f"author: {' '.join(str(_milli(author[one][place])) for one in ('west', 'moscow', 'neutral'))}, "
            f"effects: {' '.join(str(_milli(effect)) for effect in effects[place])}}}\n"
        )
    return HEAD + "".join(lines)


def _milli(logits: float) -> int:
    """Thousandths, within what the language takes."""
    return int(max(-MOST, min(MOST, round(logits * 1_000))))


def same(text: str, other: str) -> bool:
    """Whether two texts are the same but for the last digits of their numbers."""
    number = re.compile(r"-?\d+")
    if number.sub("#", text) != number.sub("#", other):
        return False
    pairs = zip(number.findall(text), number.findall(other), strict=True)
    return all(abs(int(one) - int(two)) <= LAST_DIGITS for one, two in pairs)


def main(words: list[str]) -> int:
    """The command; its exit code."""
    given = rolls()
    files = {HERE / "members.yaml": members(given), HERE / "figures.md": page(measure(given, learn))}
    if words == ["--check"]:
        old = [path.name for path, text in files.items() if not same(path.read_text(encoding="utf-8"), text)]
        print(f"not current: {', '.join(old)}" if old else "members.yaml and figures.md are current")
        return 1 if old else 0
    for path, text in files.items():
        path.write_text(text, encoding="utf-8", newline="\n")
        print(f"wrote {path.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
