"""Read: one pass over a YAML file's events, building a tree in which every node knows its place.

YAML's own idea of types is left aside (`NO` would become false, `12:30` would become 750): every scalar keeps
its text and the schema says later what it means. What a scenario never needs is refused by name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from game.content.node import Mapping, Node, Scalar, Sequence, Style
from game.content.problem import Findings, Spot
from game.content.source import Source, decode, read_bytes
from game.content.syntax import note_syntax

DEPTH_LIMIT = 40
NODE_LIMIT = 200_000
RESTARTS = 8  # after a syntax error reading goes on at the next name at the left margin, this many times

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_STYLES: dict[str | None, Style] = {
    "": "plain",
    None: "plain",
    "'": "quoted",
    '"': "quoted",
    "|": "block",
    ">": "block",
}
_TOP_NAME = re.compile(r"^[A-Za-z_][\w-]*:(?=\s|$)", re.MULTILINE)


class _Stop(Exception):
    """Reading ends here: the reason is noted."""


def read_file(path: Path, name: str, findings: Findings) -> Mapping | None:
    """The tree of a YAML file, or None when it could not be read; every reason is noted under `name`."""
    data = read_bytes(path, name, findings)
    return None if data is None else read_data(data, name, findings)


def read_data(data: bytes, name: str, findings: Findings) -> Mapping | None:
    """The tree of a YAML file given as bytes, or None; every reason is noted under `name`."""
    source = decode(data, name, findings)
    if source is None:
        return None
    before = findings.errors
    root = _read(source, 1, findings)
    if findings.errors > before:
        return None
    if root is None or (isinstance(root, Scalar) and not root.text):
        findings.error(Spot(name), "empty", "this file is empty.")
        return None
    if not isinstance(root, Mapping):
        findings.error(root, "not-a-mapping", "a file begins with a name, such as `format: 1`.")
        return None
    return root


def _read(source: Source, first_line: int, findings: Findings) -> Node | None:
    """The root node; after a syntax error the rest is read too, only to find its errors."""
    for _ in range(RESTARTS):
        tree = _Tree(source, first_line, findings)
        try:
            return tree.build()
        except _Stop:
            return None
        except yaml.YAMLError as fault:
            stopped = note_syntax(fault, source.name, first_line, findings)
            later = _next_top_name(source.text, stopped - first_line + 1)
            if later is None:
                return None
            source, first_line = Source(source.name, later[1]), first_line + later[0]
    return None


def _next_top_name(text: str, after: int) -> tuple[int, str] | None:
    """The lines skipped and the text from the first name at the left margin past this many lines."""
    start = 0
    for _ in range(max(after, 0)):
        start = text.find("\n", start) + 1
        if start == 0:
            return None
    found = _TOP_NAME.search(text, start)
    return None if found is None else (text.count("\n", 0, found.start()), text[found.start() :])


@dataclass(slots=True)
class _Open:
    """A collection whose end is not reached; for a mapping, the name that waits for its value."""

    node: Mapping | Sequence
    key: Scalar | None = None
    twice: bool = False


@dataclass(slots=True)
class _Tree:
    source: Source
    first_line: int
    findings: Findings
    stack: list[_Open] = field(default_factory=list)
    root: Node | None = None
    nodes: int = 0
    lines: list[str] = field(default_factory=list)

    def build(self) -> Node | None:
        self.lines = self.source.text.split("\n") if " #" in self.source.text else []
        documents = 0
        for event in yaml.parse(self.source.text, Loader=_LOADER):
            match event:
                case yaml.ScalarEvent():
                    self._check(event)
                    self._place(self._scalar(event))
                case yaml.MappingStartEvent():
                    self._check(event)
                    self._open(Mapping(self.source.name, *self._at(event)))
                case yaml.SequenceStartEvent():
                    self._check(event)
                    self._open(Sequence(self.source.name, *self._at(event)))
                case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                    self.stack.pop()
                case yaml.AliasEvent():
                    self._refuse(
                        event,
                        "alias",
                        "`*` repeats another value, which is not used here. Write the value "
                        "out, or put prose that begins with `*` after `>-` on a line of its own.",
                    )
                    self._place(Scalar("", "quoted", self.source.name, *self._at(event)))
                case yaml.DocumentStartEvent():
                    documents += 1
                    if documents > 1:
                        self._refuse(
                            event,
                            "documents",
                            "a second document begins here (`---`). One file, one document.",
                        )
                        raise _Stop
        return self.root

    def _at(self, event: yaml.Event) -> tuple[int, int]:
        mark = event.start_mark
        assert mark is not None  # both parsers mark every event
        return mark.line + self.first_line, mark.column + 1

    def _refuse(self, event: yaml.Event, code: str, message: str) -> None:
        self.findings.error(Spot(self.source.name, *self._at(event)), code, message)

    def _check(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        self.nodes += 1
        if self.nodes > NODE_LIMIT:
            self._refuse(event, "too-many-values", f"more than {NODE_LIMIT:,} values. Split the file.")
            raise _Stop
        if event.anchor is not None:
            self._refuse(
                event,
                "anchor",
                f"`&{event.anchor}` names a value to be repeated, which is not used here. Write the value out.",
            )
        if event.tag is not None:
            self._refuse(event, "tag", f"`{event.tag}` gives a value a type, which is not used here. Remove it.")

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        style = _STYLES[event.style]
        end = event.end_mark
        cut = False
        if self.lines and style == "plain" and end is not None and end.line < len(self.lines):
            cut = self.lines[end.line][end.column :].lstrip(" ").startswith("#")
        return Scalar(event.value, style, self.source.name, *self._at(event), cut)

    def _open(self, node: Mapping | Sequence) -> None:
        self._place(node)
        if len(self.stack) >= DEPTH_LIMIT:
            self.findings.error(node, "too-deep", f"values stand inside values more than {DEPTH_LIMIT} levels deep.")
            raise _Stop
        self.stack.append(_Open(node))

    def _place(self, node: Node) -> None:
        if not self.stack:
            self.root = node
            return
        top = self.stack[-1]
        if isinstance(top.node, Sequence):
            top.node.items.append(node)
        elif top.key is None:
            top.key = self._key(top, node)
        else:
            if not top.twice:
                top.node.entries[top.key.text] = node
            top.key, top.twice = None, False

    def _key(self, top: _Open, node: Node) -> Scalar:
        assert isinstance(top.node, Mapping)
        if not isinstance(node, Scalar):
            self.findings.error(node, "key", "a name must be a single word, not a list or a group.")
            top.twice = True
            return Scalar("", "quoted", node.file, node.line, node.column)
        first = top.node.keys.get(node.text)
        if node.text == "<<":
            self.findings.error(
                node, "merge-key", "`<<` copies another group, which is not used here. Write the lines out."
            )
        elif not node.text:
            self.findings.error(node, "key", "a name is missing before `:`.")
        elif first is not None:
            top.twice = True
            self.findings.error(
                node, "duplicate-key", f'"{node.text}" stands here twice; the first is in line {first.line}.'
            )
        else:
            top.node.keys[node.text] = node
        return node
