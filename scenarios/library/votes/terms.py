"""Terms: what may be true of a text and of its date, and what is expected of each before any vote is seen.

The expectations are reasoned, not found: an invasion weighs more than a seizure without a battle, principles and relief
draw votes, blame and demands cost some, consequences most. Their sizes, and how far the votes may move them, were
chosen by how well given votes are foretold that were left out; figures.md says how, and what came of it.
"""

from __future__ import annotations

from datetime import date

import numpy as np
from given import CLAUSES, KIND, Array, Roll
from ordered import NONE, Term

BREACH_ENDS = date(2016, 1, 1)
INVASION = date(2022, 2, 24)
GRAVITY = 2.5
"""How many times graver the invasion is than the seizure of Crimea in 2014; the quiet years between have none of it."""
YEARS = (2017, 2018, 2019, 2020, 2021)
"""The quiet years through which a state's lean may drift."""
WIDTH = (2.5, 2.0)
KINDS = {
    "principle": 0.2,
    "peace": 0.4,
    "relief": 0.3,
    "scrutiny": -0.4,
    "blame": -0.4,
    "demand": -0.2,
    "consequence": -2.8,
    "procedure": 0.2,
}
"""What a clause of each kind is expected to add to every state's support, in logits."""
QUIET, GRAVE = 0.1, 0.5
"""How much of an abstention an absence is taken for, in quiet years and when the whole world looks on."""


def _terms() -> list[Term]:
    found = [
        Term("base", 0, 0.05, 9, 0.8),
        Term("gravity", 1.5, 0.7, 60, 1),
        Term("invasion", 3, 1, 40, 0.2),
        *(Term(f"since {year}", 0, 10, 500, 2) for year in YEARS),
    ]
    found += [Term(kind, size, 10 if kind == "consequence" else 40, 120, 2) for kind, size in KINDS.items()]
    found += [Term(clause["id"], 0, 20, NONE, 2) for clause in CLAUSES]
    return [*found, Term("council", 0, 1, NONE, 0.3)]


TERMS = _terms()
NAMES = [term.name for term in TERMS]


def lean_at(day: date, freshness: float = 1.0) -> Array:
    """How far each term is true of any text at a date; `freshness` is what is left of the shock of the invasion."""
    row = np.zeros(len(TERMS))
    row[NAMES.index("base")] = 1
    for year in YEARS:
        row[NAMES.index(f"since {year}")] = day.year >= year
    if day >= INVASION:
        row[NAMES.index("gravity")] = GRAVITY * freshness
        row[NAMES.index("invasion")] = freshness
    elif day < BREACH_ENDS:
        row[NAMES.index("gravity")] = 1
    return row


def clause(name: str) -> Array:
    """How far each term is true of a clause: its own, and its kind's."""
    row = np.zeros(len(TERMS))
    row[NAMES.index(name)] = row[NAMES.index(KIND[name])] = 1
    return row


def council() -> Array:
    """The term that is true of every text in the Council."""
    row = np.zeros(len(TERMS))
    row[NAMES.index("council")] = 1
    return row


def presence(roll: Roll) -> Array:
    """How far each term is true of a given text."""
    row = lean_at(roll.date) + sum(clause(name) for name in roll.clauses)
    return row + council() if roll.body == "council" else row


def away(roll: Roll) -> float:
    """How much of an abstention an absence from this vote is taken for."""
    return QUIET if BREACH_ENDS <= roll.date < INVASION else GRAVE
