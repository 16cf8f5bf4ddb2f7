"""The vote model: its parameters are what its script writes, and it foretells votes better than its yardsticks."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import dataclass

import pytest

from game.data import scenarios_dir
from tests.conftest import CHECKOUT

FOLDER = scenarios_dir() / "library" / "votes"
PAGE = (FOLDER / "figures.md").read_text(encoding="utf-8")
_ROW = re.compile(
    r"\| (A/RES/\S+) \| \S+ \| \d+ \| ([\d.]+) \| ([\d.]+) \(([\d.]+)\) \| ([\d.]+) \| \S+ \| \S+ \| ([\d.]+) \|"
)


@dataclass(frozen=True)
class Row:
    symbol: str
    model: float
    other: float
    filled: float
    logistic: float
    error: float


def tables() -> tuple[list[Row], list[Row]]:
    """The votes foretold from all others, and those foretold from earlier ones, as figures.md has them."""
    first, _, second = PAGE.partition("**Forward in time**")
    return rows(first), rows(second)


def rows(part: str) -> list[Row]:
    """The rows of a part of the page."""
    return [Row(symbol, *map(float, numbers)) for symbol, *numbers in _ROW.findall(part)]


def mean(values: list[float]) -> float:
    return sum(values) / len(values)


def test_parameters_and_figures_are_what_the_script_writes() -> None:
    done = subprocess.run(
        [sys.executable, str(FOLDER / "fit.py"), "--check"], capture_output=True, encoding="utf-8", timeout=300
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_each_vote_is_foretold_from_the_others() -> None:
    found, _ = tables()
    assert len(found) == 14
    right = mean([row.model for row in found])
    assert right >= 0.89
    assert right > mean([row.filled for row in found])
    assert right > mean([row.logistic for row in found])


@pytest.mark.parametrize("symbol", ["A/RES/ES-11/1", "A/RES/ES-11/2", "A/RES/ES-11/5"])
def test_each_vote_of_2022_is_foretold_from_earlier_ones(symbol: str) -> None:
    (row,) = (row for row in tables()[1] if row.symbol == symbol)
    assert row.model > row.other
    assert row.model > row.logistic
    assert row.error <= 8


def test_the_votes_of_2022_together_are_foretold_better_than_by_any_yardstick() -> None:
    _, found = tables()
    right = mean([row.model for row in found])
    assert right > max(mean([row.filled for row in found]), mean([row.logistic for row in found]))
    assert mean([row.error for row in found]) <= 8


def test_the_tables_of_the_readme_are_those_of_the_script() -> None:
    """figures.md is what the script writes; tests/README.md has its two tables under a heading of its own."""
    readme = (CHECKOUT / "tests" / "README.md").read_text(encoding="utf-8")
    section = readme.partition("## The vote model\n")[2].partition("\n## ")[0]
    shown, written = ([line for line in page.splitlines() if line.startswith("|")] for page in (section, PAGE))
    assert shown == written, "copy the tables of scenarios/library/votes/figures.md into tests/README.md"
