"""Node: the tree a YAML file is read into. Every node knows its place; every scalar keeps its own text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

Style = Literal["plain", "quoted", "block"]


@dataclass(slots=True, eq=False)
class Scalar:
    """One value as the author wrote it. It has no type yet: `NO`, `12:30` and `+8` are text.

    `cut` is true when a comment follows a plain value on its line, which may be prose cut short.
    """

    text: str
    style: Style
    file: str
    line: int
    column: int
    cut: bool = False


@dataclass(slots=True, eq=False)
class Sequence:
    """A list of values, in the order written."""

    file: str
    line: int
    column: int
    items: list[Node] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Mapping:
    """Values under names, in the order written; `keys` holds the place of each name."""

    file: str
    line: int
    column: int
    entries: dict[str, Node] = field(default_factory=dict)
    keys: dict[str, Scalar] = field(default_factory=dict)


Node: TypeAlias = Scalar | Sequence | Mapping


def kind_in_words(node: Node) -> str:
    """What a node is, in words for an author."""
    match node:
        case Mapping():
            return "a group of `name: value` lines"
        case Sequence():
            return "a list"
        case Scalar(text="", style="plain"):
            return "nothing"
        case _:
            return "a single value"
