"""The figures of the project, measured in one run: `python -m tests.bench [--rounds N] [--seconds S]`.

Speeds are taken round-robin and given as median and spread (largest less smallest, in percent of the median).
With the package `diplomacy` installed, its phases are measured in the same rounds and the ratio is given.
"""

from __future__ import annotations

import argparse
import platform
from collections.abc import Callable, Sequence
from functools import partial

from game.content.package import Package, load
from game.data import scenario_folder

from . import games, processes
from .timing import median, milliseconds, ratios, round_robin, slowest, spread

WANTED_STEPS, WANTED_TURNS = 35, 10


def line(name: str, numbers: Sequence[float], unit: str = "ms") -> None:
    """Print a figure: a time with what 95 in a hundred stay below, a rate with its spread over the rounds."""
    if not numbers:
        print(f"{name:44} {'not told by this system':>22}")
        return
    digits = 0 if median(numbers) >= 100 else 2
    if unit == "ms":
        beside = f"95 in 100 below {slowest(numbers):,.{digits}f}"
    else:
        beside = f"spread {spread(numbers)}%" if len(numbers) > 1 else ""
    print(f"{name:44} {median(numbers):12,.{digits}f} {unit:9} {beside}".rstrip())


def speeds(loaded: Package, rounds: int, seconds: float) -> None:
    """The core's speed, beside the other package's where it is there."""
    print(f"checksum of {games.CHECKED} games: {games.checksum(loaded)}")
    peer = games.peer()
    found = round_robin([games.core(loaded), *([peer] if peer else [])], rounds, seconds)
    core = found["core"]
    line("core, whole random games, full trace", core.steps, "steps/s")
    line("", core.turns, "turns/s")
    if peer is None:
        print(f"{games.PEER}: not installed, left out")
    else:
        other = found[peer.name]
        line(f"{peer.name}, {games.PHASES} phases", other.turns, "phases/s")
        line(f"core's steps to its phases ({WANTED_STEPS} wanted)", ratios(core.steps, other.turns), "times")
        line(f"core's turns to its phases ({WANTED_TURNS} wanted)", ratios(core.turns, other.turns), "times")
    scenario = loaded.compile()
    asked = games.decisions(scenario, 3)
    took = [milliseconds(partial(games.explained, scenario, decision), 1)[0] for decision in asked]
    line("one decision explained in sentences", took)


def outside() -> None:
    """Starting, the desk, saving: each in processes of their own."""
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
    for key, unit in (("kilobytes", "kB"), ("drawn when nothing changed", "frames"), ("memory", "MB")):
        if key in figures:
            line(f"{name}: {'peak memory' if key == 'memory' else key}", figures[key], unit)


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--seconds", type=float, default=1.0)
    asked = parser.parse_args()
    print(f"{platform.python_implementation()} {platform.python_version()}, {platform.system()} {platform.machine()}")
    speeds(load(scenario_folder("road-to-moscow")), asked.rounds, asked.seconds)
    outside()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
