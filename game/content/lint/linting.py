"""Linting: every finding about a scenario, those of its doctrines put together, those that are meant left out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator

from game.content.lint import (
    conditions,
    counsel,
    files,
    forum,
    labels,
    moves,
    numbers,
    outcomes,
    rules,
    silence,
    sources,
    twins,
    votes,
    worth,
)
from game.content.lint.code import Code, Finding
from game.content.lint.crisis import Crisis
from game.content.lint.reach import Memory
from game.content.node import Mapping, Scalar, Sequence
from game.content.package import Package
from game.content.problem import Findings, Place, Problem
from game.content.read import read_data
from game.content.shelf import LIBRARY, Shelf
from game.data import scenarios_dir

FAMILIES = (
    numbers,
    conditions,
    moves,
    worth,
    rules,
    outcomes,
    forum,
    votes,
    labels,
    counsel,
    sources,
    twins,
)
"""Each looks at the crisis under one doctrine."""
_CODES = (code for family in (*FAMILIES, files, silence) for code in family.CODES)
CODES: dict[str, Code] = {code.id: code for code in sorted(_CODES, key=lambda code: code.id)}
"""All kinds of findings, by id."""

PLAYED = "L1"
"""With this begin the codes of what is found by playing: lint leaves silences of them alone."""
Spots = tuple[str, int, int]


def lint(package: Package, shelf: Shelf) -> tuple[Problem, ...]:
    """All findings about a scenario that loads, in the order of its files, without those that are silenced."""
    found = [*_everywhere(package), *files.find(shelf, package.gathered)]
    return settled(found, package, shelf, lambda code: not code.startswith(PLAYED))


def settled(
    found: Iterable[Finding], package: Package, shelf: Shelf, own: Callable[[str], bool]
) -> tuple[Problem, ...]:
    """Findings as problems, in the order of the files, without those that are silenced or stand in the library.

    Silences of codes for which `own` is true are looked at themselves: whether they give a reason and were of use.
    """
    texts = package.resolved()
    library = {shelf.shown(name) for name in texts if name.startswith(f"{LIBRARY}/")}
    written = [(shelf.shown(name), text) for name, text in texts.items()]
    written += files.unread(shelf, package.gathered)
    known = [one for name, text in written for one in silence.silences(name, text) if own(one.code)]
    left = silence.silenced((one for one in found if one.at.file not in library), known)
    left += silence.of_silences(one for one in known if one.file not in library)
    return tuple(sorted({_problem(finding) for finding in left}))


def _problem(finding: Finding) -> Problem:
    at, code = finding.at, finding.code
    return Problem(at.file, at.line, at.column, code.level, code.id, finding.message)


def _everywhere(package: Package) -> Iterator[Finding]:
    """The findings that hold under every doctrine in which there is the record they are about."""
    counted, present = Counter[tuple[str, Spots]](), Counter[Spots]()
    first: dict[tuple[str, Spots], Finding] = {}
    elsewhere, memories = _asked_elsewhere(package.id), defaultdict[tuple[str, ...], Memory](dict)
    for doctrine in package.doctrines:
        scenario = package.compile(doctrine)
        cells = tuple(cell.key for cell in scenario.cells)
        crisis = Crisis(scenario, package.parts(doctrine), elsewhere, memories[cells])
        present.update({_spot(written.owner) for written in crisis.places.values()})
        found = {(one.code.id, _spot(one.at)): one for family in FAMILIES for one in family.find(crisis)}
        counted.update(found.keys())
        first = found | first
    for key, finding in first.items():
        owners = present[_spot(finding.owner)] if finding.owner is not None else 0
        if counted[key] >= (owners or 1):
            yield finding


def _spot(at: Place) -> Spots:
    return at.file, at.line, at.column


def _asked_elsewhere(id: str) -> frozenset[str]:
    """The ids of meters that another shipped crisis takes over from this one."""
    found = set[str]()
    for path in scenarios_dir().glob("*/*.yaml"):
        text = path.read_bytes()
        root = read_data(text, path.name, Findings()) if b"carries:" in text else None
        carries = root.entries.get("carries") if root is not None else None
        for one in carries.items if isinstance(carries, Sequence) else ():
            if isinstance(one, Mapping) and _says(one, "from") == id:
                found.add(_says(one, "meter"))
    return frozenset(found)


def _says(node: Mapping, name: str) -> str:
    found = node.entries.get(name)
    return found.text if isinstance(found, Scalar) else ""
