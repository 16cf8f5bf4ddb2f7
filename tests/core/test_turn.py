"""A turn and its phases: delays, purses, the world's events, prices, uses, rest, drift and endings."""

from __future__ import annotations

import pytest

from game.core.choice import choices, refusal
from game.core.event import Rolled
from game.core.outcome import aims_met, reached
from tests.core.small import Table, lucky, small


@pytest.mark.parametrize(
    ("effect", "course"),
    [
        ("+8", [58, 58, 58, 58, 58]),
        ("+8 after 1 turn", [50, 58, 58, 58, 58]),
        ("+8 after 4 turns", [50, 50, 50, 50, 58]),
        ("+9 over 2 turns", [55, 59, 59, 59, 59]),
        ("-10 over 4 turns", [47, 45, 42, 40, 40]),
        ("+8 over 1 turn", [58, 58, 58, 58, 58]),
    ],
)
def test_an_effect_comes_when_it_was_said_to(effect: str, course: list[int]) -> None:
    """The course is the value after the move and at the start of each of the next four turns."""
    sections = "meters: [{id: cost, title: Cost, start: 50}]\nmoves: [{id: law, MOVE, then: {cost: EFFECT}}]"
    table = Table(small(sections.replace("EFFECT", effect)))
    seen = [table.does("law").reads("cost")]
    seen += [table.ends().reads("cost") for _ in range(4)]
    assert seen == course


def test_delays_of_several_turns_do_not_get_in_each_others_way() -> None:
    table = Table(
        small("meters: [{id: cost, title: Cost, start: 0}]\nmoves: [{id: law, MOVE, then: {cost: +1 after 4 turns}}]")
    )
    seen = [table.does("law").ends().reads("cost") for _ in range(6)]
    assert seen == [0, 0, 0, 1, 2, 3]
    assert table.changes("cost") == [(1, "delay", "cost")]


def test_what_is_pending_is_kept_in_its_cells() -> None:
    table = Table(
        small("meters: [{id: cost, title: Cost, start: 0}]\nmoves: [{id: law, MOVE, then: {cost: +9 over 3 turns}}]")
    )
    table.does("law")
    pending = [table.cell(f"due:cost@{ring}") for ring in range(4)]
    assert sorted(pending) == [0, 0, 3, 3] and table.reads("cost") == 3
    table.ends(2)
    assert [table.cell(f"due:cost@{ring}") for ring in range(4)] == [0, 0, 0, 0]


PURSES = """
meters:
  - id: capital
    title: Capital
    kind: purse
    range: [0, 5]
    start: 3
    income: [{then: {capital: +1}}, {when: {turn: exactly 3}, then: {capital: +1}}]
  - {id: hours, title: Hours, kind: purse, range: [0, 4], start: 4, refill: yes}
moves:
  - {id: visit, MOVE, price: {capital: 2, hours: 3}}
  - {id: call, MOVE, price: {hours: 1}}
  - {id: wait, MOVE}
"""


def test_purses_pay_refill_and_earn() -> None:
    table = Table(small(PURSES))
    assert (table.reads("capital"), table.reads("hours")) == (4, 4)
    table.does("visit")
    assert (table.reads("capital"), table.reads("hours")) == (2, 1)
    assert table.ends().reads("capital") == 3 and table.reads("hours") == 4
    assert table.ends().reads("capital") == 5
    assert table.ends().reads("capital") == 5


def test_a_price_that_cannot_be_paid_closes_a_move_and_says_what_is_missing() -> None:
    table = Table(small(PURSES)).does("visit")
    open_now = [choice.id for choice in choices(table.scenario, table.state)]
    assert open_now == ["call", "wait", "end-turn"]
    table.does("call")
    why = refusal(table.scenario, table.state, table.scenario.find.move["call"])
    assert why is not None and why.kind == "done"
    table.ends().does("visit").ends()
    assert table.reads("capital") == 3
    table.does("call", "wait")
    hours = table.scenario.find.cell["meter:hours"]
    why = refusal(table.scenario, table.state._replace(), table.scenario.find.move["visit"])
    assert why is None
    table.does("visit")
    assert table.state.cells[hours] == 0
    why = refusal(table.scenario, table.state, table.scenario.find.move["call"])
    assert why is not None and why.kind == "done"


def test_a_refusal_names_the_purse_and_the_missing_amount() -> None:
    table = Table(
        small(
            "meters: [{id: hours, title: Hours, kind: purse, range: [0, 4], start: 4, refill: yes}]\n"
            "moves: [{id: long, MOVE, price: {hours: 3}}, {id: longer, MOVE, price: {hours: 4}}]"
        )
    ).does("long")
    why = refusal(table.scenario, table.state, table.scenario.find.move["longer"])
    assert why is not None
    assert (why.kind, why.short) == ("price", ((table.scenario.find.cell["meter:hours"], 3),))


def test_a_move_rests_and_is_used_up() -> None:
    table = Table(small("moves: [{id: seldom, MOVE, every: 3}, {id: twice, MOVE, times: 2}]"))
    kinds = []
    for _ in range(5):
        open_now = [choice.id for choice in choices(table.scenario, table.state)]
        kinds.append(("seldom" in open_now, "twice" in open_now))
        table.does(*open_now[:-1]).ends()
    assert kinds == [(True, True), (False, True), (False, False), (True, False), (False, False)]
    find = table.scenario.find.move
    rests, used = (refusal(table.scenario, table.state, find[id]) for id in ("seldom", "twice"))
    assert rests is not None and rests.kind == "resting"
    assert used is not None and used.kind == "used"


