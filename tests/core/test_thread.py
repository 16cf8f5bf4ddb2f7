"""The small crisis uses everything the language can say, and everything in it comes about."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from game.content import conditions, effects, matcher
from game.content.changes import EFFECTS
from game.content.package import Package, load
from game.content.phrases import CONDITIONS
from game.content.schema.sections import SECTIONS
from game.core.grammar import Clause
from game.core.scenario import Scenario
from tests.campaigns import coverage
from tests.campaigns.workers import package
from tests.core.crises import THREAD, moscows


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> tuple[Package, set[tuple[str, str]]]:
    """The loaded crisis, and kind and form of every phrase that was met while it was read."""
    met: set[tuple[str, str]] = set()

    def noted(text: str, rows: list[matcher.F]) -> matcher.Match[matcher.F] | None:
        found = matcher.match(text, rows)
        if found is not None:
            met.add((found.row.kind, found.row.form))
        return found

    monkeypatch.setattr(conditions, "match", noted)
    monkeypatch.setattr(effects, "match", noted)
    return load(THREAD), met


def test_every_phrase_of_the_language_stands_in_it(read: tuple[Package, set[tuple[str, str]]]) -> None:
    _, met = read
    phrases = {(row.kind, row.form) for row in CONDITIONS} | {(row.kind, row.form) for row in EFFECTS}
    assert phrases - met == set()


def test_every_section_of_the_language_stands_in_it(read: tuple[Package, set[tuple[str, str]]]) -> None:
    loaded, _ = read
    files = "\n".join(loaded.resolved().values())
    for name in (*SECTIONS, "uses", "remove", "questions", "scenario"):
        assert f"\n{name}:" in files, name


def clauses(scenario: Scenario) -> Iterator[Clause]:
    """The clauses of moves and joint measures, answers, rules, happenings and drift."""
    for clauses in (r.clauses for records in (scenario.moves, scenario.answers, scenario.rules) for r in records):
        yield from clauses
    for happening in scenario.happenings:
        yield from happening.clauses
    for move in scenario.moves:
        if move.joint is not None:
            yield from (*move.joint.agreed, *move.joint.refused)
    yield from scenario.drift


def test_every_kind_of_record_of_the_core_stands_in_it() -> None:
    scenario = moscows("thread")["as-written"]
    assert {rule.slot for rule in scenario.rules} == {
        "reply", "initiative", "table", "challenge", "contest", "consent",
    }  # fmt: skip
    assert {rule.actor for rule in scenario.rules} == {"moscow", "kyiv", "DEU", "HUN", "POL"}
    assert {meter.kind for meter in scenario.meters} == {
        "meter", "purse", "flag", "channel", "derived", "track", "push",
    }  # fmt: skip
    assert {meter.sight for meter in scenario.meters} == {"desk", "panel", "hidden"}
    assert {derived.form for derived in scenario.derived} == {
        "lowest", "highest", "mean", "spread", "product", "weakest link", "share", "sum",
    }  # fmt: skip
    assert {contest.challenger for contest in scenario.contests} == {"moscow", "west"}
    assert {promise.kind for promise in scenario.promises} == {"threat", "assurance"}
    assert {stage.kind for summit in scenario.summits for stage in summit.stages} == {"prepare", "exchange", "press"}
    assert {answer.consent for answer in scenario.answers} == {-1, 0, 1}
    assert {answer.contest for answer in scenario.answers} == {"", "climb", "relent"}
    waits = {(effect.after, effect.over) for clause in clauses(scenario) for effect in clause.effects}
    assert {after for after, _ in waits} == {0, 1, 2, 3, 4} and {over for _, over in waits} >= {1, 2, 3, 4}
    assert any(clause.odds < 100 for clause in clauses(scenario))
    assert len(moscows("thread")) == 2


def test_everything_in_it_comes_about() -> None:
    found = coverage.survey(str(THREAD), 400, processes=1)
    never = coverage.missing(package(str(THREAD)), found)
    assert never == {"legal": [], "chosen": [], "rule": [], "answer": [], "event": [], "ending": []}
