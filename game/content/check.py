"""Check: what `longtable check` does: every mistake of the given scenarios at once, then what is hardly meant."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from game.content.lint.code import Finding
from game.content.lint.linting import CODES, findings, without_silenced
from game.content.package import Package, examine, shelf_of
from game.content.problem import Findings, Problem, Severity, as_json
from game.content.shelf import Shelf
from game.core.reading import reading_of_history
from game.core.scenario import Scenario
from game.data import SCENARIO_FILE, scenario_folder, scenario_ids, scenarios_dir
from game.fault import unknown

CLEAN, MISTAKES = 0, 1


class Look(NamedTuple):
    """What a further look at a scenario found, and lines that tell what was seen besides."""

    problems: tuple[Problem, ...]
    told: tuple[str, ...] = ()


Pass = Callable[[Package, Shelf, Sequence[Finding]], Look]
"""A further look at a scenario without errors, such as by playing it. It is given what lint finds, the silenced too."""


class Report(NamedTuple):
    """What was found in a folder; the scenario as far as it could be read; lines that tell what was seen besides."""

    folder: Path
    package: Package | None
    problems: tuple[Problem, ...]
    told: tuple[str, ...] = ()

    def count(self, severity: Severity) -> int:
        """How many problems are so bad."""
        return sum(problem.severity is severity for problem in self.problems)


def main(paths: Sequence[Path], *, form: str, least: Severity = Severity.WARNING, passes: Sequence[Pass] = ()) -> int:
    """Check scenarios (none named: all that ship) and print what is wrong, as "text" or "json".

    As text only what is at least so bad is printed, and the hints left out are counted; as JSON everything. `passes`
    look at each scenario that has no errors, after lint.
    Returns 0 when all are clean, 1 when there is an error. Raises Fault for a path that holds no scenario.
    """
    folders = [_folder(path) for path in paths] if paths else [scenarios_dir() / name for name in scenario_ids()]
    reports = [report(folder, passes) for folder in folders]
    if form == "json":
        print(as_json(problem for one in reports for problem in one.problems))
    else:
        shown = [Severity.ERROR, Severity.WARNING, Severity.HINT]
        for one in reports:
            for problem in one.problems:
                if shown.index(problem.severity) <= shown.index(least):
                    print(_line(problem))
            print("\n".join((_summary(one, least), *one.told)))
    return MISTAKES if any(one.count(Severity.ERROR) for one in reports) else CLEAN


def explain(code: str) -> int:
    """Print what a code of lint means. Raises Fault for one that does not exist."""
    found = CODES.get(code.upper())
    if found is None:
        raise unknown("code", code, CODES)
    print(found)
    return CLEAN


def check(folder: Path) -> tuple[Package | None, tuple[Problem, ...]]:
    """The scenario of a folder, as far as it could be read, and all its mistakes in order; lint is not asked."""
    findings = Findings()
    package = examine(shelf_of(folder, _label(folder)), findings)
    return package, findings.all()


def report(folder: Path, passes: Sequence[Pass] = ()) -> Report:
    """The mistakes of the scenario in a folder; where it has none, what lint and the further passes find."""
    package, problems = check(folder)
    if package is None or any(problem.severity is Severity.ERROR for problem in problems):
        return Report(folder, package, problems)
    shelf = shelf_of(folder, _label(folder))
    known = findings(package, shelf)
    looks = [further(package, shelf, known) for further in passes]
    found = {*problems, *without_silenced(known, package, shelf), *(one for look in looks for one in look.problems)}
    return Report(folder, package, tuple(sorted(found)), tuple(line for look in looks for line in look.told))


def _line(problem: Problem) -> str:
    """A problem as it is printed: what lint finds has its code, by which more can be asked, before what mends it."""
    if problem.code not in CODES:
        return str(problem)
    return f"{replace(problem, hint='')} [{problem.code}] {problem.hint}".rstrip()


def _folder(path: Path) -> Path:
    folder = path.parent if path.name == SCENARIO_FILE else path
    return folder if folder.is_dir() else scenario_folder(str(path))


def _label(folder: Path) -> str:
    """The folder as the author would type it."""
    try:
        return folder.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return folder.as_posix()


def _summary(found: Report, least: Severity) -> str:
    label, warnings, hints = _label(found.folder), found.count(Severity.WARNING), found.count(Severity.HINT)
    if found.count(Severity.ERROR) or found.package is None:
        return f"{label}: {_count(found.count(Severity.ERROR), 'error')}, {_count(warnings, 'warning')}."
    scenario = found.package.compile()
    more = f", {_count(hints, 'hint')}" if hints else ""
    how = " (--hints shows them)" if hints and least is not Severity.HINT else ""
    return (
        f"{label}: {'clean' if not warnings else 'sound'}. {_count(len(scenario.moves), 'move')}, "
        f"{_count(len(scenario.rules), 'rule')}, {_count(len(scenario.answers), 'answer')}, "
        f"{_count(len(scenario.happenings), 'event')}, {_count(len(scenario.endings), 'ending')}; "
        f"{_count(warnings, 'warning')}{more}{how}.{_reading(scenario)}"
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
