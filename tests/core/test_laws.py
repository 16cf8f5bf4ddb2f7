"""The laws of the kernel: what must be true of every legal game, and of every step of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import reduce

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.core.actor import remake
from game.core.ballot import ABSENT, cast, chances, support
from game.core.choice import END_TURN, Choice, choices, refusal
from game.core.draft import STAGES
from game.core.event import Changed, Rolled, Told, evolve
from game.core.outcome import reached
from game.core.policy import Game
from game.core.rollcall import roll_calls, votes_in
from game.core.scenario import DRAFTING, MENU, OVER, REPLY, TABLE, Scenario
from game.core.state import digest
from game.core.step import IllegalChoice, step
from game.core.vote import luck, text_of
from tests.core.crises import NAMES, games, moscows, places, with_cells
from tests.core.known import all_ids, known_causes

GAMES = 200
"""Random games each law is tried on, in each crisis."""
Law = Callable[[Scenario, Game], None]
LAWS: list[Law] = []

each_crisis = pytest.mark.parametrize("name", NAMES)


def of_a_whole_game(law: Law) -> Law:
    """Note a law that is checked on every one of the games."""
    LAWS.append(law)
    return law


@of_a_whole_game
def folding_the_events_gives_the_state(scenario: Scenario, game: Game) -> None:
    for before, taken in zip(game.steps, game.steps[1:], strict=False):
        cells = list(before.state.cells)
        for event in taken.events:
            if isinstance(event, Changed):
                cells[event.cell] += event.by
        assert tuple(cells) == taken.state.cells


@of_a_whole_game
def the_books_of_every_cell_balance(scenario: Scenario, game: Game) -> None:
    changed = Counter[int]()
    for taken in game.steps:
        for event in taken.events:
            if isinstance(event, Changed):
                changed[event.cell] += event.by
    for number, cell in enumerate(scenario.cells):
        assert cell.start + changed[number] == game.steps[-1].state.cells[number], cell.key


@of_a_whole_game
def no_cell_leaves_its_range(scenario: Scenario, game: Game) -> None:
    rows = zip(*(taken.state.cells for taken in game.steps), strict=True)
    for cell, values in zip(scenario.cells, rows, strict=True):
        assert cell.low <= min(values) and max(values) <= cell.high, cell.key


@of_a_whole_game
def only_meters_are_ever_cut_off(scenario: Scenario, game: Game) -> None:
    """A count, a date or a status that runs over its end was reckoned wrongly."""
    for taken in game.steps:
        for event in taken.events:
            assert event.cause.kind != "bound" or event.cause.id.startswith("meter:"), event.cause.id


@of_a_whole_game
def every_cause_exists(scenario: Scenario, game: Game) -> None:
    known = known_causes(scenario)
    for taken in game.steps:
        for event in taken.events:
            assert event.cause.id in known[event.cause.kind], event


@of_a_whole_game
def every_text_told_exists_and_every_roll_decided_something(scenario: Scenario, game: Game) -> None:
    for taken in game.steps:
        for event in taken.events:
            assert not isinstance(event, Told) or event.text in scenario.texts, event
            assert not isinstance(event, Rolled) or (0 <= event.fell < 100 and 0 < event.odds < 100), event


@of_a_whole_game
def a_decision_made_again_is_the_one_that_was_kept(scenario: Scenario, game: Game) -> None:
    for taken in game.steps:
        for decision in taken.decisions:
            assert remake(scenario, decision) == (decision.rule, decision.answer)


@of_a_whole_game
def a_game_ends_and_does_not_stop_before(scenario: Scenario, game: Game) -> None:
    clock = scenario.clock
    for taken, choice in zip(game.steps, game.choices, strict=False):
        assert reached(scenario, taken.state) is None
        assert taken.state.cells[clock.slot] != OVER
        assert choice.seat == scenario.seat
    last = game.steps[-1].state
    assert reached(scenario, last) is not None
    assert last.cells[clock.slot] == OVER
    assert 1 <= last.cells[clock.turn] <= scenario.turns


@of_a_whole_game
def no_answer_is_given_more_often_than_it_has_texts(scenario: Scenario, game: Game) -> None:
    texts = {f"answer.{answer.id}.says.{n}" for answer in scenario.answers for n in range(1, answer.says + 1)}
    for taken in game.steps:
        for event in taken.events:
            assert not isinstance(event, Told) or not event.text.startswith("answer.") or event.text in texts
    for answer in scenario.answers:
        assert game.steps[-1].state.cells[answer.count] <= answer.says, answer.id


@of_a_whole_game
def no_line_is_told_twice(scenario: Scenario, game: Game) -> None:
    """Lines of clauses may come again: a law that is passed twice is reported twice."""
    told = Counter(event.text for taken in game.steps for event in taken.events if isinstance(event, Told))
    for text, times in told.items():
        assert times == 1 or text.startswith(("clause.", "drift.", "promise.")), text


@of_a_whole_game
def every_seat_is_counted_once_and_votes_again_as_it_did(scenario: Scenario, game: Game) -> None:
    """The tally is that of the votes, the cells hold it, and each vote made again from its parts is the same."""
    for _, turn, event in votes_in(scenario, game.steps):
        draft, hall = scenario.find.draft[event.draft], scenario.hall
        seats = hall.seats(draft.body, turn)
        assert len(seats) == len(event.votes) == len(event.pushes) == (15 if draft.body == "council" else 193)
        for seat, push, vote in zip(seats, event.pushes, event.votes, strict=True):
            member = hall.voter(seat, turn)
            stands = support(member, event.text, draft.author, draft.body, push)
            again = cast(chances(member, stands, draft.body), luck(scenario, game.steps[0].state.seed, seat))
            assert vote == (ABSENT if seat in hall.barred(draft.body, turn) else again)
    for roll in roll_calls(scenario, game.steps):
        cells, draft = game.steps[-1].state.cells, scenario.find.draft[roll.draft]
        assert tuple(cells[cell] for cell in draft.tally) == roll.tally
        assert STAGES[cells[draft.stage]] == roll.outcome
        assert cells[draft.weight] == roll.weight
        assert sum(roll.tally) == len(roll.casts)


@of_a_whole_game
def a_draft_is_voted_on_once_and_never_changed_after(scenario: Scenario, game: Game) -> None:
    assert max(Counter(event.draft for _, _, event in votes_in(scenario, game.steps)).values(), default=0) <= 1
    for place, _, event in votes_in(scenario, game.steps):
        draft = scenario.find.draft[event.draft]
        for taken in game.steps[place:]:
            assert text_of(draft, taken.state.cells) == event.text


@each_crisis
def test_the_laws_of_a_whole_game(name: str) -> None:
    @settings(max_examples=GAMES, suppress_health_check=list(HealthCheck))
    @given(games(name))
    def check(played: tuple[Scenario, Game]) -> None:
        for law in LAWS:
            law(*played)

    check()


def sampled(name: str, examples: int, spots: int) -> Callable[[Callable[[Scenario, Game, int, int], None]], None]:
    """Checks a law at some places of random games; it is given the game, the place and a number to vary by."""

    def run(law: Callable[[Scenario, Game, int, int], None]) -> None:
        @settings(max_examples=examples, suppress_health_check=list(HealthCheck))
        @given(games(name), st.integers(0, 10**6))
        def check(played: tuple[Scenario, Game], number: int) -> None:
            for place in places(played[1], number, spots):
                law(*played, place, number)

        check()

    return run


@each_crisis
def test_the_laws_of_a_step(name: str) -> None:
    @sampled(name, GAMES, 6)
    def law(scenario: Scenario, game: Game, place: int, number: int) -> None:
        before, taken = game.steps[place].state, game.steps[place + 1]
        kept = tuple(before.cells)
        assert step(scenario, before, game.choices[place]) == taken
        assert before.cells == kept
        open_now = choices(scenario, before)
        assert len(set(open_now)) == len(open_now)
        assert game.choices[place] in open_now
        assert before.cells[scenario.clock.slot] != MENU or open_now[-1].id == END_TURN
        ids = {choice.id for choice in open_now}
        for move in scenario.moves:
            why = refusal(scenario, before, move)
            assert (why is None) == (move.id in ids), (move.id, why)
            assert why is None or why.kind in ("price", "condition", "used", "resting", "done", "full", "waiting")
            going_on = before.cells[scenario.clock.slot] in (REPLY, TABLE, DRAFTING)
            assert (why is not None and why.kind == "waiting") == going_on
            assert why is None or why.kind != "price" or (why.short and all(short > 0 for _, short in why.short))
            assert why is None or not any(check.holds for check in why.checks)


@each_crisis
def test_evolve_is_what_the_events_mean(name: str) -> None:
    @sampled(name, 10, 6)
    def law(scenario: Scenario, game: Game, place: int, number: int) -> None:
        taken = game.steps[place + 1]
        assert reduce(evolve, taken.events, game.steps[place].state) == taken.state


@each_crisis
def test_choices_are_exactly_what_a_step_accepts(name: str) -> None:
    @sampled(name, 30, 3)
    def law(scenario: Scenario, game: Game, place: int, number: int) -> None:
        before = game.steps[place].state
        open_now = choices(scenario, before)
        for id in all_ids(scenario):
            choice = Choice(scenario.seat, id)
            try:
                step(scenario, before, choice)
            except IllegalChoice:
                assert choice not in open_now
            else:
                assert choice in open_now
        with pytest.raises(IllegalChoice):
            step(scenario, before, Choice("nobody", END_TURN))


@each_crisis
def test_nothing_can_be_chosen_after_the_end(name: str) -> None:
    @settings(max_examples=10, suppress_health_check=list(HealthCheck))
    @given(games(name))
    def check(played: tuple[Scenario, Game]) -> None:
        scenario, game = played
        last = game.steps[-1].state
        assert choices(scenario, last) == ()
        for id in all_ids(scenario):
            with pytest.raises(IllegalChoice):
                step(scenario, last, Choice(scenario.seat, id))
        for move in scenario.moves:
            assert refusal(scenario, last, move) is not None

    check()


@each_crisis
def test_a_digest_differs_when_a_cell_does(name: str) -> None:
    @sampled(name, 30, 3)
    def law(scenario: Scenario, game: Game, place: int, number: int) -> None:
        state = game.steps[place].state
        cell, by = number % len(state.cells), number % 7 - 3
        other = with_cells(state, {cell: state.cells[cell] + by})
        assert (digest(scenario, state.cells) == digest(scenario, other.cells)) == (by == 0)


@each_crisis
def test_all_moscows_share_one_row_of_cells(name: str) -> None:
    """A State can be carried from one doctrine to another, as the analysts and the weighing do."""
    rows = {tuple((cell.key, cell.low, cell.high) for cell in scenario.cells) for scenario in moscows(name).values()}
    assert len(rows) == 1
