"""Backtest: put where history stood, each model gives history's answers, and knows more than its yardsticks."""

from __future__ import annotations

import pytest

from game.content.package import load
from game.core.backtest import Report, backtest, real_answers
from game.core.grammar import Leaf
from game.core.reading import reading_of_history
from game.core.scenario import Scenario
from game.data import scenario_ids, scenarios_dir

LONGEST = {"first-cable": 12, "road-to-moscow": 35, "emergency-session": 45}
"""Minutes that the line of history may take to read and choose."""


@pytest.fixture(scope="module", params=scenario_ids())
def scenario(request: pytest.FixtureRequest) -> Scenario:
    return load(scenarios_dir() / request.param).compile()


@pytest.fixture(scope="module")
def report(scenario: Scenario) -> Report:
    return backtest(scenario, seeds=40)


def test_there_are_enough_real_answers(scenario: Scenario) -> None:
    assert sum(len(answers) for answers in real_answers(scenario).values()) >= 12


def test_the_model_gives_them(report: Report) -> None:
    assert report.model.precision >= 800
    assert report.model.recall >= 800


def test_it_knows_more_than_any_yardstick(report: Report) -> None:
    assert len(report.yardsticks) == 4
    for yardstick in report.yardsticks:
        assert report.model.precision >= yardstick.precision + 200, yardstick
        assert report.model.recall >= yardstick.recall + 200, yardstick


def test_no_rule_that_scores_rests_on_a_date_or_on_one_move(scenario: Scenario) -> None:
    real = {answer for answers in real_answers(scenario).values() for answer in answers}
    dated = {effect.cell for h in scenario.happenings if h.turn for clause in h.clauses for effect in clause.effects}
    moved = {e.cell for m in scenario.moves for c in m.clauses for e in c.effects}
    moved |= {e.cell for a in scenario.answers for c in a.clauses for e in c.effects}
    moved |= {e.cell for c in scenario.drift for e in c.effects}
    seen_dated = {h.seen for h in scenario.happenings if h.turn}
    for rule in scenario.rules:
        if scenario.answers[rule.answer].id not in real:
            continue
        leaves: list[Leaf] = [leaf for group in rule.when for leaf in group]
        assert scenario.clock.turn not in {leaf.cell for leaf in leaves}, rule.id
        assert not seen_dated & {leaf.cell for leaf in leaves}, rule.id
        assert not {leaf.cell for leaf in leaves} & (dated - moved), rule.id
        if rule.slot == "reply":
            answered = [move for move in scenario.moves if rule.triggers & set(move.triggers)]
            assert len(answered) >= 2, rule.id


def test_the_line_of_history_can_be_read_and_chosen_in_good_time(scenario: Scenario) -> None:
    assert reading_of_history(scenario).minutes <= LONGEST[scenario.id]
