"""Code: one kind of thing that lint finds, with the words that explain it; and a finding of that kind at a place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from game.content.problem import Place, Severity

if TYPE_CHECKING:
    from game.content.node import Scalar


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of finding. `what` is half a sentence for a table; the others are read on request."""

    id: str
    level: Severity
    what: str
    why: str
    example: str
    mend: str

    def __str__(self) -> str:
        return (
            f"{self.id} ({self.level.value}): {self.what}.\n\n{self.why}\n\n"
            f"For example:\n\n    {self.example}\n\n{self.mend}"
        )


class Finding(NamedTuple):
    """A code at a place. `owner` is the id of the record it is about, None where it is about a whole file."""

    code: Code
    at: Place
    owner: Scalar | None
    message: str
