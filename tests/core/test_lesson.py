"""Lessons: the first as written that may be shown and is not learnt; the rules of the game know of none."""

from __future__ import annotations

from game.core.lesson import DEEDS, PLACES, lesson
from game.core.scenario import Scenario
from game.core.state import State
from tests.core.small import Table, small

CRISIS = """
meters: [{id: trust, title: Trust, start: 10}]
moves:
  - {id: call, MOVE, then: {trust: +5}}
  - {id: object, MOVE, then: {note-quarrel: opens}}
  - {id: go, MOVE, summit: the-table}
answers: [{id: climbs, SAYS, says: [He climbs., He climbs on.], contest: climb}]
rules: [{id: climb, RULE, salience: 10, in_contest: [note-quarrel], answer: climbs}]
contests:
  - id: note-quarrel
    title: A note
    over: A note
    challenger: west
    rungs:
      - {id: first, title: First, text: One., hold: {label: Hold}, yield: {label: Yield}}
      - {id: second, title: Second, text: Two., hold: {label: Hold on}, yield: {label: Yield now}}
summits:
  - id: the-table
    title: The table
    place: A room
    host: moscow
    intro: A table.
    stages:
      - {id: before, kind: prepare, title: Before, scene: Papers., options: [{id: wait, label: Wait}]}
"""
LESSONS = """
lessons:
  - {id: z-read, done: [read, weigh], at: cables, says: Read it.}
  - {id: y-call, until: {call: ever}, at: move.call, says: Call.}
  - {id: x-watch, when: {trust: at least 15}, done: numbers, at: meter.trust, says: It moved.}
  - {id: w-reply, done: reply, at: contest, says: Answer it.}
  - {id: v-speak, done: speak, at: summit, says: Say it.}
  - {id: u-end, done: end-turn, at: end-turn, says: End it.}
"""


def shown(table: Table, *done: str) -> str:
    """The id of the lesson shown after these deeds; "" for none."""
    found = lesson(table.scenario, table.state, frozenset(done))
    return found.id if found else ""


def test_they_come_one_at_a_time_as_written() -> None:
    table = Table(small(CRISIS + LESSONS))
    assert [one.id for one in table.scenario.lessons] == ["z-read", "y-call", "x-watch", "w-reply", "v-speak", "u-end"]
    assert shown(table) == "z-read"
    assert shown(table, "weigh") == "y-call"
    assert shown(table.does("call"), "read") == "x-watch"
    assert shown(table, "read", "numbers") == "u-end"
    assert shown(table, "read", "numbers", "end-turn") == ""


def test_what_is_taken_back_may_be_taught_again() -> None:
    table = Table(small(CRISIS + LESSONS))
    table.does("call")
    table.steps.pop()
    assert shown(table, "read") == "y-call"


def test_what_was_told_can_be_left_out() -> None:
    table = Table(small(CRISIS + LESSONS))
    found = lesson(table.scenario, table.state, frozenset(), {"z-read", "y-call"})
    assert found is not None and found.id == "u-end"


def test_a_quarrel_and_a_meeting_have_lessons_of_their_own() -> None:
    table = Table(small(CRISIS + LESSONS)).does("go")
    assert shown(table) == "v-speak"
    assert shown(table, "speak") == ""
    table = Table(small(CRISIS + LESSONS)).does("object").ends()
    assert shown(table) == "w-reply"
    assert shown(table.does("hold"), "reply") == "z-read"


def test_the_rules_of_the_game_know_of_none() -> None:
    """With lessons and without, the same choices lead through the same States."""

    def states(scenario: Scenario) -> list[State]:
        table = Table(scenario).does("call", "go", "wait", "object").ends().does("yield").ends(3)
        return [step.state for step in table.steps]

    assert states(small(CRISIS)) == states(small(CRISIS + LESSONS))
    assert [cell.key for cell in small(CRISIS).cells] == [cell.key for cell in small(CRISIS + LESSONS).cells]


def test_words_say_what_they_stand_for() -> None:
    for words in (DEEDS, PLACES):
        assert all(name == name.lower() and says for name, says in words.items())
