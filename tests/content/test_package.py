"""Package: doctrines, replacements, texts of side files, and what a save carries."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from game.content import check
from game.content.package import from_resolved, load
from game.content.problem import ContentFault
from game.core.meter import Meter
from game.core.scenario import Scenario
from game.core.state import State, digest
from game.core.step import start
from game.fault import Fault

BASE = Path(__file__).parent / "zoo" / "base"


def meter(scenario: Scenario, id: str) -> Meter:
    return scenario.find.meter[id]


def copy(tmp_path: Path, **files: str) -> Path:
    """The small scenario with further files."""
    folder = tmp_path / "small-crisis"
    shutil.copytree(BASE, folder)
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(f"format: 1\n{text}", encoding="utf-8")
    return folder


def test_the_documented_doctrine_comes_first_and_is_the_default() -> None:
    package = load(BASE)
    assert package.doctrines == ("as-written", "other")
    assert package.compile() is package.compile("as-written")
    assert package.title == "A Small Crisis"


def test_a_doctrine_sets_starts_and_adds_drift_but_no_cells() -> None:
    package = load(BASE)
    one, other = package.compile("as-written"), package.compile("other")
    assert [cell.key for cell in one.cells] == [cell.key for cell in other.cells]
    assert (meter(one, "want").start, meter(other, "want").start) == (68, 40)
    assert {clause.id for clause in other.drift} - {clause.id for clause in one.drift} == {"other-drift"}


def test_rules_of_one_doctrine_have_their_cells_in_all(tmp_path: Path) -> None:
    folder = copy(
        tmp_path,
        more=(
            "doctrines:\n  - {id: third, title: Third, text: T., source: D0-01, because: B., "
            "counter_view: C., "
            "confidence: low, remove: [unprompted], rules: [{id: extra, actor: moscow, family: obstruction, "
            "salience: 3, "
            "initiative: yes, answer: extra-answer, because: B., counter_view: C., source: D0-01, "
            "confidence: low, "
            "then: {face: -4 over 2 turns}}], answers: [{id: extra-answer, title: E, actor: moscow, "
            "family: obstruction, "
            "cameo: '112', to: west, says: [Said.]}]}\n"
        ),
    )
    package = load(folder)
    rows = {tuple(cell.key for cell in package.compile(name).cells) for name in package.doctrines}
    assert len(rows) == 1
    third = package.compile("third")
    assert {rule.id for rule in third.rules} >= {"extra"}
    assert "unprompted" not in {rule.id for rule in third.rules}
    assert len(meter(package.compile("other"), "face").due) == 4


def test_an_unknown_doctrine_or_side_is_a_usage_fault() -> None:
    package = load(BASE)
    with pytest.raises(Fault, match="Did you mean 'other'") as caught:
        package.compile("othr")
    assert caught.value.code == 2
    with pytest.raises(Fault, match="maskd"):
        package.compile(texts="maskd")


def test_a_mask_changes_texts_and_nothing_else() -> None:
    package = load(BASE)
    plain, masked = package.compile(), package.compile(texts="masked")
    assert masked.text("move.call.title") == "Ring up the Citadel"
    assert masked.text("answer.scorn.says.2") == "Another text: masked."
    assert masked.text("move.visit.title") == plain.text("move.visit.title") == "Visit"
    assert masked.cells == plain.cells


def test_what_a_save_carries_gives_the_same_scenario() -> None:
    package = load(BASE)
    again = from_resolved(json.loads(json.dumps(package.resolved())))
    one, other = package.compile("other", "masked"), again.compile("other", "masked")
    assert (one.cells, one.texts, one.rules, one.moves) == (other.cells, other.texts, other.rules, other.moves)
    state: State = start(one, 7).state
    assert digest(one, state.cells) == digest(other, start(other, 7).state.cells)


@pytest.mark.parametrize("data", [None, [], {"scenario/a.yaml": 3}, {3: "x"}])
def test_a_garbled_scenario_of_a_save_is_a_type_error(data: object) -> None:
    with pytest.raises(TypeError):
        from_resolved(data)


@pytest.mark.parametrize("data", [{}, {"scenario/scenario.yaml": "format: 1"}, {"scenario/scenario.yaml": "[["}])
def test_a_scenario_of_a_save_that_lacks_parts_is_a_fault(data: dict[str, str]) -> None:
    with pytest.raises(ContentFault):
        from_resolved(data)


def test_a_replacing_record_takes_the_place_of_the_whole_other(tmp_path: Path) -> None:
    folder = copy(tmp_path, more="tags: [{id: contact, title: Other words, replaces: true}]\n")
    assert load(folder).compile().text("tag.contact.title") == "Other words"


def test_removed_records_are_gone(tmp_path: Path) -> None:
    folder = copy(tmp_path, more="remove: [snow]\n")
    assert "snow" not in load(folder).compile().find.happening


def test_dates_find_their_turns() -> None:
    scenario = load(BASE).compile()
    assert scenario.find.happening["snow"].turn == 1  # 10 November lies in the turn that begins on the 1st
    rule = scenario.find.rule["unprompted"]
    turns = [leaf for group in rule.when for leaf in group if leaf.cell == scenario.clock.turn]
    assert [(leaf.low, leaf.high) for leaf in turns] == [(2, 999)]


def test_a_derived_meter_starts_where_its_parts_do() -> None:
    assert meter(load(BASE).compile(), "unity").start == 45


def test_a_promise_is_not_made_while_it_is_live() -> None:
    scenario = load(BASE).compile()
    status = scenario.find.promise["pledge"].status
    clause = scenario.find.move["visit"].clauses[0]
    assert [[(leaf.low, leaf.high) for leaf in group] for group in clause.when] == [[(0, 0), (3, 5)]]
    assert {leaf.cell for group in clause.when for leaf in group} == {status}


def test_nothing_opens_a_contest_while_one_is_on() -> None:
    scenario = load(BASE).compile()
    cell = scenario.clock.contest
    for opener in (scenario.find.move["protest"].when, scenario.find.rule["object-to-law"].when):
        assert [(leaf.cell, leaf.low, leaf.high) for leaf in opener[-1]] == [(cell, 0, 0)]


def test_all_record_kinds_have_their_texts() -> None:
    scenario = load(BASE).compile()
    for key in (
        "scenario.small-crisis.title",
        "scenario.small-crisis.questions.1",
        "meter.cost.band.2",
        "meter.DEU.line.title",
        "meter.embassy.title",
        "channel.embassy.title",
        "option.argue-it.label",
        "rung.law-note.text",
        "response.law-note.hold.label",
        "stage.the-missiles.scene.1",
        "stage.the-mandate.scene",
        "ending.loud.text.2",
        "ending.hush.text",
        "clause.call.1.news",
        "clause.joint-law.agreed.0.news",
        "promise.pledge.kept_news",
        "rule.climb.because",
        "rule.climb.confidence",
        "source.D0-01.says",
        "adviser.liaison.bias",
        "move.call.news.1",
        "partner.DEU.gas",
        "doctrine.other.text",
        "summit.long-table.place",
        "clause.law-quarrel.relented.0.news",
    ):
        assert key in scenario.texts
    told = [clause.text for move in scenario.moves for clause in move.clauses if clause.text]
    assert set(told) <= set(scenario.texts)


def test_check_is_clean_or_tells(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert check.main([BASE], form="text") == 0
    assert "sound" in capsys.readouterr().out
    assert check.main([copy(tmp_path, more="tags: [{id: x}]\n")], form="json") == 1
    found = json.loads(capsys.readouterr().out)
    assert [problem["code"] for problem in found] == ["missing"]
    assert (found[0]["line"], found[0]["column"], found[0]["severity"]) == (2, 8, "error")


def test_check_of_no_scenario_is_a_usage_fault(tmp_path: Path) -> None:
    with pytest.raises(Fault) as caught:
        check.main([tmp_path / "nothing"], form="text")
    assert caught.value.code == 2
