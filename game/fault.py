"""Fault: what went wrong, in one sentence for the person at the keyboard."""

from __future__ import annotations

from collections.abc import Iterable

FAILURE = 1
USAGE = 2


class Fault(Exception):
    """A known mishap. `str(fault)` is the whole message; `code` is the exit code (1 failure, 2 usage)."""

    def __init__(self, message: str, code: int = FAILURE) -> None:
        super().__init__(message)
        self.code = code


class NoDisplay(Fault):
    """No window can be opened here; the terminal form still works."""


def unknown(kind: str, word: str, known: Iterable[str]) -> Fault:
    """A usage fault for a name that does not exist, with the nearest known name or else all of them."""
    from difflib import get_close_matches

    names = sorted(known)
    near = get_close_matches(word, names, n=1)
    if near:
        advice = f" Did you mean '{near[0]}'?"
    elif names:
        advice = " Known: " + ", ".join(names) + "."
    else:
        advice = ""
    return Fault(f"There is no {kind} '{word}'.{advice}", code=USAGE)
