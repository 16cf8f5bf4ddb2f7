"""The command `longtable`: answers `--version` at once and loads the rest only when it is asked for."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence

from game import __version__

COLLECT_AFTER = 10_000
"""New objects after which Python looks for cycles among them."""


def collect_seldom() -> None:
    """Let Python look for cycles less often than by itself (in CPython 3.11 after 700 objects).

    The records of a play are many and hold no cycles: to walk them again and again took a fifth of a game's time.
    """
    gc.set_threshold(COLLECT_AFTER)


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the command line and returns the exit code: 0 done, 1 failure, 2 usage, 130 stopped by Ctrl-C."""
    words = list(sys.argv[1:] if argv is None else argv)
    if words in (["--version"], ["-V"]):
        print(f"longtable {__version__}")
        return 0

    # Imported here so that the version does not wait for them.
    from game.guard import guarded, use_safe_output

    use_safe_output()
    collect_seldom()
    return guarded(lambda: _run(words))


def _run(words: list[str]) -> int:
    from game.commands import run

    return run(words)
