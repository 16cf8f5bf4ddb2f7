"""Problem: one mistake in an author's file, with its place, its reason and the likely fix."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Protocol

from game.fault import Fault

HINTED_PROBLEMS = 200  # past this many problems no spelling is looked up, so that a flood stays fast
LONGEST_WORD = 80
SHOWN_PROBLEMS = 500


class Severity(StrEnum):
    """How bad a Problem is: an error must be mended; a warning is hardly meant; a hint may be meant."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


class Place(Protocol):
    """Anything that stands somewhere in a file (line and column counted from 1)."""

    @property
    def file(self) -> str: ...

    @property
    def line(self) -> int: ...

    @property
    def column(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a file, for problems that belong to no node."""

    file: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """A mistake at a place. Sorts by file, line and column. `code` is fixed, for tools and tests."""

    file: str
    line: int
    column: int
    severity: Severity
    code: str
    message: str
    hint: str = ""

    def __str__(self) -> str:
        hint = f" {self.hint}" if self.hint else ""
        return f"{self.file}:{self.line}:{self.column}: {self.severity.value}: {self.message}{hint}"


class ContentFault(Fault):
    """A scenario could not be loaded; `problems` holds every reason, in the order of the files."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(sorted(set(problems)))
        super().__init__("\n".join(str(problem) for problem in self.problems))


def nearest(word: str, known: Iterable[str]) -> str:
    """A sentence that offers the known word most like this one, or "" where none is near."""
    short = word[:LONGEST_WORD]
    candidates = [name for name in known if abs(len(name) - len(short)) <= max(4, len(short) // 2)]
    found = difflib.get_close_matches(short, candidates, n=1, cutoff=0.6)
    if not found:
        lowered = {name.lower(): name for name in candidates}
        found = [lowered[near] for near in difflib.get_close_matches(short.lower(), lowered, n=1, cutoff=0.6)]
    return f'Did you mean "{found[0]}"?' if found else ""


def as_json(problems: Iterable[Problem]) -> str:
    """All problems, sorted, as a JSON list of objects."""
    return json.dumps([asdict(problem) for problem in sorted(problems)], ensure_ascii=False, indent=1)


class Findings:
    """The problems found so far. Gathers them all, so that an author sees every mistake at once."""

    def __init__(self) -> None:
        self._problems: list[Problem] = []
        self.errors = 0

    def error(self, at: Place, code: str, message: str, hint: str = "") -> None:
        """Note an error at a place."""
        self.errors += 1
        self._note(at, Severity.ERROR, code, message, hint)

    def warning(self, at: Place, code: str, message: str, hint: str = "") -> None:
        """Note a warning at a place."""
        self._note(at, Severity.WARNING, code, message, hint)

    def unknown(self, at: Place, code: str, message: str, word: str, known: Iterable[str]) -> None:
        """Note a word that is not among the known ones, and offer the one most like it."""
        hint = nearest(word, known) if len(self._problems) < HINTED_PROBLEMS else ""
        self.error(at, code, message, hint)

    def add(self, problems: Iterable[Problem]) -> None:
        """Take over problems that were found elsewhere."""
        for problem in problems:
            self.errors += problem.severity is Severity.ERROR
            if len(self._problems) < SHOWN_PROBLEMS:
                self._problems.append(problem)

    def all(self) -> tuple[Problem, ...]:
        """Every different problem, sorted by file, line and column."""
        return tuple(sorted(set(self._problems)))

    def raise_errors(self) -> None:
        """Raise ContentFault when at least one error was noted."""
        if self.errors:
            raise ContentFault(self._problems)

    def _note(self, at: Place, severity: Severity, code: str, message: str, hint: str) -> None:
        if len(self._problems) < SHOWN_PROBLEMS:
            self._problems.append(Problem(at.file, at.line, at.column, severity, code, message, hint))
        elif len(self._problems) == SHOWN_PROBLEMS:
            more = f"there are more problems than the {SHOWN_PROBLEMS} shown. Mend these first."
            self._problems.append(Problem(at.file, at.line, at.column, severity, "too-many", more))
