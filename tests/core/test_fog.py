"""The law of the fog: what a seat cannot see changes nothing it is shown, told or allowed."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.core.account import account
from game.core.chance import mix
from game.core.choice import choices, refusal
from game.core.chronicle import changes, items
from game.core.decision import Decision
from game.core.event import Told
from game.core.explain import explain
from game.core.policy import Game
from game.core.scenario import MENU, Scenario
from game.core.sight import hidden_cells, span
from game.core.state import State
from game.core.step import Step, step
from game.core.view import view
from tests.core.crises import NAMES, games, places, with_cells

each_crisis = pytest.mark.parametrize("name", NAMES)
some = settings(max_examples=100, suppress_health_check=list(HealthCheck))


def twin(scenario: Scenario, state: State, number: int) -> State:
    """A State that looks the same to the seat: every hidden cell anywhere the seat's band allows."""
    changed = {}
    for meter in scenario.meters:
        if meter.sight == "hidden":
            low, high = span(meter, state.cells)
            changed[meter.cell] = low + mix(number ^ mix(meter.cell)) % (high - low + 1)
            for due in meter.due:
                changed[due] = mix(number ^ mix(due)) % 21 - 10
    return with_cells(state, changed)


def outcome(decision: Decision) -> tuple[object, ...]:
    """What of a decision is not a matter of the State it was taken in."""
    return decision._replace(before=())


def alike(scenario: Scenario, one: Step, other: Step) -> bool:
    """Whether two steps came out the same as far as the seat can see: answers, news and every visible cell."""
    hidden = hidden_cells(scenario)
    return (
        [outcome(decision) for decision in one.decisions] == [outcome(decision) for decision in other.decisions]
        and [e for e in one.events if isinstance(e, Told)] == [e for e in other.events if isinstance(e, Told)]
        and all(
            cell in hidden or here == there
            for cell, (here, there) in enumerate(zip(one.state.cells, other.state.cells, strict=True))
        )
    )


def recent(scenario: Scenario, game: Game, place: int) -> list[State]:
    """The last States before a choice in which moves could be chosen."""
    slot = scenario.clock.slot
    return [taken.state for taken in game.steps[: place + 1] if taken.state.cells[slot] == MENU][-16:]


@each_crisis
def test_what_a_seat_cannot_see_changes_nothing_it_is_shown(name: str) -> None:
    @some
    @given(games(name), st.integers(0, 10**6))
    def law(played: tuple[Scenario, Game], number: int) -> None:
        scenario, game = played
        for place in places(game, number, 3):
            here = game.steps[place].state
            there = twin(scenario, here, number)
            assert view(scenario, here) == view(scenario, there)
            assert choices(scenario, here) == choices(scenario, there)
            for move in scenario.moves:
                assert refusal(scenario, here, move) == refusal(scenario, there, move)

    law()


@each_crisis
def test_a_view_shows_the_choices_there_are(name: str) -> None:
    @some
    @given(games(name), st.integers(0, 10**6))
    def law(played: tuple[Scenario, Game], number: int) -> None:
        scenario, game = played
        for place in places(game, number, 3):
            state = game.steps[place].state
            assert view(scenario, state).choices == tuple(choice.id for choice in choices(scenario, state))

    law()


@each_crisis
def test_an_unseen_difference_is_neither_told_nor_explained(name: str) -> None:
    """Where two hidden truths lead to the same answers, the chronicle and every why are the same too."""

    @some
    @given(games(name), st.integers(0, 10**6))
    def law(played: tuple[Scenario, Game], number: int) -> None:
        scenario, game = played
        ends = [n for n, taken in enumerate(game.steps[1:]) if taken.decisions]
        for place in [ends[mix(number ^ mix(n)) % len(ends)] for n in range(2)] if ends else []:
            here = game.steps[place].state
            there = twin(scenario, here, number)
            one, other = game.steps[place + 1], step(scenario, there, game.choices[place])
            if alike(scenario, one, other):
                turn = here.cells[scenario.clock.turn]
                assert list(items(scenario, one, turn, set())) == list(items(scenario, other, turn, set()))
                assert changes(scenario, one, False) == changes(scenario, other, False)
                past = recent(scenario, game, place)
                pairs = zip(one.decisions, other.decisions, strict=True)
                assert_explained_alike(scenario, pairs, past, [twin(scenario, state, number) for state in past])

    law()


def assert_explained_alike(
    scenario: Scenario, pairs: object, past: Sequence[State], other_past: Sequence[State]
) -> None:
    """Each pair of decisions has one and the same account while the game runs."""
    assert isinstance(pairs, zip)
    for here, there in pairs:
        first = account(scenario, explain(scenario, here, False, past))
        second = account(scenario, explain(scenario, there, False, other_past))
        assert first == second
