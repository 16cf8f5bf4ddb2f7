"""Check: what `longtable check` does: every mistake of the given scenarios at once, or that there is none."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from game.content.package import Package, examine, shelf_of
from game.content.problem import Findings, Problem, as_json
from game.core.reading import reading_of_history
from game.core.scenario import Scenario
from game.data import SCENARIO_FILE, scenario_folder, scenario_ids, scenarios_dir

CLEAN, MISTAKES = 0, 1


def main(paths: Sequence[Path], *, form: str) -> int:
    """Check scenarios (none named: all that ship) and print what is wrong, as "text" or "json".

    Returns 0 when all are clean, 1 when there is an error. Raises Fault for a path that holds no scenario.
    """
    folders = [_folder(path) for path in paths] if paths else [scenarios_dir() / name for name in scenario_ids()]
    reports = [(folder, *check(folder)) for folder in folders]
    if form == "json":
        print(as_json(problem for _, _, problems in reports for problem in problems))
    else:
        for folder, package, problems in reports:
            for problem in problems:
                print(problem)
            print(_summary(folder, package, problems))
    errors = any(problem.severity == "error" for _, _, problems in reports for problem in problems)
    return MISTAKES if errors else CLEAN


def check(folder: Path) -> tuple[Package | None, tuple[Problem, ...]]:
    """The scenario of a folder, as far as it could be read, and all its problems in order."""
    findings = Findings()
    package = examine(shelf_of(folder, _label(folder)), findings)
    return package, findings.all()


def _folder(path: Path) -> Path:
    folder = path.parent if path.name == SCENARIO_FILE else path
    return folder if folder.is_dir() else scenario_folder(str(path))


def _label(folder: Path) -> str:
    """The folder as the author would type it."""
    try:
        return folder.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return folder.as_posix()


def _summary(folder: Path, package: Package | None, problems: Sequence[Problem]) -> str:
    errors = sum(problem.severity == "error" for problem in problems)
    warnings = len(problems) - errors
    if errors or package is None:
        return f"{_label(folder)}: {_count(errors, 'error')}, {_count(warnings, 'warning')}."
    scenario = package.compile()
    return (
        f"{_label(folder)}: clean. {_count(len(scenario.moves), 'move')}, {_count(len(scenario.rules), 'rule')}, "
        f"{_count(len(scenario.answers), 'answer')}, {_count(len(scenario.happenings), 'event')}, "
        f"{_count(len(scenario.endings), 'ending')}; {_count(warnings, 'warning')}.{_reading(scenario)}"
    )


def _reading(scenario: Scenario) -> str:
    """How long the line of history takes to read and choose, if there is one."""
    if not scenario.past:
        return ""
    found = reading_of_history(scenario)
    words, choices, minutes = (
        _count(number, word) for number, word in zip((*found, found.minutes), ("word", "choice", "minute"), strict=True)
    )
    return f"\n    The line of history: {words} on top and {choices}, {minutes} to read and choose."


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
