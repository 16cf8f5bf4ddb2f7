"""Outside: starting, the desk, saving: each measured in processes of their own."""

from __future__ import annotations

from collections.abc import Callable

from . import processes
from .shown import line


def told() -> None:
    """Print the figures, and of what could not be measured why."""
    line("the interpreter alone", processes.bare(9))
    line("longtable --version (50 ms wanted)", processes.version(9))
    shown: dict[str, Callable[[], None]] = {
        "core": lambda: _probe("core", {"load": "load", "view": "ten views", "weigh": "one move weighed"}),
        "save": lambda: _probe("save", {"write": "a save written", "read": "a save read and replayed"}),
        "first frame": lambda: line("first frame at 1080p (1,000 ms wanted)", processes.first_frame(5)),
        "desk": lambda: _probe(
            "desk",
            {
                "redraw": "the desk redrawn at 1080p (6 ms wanted)",
                "idle": "a frame in which nothing changed",
                "choice": "a choice with save and view (50 ms wanted)",
            },
        ),
        "board": lambda: _probe(
            "board",
            {
                "redraw": "the Assembly's board redrawn at 1080p (8 ms wanted)",
                "call": "the board with one state more called",
                "idle": "a frame in which nothing changed",
            },
        ),
    }
    for name, show in shown.items():
        try:
            show()
        except processes.Failed as failed:
            print(f"{name}: could not be measured: {failed}")


def _probe(name: str, lines: dict[str, str]) -> None:
    figures = processes.probe(name)
    for key, says in lines.items():
        line(says, figures[key])
    for key, unit in (("kilobytes", "kB"), ("drawn when nothing changed", "frames"), ("memory", "MiB")):
        if key in figures:
            line(f"{name}: {'peak memory' if key == 'memory' else key}", figures[key], unit)
