"""Check with lint: levels, silences, doctrines, further passes, and that no scenario that loads makes it stumble."""

from __future__ import annotations

import json
import random
import shutil
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from game.cli import main as longtable
from game.content.check import CLEAN, MISTAKES, Look, Report, explain, main, report
from game.content.lint.code import Finding
from game.content.lint.linting import CODES, lint
from game.content.package import Package, examine, load, shelf_of
from game.content.problem import Findings, Problem, Severity
from game.content.shelf import BundleShelf, Shelf
from game.data import scenario_folder, scenario_ids
from game.fault import Fault
from tests.content.test_zoo import ZOO, spoilt
from tests.core.crises import THREAD

SECONDS = 2.0
"""A second is meant for the largest crisis; a loaded machine is given another one."""
DEAD = """format: 1
moves:
  - id: buy-all{id}
    title: Buy all
    text: A move.
    instrument: diplomacy
    price: {{capital: 15}}{price}
    cameo: '041'
    to: RUS
    via: public
    then: {{cost: +1}}
"""
DOCTRINE = """format: 1
doctrines:
  - id: third
    title: Third
    text: T.
    source: [D0-01]
    because: B.
    counter_view: C.
    confidence: low
    starts: {{want: 20}}
    drift: [{{id: third-drift, then: {{want: {by}}}}}]
    rules:
      - {{id: third-rule, actor: moscow, family: obstruction, salience: 5, initiative: yes, odds: 50%, answer: scorn,
         when: {{want: {asked}}}, because: B., counter_view: C., source: D0-01, confidence: low}}
"""


def crisis(tmp_path: Path, text: str) -> Path:
    """The small scenario with one file more."""
    folder = Path(shutil.copytree(ZOO / "base", tmp_path / "small-crisis"))
    (folder / "more.yaml").write_text(text, encoding="utf-8")
    return folder


def codes(found: Report) -> set[str]:
    """The codes found in the file laid beside the scenario."""
    return {problem.code for problem in found.problems if problem.file.endswith("more.yaml")}


def test_hints_are_counted_and_told_when_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = crisis(tmp_path, "format: 1\ntags: [{id: rude, title: Rude}]\n")
    assert main([folder], form="text") == CLEAN
    told = capsys.readouterr().out
    assert "(--hints shows them)" in told and "hint: " not in told and "warning: " in told
    assert main([folder], form="text", least=Severity.HINT) == CLEAN
    assert 'hint: nothing asks for the tag "rude". [L071]' in capsys.readouterr().out
    assert longtable(["check", str(folder), "--hints"]) == CLEAN
    assert 'hint: nothing asks for the tag "rude".' in capsys.readouterr().out


