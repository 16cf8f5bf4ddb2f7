"""The command `longtable`: answers `--version` at once and loads the rest only when it is asked for."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from game import __version__


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the command line and returns the exit code: 0 done, 1 failure, 2 usage, 130 stopped by Ctrl-C."""
    words = list(sys.argv[1:] if argv is None else argv)
    if words in (["--version"], ["-V"]):
        print(f"longtable {__version__}")
        return 0

    # Imported here so that the version does not wait for them.
    from game.guard import guarded, use_safe_output

    use_safe_output()
    return guarded(lambda: _run(words))


def _run(words: list[str]) -> int:
    from game.commands import run

    return run(words)
