"""Overlay: what a doctrine says that is so without it."""

from __future__ import annotations

from collections.abc import Iterator

from game.content.lint.code import Code, Finding
from game.content.lint.crisis import Crisis
from game.content.node import Node, Scalar
from game.content.problem import Severity
from game.content.schema.doctrine import DoctrineRecord
from game.content.schema.meter import MeterRecord

SAME_START = Code(
    "L088",
    Severity.HINT,
    "a doctrine that sets a start which holds anyway",
    "The meter begins with this number anyway, so this Moscow differs in nothing here. Only the documented doctrine "
    "may write down what holds.",
    "starts: {wish: 60}, where the meter wish has start: 60",
    "Set another number, or leave it out of `starts`.",
)
CODES = (SAME_START,)


def find(crisis: Crisis) -> Iterator[Finding]:
    """The findings of this family."""
    own = {record.key: record.start for record in crisis.parts.of(MeterRecord)}
    for doctrine in crisis.parts.of(DoctrineRecord):
        if doctrine.starts is None or doctrine.documented:
            continue
        for name, value in doctrine.starts.entries.items():
            if name in own and _says(value) and _says(value) == _says(own[name]):
                says = f'the doctrine "{doctrine.key}" starts "{name}" at {_says(value)}, as it starts anyway.'
                yield Finding(SAME_START, value, doctrine.id, says)


def _says(node: Node) -> str:
    return node.text.strip() if isinstance(node, Scalar) else ""
