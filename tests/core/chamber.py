"""Chamber: games of a small crisis of votes, all of whose states are invented, and what is read off them."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from game.content.package import Package, load
from game.core.outlook import Outlook, outlook
from game.core.rollcall import RollCall, roll_calls
from game.core.scenario import Scenario
from tests.core.small import Table

CHAMBER = Path(__file__).resolve().parent.parent / "scenarios" / "chamber"
FENS, COVES, LUCKS = ("FEN", "FIR", "FOG"), ("COA", "COB", "COC"), ("LUC", "LUD", "LUM", "LUX")


@lru_cache(maxsize=1)
def package() -> Package:
    """The loaded crisis."""
    return load(CHAMBER)


def chamber() -> Scenario:
    """The crisis."""
    return package().compile()


def sits(*ids: str, seed: int = 1) -> Table:
    """A game of the crisis in which these choices were made."""
    return Table(chamber(), seed).does(*ids)


def tabled(*edits: str, seed: int = 1) -> Table:
    """A game in which the text for the hall was tabled in the first turn after these changes."""
    return sits("write", *edits, "hall-text.table", seed=seed)


def rolls(table: Table) -> tuple[RollCall, ...]:
    """The votes held so far."""
    return roll_calls(table.scenario, table.steps)


def votes(table: Table) -> dict[str, str]:
    """How each state voted in the last vote."""
    return {cast.iso: cast.vote for cast in rolls(table)[-1].casts}


def looks(table: Table, draft: str = "hall-text") -> Outlook:
    """How the vote on a draft must be expected to go."""
    return outlook(table.scenario, table.state, table.scenario.find.draft[draft])
