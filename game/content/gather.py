"""Gather: all files of a scenario, with those they use, read into records by section."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field

from game.content.delayed import delayed_names
from game.content.node import Mapping, Node, Scalar, Sequence, kind_in_words
from game.content.problem import Findings, Spot
from game.content.read import read_data
from game.content.records import read_record
from game.content.schema.card import CardRecord
from game.content.schema.leaf import Prose
from game.content.schema.record import Part
from game.content.schema.sections import CARD, FORMAT, OTHER_SECTIONS, SECTIONS
from game.content.shelf import LIBRARY, OWN, Shelf


@dataclass(slots=True)
class Gathered:
    """Everything the files of a scenario say, before it is put together.

    `broken` are the ids of records that could not be read: nothing else is said about them. `unread` is true
    when a whole file could not be read, so that much may be missing.
    """

    card: CardRecord | None = None
    records: dict[str, list[Part]] = field(default_factory=lambda: {name: [] for name in SECTIONS})
    remove: list[Scalar] = field(default_factory=list)
    questions: list[Prose] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    unread: bool = False
    delayed: frozenset[str] = frozenset()


@dataclass(slots=True)
class Gatherer:
    """Reads the files of a shelf, each once, following `uses`."""

    shelf: Shelf
    findings: Findings
    result: Gathered = field(default_factory=Gathered)
    _open: list[str] = field(default_factory=list)

    def gather(self) -> Gathered:
        """All records of the scenario's own files and of those they use."""
        names = self.shelf.own()
        if not names:
            at = Spot(self.shelf.shown(f"{OWN}/scenario.yaml"))
            self.findings.error(at, "missing-file", "there is no such file: a scenario has at least scenario.yaml.")
            self.result.unread = True
        for name in names:
            self._file(name)
        if names and self.result.card is None and not self.result.unread and CARD.name not in self.result.broken:
            at = Spot(self.shelf.shown(f"{OWN}/scenario.yaml"))
            self.findings.error(at, "missing", "no file of this scenario has the section `scenario`.")
        self.result.delayed = delayed_names(part for found in self.result.records.values() for part in found)
        return self.result

    def _file(self, name: str) -> None:
        if name in self.result.texts:
            return
        data = self.shelf.read(name, self.findings)
        root = None if data is None else read_data(data, self.shelf.shown(name), self.findings)
        self.result.texts[name] = "" if data is None else data.decode("utf-8-sig", "replace")
        if root is None:
            self.result.unread = True
            return
        if not self._format(root):
            self.result.unread = True
            return
        self._open.append(name)
        for section, node in root.entries.items():
            self._section(section, root.keys[section], node, name)
        self._open.pop()

    def _format(self, root: Mapping) -> bool:
        found = root.entries.get("format")
        if found is None:
            self.findings.error(root, "format", f"this file does not say its format: begin it with `format: {FORMAT}`.")
            return False
        if not isinstance(found, Scalar) or found.text != FORMAT:
            said = found.text if isinstance(found, Scalar) else kind_in_words(found)
            newer = " It was written for a newer game." if said.isdigit() and int(said) > int(FORMAT) else ""
            self.findings.error(
                found, "format", f"format {said} is not known here; this game reads format {FORMAT}.{newer}"
            )
            return False
        return True

    def _section(self, name: str, key: Scalar, node: Node, file: str) -> None:
        if name in SECTIONS:
            self._records(name, node)
        elif name == CARD.name:
            self._card(key, node)
        elif name == "uses":
            for item in self._list(node, "uses"):
                self._use(item, file)
        elif name == "remove":
            self.result.remove += self._list(node, "remove")
        elif name == "questions":
            self.result.questions += [Prose(item.text) for item in self._list(node, "questions")]
        elif name != "format":
            known = (*SECTIONS, *OTHER_SECTIONS)
            self.findings.unknown(key, "unknown-section", f'there is no section "{name}".', name, known)

    def _list(self, node: Node, name: str) -> list[Scalar]:
        if not isinstance(node, Sequence):
            self.findings.error(node, "kind", f"`{name}` is a list, not {kind_in_words(node)}.")
            return []
        good = [item for item in node.items if isinstance(item, Scalar) and item.text]
        if len(good) < len(node.items):
            self.findings.error(node, "kind", f"each line of `{name}` is a single value.")
        return good

    def _card(self, key: Scalar, node: Node) -> None:
        card = read_record(CARD, node, self.findings)
        if self.result.card is not None:
            first = self.result.card.id
            self.findings.error(key, "twice", f"the section `scenario` stands in {first.file} already.")
        elif isinstance(card, CardRecord):
            self.result.card = card
        else:
            self.result.broken.add(CARD.name)

    def _records(self, name: str, node: Node) -> None:
        section = SECTIONS[name]
        if not isinstance(node, Sequence):
            self.findings.error(
                node,
                "kind",
                f"`{name}` is a list of records, each beginning with `- id:`; here stands {kind_in_words(node)}.",
            )
            return
        for item in node.items:
            record = read_record(section, item, self.findings)
            if record is None:
                self.result.broken |= _ids_in(item)
            else:
                self.result.records[name].append(record)

    def _use(self, item: Scalar, file: str) -> None:
        name = self._resolve(item, file)
        if name is None:
            return
        if name in self._open:
            chain = " -> ".join(posixpath.basename(part) for part in (*self._open[self._open.index(name) :], name))
            self.findings.error(item, "cycle", f"files use each other in a circle: {chain}.")
            return
        self._file(name)

    def _resolve(self, item: Scalar, file: str) -> str | None:
        """The fixed name of a used file: beside the file that uses it, else in the library."""
        path = item.text.replace("\\", "/")
        beside = posixpath.normpath(posixpath.join(posixpath.dirname(file), path))
        shipped = posixpath.normpath(path)
        absolute = path.startswith("/") or ":" in path.partition("/")[0]
        above = [name for name in (beside, shipped) if not name.startswith((f"{OWN}/", f"{LIBRARY}/"))]
        if absolute or beside in above:
            self.findings.error(
                item,
                "above",
                f'"{item.text}" lies outside the scenario and the library; `uses` never reaches above either.',
            )
            return None
        for name in (beside, shipped if shipped.startswith(f"{LIBRARY}/") else ""):
            if name and name not in above and self.shelf.has(name):
                return name
        self.findings.error(
            item, "missing-file", f'there is no file "{item.text}", beside this file or in the library.'
        )
        self.result.unread = True
        return None


def _ids_in(node: Node) -> set[str]:
    """All ids that a record which could not be read would have brought."""
    if isinstance(node, Sequence):
        return {name for item in node.items for name in _ids_in(item)}
    if not isinstance(node, Mapping):
        return set()
    found = {part.text for key in ("id", "code") if isinstance(part := node.entries.get(key), Scalar)}
    return found | {name for part in node.entries.values() for name in _ids_in(part)}
