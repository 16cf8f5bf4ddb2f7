"""Dead turns and regret: what is sampled in lanes, tried once more by hand in the core."""

from __future__ import annotations

import numpy as np
import pytest

from game.batch import playouts
from game.batch.count import Count
from game.batch.policies import chooser as lanes_chooser
from game.batch.sample import FUTURES, Decision, dead_turns, regret
from game.batch.totals import DEAD, LOST, SEEN, STATES
from game.content.package import load
from game.core.chance import mix, site
from game.core.choice import choices
from game.core.outcome import aims_met
from game.core.policy import Chooser, at_random
from game.core.scenario import MENU, OVER, Scenario
from game.core.state import State
from game.core.step import step
from game.core.way import Way, chooser
from game.data import scenarios_dir
from game.terminal import sweepreport
from tests.core.small import package

FIRST_CABLE = load(scenarios_dir() / "first-cable").compile()
DULL = """
meters: [{id: want, title: Want, start: 50}]
moves: [{id: call, MOVE}, {id: wave, MOVE}, {id: shout, when: {turn: exactly 2}, MOVE}]
answers: [{id: nods, SAYS, says: [A nod., Another., A third.]}, {id: starts, SAYS, says: [A start.]}]
rules:
  - {id: to-nothing, RULE, salience: 10, initiative: yes, answer: nods}
  - {id: to-shout, RULE, salience: 10, reply_to: [shout], answer: starts}
"""


def sampled(scenario: Scenario, word: str, seeds: list[int]) -> list[Decision]:
    count = Count(scenario, lanes_chooser(scenario, Way(word)))
    count.play(np.array(seeds, dtype=np.uint64), np.ones(len(seeds), dtype=np.bool_))
    return count.decisions


def states(decision: Decision) -> list[State]:
    columns = zip(decision.seeds.tolist(), decision.cells.T.tolist(), strict=True)
    return [State(seed, tuple(cells)) for seed, cells in columns]


def said(scenario: Scenario, state: State, number: int) -> tuple[int, ...]:
    """How often each answer was given once this choice was made and the turn then ended."""
    turn = state.cells[scenario.clock.turn]
    state = step(scenario, state, choices(scenario, state)[number]).state
    while state.cells[scenario.clock.turn] == turn and state.cells[scenario.clock.slot] != OVER:
        open_now = choices(scenario, state)
        at_menu = state.cells[scenario.clock.slot] == MENU
        state = step(scenario, state, open_now[-1] if at_menu else at_random(scenario, state, open_now)).state
    return tuple(state.cells[answer.count] for answer in scenario.answers)


def met(scenario: Scenario, state: State, number: int, choose: Chooser) -> int:
    """The aims met at the end, this choice being made and the policy playing on."""
    state = step(scenario, state, choices(scenario, state)[number]).state
    while open_now := choices(scenario, state):
        state = step(scenario, state, choose(scenario, state, open_now)).state
    return sum(aims_met(scenario, state).values())


def test_a_turn_is_dead_if_no_choice_changes_an_answer() -> None:
    scenario = FIRST_CABLE
    decisions = sampled(scenario, "random", list(range(6)))
    here = [state for decision in decisions for state in states(decision)]
    dead = [len({said(scenario, one, n) for n in range(len(choices(scenario, one)))}) == 1 for one in here]
    assert len(here) > 20
    assert dead_turns(scenario, decisions) == [len(dead), sum(dead)]


def test_a_crisis_in_which_nothing_matters_is_dead_but_for_one_turn() -> None:
    scenario = package(DULL).compile()
    found = dead_turns(scenario, sampled(scenario, "random", list(range(8))))
    assert found[SEEN] == 8 * scenario.turns
    assert found[DEAD] == 8 * (scenario.turns - 1)


def test_regret_is_what_the_best_first_choice_would_have_met_beyond_the_one_made() -> None:
    scenario, choose = FIRST_CABLE, chooser(FIRST_CABLE, Way("cautious"))
    decisions = [one for one in sampled(scenario, "cautious", [3, 8]) if one.turn == 5]
    lost = 0
    for decision in decisions:
        for state, options, made in zip(states(decision), decision.options, decision.chosen, strict=True):
            assert len(choices(scenario, state)) == options
            assert choose(scenario, state, choices(scenario, state)) == choices(scenario, state)[made]
            seeds = [mix(state.seed ^ mix(site(f"future/{n}"))) >> 1 for n in range(FUTURES)]
            table = [
                [met(scenario, State(seed, state.cells), number, choose) for seed in seeds]
                for number in range(int(options))
            ]
            half = FUTURES // 2
            best = max(range(len(table)), key=lambda number: (sum(table[number][:half]), -number))
            lost += sum(table[best][half:]) - sum(table[int(made)][half:])
    found = regret(scenario, lanes_chooser(scenario, Way("cautious")), decisions)
    assert found[STATES] == 2
    assert found[LOST] == lost


def test_the_sample_is_the_same_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    scenario, choose = FIRST_CABLE, lanes_chooser(FIRST_CABLE, Way("cautious"))
    decisions = sampled(scenario, "cautious", list(range(5)))
    whole = dead_turns(scenario, decisions), regret(scenario, choose, decisions[3:4])
    monkeypatch.setattr("game.batch.sample.LANES", 60)
    assert (dead_turns(scenario, decisions), regret(scenario, choose, decisions[3:4])) == whole


def test_futures_are_never_the_games_own_dice() -> None:
    seeds = playouts.seeds_of(1, range(50)).tolist()
    futures = {mix(seed ^ mix(site(f"future/{n}"))) >> 1 for seed in seeds for n in range(FUTURES)}
    assert not futures & set(seeds)
    assert sweepreport.FUTURES == FUTURES // 2
