"""Heirloom: what a crisis takes over from an earlier one, beside it or shipped, which does not have it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from game.content.gather import Gathered
from game.content.lint.code import Code, Finding
from game.content.node import Mapping, Node, Scalar, Sequence
from game.content.problem import Findings, Severity, nearest
from game.content.read import read_data
from game.content.schema.carry import CarryRecord
from game.content.shelf import FolderShelf, Shelf
from game.data import SCENARIO_FILE, scenarios_dir

UNKNOWN = Code(
    "L087",
    Severity.ERROR,
    "a carry from a meter that the earlier crisis does not have",
    "That crisis is at hand, beside this one or shipped, and nothing in it that holds a number has the id named under "
    "`meter`: no play of it could be gone on with.",
    "carries: [{id: fuel-left, from: airstrip, meter: feul, into: fuel, ...}], where airstrip has the meter fuel",
    "Name a meter of the earlier crisis.",
)
CODES = (UNKNOWN,)

_SECTIONS = ("meters", "derived", "channels", "partners", "blocs", "summits", "doctrines")
"""Where a crisis declares what can be taken over, or what brings it along."""


def find(shelf: Shelf, gathered: Gathered) -> Iterator[Finding]:
    """The findings of this family, which looks at files and not at doctrines."""
    carries = [part for part in gathered.records["carries"] if isinstance(part, CarryRecord)]
    if not isinstance(shelf, FolderShelf) or not carries:
        return
    for origin in sorted({carry.origin.text for carry in carries}):
        beside = (shelf.folder.resolve().parent / origin, scenarios_dir() / origin)
        folder = next((one for one in beside if (one / SCENARIO_FILE).is_file()), None)
        if folder is None:
            continue
        wanted = {carry.meter.text for carry in carries if carry.origin.text == origin}
        known = _declared(folder, wanted)
        for carry in carries:
            name = carry.meter.text
            if carry.origin.text == origin and _owner(name) not in known:
                says = f'carry "{carry.key}" takes over "{name}", which {origin} does not have. {nearest(name, known)}'
                yield Finding(UNKNOWN, carry.meter, carry.id, says.rstrip())


def _owner(name: str) -> str:
    """What declares a number: a line is its partner's, a push its bloc's."""
    return name.partition(".")[0]


def _declared(folder: Path, wanted: set[str]) -> set[str]:
    """The ids of what holds numbers in the crisis of a folder, and in what lies beside it to be shared.

    It looks no further once all that are wanted are found.
    """
    found = set[str]()
    shared = (folder.parent / "library").rglob("*.yaml")
    texts = [(path.name, path.read_bytes()) for path in (*sorted(folder.rglob("*.yaml")), *sorted(shared))]
    for section in _SECTIONS:
        for name, text in texts:
            if text.startswith(f"{section}:".encode()) or f"\n{section}:".encode() in text:
                root = read_data(text, name, Findings())
                found |= set(_ids(root.entries.get(section))) if root is not None else set()
        if {_owner(name) for name in wanted} <= found:
            break
    return found


def _ids(node: Node | None) -> Iterator[str]:
    if isinstance(node, Sequence):
        for item in node.items:
            yield from _ids(item)
    elif isinstance(node, Mapping):
        for name, value in node.entries.items():
            if name in ("id", "country") and isinstance(value, Scalar):
                yield value.text
            else:
                yield from _ids(value)
