"""The ledger: promises that are made, fall due, are kept, broken or taken back."""

from __future__ import annotations

from tests.core.small import Table, small

PROMISES = """
meters: [{id: credibility, title: Credibility, start: 40}, {id: heat, title: Heat, start: 0}]
promises:
  - id: red-line
    title: A line
    text: If it gets hot, goods stop within two turns.
    kind: threat
    trigger: {heat: at least 10}
    within: 2 turns
    kept_when: {act-on-it: in the last 2 turns}
    kept: {then: {credibility: +8}}
    broken: {then: {credibility: -12}}
    kept_news: Kept.
    broken_news: Broken.
moves:
  - {id: draw-it, MOVE, then: {red-line: made}, also: [{when: {red-line: live}, then: {credibility: -1}}]}
  - {id: heat-up, MOVE, then: {heat: +10}}
  - {id: cool, MOVE, then: {heat: -10}}
  - {id: act-on-it, MOVE}
  - {id: take-back, MOVE, then: {red-line: withdrawn}}
"""
NONE, OPEN, DUE, KEPT, BROKEN, LAPSED = range(6)


def test_a_promise_falls_due_and_is_broken_when_its_time_is_over() -> None:
    table = Table(small(PROMISES))
    assert table.cell("promise:red-line") == NONE
    assert table.does("draw-it").cell("promise:red-line") == OPEN
    assert table.ends().cell("promise:red-line") == OPEN
    assert table.does("heat-up").ends().cell("promise:red-line") == DUE
    assert table.cell("deadline:red-line") == 4
    assert table.ends().cell("promise:red-line") == DUE
    assert table.ends().cell("promise:red-line") == BROKEN
    assert table.told() == ["Broken."] and table.reads("credibility") == 28
    assert table.ends().reads("credibility") == 28


def test_a_promise_is_kept_in_time() -> None:
    table = Table(small(PROMISES)).does("draw-it", "heat-up").ends()
    assert table.cell("promise:red-line") == DUE
    table.does("act-on-it").ends()
    assert table.cell("promise:red-line") == KEPT
    assert table.told() == ["Kept."] and table.reads("credibility") == 48


def test_a_promise_kept_on_its_last_day_is_kept() -> None:
    table = Table(small(PROMISES)).does("draw-it", "heat-up").ends(2).does("act-on-it").ends()
    assert table.cell("promise:red-line") == KEPT


def test_a_promise_without_its_case_stays_open_and_can_be_taken_back() -> None:
    table = Table(small(PROMISES)).does("draw-it").ends(3)
    assert table.cell("promise:red-line") == OPEN
    assert table.does("take-back").cell("promise:red-line") == LAPSED
    assert table.does("heat-up").ends(3).cell("promise:red-line") == LAPSED
    assert table.does("draw-it").cell("promise:red-line") == OPEN


def test_a_live_promise_is_not_made_anew() -> None:
    table = Table(small(PROMISES)).does("draw-it", "heat-up").ends()
    assert table.cell("promise:red-line") == DUE
    assert table.does("draw-it").cell("promise:red-line") == DUE
    assert table.reads("credibility") == 39
