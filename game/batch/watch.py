"""Watch: who is told what happens inside a turn of a block, for whatever no cell keeps until the end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from game.core.act import Rule

if TYPE_CHECKING:
    from .block import At, Block


class Watch(Protocol):
    """An onlooker of a block; it changes nothing."""

    def gave(self, block: Block, rule: Rule, at: At) -> None:
        """A rule gave its answer in these lanes; some of them may have ended before."""
