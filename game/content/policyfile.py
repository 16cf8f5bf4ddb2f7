"""Policy file: ways to play that lie beside a scenario, in a file of their own, read as if they stood in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from game.content.node import Mapping, Scalar, Sequence
from game.content.package import Package, examine, shelf_of
from game.content.problem import Findings
from game.content.read import read_data
from game.content.shelf import OWN, Shelf
from game.content.source import read_bytes

NAME = f"{OWN}/policy-file.yaml"
"""What the file is called among those of the scenario."""
_SECTIONS = ("format", "policies")


@dataclass(frozen=True, slots=True)
class _WithPolicies:
    """The shelf of a scenario with one file more; `label` is how messages name that."""

    shelf: Shelf
    data: bytes
    label: str

    def own(self) -> list[str]:
        return sorted([*self.shelf.own(), NAME])

    def side(self) -> list[str]:
        return self.shelf.side()

    def has(self, name: str) -> bool:
        return name == NAME or self.shelf.has(name)

    def shown(self, name: str) -> str:
        return self.label if name == NAME else self.shelf.shown(name)

    def read(self, name: str, findings: Findings) -> bytes | None:
        return self.data if name == NAME else self.shelf.read(name, findings)


def load_with(folder: Path, file: Path) -> tuple[Package, tuple[str, ...]]:
    """The scenario of a folder with the policies of a file among its own, and the ids of those.

    Raises ContentFault with all mistakes found, in the file or in the scenario.
    """
    findings, label = Findings(), file.as_posix()
    data = read_bytes(file, label, findings)
    root = None if data is None else read_data(data, label, findings)
    ids = () if root is None else _ids(root, findings)
    findings.raise_errors()
    assert data is not None
    package = examine(_WithPolicies(shelf_of(folder), data, label), findings)
    findings.raise_errors()
    assert package is not None
    return package, ids


def _ids(root: Mapping, findings: Findings) -> tuple[str, ...]:
    """The ids of the policies in the file; whatever else stands in it is noted."""
    for name in root.entries:
        if name not in _SECTIONS:
            message = f'a policy file has no section "{name}", only `policies`.'
            findings.unknown(root.keys[name], "unknown-section", message, name, _SECTIONS)
    part = root.entries.get("policies")
    records = [one for one in part.items if isinstance(one, Mapping)] if isinstance(part, Sequence) else []
    found = tuple(id.text for one in records if isinstance(id := one.entries.get("id"), Scalar))
    if not found and not findings.errors:
        findings.error(root, "missing", "this file has no policies: it begins with `format: 1` and `policies:`.")
    return found
