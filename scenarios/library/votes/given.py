"""Given: the roll calls, the states and the codings of this folder as arrays."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from numpy.typing import NDArray

HERE = Path(__file__).resolve().parent
Array = NDArray[np.float64]
NO, ABSTAIN, YES = 0, 1, 2
ABSENT, NOT_SEATED = -1, -2
GROUPS = ("Africa", "Asia-Pacific", "EEG", "GRULAC", "WEOG")
BEFORE = date(2022, 1, 1)
"""Ties of states are taken as they stood at the turn of 2021-22: nothing that came after the invasion is a feature."""


@dataclass(frozen=True)
class Roll:
    """One vote: `cast` holds by state YES, ABSTAIN, NO, ABSENT, or NOT_SEATED where it has no seat in the body."""

    symbol: str
    body: str
    date: date
    author: str
    clauses: tuple[str, ...]
    cast: NDArray[np.int64]

    @property
    def voted(self) -> NDArray[np.bool_]:
        """Which states voted yes, no or abstained."""
        return self.cast >= NO

    def tally(self) -> Array:
        """How many voted no, abstained, voted yes."""
        return np.array([(self.cast == vote).sum() for vote in (NO, ABSTAIN, YES)], dtype=float)


def read(name: str, section: str) -> Any:
    """A section of a file of this folder, every value as text."""
    text = (HERE / f"{name}.yaml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))[section]


COUNTRIES: list[dict[str, Any]] = read("countries", "countries")
CLAUSES: list[dict[str, Any]] = sorted(read("clauses", "clauses"), key=lambda clause: clause["id"])
KIND = {clause["id"]: clause["kind"] for clause in CLAUSES}
CODES = [country["iso"] for country in COUNTRIES]
PLACE = {iso: number for number, iso in enumerate(CODES)}


def rolls() -> list[Roll]:
    """The given roll calls with their codings, by date."""
    coded = {row["symbol"]: row for row in read("codings", "codings")}
    found = []
    for row in read("rolls", "rolls"):
        cast = np.full(len(CODES), NOT_SEATED)
        for name, vote in (("yes", YES), ("abstain", ABSTAIN), ("no", NO), ("absent", ABSENT)):
            cast[[PLACE[iso] for iso in row[name]]] = vote
        coding = coded[row["symbol"]]
        clauses = tuple(coding["clauses"])
        day = date.fromisoformat(row["date"])
        found.append(Roll(row["symbol"], row["body"], day, coding["author"], clauses, cast))
    return sorted(found, key=lambda roll: roll.date)


@cache
def features() -> Array:
    """A row for each state, a column for each feature, with mean 0 and spread 1."""
    table = np.array([_features(country) for country in COUNTRIES])
    spread = table.std(axis=0)
    found: Array = (table - table.mean(axis=0)) / np.where(spread > 0, spread, 1)
    return found


def _features(country: dict[str, Any]) -> list[float]:
    """What is known of a state; a state without an estimate of its own gets that of the middle of its group."""
    ideal = float(country["ideal_2020"])
    row = [ideal, float(country.get("ideal_2021", ideal))]
    row += [_or_middle(country, name) for name in ("like_russia", "like_us")]
    row += [_belongs(country, name) for name in ("eu", "nato", "osce", "council_of_europe", "cis", "sco", "brics")]
    row += [_belongs(country, "csto") + _belongs(country, "eaeu"), _belongs(country, "eu_candidate")]
    row += [float(country.get("gas", 0)), float(_held(country.get("no_relations")))]
    return row + [float(country["group"] == group) for group in GROUPS]


def _or_middle(country: dict[str, Any], name: str) -> float:
    if name in country:
        return float(country[name])
    group = [float(other[name]) for other in COUNTRIES if name in other and other["group"] == country["group"]]
    return float(np.median(group))


def _belongs(country: dict[str, Any], body: str) -> float:
    """1 for a member at the date BEFORE; a membership that only has an end began before all dates of the game."""
    joined, left = country.get("memberships", {}).get(body), country.get("left", {}).get(body)
    return float((_held(joined) or (joined is None and left is not None)) and not _held(left))


def _held(since: str | None) -> bool:
    """Whether a date that may lack its day or month, or `always`, lies before BEFORE."""
    return since is not None and (since == "always" or since[:10] < BEFORE.isoformat())
