"""Shelf: where the files of a scenario come from: its folder and the shipped library, or a save's copy.

Files have fixed names on a shelf: `scenario/moves.yaml`, `scenario/i18n/masked.yaml`, `library/cameo.yaml`.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from game.content.problem import Findings, Spot
from game.content.source import read_bytes

OWN, LIBRARY, SIDE = "scenario", "library", "i18n"


class Shelf(Protocol):
    """The files of one scenario by their fixed names."""

    def own(self) -> list[str]:
        """The names of the scenario's own files, sorted."""

    def side(self) -> list[str]:
        """The names of its translations and masks, sorted."""

    def has(self, name: str) -> bool:
        """Whether there is a file of this name."""

    def shown(self, name: str) -> str:
        """The name that messages show."""

    def read(self, name: str, findings: Findings) -> bytes | None:
        """The bytes of a file, or None with the reason noted."""


@dataclass(frozen=True, slots=True)
class FolderShelf:
    """The shelf of a scenario's folder; `label` is how messages name the folder."""

    folder: Path
    library: Path
    label: str

    def own(self) -> list[str]:
        """The names of the `.yaml` files of the folder."""
        return self._glob(self.folder, OWN)

    def side(self) -> list[str]:
        """The names of the `.yaml` files of its folder i18n."""
        return self._glob(self.folder / SIDE, f"{OWN}/{SIDE}")

    def _glob(self, folder: Path, label: str) -> list[str]:
        try:
            return sorted(f"{label}/{path.name}" for path in folder.glob("*.yaml"))
        except OSError:
            return []

    def path(self, name: str) -> Path:
        """The path of a file of this name."""
        root, _, rest = name.partition("/")
        return (self.folder if root == OWN else self.library) / rest

    def has(self, name: str) -> bool:
        """Whether the file is there, and really inside its folder (a link may point outside)."""
        path, root = self.path(name), self.folder if name.startswith(f"{OWN}/") else self.library
        return path.is_file() and path.resolve().is_relative_to(root.resolve())

    def shown(self, name: str) -> str:
        """The folder as given and the file's name."""
        root, _, rest = name.partition("/")
        return f"{self.label}/{rest}" if root == OWN else f"{posixpath.dirname(self.label) or '.'}/{name}"

    def read(self, name: str, findings: Findings) -> bytes | None:
        """The bytes of a file of the folder or the library."""
        return read_bytes(self.path(name), self.shown(name), findings)


@dataclass(frozen=True, slots=True)
class BundleShelf:
    """The shelf of a bundle: texts by name, as a save carries them."""

    texts: Mapping[str, str]
    label: str = "save"

    def own(self) -> list[str]:
        """The names of the scenario's own files."""
        return sorted(name for name in self.texts if name.startswith(f"{OWN}/") and name.count("/") == 1)

    def side(self) -> list[str]:
        """The names of its translations and masks."""
        return sorted(name for name in self.texts if name.startswith(f"{OWN}/{SIDE}/"))

    def has(self, name: str) -> bool:
        """Whether the bundle holds a text of this name."""
        return name in self.texts

    def shown(self, name: str) -> str:
        """The bundle's label and the name."""
        return f"{self.label}:{name}"

    def read(self, name: str, findings: Findings) -> bytes | None:
        """The text as bytes."""
        text = self.texts.get(name)
        if text is None:
            findings.error(Spot(self.shown(name)), "missing-file", "there is no such file in the save.")
            return None
        return text.encode("utf-8", "surrogatepass")
