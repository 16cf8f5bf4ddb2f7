"""Contests: objections climbed rung by rung, from either side."""

from __future__ import annotations

from game.core.card import say_refusal
from game.core.choice import choices, refusal
from tests.core.small import Table, small

CONTESTS = """
meters: [{id: cost, title: Cost, start: 10}]
moves:
  - {id: ship, MOVE}
  - {id: object, MOVE, then: {drill: opens}}
  - {id: object-louder, MOVE, then: {drill: opens}}
  - {id: call-off, MOVE, then: {drill: closes}}
answers:
  - {id: objects, SAYS, says: [We object., We object again.]}
  - {id: climbs, SAYS, says: [Higher., Higher still., Highest.], contest: climb}
  - {id: relents, SAYS, says: [Enough.], contest: relent}
contests:
  - id: shipment
    title: The shipment
    over: ship
    challenger: moscow
    rungs:
      - id: note
        title: A note
        private: yes
        text: A note.
        hold: {label: Hold, then: {cost: +1}}
        yield: {label: Yield, then: {cost: -2}}
        trade: {label: Trade, when: {cost: at least 10}, then: {cost: to 50}}
      - id: speech
        title: A speech
        private: no
        text: A speech.
        hold: {label: Hold again, then: {cost: +1}}
        yield: {label: Yield in public, then: {cost: -9}}
    relented: {then: {cost: +20}, news: They let it go.}
    fallen: {then: {cost: -20}, news: It fell.}
  - id: drill
    title: The drill
    over: a drill
    challenger: west
    rungs:
      - id: question
        title: A question
        private: yes
        text: A question.
        hold: {label: Ask on}
        yield: {label: Ask no more}
    fallen: {then: {cost: -5}}
rules:
  - {id: object-to-ship, RULE, salience: 10, challenges: [ship], opens: shipment, answer: objects}
"""
CLIMB = "  - {id: climb-it, RULE, salience: 10, in_contest: [shipment, drill], answer: climbs}\n"
RELENT = "  - {id: relent-it, RULE, salience: 20, in_contest: [shipment], when: {shipment: rung 2}, answer: relents}\n"


def test_moscow_objects_and_the_next_turn_opens_with_a_reply() -> None:
    table = Table(small(CONTESTS)).does("ship").ends()
    assert table.answers() == ["objects"]
    assert [choice.id for choice in choices(table.scenario, table.state)] == ["hold", "yield", "trade"]
    assert (table.cell("clock:contest"), table.cell("clock:rung")) == (2, 1)


def test_yielding_and_trading_end_it_at_their_price() -> None:
    for does, outcome, cost in (("yield", 2, 8), ("trade", 3, 50)):
        table = Table(small(CONTESTS)).does("ship").ends().does(does)
        assert (table.cell("outcome:shipment"), table.cell("clock:contest"), table.reads("cost")) == (outcome, 0, cost)
        assert choices(table.scenario, table.state)[-1].id == "end-turn"


def test_holding_is_climbed_until_it_falls() -> None:
    table = Table(small(CONTESTS + CLIMB)).does("ship").ends().does("hold").ends()
    assert (table.answers(), table.cell("clock:rung")) == (["climbs"], 2)
    assert [choice.id for choice in choices(table.scenario, table.state)] == ["hold", "yield"]
    table.does("hold").ends()
    assert "It fell." in table.told()
    assert (table.cell("outcome:shipment"), table.cell("clock:contest"), table.reads("cost")) == (4, 0, 0)


def test_the_other_side_may_relent() -> None:
    table = Table(small(CONTESTS + CLIMB + RELENT)).does("ship").ends().does("hold").ends().does("hold").ends()
    assert table.answers() == ["relents"] and "They let it go." in table.told()
    assert (table.cell("outcome:shipment"), table.reads("cost")) == (1, 32)


def test_silence_leaves_a_held_contest_on_its_rung() -> None:
    table = Table(small(CONTESTS)).does("ship").ends().does("hold").ends()
    assert (table.cell("clock:contest"), table.cell("clock:rung")) == (2, 1)


def test_the_seat_objects_by_a_move_of_its_own() -> None:
    table = Table(small(CONTESTS + CLIMB)).does("object")
    assert (table.cell("clock:contest"), table.cell("clock:rung")) == (1, 1)
    table.ends()
    assert [choice.id for choice in choices(table.scenario, table.state)] == ["hold", "yield"]
    table.does("hold").ends()
    assert (table.cell("outcome:drill"), table.reads("cost")) == (4, 5)


def test_one_contest_at_a_time_and_it_can_be_called_off() -> None:
    table = Table(small(CONTESTS)).does("object", "ship").ends()
    assert table.answers() == [] and table.cell("clock:contest") == 1
    table.does("hold")
    assert "object" not in [choice.id for choice in choices(table.scenario, table.state)]
    table.does("call-off")
    assert (table.cell("clock:contest"), table.cell("clock:rung"), table.cell("outcome:drill")) == (0, 0, 0)


def test_a_second_quarrel_is_not_begun_in_the_turn_of_the_first() -> None:
    table = Table(small(CONTESTS))
    assert "object-louder" in [choice.id for choice in choices(table.scenario, table.state)]
    table.does("object")
    assert "object-louder" not in [choice.id for choice in choices(table.scenario, table.state)]
    why = refusal(table.scenario, table.state, table.scenario.find.move["object-louder"])
    assert why is not None and why.kind == "full" and "One quarrel at a time" in say_refusal(table.scenario, why)
