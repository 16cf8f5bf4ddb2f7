"""The laws of a step: what must be true of every step of every legal game."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import reduce

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.core.actor import remake
from game.core.choice import END_TURN, Choice, choices, refusal
from game.core.event import Cause, Changed, Rolled, Told, evolve
from game.core.outcome import reached
from game.core.policy import Game
from game.core.scenario import MENU, OVER, Scenario
from game.core.state import State, digest
from game.core.step import IllegalChoice, Step, step
from tests.core.crises import NAMES, games, moscows, places, with_cells

GAMES = 200
each_crisis = pytest.mark.parametrize("name", NAMES)
many = settings(max_examples=GAMES, suppress_health_check=list(HealthCheck))


def transitions(game: Game) -> Iterator[tuple[State, Choice | None, Step]]:
    """Every step of a game with the State before it and the choice; the opening has no choice."""
    for number, choice in enumerate(game.choices):
        yield game.steps[number].state, choice, game.steps[number + 1]


def known_causes(scenario: Scenario) -> dict[str, set[str]]:
    """By kind of cause: the ids a cause may name."""
    clauses = {clause.id for clause in scenario.drift}
    moves = {move.id for move in scenario.moves}
    options = {option.id for summit in scenario.summits for stage in summit.stages for option in stage.options}
    responses = {r for c in scenario.contests for rung in c.rungs for one in rung.responses for r in (one.id, one.does)}
    meters = {meter.id for meter in scenario.meters}
    keys = {cell.key for cell in scenario.cells}
    return {
        "choice": moves | options | responses,
        "rule": {rule.id for rule in scenario.rules},
        "answer": {answer.id for answer in scenario.answers},
        "happening": {happening.id for happening in scenario.happenings},
        "drift": clauses,
        "promise": {promise.id for promise in scenario.promises},
        "contest": {contest.id for contest in scenario.contests},
        "partner": {move.id for move in scenario.moves if move.joint is not None},
        "income": {meter.id for meter in scenario.meters if meter.kind == "purse"},
        "delay": meters,
        "bound": keys,
        "derived": {scenario.cells[derived.cell].key for derived in scenario.derived},
        "schedule": {f"turn-{turn}" for turn in range(1, scenario.turns + 1)},
        "hearing": moves,
        "ending": {ending.id for ending in scenario.endings},
    }


def causes(steps: tuple[Step, ...]) -> Iterator[Cause]:
    """The cause of every event."""
    for taken in steps:
        yield from (event.cause for event in taken.events)


@each_crisis
def test_folding_the_events_gives_the_state(name: str) -> None:
    @many
    @given(games(name))
    def law(played: tuple[Scenario, Game]) -> None:
        _, game = played
        for before, _, taken in transitions(game):
            changes = [event for event in taken.events if isinstance(event, Changed)]
            cells = list(before.cells)
            for event in changes:
                cells[event.cell] += event.by
            assert tuple(cells) == taken.state.cells

    law()


@each_crisis
def test_evolve_is_what_the_events_mean(name: str) -> None:
    @settings(max_examples=10, suppress_health_check=list(HealthCheck))
    @given(games(name), st.integers(0, 999))
    def law(played: tuple[Scenario, Game], number: int) -> None:
        _, game = played
        for place in places(game, number, 8):
            taken = game.steps[place + 1]
            assert reduce(evolve, taken.events, game.steps[place].state) == taken.state

    law()


@each_crisis
def test_the_books_balance_and_no_cell_leaves_its_range(name: str) -> None:
    @many
    @given(games(name))
    def law(played: tuple[Scenario, Game]) -> None:
        scenario, game = played
        changed = Counter[int]()
        for taken in game.steps:
            for event in taken.events:
                if isinstance(event, Changed):
                    changed[event.cell] += event.by
        for number, cell in enumerate(scenario.cells):
            assert cell.start + changed[number] == game.steps[-1].state.cells[number], cell.key
        for taken in game.steps:
            for cell, value in zip(scenario.cells, taken.state.cells, strict=True):
                assert cell.low <= value <= cell.high, cell.key

    law()


@each_crisis
def test_bookkeeping_is_never_cut_off(name: str) -> None:
    """A bound is a matter of meters; a count, a date or a status that runs over its end was reckoned wrongly."""

    @many
    @given(games(name))
    def law(played: tuple[Scenario, Game]) -> None:
        _, game = played
        for cause in causes(game.steps):
            assert cause.kind != "bound" or cause.id.startswith("meter:"), cause.id

    law()


@each_crisis
def test_every_cause_and_every_text_exists(name: str) -> None:
    known = {doctrine: known_causes(scenario) for doctrine, scenario in moscows(name).items()}

    @many
    @given(games(name))
    def law(played: tuple[Scenario, Game]) -> None:
        scenario, game = played
        for cause in causes(game.steps):
            assert cause.id in known[scenario.doctrine][cause.kind], cause
        for taken in game.steps:
            for event in taken.events:
                assert not isinstance(event, Told) or event.text in scenario.texts, event
                assert not isinstance(event, Rolled) or (0 <= event.fell < 100 and 0 < event.odds < 100)

    law()


@each_crisis
def test_a_step_taken_twice_is_the_same_and_leaves_its_state_alone(name: str) -> None:
    @many
    @given(games(name), st.integers(0, 999))
    def law(played: tuple[Scenario, Game], number: int) -> None:
        scenario, game = played
        for place in places(game, number, 12):
            before = game.steps[place].state
            kept = tuple(before.cells)
            assert step(scenario, before, game.choices[place]) == game.steps[place + 1]
            assert before.cells == kept

    law()


@each_crisis
def test_a_decision_made_again_is_the_one_that_was_kept(name: str) -> None:
    @many
    @given(games(name))
    def law(played: tuple[Scenario, Game]) -> None:
        scenario, game = played
        for taken in game.steps:
            for decision in taken.decisions:
                assert remake(scenario, decision) == (decision.rule, decision.answer)

    law()


def all_ids(scenario: Scenario) -> set[str]:
    """Everything that may ever be chosen, and some that may not."""
    return known_causes(scenario)["choice"] | {END_TURN, "", "no-such-thing"}


@each_crisis
def test_choices_are_exactly_what_a_step_accepts(name: str) -> None:
    ids = {doctrine: sorted(all_ids(scenario)) for doctrine, scenario in moscows(name).items()}

    @settings(max_examples=40, suppress_health_check=list(HealthCheck))
    @given(games(name), st.integers(0, 999))
    def law(played: tuple[Scenario, Game], number: int) -> None:
        scenario, game = played
        for place in places(game, number, 4):
            before = game.steps[place].state
            open_now = choices(scenario, before)
            assert len(set(open_now)) == len(open_now)
            for id in ids[scenario.doctrine]:
                choice = Choice(scenario.seat, id)
                try:
                    step(scenario, before, choice)
                except IllegalChoice:
                    assert choice not in open_now
                else:
                    assert choice in open_now
            with pytest.raises(IllegalChoice):
                step(scenario, before, Choice("nobody", END_TURN))

    law()


@each_crisis
def test_a_move_is_refused_exactly_when_it_is_not_among_the_choices(name: str) -> None:
    @many
    @given(games(name), st.integers(0, 999))
    def law(played: tuple[Scenario, Game], number: int) -> None:
        scenario, game = played
        for place in places(game, number, 6):
            before = game.steps[place].state
            open_now = {choice.id for choice in choices(scenario, before)}
            for move in scenario.moves:
                why = refusal(scenario, before, move)
                assert (why is None) == (move.id in open_now), (move.id, why)
                assert why is None or why.kind in ("price", "condition", "used", "resting", "done", "full")
                assert why is None or why.kind != "price" or all(missing > 0 for _, missing in why.short)
                assert why is None or all(not check.holds for check in why.checks)

    law()


@each_crisis
def test_a_game_always_ends_and_never_stops_before(name: str) -> None:
    @many
    @given(games(name))
    def law(played: tuple[Scenario, Game]) -> None:
        scenario, game = played
        clock = scenario.clock
        for before, choice, _ in transitions(game):
            open_now = choices(scenario, before)
            assert open_now and reached(scenario, before) is None
            assert before.cells[clock.slot] != MENU or open_now[-1].id == END_TURN
            assert choice in open_now
        last = game.steps[-1].state
        assert reached(scenario, last) is not None
        assert last.cells[clock.slot] == OVER
        assert 1 <= last.cells[clock.turn] <= scenario.turns

    law()


@each_crisis
def test_no_answer_is_given_more_often_than_it_has_texts_and_no_text_is_told_twice(name: str) -> None:
    @many
    @given(games(name))
    def law(played: tuple[Scenario, Game]) -> None:
        scenario, game = played
        told = Counter(e.text for s in game.steps for e in s.events if isinstance(e, Told))
        answers = {f"answer.{answer.id}.says.{n}" for answer in scenario.answers for n in range(1, answer.says + 1)}
        for text, times in told.items():
            assert times == 1 or not text.startswith(("answer.", "event.", "move.", "ending.")), text
            assert not text.startswith("answer.") or text in answers
        for answer in scenario.answers:
            assert game.steps[-1].state.cells[answer.count] <= answer.says

    law()


@each_crisis
def test_a_digest_differs_when_a_cell_does(name: str) -> None:
    @settings(max_examples=60, suppress_health_check=list(HealthCheck))
    @given(games(name), st.integers(0, 999), st.integers(0, 10**6), st.integers(-300, 300))
    def law(played: tuple[Scenario, Game], number: int, cell: int, by: int) -> None:
        scenario, game = played
        for place in places(game, number, 3):
            state = game.steps[place].state
            at = cell % len(state.cells)
            other = with_cells(state, {at: state.cells[at] + by})
            assert (digest(scenario, state.cells) == digest(scenario, other.cells)) == (by == 0)

    law()


@each_crisis
def test_all_moscows_share_one_row_of_cells(name: str) -> None:
    """A State can be carried from one doctrine to another, as the analysts and the weighing do."""
    rows = {tuple((c.key, c.low, c.high) for c in scenario.cells) for scenario in moscows(name).values()}
    assert len(rows) == 1