def test_a_move_is_judged_at_the_turns_start() -> None:
    sections = """
meters: [{id: cost, title: Cost, start: 0}]
moves:
  - {id: law, MOVE, then: {cost: +10}}
  - {id: then-this, MOVE, when: {cost: at least 10}}
"""
    table = Table(small(sections)).does("law")
    assert "then-this" not in [choice.id for choice in choices(table.scenario, table.state)]
    why = refusal(table.scenario, table.state, table.scenario.find.move["then-this"])
    assert why is not None and why.kind == "condition" and why.checks == ()
    table.ends()
    assert "then-this" in [choice.id for choice in choices(table.scenario, table.state)]


def test_no_more_moves_than_the_turn_has_room_for() -> None:
    table = Table(small("moves: [{id: a1, MOVE}, {id: a2, MOVE}, {id: a3, MOVE}, {id: a4, MOVE}]"))
    table.does("a1", "a2", "a3")
    assert [choice.id for choice in choices(table.scenario, table.state)] == ["end-turn"]
    why = refusal(table.scenario, table.state, table.scenario.find.move["a4"])
    assert why is not None and why.kind == "full"


EVENTS = """
meters: [{id: cost, title: Cost, start: 0}]
events:
  - {id: dated-one, title: One, text: The first thing., date: 2022-01-03}
  - {id: dated-two, title: Two, text: The second thing., date: 2022-01-03, then: {cost: +5}}
  - {id: minor, title: Minor, text: A minor thing., when: {turn: at least 3}, salience: 10}
  - {id: major, title: Major, text: A major thing., when: {turn: at least 3}, salience: 20}
  - {id: perhaps, title: Perhaps, text: Perhaps a thing., when: {turn: at least 5}, odds: 40%}
"""


def test_dated_events_all_come_and_of_the_others_the_most_salient() -> None:
    table = Table(small(EVENTS)).ends(2)
    assert sorted(table.told()) == ["A major thing.", "The first thing.", "The second thing."]
    assert table.reads("cost") == 5
    assert table.ends().told() == ["A minor thing."]
    assert table.cell("seen:major") == 3 and table.cell("seen:minor") == 4


@pytest.mark.parametrize("comes", [True, False])
def test_an_event_with_odds_comes_if_the_dice_fall_below_them(comes: bool) -> None:
    scenario = small(EVENTS)
    table = Table(scenario, lucky(scenario, "perhaps", 40, 5, comes)).ends(4)
    rolled = [event for event in table.steps[-1].events if isinstance(event, Rolled)]
    assert [(roll.name, roll.odds, roll.fell < 40) for roll in rolled] == [("perhaps", 40, comes)]
    assert (table.cell("seen:perhaps") == 5) == comes


def test_a_clause_with_odds_comes_by_dice_of_its_own_name() -> None:
    scenario = small(
        "meters: [{id: cost, title: Cost, start: 0}]\n"
        "moves: [{id: leak, MOVE, also: [{id: it-leaks, odds: 25%, then: {cost: +1}, news: It leaked.}]}]"
    )
    for yes in (True, False):
        table = Table(scenario, lucky(scenario, "it-leaks", 25, 1, yes)).does("leak")
        assert (table.reads("cost"), table.told()) == ((1, ["It leaked."]) if yes else (0, []))


def test_drift_draws_a_meter_toward_a_value_and_stops_there() -> None:
    sections = """
meters: [{id: warm, title: Warm, start: 50}, {id: cold, title: Cold, start: 73}]
drift: [{id: settles, then: {warm: toward 60 by 4, cold: toward 60 by 4}}]
"""
    table = Table(small(sections))
    course = [(table.reads("warm"), table.reads("cold"))]
    course += [(table.ends().reads("warm"), table.reads("cold")) for _ in range(5)]
    assert course == [(50, 73), (54, 69), (58, 65), (60, 61), (60, 60), (60, 60)]


def test_conditions_read_the_state_at_the_phases_start() -> None:
    sections = """
meters: [{id: one, title: One, start: 0}, {id: two, title: Two, start: 0}]
drift:
  - {id: a-first, then: {one: +10}}
  - {id: b-second, when: {one: at least 10}, then: {two: +1}}
"""
    table = Table(small(sections)).ends()
    assert (table.reads("one"), table.reads("two")) == (10, 0)
    assert table.ends().reads("two") == 1


ENDS = """
meters: [{id: heat, title: Heat, start: 0}]
moves: [{id: heat-up, MOVE, then: {heat: +40}}]
endings:
  - {id: too-hot, title: Too hot, when: {heat: at least 80}, salience: 50, early: yes, text: It boils over.}
  - {id: warm, title: Warm, when: {heat: at least 40}, salience: 30, text: It stays warm.}
aims: [{id: stay-cool, title: Cool, when: {heat: below 40}, text: It stayed cool.}]
"""


def test_an_early_ending_comes_at_once_and_the_others_at_the_last_date() -> None:
    table = Table(small(ENDS)).does("heat-up").ends()
    assert reached(table.scenario, table.state) is None
    table.does("heat-up").ends()
    ending = reached(table.scenario, table.state)
    assert ending is not None and ending.id == "too-hot"
    assert choices(table.scenario, table.state) == ()
    assert table.told() == ["Too hot"]


def test_the_last_date_always_ends_the_game() -> None:
    for moves, expected, cool in (([], "the-end", True), (["heat-up"], "warm", False)):
        table = Table(small(ENDS)).does(*moves).ends(7)
        ending = reached(table.scenario, table.state)
        assert ending is not None and ending.id == expected
        assert aims_met(table.scenario, table.state) == {"stay-cool": cool}
        assert table.cell("clock:turn") == table.scenario.turns == 7
