"""How an actor finds its answer: rank, odds, rest, words used up, and who is asked when."""

from __future__ import annotations

import pytest

from game.core.choice import Choice
from game.core.event import Rolled
from game.core.step import step
from tests.core.small import Table, lucky, small

ANSWERS = """
answers:
  - {id: first-words, SAYS, says: [First., First again.]}
  - {id: other-words, SAYS, says: [Other., Other again., Other thrice., Other to the end.]}
"""
MEETING = "meters: [{id: cost, title: Cost, start: 20}]\nmoves: [{id: call, MOVE, tags: [loud]}, {id: write, MOVE}]\n"


def answered(rules: str, *ids: str, seed: int = 1) -> list[str]:
    """What is answered at the end of a turn in which these moves were made."""
    return Table(small(MEETING + ANSWERS + f"rules:\n{rules}"), seed).does(*ids).ends().answers()


def test_the_more_salient_rule_comes_first_then_the_more_specific_then_the_earlier_id() -> None:
    low = "  - {id: a-low, RULE, salience: 10, reply_to: [call], answer: other-words, when: {cost: at least 1}}\n"
    high = "  - {id: z-high, RULE, salience: 20, reply_to: [call], answer: first-words}\n"
    assert answered(low + high, "call") == ["first-words"]
    plain = "  - {id: a-plain, RULE, salience: 10, reply_to: [call], answer: first-words}\n"
    assert answered(plain + low.replace("a-low", "z-fine"), "call") == ["other-words"]
    twin = plain.replace("a-plain", "b-plain").replace("first-words", "other-words")
    assert answered(twin + plain, "call") == ["first-words"]


def test_a_tag_is_answered_like_a_move_and_each_move_at_most_once() -> None:
    rules = "  - {id: to-loud, RULE, salience: 10, reply_to: [loud, call], answer: first-words}\n"
    assert answered(rules, "call") == ["first-words"]
    assert answered(rules, "write") == []


def test_an_answer_is_given_once_in_a_phase() -> None:
    rules = "  - {id: to-all, RULE, salience: 10, reply_to: [call, write], answer: first-words}\n"
    assert answered(rules, "call", "write") == ["first-words"]
    second = "  - {id: to-second, RULE, salience: 5, reply_to: [call, write], answer: other-words}\n"
    assert answered(rules + second, "call", "write") == ["first-words", "other-words"]


@pytest.mark.parametrize("yes", [True, False])
def test_where_the_odds_fail_the_next_rule_is_tried(yes: bool) -> None:
    rules = """
  - {id: perhaps, RULE, salience: 20, reply_to: [call], odds: 30%, answer: first-words}
  - {id: surely, RULE, salience: 10, reply_to: [call], answer: other-words}
"""
    scenario = small(MEETING + ANSWERS + f"rules:{rules}")
    table = Table(scenario, lucky(scenario, "perhaps/call", 30, 1, yes)).does("call").ends()
    assert table.answers() == (["first-words"] if yes else ["other-words"])
    rolled = [event for event in table.steps[-1].events if isinstance(event, Rolled)]
    assert [(roll.name, roll.odds) for roll in rolled] == [("perhaps/call", 30)]


def test_a_rule_rests_for_the_turns_of_its_cooldown() -> None:
    rules = "  - {id: rests, RULE, salience: 10, reply_to: [call], cooldown: 2 turns, answer: other-words}\n"
    table = Table(small(MEETING + ANSWERS + f"rules:\n{rules}"))
    given = [bool(table.does("call").ends().answers()) for _ in range(7)]
    assert given == [True, False, False, True, False, False, True]


def test_an_answer_without_words_left_gives_way() -> None:
    rules = """
  - {id: favourite, RULE, salience: 20, reply_to: [call], answer: first-words}
  - {id: fallback, RULE, salience: 10, reply_to: [call], answer: other-words}
"""
    table = Table(small(MEETING + ANSWERS + f"rules:{rules}"))
    told = [table.does("call").ends().told() for _ in range(4)]
    assert told == [["First."], ["First again."], ["Other."], ["Other again."]]
    assert (table.cell("said:first-words"), table.cell("given:first-words")) == (2, 2)


def test_an_initiative_comes_unprompted_and_once() -> None:
    rules = """
  - {id: by-itself, RULE, salience: 20, initiative: yes, when: {turn: at least 2}, answer: first-words}
  - {id: also-itself, RULE, salience: 10, initiative: yes, answer: other-words}
"""
    table = Table(small(MEETING + ANSWERS + f"rules:{rules}"))
    assert [table.ends().answers() for _ in range(3)] == [["other-words"], ["first-words"], ["first-words"]]


def test_effects_of_answer_and_rule_are_both_felt_and_tags_of_answers_are_noted() -> None:
    scenario = small(
        "meters: [{id: cost, title: Cost, start: 20}]\nmoves: [{id: call, MOVE}, {id: write, MOVE}]\n"
        "answers:\n"
        "  - {id: loud-words, SAYS, says: [Loud.], then: {cost: +3}, tags: [loud]}\n"
        "  - {id: louder-words, SAYS, says: [Louder.], tags: [loud]}\n"
        "rules:\n"
        "  - {id: to-call, RULE, salience: 10, reply_to: [call], answer: loud-words, then: {cost: +4}}\n"
        "  - {id: to-write, RULE, salience: 10, reply_to: [write], answer: louder-words}\n"
    )
    table = Table(scenario).does("call", "write").ends()
    assert table.changes("cost") == [(3, "answer", "loud-words"), (4, "rule", "to-call")]
    assert (table.cell("made:loud"), table.cell("times:loud")) == (1, 2)


def test_ages_count_this_turn_as_nought() -> None:
    rules = "  - {id: soon-after, RULE, salience: 10, initiative: yes, when: {call: PHRASE}, answer: other-words}\n"
    course = {
        "this turn": [True, False, False, False],
        "in the last 2 turns": [True, True, False, False],
        "between 1 and 2 turns ago": [False, True, True, False],
        "ever": [True, True, True, True],
        "never": [False, False, False, False],
        "not in the last 2 turns": [False, False, True, True],
        "at least 1 times": [True, True, True, True],
        "fewer than 1 times": [False, False, False, False],
    }
    for phrase, expected in course.items():
        table = Table(small(MEETING + ANSWERS + "rules:\n" + rules.replace("PHRASE", phrase))).does("call")
        assert [bool(table.ends().answers()) for _ in range(4)] == expected, phrase


def test_answers_can_be_imposed_and_then_the_main_actor_is_silent_elsewhere() -> None:
    rules = """
  - {id: to-call, RULE, salience: 10, reply_to: [call, write], answer: other-words}
  - {id: own-will, RULE, salience: 10, initiative: yes, answer: first-words}
"""
    table = Table(small(MEETING + ANSWERS + f"rules:{rules}")).does("call", "write")
    end = Choice("west", "end-turn")
    free = step(table.scenario, table.state, end)
    assert [d.answer for d in free.decisions if d.answer >= 0] == [1, 0]
    given = step(table.scenario, table.state, end, {"call": "first-words"})
    answers = [(d.subject, table.scenario.answers[d.answer].id) for d in given.decisions if d.answer >= 0]
    assert answers == [("call", "first-words")]
    assert all(decision.imposed for decision in given.decisions if decision.actor == "moscow")
