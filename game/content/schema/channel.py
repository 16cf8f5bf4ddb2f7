"""Channel: a way to talk to the other side."""

from __future__ import annotations

from typing import Annotated

from game.content.schema.leaf import Text, YesNo, one_of
from game.content.schema.record import Record

ChannelState = Annotated[str, one_of("open", "reduced", "closed")]


class ChannelRecord(Record):
    """A way to talk; `top` if it reaches the one who decides."""

    title: Text
    start: ChannelState = "open"
    top: YesNo = False
    says: Text | None = None
