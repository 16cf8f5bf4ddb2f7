"""The laws of explanation: whatever is said of why, why not and what if is true."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.core.actor import odds_of, remake
from game.core.chance import mix
from game.core.condition import leaf_holds
from game.core.decision import Decision
from game.core.explain import MISSES, Miss, explain, met
from game.core.policy import Game
from game.core.scenario import MENU, Scenario
from game.core.sight import hidden_cells
from game.core.state import State
from tests.core.crises import NAMES, games, play
from tests.core.test_fog import recent, twin

each_crisis = pytest.mark.parametrize("name", NAMES)
some = settings(max_examples=100, suppress_health_check=list(HealthCheck))
DRAWS = 4


def decisions(scenario: Scenario, game: Game, number: int, most: int = 8) -> list[tuple[int, Decision]]:
    """Some decisions of a game for which there were rules, with the place of the choice that led to them."""
    found = [
        (place, decision)
        for place, taken in enumerate(game.steps[1:])
        for decision in taken.decisions
        if scenario.find.rules_for(decision.actor, decision.slot, decision.triggers)
    ]
    return [found[mix(number ^ mix(n)) % len(found)] for n in range(most)] if found else []


def assert_true_of(scenario: Scenario, decision: Decision, miss: Miss, before: tuple[int, ...]) -> None:
    """With this one condition met in these cells and the same luck, the answer is the one foretold."""
    after = met(miss.leaf, before, decision.turn)
    assert leaf_holds(miss.leaf, after, decision.turn)
    assert sum(a != b for a, b in zip(before, after, strict=True)) == 1
    rule, answer = remake(scenario, decision._replace(before=after))
    assert (rule, answer) == (miss.rule, miss.answer), (scenario.rules[miss.rule].id, scenario.cells[miss.leaf.cell])


@each_crisis
def test_every_nearest_miss_is_true_once_all_is_shown(name: str) -> None:
    @some
    @given(games(name), st.integers(0, 10**6))
    def law(played: tuple[Scenario, Game], number: int) -> None:
        scenario, game = played
        for place, decision in decisions(scenario, game, number):
            found = explain(scenario, decision, True, recent(scenario, game, place))
            assert len(found.misses) <= MISSES
            for miss in found.misses:
                assert miss.answer != decision.answer
                assert_true_of(scenario, decision, miss, decision.before)

    law()


@each_crisis
def test_every_nearest_miss_is_true_whatever_the_hidden_cells_hold(name: str) -> None:
    """Told while the game runs, it holds for the truth and for every draw that would have led to the same answer."""

    @some
    @given(games(name), st.integers(0, 10**6))
    def law(played: tuple[Scenario, Game], number: int) -> None:
        scenario, game = played
        hidden = hidden_cells(scenario)
        for place, decision in decisions(scenario, game, number):
            found = explain(scenario, decision, False, recent(scenario, game, place))
            for miss in found.misses:
                assert miss.leaf.cell not in hidden
                assert_true_of(scenario, decision, miss, decision.before)
                for draw in range(DRAWS):
                    drawn = twin(scenario, State(decision.seed, decision.before), number + draw).cells
                    if remake(scenario, decision._replace(before=drawn)) == (decision.rule, decision.answer):
                        assert_true_of(scenario, decision, miss, drawn)

    law()


@each_crisis
def test_what_fired_held_and_what_it_beat_held_too(name: str) -> None:
    @some
    @given(games(name), st.integers(0, 10**6))
    def law(played: tuple[Scenario, Game], number: int) -> None:
        scenario, game = played
        for _, decision in decisions(scenario, game, number):
            found = explain(scenario, decision, True)
            assert found.unsure == ()
            assert all(check.holds for check in found.checks)
            if decision.rule >= 0:
                rule = scenario.rules[decision.rule]
                assert len(found.checks) == len(rule.when)
                for beaten in found.beaten:
                    other = scenario.rules[beaten.rule]
                    assert (other.rank > rule.rank) == (beaten.by == "odds")
                    assert beaten.by != "odds" or other.odds < 100

    law()


@each_crisis
def test_remedies_were_open_in_the_last_three_turns(name: str) -> None:
    @some
    @given(games(name), st.integers(0, 10**6))
    def law(played: tuple[Scenario, Game], number: int) -> None:
        scenario, game = played
        turn, slot = scenario.clock.turn, scenario.clock.slot
        for place, decision in decisions(scenario, game, number):
            states = [taken.state.cells for taken in game.steps[: place + 1] if taken.state.cells[slot] == MENU]
            late = [cells for cells in states if decision.turn - cells[turn] <= 2]
            for miss in explain(scenario, decision, True, recent(scenario, game, place)).misses:
                for id in miss.moves:
                    assert any(cells[scenario.find.move[id].open] for cells in late), id
                for id in miss.undone:
                    made = decision.before[scenario.find.move[id].made]
                    assert id != decision.subject and decision.turn - 2 <= made <= decision.turn, id

    law()


@each_crisis
def test_odds_of_answers_add_up_and_allow_what_came(name: str) -> None:
    @some
    @given(games(name), st.integers(0, 10**6))
    def law(played: tuple[Scenario, Game], number: int) -> None:
        scenario, game = played
        for _, decision in decisions(scenario, game, number):
            odds = odds_of(scenario, decision)
            assert sum(odds.values()) == 10_000
            assert all(0 <= chance <= 10_000 for chance in odds.values())
            assert odds[decision.answer] > 0

    law()


def test_explanations_have_something_to_say() -> None:
    """The laws above would hold of silence too; so there must be checks, doubts, rivals, misses and remedies."""
    said = dict.fromkeys(("checks", "unsure", "beaten", "misses", "moves"), 0)
    for seed in range(40):
        scenario, game = play("thread", "as-written", seed, (seed, 3, 1, 8, 2))
        for place, taken in enumerate(game.steps[1:]):
            for decision in taken.decisions:
                found = explain(scenario, decision, False, recent(scenario, game, place))
                said["checks"] += len(found.checks)
                said["unsure"] += len(found.unsure)
                said["beaten"] += len(found.beaten)
                said["misses"] += len(found.misses)
                said["moves"] += sum(len(miss.moves) for miss in found.misses)
    assert all(count > 10 for count in said.values()), said
