"""Near misses one by one: what is told, what is held back because something hidden could make it untrue, what helps."""

from __future__ import annotations

from game.core.account import account, say_check
from game.core.condition import checks
from game.core.decision import Decision
from game.core.explain import Miss, explain
from game.core.scenario import Scenario
from tests.core.small import Table, small

BOARD = """
meters:
  - {id: cost, title: Cost, start: 5}
  - {id: want, title: Want, start: WANT, sight: hidden}
moves:
  - {id: call, MOVE}
  - {id: law, MOVE, then: {cost: +10}}
  - {id: perhaps, MOVE, also: [{odds: 50%, then: {cost: +10}}]}
  - {id: secret, MOVE, also: [{when: {want: above 50}, then: {cost: +10}}]}
  - {id: little, MOVE, then: {cost: +1}}
answers:
  - {id: sharp, title: Sharp, ANSWER, says: [Sharp.]}
  - {id: middling, title: Middling, ANSWER, says: [Middling.]}
  - {id: dull, title: Dull, ANSWER, says: [Dull.]}
rules:
  - {id: dull-rule, RULE, salience: 10, reply_to: [call], answer: dull}
""".replace("ANSWER", "actor: moscow, family: talk, cameo: '010', to: west, via: public")
MIDDLING = """
  - {id: middling-rule, RULE, salience: 20, reply_to: [call], when: {cost: at least 10}, answer: middling}
"""
SHARP = """
  - {id: sharp-rule, RULE, salience: 30, reply_to: [call], when: {cost: at least 10, want: above 50}, answer: sharp}
"""


def answered(rules: str, want: int = 40) -> tuple[Table, Decision]:
    """A call that was answered dully, and the decision."""
    table = Table(small(BOARD.replace("WANT", str(want)) + rules)).does("call").ends()
    decision = next(d for d in table.steps[-1].decisions if d.subject == "call" and d.actor == "moscow")
    assert table.scenario.answers[decision.answer].id == "dull"
    return table, decision


def told(table: Table, decision: Decision, over: bool) -> list[Miss]:
    """The near misses."""
    return list(explain(table.scenario, decision, over, [table.steps[0].state]).misses)


def names(scenario: Scenario, misses: list[Miss]) -> list[str]:
    """Ids of the answers they name."""
    return [scenario.answers[miss.answer].id for miss in misses]


def test_the_one_missing_condition_is_named_with_what_was_seen() -> None:
    table, decision = answered(MIDDLING)
    (miss,) = told(table, decision, False)
    assert table.scenario.answers[miss.answer].id == "middling"
    assert (table.scenario.cells[miss.leaf.cell].key, miss.leaf.low, miss.seen) == ("meter:cost", 10, 5)
    said = account(table.scenario, explain(table.scenario, decision, False, [table.steps[0].state])).misses
    assert len(said) == 1 and "Cost at least 10" in said[0] and "Middling" in said[0]


def test_where_a_hidden_quantity_could_make_it_untrue_nothing_is_told() -> None:
    for want in (40, 60):
        table, decision = answered(MIDDLING + SHARP, want)
        assert told(table, decision, False) == []
    assert names(table.scenario, told(table, decision, True)) == ["sharp"]
    table, decision = answered(MIDDLING + SHARP, 40)
    assert names(table.scenario, told(table, decision, True)) == ["middling"]


def test_a_hidden_alternative_of_a_greater_rule_holds_it_back_too() -> None:
    either = SHARP.replace("when: {cost: at least 10, want: above 50}", "when: {any: {cost: above 9, want: above 90}}")
    table, decision = answered(MIDDLING + either)
    assert told(table, decision, False) == []
    assert names(table.scenario, told(table, decision, True)) == ["sharp"]


def test_two_missing_conditions_are_no_near_miss() -> None:
    both = MIDDLING.replace("{cost: at least 10}", "{cost: at least 10, law: ever}")
    table, decision = answered(both)
    assert told(table, decision, False) == []


def test_what_nobody_could_change_is_not_offered() -> None:
    later = MIDDLING.replace("{cost: at least 10}", "{turn: at least 3}")
    table, decision = answered(later)
    assert told(table, decision, True) == []


def test_moves_that_surely_meet_it_are_named_and_no_others() -> None:
    table, decision = answered(MIDDLING)
    assert told(table, decision, False)[0].moves == ("law",)


