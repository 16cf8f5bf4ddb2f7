"""What a play can be told about itself: odds when weighing, the analysts, turning points, the envelope, the record."""

from __future__ import annotations

from functools import lru_cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.core import analysts, debrief, turning, weigh
from game.core.choice import END_TURN, Choice
from game.core.outcome import reached
from game.core.policy import Game, at_random, play_out
from game.core.replay import follow_line, go_on, replay
from game.core.scenario import MENU, Scenario
from game.core.sight import hidden_cells
from game.core.state import State
from game.core.step import IllegalChoice, step
from tests.core.crises import games, moscows, places, play
from tests.core.test_fog import twin

few = settings(max_examples=15, suppress_health_check=list(HealthCheck))
EVENLY = {"as-written": 1, "haggler": 1}


@lru_cache(maxsize=8)
def game(seed: int, doctrine: str = "as-written") -> tuple[Scenario, Game]:
    """A game with some of everything."""
    return play("thread", doctrine, seed, (seed, 3, 5, 11, 2, 7))


@few
@given(games("thread"), st.integers(0, 10**6))
def test_weighing_a_move_gives_nothing_hidden_away(played: tuple[Scenario, Game], number: int) -> None:
    scenario, found = played
    for place in places(found, number, 2):
        state, move = found.steps[place].state, found.choices[place].id
        if state.cells[scenario.clock.slot] == MENU and move != END_TURN:
            here = weigh.weigh(moscows("thread"), EVENLY, state, move, 8)
            hidden = twin(scenario, state, number)
            assert weigh.weigh(moscows("thread"), EVENLY, hidden, move, 8) == here
            assert weigh.weigh(moscows("thread"), EVENLY, State(number, hidden.cells), move, 8) == here
            assert here.softer + here.harder + here.silent == here.playouts == 8
            assert all(up + down <= 8 for _, up, down in here.meters)


def test_only_what_may_be_made_can_be_weighed() -> None:
    _, found = game(3)
    for id in (END_TURN, "reopen", "no-such-thing"):
        with pytest.raises(IllegalChoice):
            weigh.weigh(moscows("thread"), EVENLY, found.steps[0].state, id, 4)


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (64, "almost certain"),
        (50, "likely"),
        (32, "about even"),
        (16, "unlikely"),
        (4, "remote"),
        (0, "almost excluded"),
    ],
)
def test_odds_are_said_in_words(count: int, words: str) -> None:
    assert weigh.in_words(count, 64) == words


def test_the_analysts_weigh_the_doctrines_by_the_answers() -> None:
    """Over many games the true doctrine is believed more often than not, and none is ever ruled out."""
    right = 0
    for seed in range(30):
        doctrine = ("as-written", "haggler")[seed % 2]
        scenario, found = game(seed, doctrine)
        read = analysts.readings(moscows("thread"), scenario, found.choices, found.steps)
        weights = {reading.doctrine: reading.weight for reading in read}
        assert sum(weights.values()) == 1000 and min(weights.values()) >= 1
        assert all(0 <= chance <= 10_000 for reading in read for _, _, _, chance in reading.odds)
        right += max(weights, key=lambda name: weights[name]) == doctrine
    assert right >= 20


def test_a_long_game_does_not_wear_the_weights_down_to_the_same() -> None:
    """Sixty answers, each less than certain, tell the doctrines apart better than six, however small the products."""
    scenario, found = play("road-to-moscow", "besieged", 2, (2, 3, 5, 11, 2, 7))
    read = analysts.readings(moscows("road-to-moscow"), scenario, found.choices, found.steps)
    weights = {reading.doctrine: reading.weight for reading in read}
    assert weights["besieged"] > 950 and min(weights.values()) >= 1 and sum(weights.values()) == 1000


def test_before_any_answer_the_analysts_know_nothing() -> None:
    scenario, found = game(3)
    read = analysts.readings(moscows("thread"), scenario, [], found.steps[:1])
    assert [reading.weight for reading in read] == [500, 500]


