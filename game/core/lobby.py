"""Lobby: the blocs as they stand to a draft: how they would vote, how far pressed, and what more would bring."""

from __future__ import annotations

from typing import NamedTuple

from .ballot import Tally, estimate
from .outlook import odds_of
from .scenario import Scenario
from .state import State
from .vote import text_of
from .words import title


class BlocView(NamedTuple):
    """A bloc as the seat sees it: how far pressed, its expected votes, and the yes that fifty more would bring."""

    id: str
    title: str
    says: str
    members: tuple[str, ...]
    push: int
    sounded: bool
    votes: Tally
    swing: int


SWING = 50
"""Hundredths of a logit: about what a minister's journey brings."""


def blocs(scenario: Scenario, state: State, id: str) -> tuple[BlocView, ...]:
    """The blocs as they stand to a draft, those that fifty more would move most first."""
    draft, cells = scenario.find.draft[id], state.cells
    hall, turn = scenario.hall, cells[scenario.clock.turn]
    seats = set(hall.seats(draft.body, turn))
    text = text_of(draft, cells)
    odds, found = odds_of(scenario, state, draft, text), []
    for bloc in scenario.blocs:
        members = [member for member in bloc.members if member in seats]
        more = list(cells)
        more[bloc.push] = min(cells[bloc.push] + SWING, scenario.cells[bloc.push].high)
        raised = odds_of(scenario, State(state.seed, tuple(more)), draft, text)
        swing = sum(raised[member].yes - odds[member].yes for member in members)
        found.append(
            BlocView(
                bloc.id,
                title(scenario, "bloc", bloc.id),
                scenario.texts.get(f"bloc.{bloc.id}.says", ""),
                tuple(hall.members[member].iso for member in members),
                cells[bloc.push],
                bool(cells[bloc.sounded]),
                estimate([odds[member] for member in members]).tally(),
                (swing + 5_000) // 10_000,
            )
        )
    return tuple(sorted((one for one in found if one.members), key=lambda one: (-one.swing, one.title)))
