"""Doctrines: another Moscow laid over the scenario."""

from __future__ import annotations

from tests.core.small import Table, package

DOCTRINES = """
meters: [{id: want, title: Want, start: 50, sight: hidden}]
moves: [{id: call, MOVE}]
answers: [{id: shrugs, SAYS, says: [A shrug., A second shrug.]}, {id: nods, SAYS, says: [A nod.]}]
rules:
  - {id: to-call, RULE, salience: 10, reply_to: [call], answer: shrugs}
  - {id: to-nothing, RULE, salience: 10, initiative: yes, answer: nods}
drift: [{id: grows, then: {want: +1}}]
doctrines:
  - {id: second, title: Second, text: Another., source: none, because: So., counter_view: Not so., confidence: low,
     starts: {want: 20}, drift: [{id: shrinks, then: {want: -5}}],
     answers: [{id: smiles, SAYS, says: [A smile.]}],
     rules: [{id: to-call, replaces: true, RULE, salience: 10, reply_to: [call], answer: smiles}], remove: [to-nothing]}
  - {id: first, title: First, text: The record., source: none, because: So., counter_view: Not so.,
     confidence: low, documented: yes}
"""


def test_a_doctrine_lays_rules_and_numbers_over_the_scenario() -> None:
    loaded = package(DOCTRINES)
    assert loaded.doctrines == ("first", "second")
    first, second = Table(loaded.compile()), Table(loaded.compile("second"))
    assert (first.reads("want"), second.reads("want")) == (50, 20)
    assert first.does("call").ends().answers() == ["shrugs", "nods"]
    assert second.does("call").ends().answers() == ["smiles"]
    assert (first.reads("want"), second.reads("want")) == (51, 16)
    assert [cell.key for cell in first.scenario.cells] == [cell.key for cell in second.scenario.cells]