def test_a_move_that_was_made_already_is_not_offered_again() -> None:
    further = MIDDLING.replace("at least 10", "at least 20")
    table = Table(small(BOARD.replace("WANT", "40") + further)).does("call", "law").ends()
    decision = next(d for d in table.steps[-1].decisions if d.subject == "call" and d.actor == "moscow")
    for past in ([0, 1], [0, 1, 2], [2]):
        (miss,) = explain(table.scenario, decision, False, [table.steps[n].state for n in past]).misses
        assert (miss.seen, miss.moves) == (15, ())


def test_a_move_that_could_not_be_paid_is_not_offered() -> None:
    purse = "meters:\n  - {id: coins, title: Coins, kind: purse, range: [0, 3], start: 1}\n"
    board = BOARD.replace("WANT", "40").replace("meters:\n", purse).replace("{id: law, MOVE,", "{id: law, MOVE, PRICE")
    for price, moves in (("1", ("law",)), ("2", ())):
        priced = board.replace("PRICE", f"price: {{coins: {price}}},")
        table = Table(small(priced + MIDDLING)).does("call").ends()
        decision = next(d for d in table.steps[-1].decisions if d.subject == "call" and d.actor == "moscow")
        assert told(table, decision, False)[0].moves == moves


def test_remedies_do_not_depend_on_what_is_hidden() -> None:
    """A move whose effect rests on a hidden meter is judged by the middle of its band until all is shown."""
    seen = []
    for want in (40, 60):
        table, decision = answered(MIDDLING, want)
        seen.append(told(table, decision, False)[0].moves)
        assert ("secret" in told(table, decision, True)[0].moves) == (want > 50)
    assert seen[0] == seen[1]


def test_a_rule_whose_answer_has_no_words_left_is_no_near_miss() -> None:
    table, decision = answered(MIDDLING)
    count = table.scenario.find.cell["said:middling"]
    spent = decision._replace(before=tuple(1 if n == count else v for n, v in enumerate(decision.before)))
    assert told(table, spent, True) == []


def test_what_was_beaten_is_told_with_how() -> None:
    rules = MIDDLING.replace("{cost: at least 10}", "{cost: at most 10}").replace("salience: 20", "salience: 5")
    table, decision = answered(rules)
    (beaten,) = explain(table.scenario, decision, False).beaten
    assert (table.scenario.rules[beaten.rule].id, beaten.by) == ("middling-rule", "rank")


def test_a_move_made_without_which_it_would_have_been_met_is_named() -> None:
    thrifty = MIDDLING.replace("{cost: at least 10}", "{cost: below 10}")
    board = BOARD.replace("WANT", "40") + thrifty
    table = Table(small(board)).does("law", "call").ends()
    decision = next(d for d in table.steps[-1].decisions if d.subject == "call" and d.actor == "moscow")
    past = [step.state for step in table.steps[:3]]
    found = explain(table.scenario, decision, False, past)
    (miss,) = found.misses
    assert (miss.moves, miss.undone) == ((), ("law",))
    assert "; leaving" in account(table.scenario, found).misses[0]


def test_where_no_move_would_have_met_it_nothing_is_said_of_moves() -> None:
    table, decision = answered(MIDDLING.replace("at least 10", "at least 90"))
    found = explain(table.scenario, decision, False, [table.steps[0].state])
    assert found.misses[0].undone == () and account(table.scenario, found).misses[0].endswith("Middling.")


EITHER = """
  - {id: a, RULE, salience: 40, reply_to: [call], when: {any: [{law: not this turn}, {call: this turn}]}, answer: dull}
  - {id: both, RULE, salience: 9, reply_to: [law], when: {any: [{cost: below 90}, {want: below 90}]}, answer: sharp}
"""


def test_of_several_ways_to_meet_a_condition_only_those_that_were_met_are_told() -> None:
    table = Table(small(BOARD.replace("WANT", "40") + EITHER)).does("call", "law").ends()
    decision = next(d for d in table.steps[-1].decisions if d.subject == "call" and d.actor == "moscow")
    rule = table.scenario.rules[decision.rule]
    (check,) = checks(rule.when, decision.before, decision.turn)
    assert rule.id == "a" and say_check(table.scenario, check).endswith(" this turn")
    assert not say_check(table.scenario, check).startswith("no ")


def test_what_is_seen_to_hold_needs_nothing_hidden() -> None:
    table = Table(small(BOARD.replace("WANT", "40") + EITHER)).does("law").ends()
    decision = next(d for d in table.steps[-1].decisions if d.subject == "law" and d.actor == "moscow")
    said = account(table.scenario, explain(table.scenario, decision, False))
    assert said.unsure == () and said.checks == ("Cost below 90 (then: 15)",)
