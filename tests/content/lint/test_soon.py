"""Soon: what is said not to be so by a turn never is, nor flags otherwise than they can stand, in random games."""

from __future__ import annotations

import pytest

from game.content.lint.reach import reach
from game.content.lint.soon import Soon
from game.content.package import load
from game.core.policy import Game, at_random, play_out
from game.core.scenario import MENU, Scenario
from tests.content.lint.test_reach import FOLDERS

FEW = 6
"""Random games of each scenario."""


def surprises(soon: Soon, scenario: Scenario, game: Game) -> set[str]:
    """Cells that held as moves were judged what they cannot hold so soon, and flags that stood as they never stand."""
    seen, clock, ground = set(), scenario.clock, soon.reach.ground
    tracked = [meter.cell for meter in scenario.meters if meter.kind in ("meter", "purse", "flag", "derived")]
    for taken in game.steps:
        cells = taken.state.cells
        for one in ground.sets.values():
            if tuple(cells[cell] for cell in one.cells) not in one.stands:
                seen.add(f"flags {one.cells}")
        if cells[clock.slot] != MENU or cells[clock.moves]:
            continue
        turn = cells[clock.turn]
        for cell in tracked:
            if not any(low <= cells[cell] <= high for low, high in soon.values(cell, turn - 1)):
                seen.add(f"{scenario.cells[cell].key} = {cells[cell]} in turn {turn}")
    return seen


@pytest.mark.parametrize("name", sorted(FOLDERS))
def test_nothing_is_so_sooner_than_is_said(name: str) -> None:
    scenario = load(FOLDERS[name]).compile()
    soon = Soon(reach(scenario), frozenset())
    games = (play_out(scenario, seed, at_random) for seed in range(FEW))
    assert not {surprise for game in games for surprise in surprises(soon, scenario, game)}


def test_a_number_widens_with_the_turns() -> None:
    scenario = load(FOLDERS["zoo"]).compile()
    soon, insight = Soon(reach(scenario), frozenset()), scenario.find.meter["insight"].cell
    spans = [soon.values(insight, turn)[-1][1] for turn in range(scenario.turns)]
    assert spans == sorted(set(spans)) and spans[0] == 0
