"""Linting: every finding about a scenario, those of its doctrines put together, those that are meant left out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Set

from game.content.lint import (
    conditions,
    counsel,
    delays,
    files,
    forum,
    heirloom,
    history,
    labels,
    moves,
    numbers,
    outcomes,
    overlay,
    rules,
    silence,
    sources,
    twins,
    votes,
    worth,
)
from game.content.lint.code import Code, Finding
from game.content.lint.crisis import Crisis
from game.content.lint.played import answers, ends
from game.content.lint.played import moves as played_moves
from game.content.lint.played import numbers as played_numbers
from game.content.lint.played.seen import Seen
from game.content.lint.played.stage import perhaps, stage_of, surely
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
    delays,
    history,
    overlay,
)
"""Each looks at the crisis under one doctrine."""
PLAYED = (played_moves, answers, ends, played_numbers)
"""Each looks at what came of playing it."""
_CODES = (code for family in (*FAMILIES, *PLAYED, files, heirloom, silence) for code in family.CODES)
CODES: dict[str, Code] = {code.id: code for code in sorted(_CODES, key=lambda code: code.id)}
"""All kinds of findings, by id."""

OF_PLAY = "L1"
"""With this begin the codes of what is found by playing: lint leaves silences of them alone."""
BECAUSE = {
    "L100": ("L020",),
    "L110": ("L030", "L031", "L032"),
    "L111": ("L034",),
    "L112": ("L040",),
    "L120": ("L041", "L042"),
    "L121": ("L043",),
    "L123": ("L044",),
    "L130": ("L003",),
    "L131": ("L003",),
}
"""By code of what is found by playing: the codes that tell the reason of it."""
Spots = tuple[str, int, int]


def lint(package: Package, shelf: Shelf) -> tuple[Problem, ...]:
    """All findings about a scenario that loads, in the order of its files, without those that are silenced."""
    return without_silenced(findings(package, shelf), package, shelf)


def findings(package: Package, shelf: Shelf) -> tuple[Finding, ...]:
    """All findings about a scenario that loads, the silenced ones among them."""
    gathered = package.gathered
    return (*_everywhere(package), *files.find(shelf, gathered), *heirloom.find(shelf, gathered))


def without_silenced(found: Iterable[Finding], package: Package, shelf: Shelf) -> tuple[Problem, ...]:
    """Those of the findings that the author has not silenced, as problems in the order of the files."""
    return settled(found, (), package, shelf, lambda code: not code.startswith(OF_PLAY))


def played(package: Package, shelf: Shelf, seen: Seen, known: Iterable[Finding]) -> tuple[Problem, ...]:
    """What shows only when a scenario is played, in the order of its files, without what is silenced.

    Nothing is said twice: not of a record of which one of the findings `known` gives the reason. A silence is of use
    already where luck decides whether a limit is passed.
    """
    stage, many = stage_of(package, seen), len(seen.doctrines)
    told, doubtful = (
        [one for family in PLAYED for one in family.find(stage(above(many)))] for above in (surely, perhaps)
    )
    explained = {(one.code.id, _spot(one.owner)) for one in known if one.owner is not None}
    told = [one for one in told if not _explained(one, explained)]
    return settled(told, doubtful, package, shelf, lambda code: code.startswith(OF_PLAY))


def _explained(finding: Finding, known: Set[tuple[str, Spots]]) -> bool:
    reasons = BECAUSE.get(finding.code.id, ())
    return finding.owner is not None and any((code, _spot(finding.owner)) in known for code in reasons)


def settled(
    found: Iterable[Finding],
    doubtful: Iterable[Finding],
    package: Package,
    shelf: Shelf,
    own: Callable[[str], bool],
) -> tuple[Problem, ...]:
    """Findings as problems, in the order of the files, without those that are silenced or stand in the library.

    Silences of codes for which `own` is true are looked at themselves: whether they give a reason and were of use; a
    doubtful finding is not told, but what silences it is of use.
    """
    texts = package.resolved()
    library = {shelf.shown(name) for name in texts if name.startswith(f"{LIBRARY}/")}
    written = [(shelf.shown(name), text) for name, text in texts.items()]
    written += files.unread(shelf, package.gathered)
    known = [one for name, text in written for one in silence.silences(name, text) if own(one.code)]
    silence.silenced(doubtful, known)
    left = silence.silenced((one for one in found if one.at.file not in library), known)
    left += silence.of_silences(one for one in known if one.file not in library)
    return tuple(sorted({_problem(finding) for finding in left}))


def _problem(finding: Finding) -> Problem:
    at, code = finding.at, finding.code
    return Problem(at.file, at.line, at.column, code.level, code.id, finding.message, code.mend)


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