def test_json_tells_all_levels(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = crisis(tmp_path, "format: 1\ndrift: [{id: tired, then: {cost: -1}, source: D9-99}]\n")
    assert main([folder], form="json") == MISTAKES
    told = json.loads(capsys.readouterr().out)
    assert {problem["severity"] for problem in told} == {"error", "warning", "hint"}
    assert [problem["line"] for problem in told if problem["code"] == "L080"] == [2]


def test_a_scenario_with_mistakes_is_not_linted(tmp_path: Path) -> None:
    found = report(crisis(tmp_path, "format: 1\ntags: [{id: rude}]\n"))
    assert {problem.code for problem in found.problems} == {"missing"}


def test_codes_are_explained(capsys: pytest.CaptureFixture[str]) -> None:
    for id, code in CODES.items():
        assert explain(id.lower()) == CLEAN
        told = capsys.readouterr().out
        assert told.startswith(f"{id} ({code.level.value}): {code.what}.") and code.mend in told
    assert longtable(["check", "--explain", "L020"]) == CLEAN
    assert "a move that can never be made" in capsys.readouterr().out
    with pytest.raises(Fault) as caught:
        explain("L777")
    assert caught.value.code == 2


@pytest.mark.parametrize(
    ("where", "says", "left"),
    [
        ("id", "  # lint: ok L020 because it opens in the second part", set()),
        ("price", "  # lint: ok L020, L012 because it opens in the second part", {"L020", "L099"}),
        ("id", "  # lint: ok L020", {"L098"}),
        ("id", "  # lint: ok L020 for a reason", {"L098"}),
        ("id", "  # lint: ok because I say so", {"L020", "L099"}),
        ("id", "  # lint: ok L777 because it opens in the second part", {"L020", "L099"}),
        ("id", "  # lint: ok L020, L120 because both are meant, and the second is found by playing", set()),
        ("id", "  # closed until the second part", {"L020"}),
    ],
)
def test_a_finding_can_be_silenced_with_a_reason(where: str, says: str, left: set[str], tmp_path: Path) -> None:
    text = DEAD.format(**{"id": "", "price": "", where: says})
    assert codes(report(crisis(tmp_path, text))) == left


def test_a_silence_on_a_line_of_its_own_is_for_the_line_below(tmp_path: Path) -> None:
    text = DEAD.format(id="", price="").replace("  - id", "  # lint: ok L020 because it opens later\n  - id")
    assert codes(report(crisis(tmp_path, text))) == set()


def test_a_file_that_nothing_reads_can_be_silenced_in_its_first_line(tmp_path: Path) -> None:
    folder = crisis(tmp_path, "format: 1\n")
    (folder / "later").mkdir()
    (folder / "later" / "part.yaml").write_text("# lint: ok L083 because it waits\nformat: 1\n", encoding="utf-8")
    assert not any(problem.code in ("L083", "L099") for problem in report(folder).problems)


@pytest.mark.parametrize(
    ("by", "asked", "left"),
    [("+1", "at least 30", {"L030"}), ("+15", "at least 30", set()), ("+1", "at least 60", {"L030"})],
)
def test_what_a_doctrine_adds_is_looked_at_under_that_doctrine(
    by: str, asked: str, left: set[str], tmp_path: Path
) -> None:
    """In the others the number asked for is reached from the start."""
    assert codes(report(crisis(tmp_path, DOCTRINE.format(by=by, asked=asked)))) == left


def test_what_comes_under_one_doctrine_only_is_no_finding(tmp_path: Path) -> None:
    event = "events: [{{id: eager, title: Eager, text: It began., when: {{want: at least {least}}}}}]\n"
    assert codes(report(crisis(tmp_path / "one", "format: 1\n" + event.format(least=60)))) == set()
    assert codes(report(crisis(tmp_path / "two", "format: 1\n" + event.format(least=90)))) == {"L040"}


def test_further_passes_add_what_they_find(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def seldom(package: Package, shelf: Shelf, known: Sequence[Finding]) -> Look:
        name = shelf.shown("scenario/acts.yaml").rpartition("/")[2]
        found = Problem(f"small/{name}", 3, 5, Severity.WARNING, "L500", f"{package.id}: never seen.")
        assert {"L071"} <= {one.code.id for one in known}
        return Look((found,), ("    It was looked at twice.",))

    folder = crisis(tmp_path, "format: 1\ntags: [{id: rude, title: Rude}]\n")
    assert main([folder], form="text", passes=[seldom]) == CLEAN
    told = capsys.readouterr().out
    assert "small/acts.yaml:3:5: warning: small-crisis: never seen." in told
    assert told.endswith("    It was looked at twice.\n")


@pytest.mark.parametrize("name", scenario_ids())
def test_the_shipped_crises_have_no_warnings(name: str) -> None:
    found = report(scenario_folder(name))
    assert [str(problem) for problem in found.problems if problem.severity is not Severity.HINT] == []


def test_lint_is_quick() -> None:
    folder = scenario_folder("road-to-moscow")
    package, shelf, spent = load(folder), shelf_of(folder), []
    for doctrine in package.doctrines:
        package.compile(doctrine)
    for _ in range(2):
        begun = time.process_time()
        lint(package, shelf)
        spent.append(time.process_time() - begun)
    assert min(spent) < SECONDS


@pytest.mark.parametrize(("base", "tries"), [(ZOO / "base", 60), (THREAD, 20)], ids=["zoo", "thread"])
def test_no_scenario_that_loads_makes_lint_stumble(base: Path, tries: int) -> None:
    """Spoilt in many ways: where they still load, lint tells what it finds."""
    linted = 0
    for seed in range(tries):
        dice, texts = random.Random(seed), load(base).resolved()
        name = dice.choice(sorted(name for name in texts if name.startswith("scenario/")))
        shelf, findings = BundleShelf({**texts, name: spoilt(texts[name], dice)}), Findings()
        package = examine(shelf, findings)
        if package is not None and not findings.errors:
            linted += 1
            assert all(problem.code in CODES for problem in lint(package, shelf))
    assert linted
