"""Backtest: whether the model, put where history stood, gives history's answers.

At each turn the state is that of history so far, its real answers imposed; one turn is asked of the model under
many dice, and what it answers is matched by id with what was really answered in that turn.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from .chance import pick, site
from .choice import END_TURN, Choice
from .policy import at_random, play_out
from .replay import Given, follow_line
from .scenario import Scenario
from .state import State
from .step import Step, step

SEEDS = 200
SCORED = ("reply", "initiative", "challenge", "contest")
"""Slots that are scored: what was said at a table, exchange by exchange, no record dates."""

Counts = Mapping[int, Mapping[str, int]]
"""By turn: how often each answer was given over all dice."""


class Row(NamedTuple):
    """One turn: the answers of history, and how often the model gave each answer over all dice."""

    turn: int
    real: tuple[str, ...]
    counts: tuple[tuple[str, int], ...]


class Score(NamedTuple):
    """Precision and recall in thousandths: right of what was given, right of what was real."""

    name: str
    precision: int
    recall: int


class Report(NamedTuple):
    """The model's score turn by turn, and those of yardsticks that know less."""

    rows: tuple[Row, ...]
    seeds: int
    model: Score
    yardsticks: tuple[Score, ...]


def real_answers(scenario: Scenario) -> dict[int, tuple[str, ...]]:
    """By turn: the answers of the record that can be scored."""
    options = {o.id for s in scenario.summits for stage in s.stages for o in stage.options}
    return {
        past.turn: tuple(answer for to, answer in past.answers if to not in options) for past in scenario.past
    }


def line_of_history(scenario: Scenario, order: Sequence[int] | None = None) -> list[Choice]:
    """History's choices with every turn's end; `order` puts other turns' choices in their place."""
    chosen = {past.turn: past.choices for past in scenario.past}
    line = []
    for turn in range(1, scenario.turns + 1):
        source = order[turn - 1] if order else turn
        line += [Choice(scenario.seat, id) for id in (*chosen.get(source, ()), END_TURN)]
    return line


def given_of_history(scenario: Scenario) -> Given:
    """The real answers, to be imposed turn by turn."""
    return {past.turn: dict(past.answers) for past in scenario.past}


def answered(scenario: Scenario, taken: Step) -> list[str]:
    """The scored answers of the main actor in a step."""
    return [
        scenario.answers[decision.answer].id
        for decision in taken.decisions
        if decision.actor == scenario.main_actor and decision.slot in SCORED and decision.answer >= 0
    ]


def _ask(scenario: Scenario, seed: int, line: Sequence[Choice], counts: dict[int, dict[str, int]]) -> None:
    """Play the line with the real answers imposed; at each turn's end ask the model for its own."""
    steps = follow_line(scenario, seed, line, given_of_history(scenario))
    clock = scenario.clock
    end = Choice(scenario.seat, END_TURN)
    for before, after in pairwise(steps):
        turn = before.state.cells[clock.turn]
        if after.state.cells[clock.turn] == turn and after.state.cells[clock.over] == 0:
            continue
        found = counts.setdefault(turn, {})
        for id in answered(scenario, step(scenario, State(seed, before.state.cells), end)):
            found[id] = found.get(id, 0) + 1


def _score(name: str, real: Mapping[int, Sequence[str]], counts: Counts, seeds: int) -> Score:
    given = sum(sum(found.values()) for found in counts.values())
    right = sum(counts.get(turn, {}).get(answer, 0) for turn, answers in real.items() for answer in answers)
    wanted = seeds * sum(len(answers) for answers in real.values())
    return Score(name, 1000 * right // max(1, given), 1000 * right // max(1, wanted))


def _shuffled(turns: int, seed: int) -> list[int]:
    order = list(range(1, turns + 1))
    for last in range(turns - 1, 0, -1):
        other = pick(seed, last, "shuffle", last + 1)
        order[last], order[other] = order[other], order[last]
    return order


def _by_date(scenario: Scenario, games: int) -> Counts:
    """What a predictor says that knows only the date: the answers most often given then in random play."""
    seen: dict[int, dict[str, int]] = {}
    for number in range(games):
        game = play_out(scenario, site(f"by-date/{number}") >> 1, at_random)
        for taken in game.steps:
            for id in answered(scenario, taken):
                found = seen.setdefault(taken.decisions[0].turn, {})
                found[id] = found.get(id, 0) + 1
    return {turn: {id: 1 for id, times in found.items() if 2 * times >= games or times == max(found.values())}
            for turn, found in seen.items()}


def backtest(scenario: Scenario, seeds: int = SEEDS) -> Report:
    """The Report over this many dice."""
    real = real_answers(scenario)
    model: dict[int, dict[str, int]] = {}
    shuffled: dict[int, dict[str, int]] = {}
    empty: dict[int, dict[str, int]] = {}
    idle = [Choice(scenario.seat, END_TURN)] * scenario.turns
    for number in range(seeds):
        seed = site(f"backtest/{number}") >> 1
        _ask(scenario, seed, line_of_history(scenario), model)
        _ask(scenario, seed, line_of_history(scenario, _shuffled(scenario.turns, seed)), shuffled)
        _ask(scenario, seed, idle, empty)
    every = [answer for answers in real.values() for answer in answers]
    commonest = max(sorted(set(every)), key=every.count) if every else ""
    yardsticks = (
        _score("history's moves with the turns shuffled", real, shuffled, seeds),
        _score("knows only the date", real, _by_date(scenario, seeds), 1),
        _score("empty moves", real, empty, seeds),
        _score("always the commonest answer", real, {turn: {commonest: 1} for turn in real}, 1),
    )
    rows = tuple(
        Row(turn, real.get(turn, ()), tuple(sorted(model.get(turn, {}).items(), key=lambda pair: (-pair[1], pair[0]))))
        for turn in range(1, scenario.turns + 1)
    )
    return Report(rows, seeds, _score("the model", real, model, seeds), yardsticks)
