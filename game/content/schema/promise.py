"""Promise: a threat or an assurance on the ledger."""

from __future__ import annotations

from typing import Annotated

from game.content.schema.leaf import Size, Text, Turns, When, one_of
from game.content.schema.record import Consequence, Record

PromiseKind = Annotated[str, one_of("threat", "assurance")]


class PromiseRecord(Record):
    """What was promised, in which case it falls due, and what comes of keeping or breaking it."""

    title: Text
    text: Text
    kind: PromiseKind
    sunk: Size = 0
    audience: Size = 0
    trigger: When
    within: Turns
    kept_when: When
    kept: Consequence | None = None
    broken: Consequence | None = None
    kept_news: Text | None = None
    broken_news: Text | None = None
