"""Summits: stages, approaches, prices, and how a meeting ends."""

from __future__ import annotations

from game.core.card import say_refusal
from game.core.choice import choices, refusal
from tests.core.small import Table, small

SUMMITS = """
meters:
  - {id: face, title: Face, start: 50}
  - {id: insight, title: Insight, start: 0}
  - {id: hours, title: Hours, kind: purse, range: [0, 3], start: 3}
moves: [{id: go, MOVE, summit: the-table, then: {face: -7}}, {id: stay, MOVE}]
answers:
  - {id: talks, SAYS, says: [He talks., He talks on., He talks still.]}
  - {id: ends-it, SAYS, says: [He rises.], ends_talk: yes}
rules:
  - {id: talk-on, RULE, salience: 10, at: [the-table], answer: talks}
  - {id: rise, RULE, salience: 20, at: [the-table], when: {approach: argue, last_approach: argue}, answer: ends-it}
summits:
  - id: the-table
    title: The table
    place: A room
    host: moscow
    intro: A table.
    tracks: [face]
    stages:
      - id: before
        kind: prepare
        title: Before
        scene: Papers.
        options:
          - {id: read-up, label: Read, then: {insight: +1}}
          - {id: read-more, label: Read more, price: {hours: 3}, then: {insight: +5}}
      - id: opening
        kind: exchange
        title: Opening
        scene: [{when: {insight: at least 5}, text: You know the file.}, {text: You know a little.}]
        options:
          - {id: o-argue, label: Argue, approach: argue}
          - {id: o-listen, label: Listen, approach: listen, then: {face: +3}}
          - {id: o-leave, label: Leave, approach: listen, leaves: yes}
      - id: middle
        kind: exchange
        title: Middle
        scene: Later.
        options:
          - {id: m-argue, label: Argue, approach: argue}
          - {id: m-listen, label: Listen, approach: listen}
          - {id: m-wait, label: Wait, approach: listen}
      - id: close
        kind: exchange
        title: Close
        scene: Late.
        options:
          - {id: c-argue, label: Argue, approach: argue}
          - {id: c-listen, label: Listen, approach: listen}
          - {id: c-wait, label: Wait, approach: listen}
      - id: after
        kind: press
        title: After
        scene: Microphones.
        options: [{id: say-little, label: Say little}, {id: say-much, label: Say much}]
"""


def here(table: Table) -> list[str]:
    """What may be chosen now."""
    return [choice.id for choice in choices(table.scenario, table.state)]


def test_a_summit_is_played_at_once_stage_by_stage() -> None:
    table = Table(small(SUMMITS)).does("go")
    assert here(table) == ["read-up", "read-more"] and table.reads("face") == 50
    assert here(table.does("read-up")) == ["o-argue", "o-listen", "o-leave"]
    assert here(table.does("o-listen")) == ["m-argue", "m-listen", "m-wait"]
    assert table.answers() == ["talks"] and table.reads("face") == 53
    table.does("m-argue")
    assert (table.cell("clock:approach"), table.cell("clock:last_approach")) == (1, 2)
    assert here(table.does("c-listen")) == ["say-little", "say-much"]
    assert here(table.does("say-little")) == ["stay", "end-turn"]
    assert (table.cell("clock:summit"), table.cell("clock:stage"), table.cell("clock:turn")) == (0, 0, 1)


def test_leaving_early_goes_to_the_press_and_the_host_still_answers() -> None:
    table = Table(small(SUMMITS)).does("go", "read-up", "o-leave")
    assert table.answers() == ["talks"]
    assert here(table) == ["say-little", "say-much"]


def test_an_answer_that_ends_the_talk_does() -> None:
    table = Table(small(SUMMITS)).does("go", "read-up", "o-argue", "m-argue")
    assert table.answers() == ["ends-it"]
    assert here(table) == ["say-little", "say-much"]


def test_an_option_is_paid_and_what_cannot_be_paid_is_not_offered() -> None:
    table = Table(small(SUMMITS.replace("{id: stay, MOVE}", "{id: stay, MOVE, price: {hours: 1}}")))
    table.does("go", "read-more")
    assert (table.reads("hours"), table.reads("insight")) == (0, 5)
    table = Table(small(SUMMITS.replace("{id: stay, MOVE}", "{id: stay, MOVE, price: {hours: 1}}"))).does("stay", "go")
    assert here(table) == ["read-up"]


def test_there_is_one_summit_a_turn() -> None:
    stay = "{id: stay, MOVE}"
    table = Table(small(SUMMITS.replace(stay, f"{stay}, {{id: go-again, MOVE, summit: the-table}}")))
    assert "go-again" in here(table)
    table.does("go", "read-up", "o-leave", "say-little")
    assert here(table) == ["stay", "end-turn"]
    why = refusal(table.scenario, table.state, table.scenario.find.move["go-again"])
    assert why is not None and why.kind == "full" and "One summit a turn" in say_refusal(table.scenario, why)
    assert "go-again" in here(table.ends())
