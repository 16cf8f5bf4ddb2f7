"""A play in progress: choosing, taking back, forking; what it tells, and its sealed envelope."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.core.choice import Choice, choices
from game.core.replay import replay
from game.core.step import IllegalChoice
from game.play.playthrough import Estimate, Forecast, Playthrough, drawn_doctrine
from tests.core.crises import package
from tests.play.line import played

WHOLE = 200
"""More choices than any game of the small crisis has."""


def test_a_choice_that_may_not_be_made_changes_nothing(play: Playthrough) -> None:
    choices_before, state, seen = list(play.choices), play.state, play.view
    with pytest.raises(IllegalChoice):
        play.choose("no-such-thing")
    assert (play.choices, play.state, play.view) == (choices_before, state, seen)


def test_taking_back_is_as_if_it_had_not_been_chosen(play: Playthrough) -> None:
    seen, digests = play.view, play.digests()
    play.choose(choices(play.scenario, play.state)[-1].id)
    assert play.view != seen
    assert play.undo() is not None
    assert play.view == seen
    assert play.digests() == digests


def test_everything_can_be_taken_back_and_then_nothing_more(play: Playthrough) -> None:
    made = list(play.choices)
    assert [play.undo() for _ in made] == made[::-1]
    assert play.undo() is None
    assert play.turn == 1 and len(play.steps) == 1


@settings(max_examples=20)
@given(st.integers(0, 2**63 - 1), st.integers(0, 40), st.integers(0, 40))
def test_undo_and_fork_are_replays_of_a_shorter_line(seed: int, length: int, kept: int) -> None:
    play = played(Playthrough(package("thread"), seed), length)
    kept = min(kept, len(play.choices))
    fork = play.fork(kept)
    while len(play.choices) > kept:
        play.undo()
    line = list(play.choices)
    again = Playthrough(package("thread"), seed)
    for id in line:
        again.choose(id)
    assert play.steps == fork.steps == again.steps
    assert play.digests() == fork.digests() == again.digests()
    assert (fork.doctrine, fork.drawn, fork.seed) == (play.doctrine, True, seed)


def test_a_fork_goes_its_own_way(play: Playthrough) -> None:
    fork = play.fork(5)
    fork.notes.name = "another way"
    played(fork, 3)
    assert len(play.choices) == 12 and play.notes.name == ""
    assert fork.choices[:5] == play.choices[:5]


def test_a_fork_forgets_forecasts_of_turns_it_has_not_reached(play: Playthrough) -> None:
    play.notes.forecasts = [Forecast(1, "go", "haggler", "a price"), Forecast(99, "go", "haggler", "a map")]
    play.notes.estimates = [Estimate(turn, "go", "peace", "likely", 500) for turn in (1, 99)]
    fork = play.fork(2)
    assert [note.turn for note in fork.notes.forecasts] == [1]
    assert [note.turn for note in fork.notes.estimates] == [1]


def test_taking_back_forgets_forecasts_of_turns_not_reached_any_more(play: Playthrough) -> None:
    turn = play.turn
    play.notes.forecasts = [Forecast(1, "go", "haggler", "a price"), Forecast(turn, "go", "haggler", "a map")]
    play.notes.estimates = [Estimate(when, "go", "peace", "likely", 500) for when in (1, turn)]
    while play.turn == turn:
        assert len(play.notes.forecasts) == len(play.notes.estimates) == 2
        play.undo()
    assert [forecast.turn for forecast in play.notes.forecasts] == [1]
    assert [note.turn for note in play.notes.estimates] == [1]


def test_the_steps_are_those_of_the_core(play: Playthrough) -> None:
    chosen = [Choice(play.scenario.seat, id) for id in play.choices]
    assert replay(play.scenario, play.seed, chosen) == play.steps


def test_the_seed_draws_each_doctrine_about_as_often() -> None:
    drawn = Counter(drawn_doctrine(package("thread"), seed) for seed in range(400))
    assert set(drawn) == set(package("thread").doctrines)
    assert min(drawn.values()) > 150


def test_the_envelope_is_a_seal_that_tells_doctrines_apart(play: Playthrough) -> None:
    assert play.envelope == Playthrough(package("thread"), play.seed, play.doctrine).envelope
    assert play.envelope != Playthrough(package("thread"), play.seed, "haggler").envelope
    assert play.envelope != Playthrough(package("thread"), play.seed + 1, play.doctrine).envelope
    assert re.fullmatch("[0-9a-f]{16}", play.envelope)


def test_a_whole_play_ends_and_tells_each_thing_under_its_turn() -> None:
    play = played(Playthrough(package("thread"), 5), WHOLE)
    assert play.over and play.view.ending and play.view.choices == ()
    turns = [item.turn for _, item in play.lines()]
    assert turns == sorted(turns) and turns[0] >= 1 and turns[-1] <= play.scenario.turns
    assert len(play.lines(len(play.steps))) == 0
    assert [play.turn_of(index) for index in (0, 1)] == [0, 1]


def test_the_chronicle_says_nothing_twice_in_the_same_words() -> None:
    for seed in range(12):
        play = played(Playthrough(package("thread"), seed), WHOLE)
        texts = Counter(item.text for _, item in play.lines() if item.text)
        assert max(texts.values()) == 1, texts.most_common(1)


def test_every_answer_in_the_chronicle_can_be_asked_why() -> None:
    play = played(Playthrough(package("thread"), 5), WHOLE)
    asked = 0
    for index, item in play.lines():
        if item.kind == "answer":
            found = play.why(index, item.decision)
            assert found.decision.answer >= 0
            assert play.scenario.answers[found.decision.answer].id == item.id
            asked += 1
    assert asked > 5


def test_recent_states_are_those_of_the_last_three_turns() -> None:
    play = played(Playthrough(package("thread"), 5), WHOLE)
    turn = play.scenario.clock.turn
    for index in range(1, len(play.steps)):
        turns = {state.cells[turn] for state in play.recent(index)}
        assert turns and max(turns) - min(turns) <= 2
    assert play.recent(0) == []


def test_masked_names_change_texts_and_nothing_else() -> None:
    plain = played(Playthrough(package("thread"), 7, "as-written"), WHOLE)
    masked = Playthrough(package("thread"), 7, "as-written", "masked")
    for id in plain.choices:
        masked.choose(id)
    assert masked.digests() == plain.digests()
    assert masked.scenario.text("scenario.thread.title") == "The Crossing at Ostrand"
    assert plain.scenario.text("scenario.thread.title") == "The Bridge at Kalmus"