def test_a_turning_point_is_true() -> None:
    """With that one other choice, the later ones kept and the same luck, the game ends as it says."""
    told = 0
    for seed in range(6):
        scenario, found = game(seed)
        line = [choice.id for choice in found.choices]
        ending = reached(scenario, found.steps[-1].state)
        for point in turning.search(scenario, line, found.steps):
            if point is None:
                continue
            told += 1
            before = found.steps[point.choice].state
            assert point.done == line[point.choice] and point.instead != point.done
            assert point.turn == before.cells[scenario.clock.turn]
            state = step(scenario, before, Choice("west", point.instead)).state
            kept = line[point.choice :] if point.done == END_TURN else line[point.choice + 1 :]
            assert kept.count(END_TURN) == scenario.turns - point.turn + 1 or ending is None or ending.early
            later = [Choice("west", id) for id in kept]
            there = reached(scenario, go_on(scenario, state, later))
            assert there is not None and there != ending and there.id == point.ending
    assert told > 3


def test_the_envelope_shows_the_same_line_against_each_moscow() -> None:
    scenario, found = game(3)
    ending = reached(scenario, found.steps[-1].state)
    columns = debrief.envelope(moscows("thread"), 3, [choice.id for choice in found.choices])
    assert [other.doctrine for other in columns] == ["as-written", "haggler"]
    assert ending is not None and columns[0].ending == ending.id
    credibility = scenario.find.meter["credibility"].cell
    hidden = {meter.id for meter in scenario.meters if meter.sight == "hidden" and meter.kind != "flag"}
    assert hidden <= set(dict(columns[0].meters))
    assert dict(columns[0].meters)["credibility"] == found.steps[-1].state.cells[credibility]


def test_the_advisers_record_is_kept() -> None:
    verdicts = list[debrief.Verdict]()
    for seed in range(12):
        scenario, found = game(seed)
        verdicts += debrief.record(scenario, [choice.id for choice in found.choices], found.steps)
    assert {verdict.advice for verdict in verdicts} == {"desk-on-calls", "treasury-on-warnings"}
    assert {verdict.right for verdict in verdicts} == {True, False}


def test_the_event_table_holds_every_act_with_its_code() -> None:
    scenario, found = game(3)
    rows = debrief.event_table(scenario, found.steps)
    made = [choice.id for choice in found.choices if choice.id in scenario.find.move]
    assert [row.id for row in rows if row.id in scenario.find.move] == made
    for row in rows:
        assert row.date in scenario.dates and row.cameo in scenario.cameo
        assert row.goldstein == scenario.cameo[row.cameo].goldstein


def test_a_course_is_the_meters_value_turn_by_turn() -> None:
    scenario, found = game(3)
    values = debrief.course(scenario, found.steps, "credibility")
    start = scenario.find.meter["credibility"].start
    assert len(values) == scenario.turns + 1
    assert values[-1] == start + sum(by for _, by, _ in debrief.why_changed(scenario, found.steps, "credibility"))


def test_distance_from_history_counts_moves_by_turn() -> None:
    scenario, found = game(3)
    line = [choice.id for choice in found.choices]
    rows = debrief.distance(scenario, line, found.steps)
    assert [row.turn for row in rows] == list(range(1, scenario.turns + 1))
    assert "ring-up" in (*rows[0].common, *rows[0].only_there)
    for row in rows:
        assert not set(row.common) & {*row.only_here, *row.only_there}


def test_a_line_that_fits_is_followed_as_it_is_and_one_that_does_not_bends() -> None:
    scenario, found = game(3)
    assert follow_line(scenario, 3, found.choices) == list(found.steps) == replay(scenario, 3, found.choices)
    other = moscows("thread")["haggler"]
    bent = follow_line(other, 3, found.choices)
    assert reached(other, go_on(other, bent[-1].state, [])) is not None
    strange = [Choice("west", id) for id in ("no-such-thing", "go-to-kalmus", END_TURN, "hold", END_TURN, END_TURN)]
    turns = [taken.state.cells[scenario.clock.turn] for taken in follow_line(scenario, 3, strange)]
    assert turns[-1] == 4


def test_the_analysts_know_nothing_of_what_is_hidden() -> None:
    """Hidden cells and the game's own dice may be anything: the readings stay the same."""
    scenario = moscows("road-to-moscow")["documented"]
    found = play_out(scenario, 5, at_random)
    hidden = hidden_cells(scenario)
    read = analysts.readings(moscows("road-to-moscow"), scenario, found.choices, found.steps)
    veiled = [
        taken._replace(
            state=State(1, tuple(0 if index in hidden else value for index, value in enumerate(taken.state.cells)))
        )
        for taken in found.steps
    ]
    assert analysts.readings(moscows("road-to-moscow"), scenario, found.choices, veiled) == read
