"""Golden playthroughs come out as they are written, reach different ends, and cover every scenario."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game.data import scenario_ids
from game.terminal import golden
from tests.golden.__main__ import HERE, rewritten

FILES = sorted(HERE.glob("*.txt"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_it_comes_out_as_written(path: Path) -> None:
    written = path.read_text(encoding="utf-8")
    assert rewritten(path) == written, "run `python -m tests.golden` and read the diff"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_line_is_told_twice(path: Path) -> None:
    paragraphs = re.split(r"\n(?!    \S)", path.read_text(encoding="utf-8"))
    told = [line for paragraph in paragraphs for line in paragraph.split("\n    ") if len(line.split()) > 12]
    twice = {line for line in told if told.count(line) > 1}
    assert not twice


ENDINGS = {"first-cable": 3, "road-to-moscow": 5, "emergency-session": 4}
"""By scenario: how many endings its golden playthroughs reach at least."""


def test_they_cover_every_scenario() -> None:
    assert {golden.read(path).scenario for path in FILES} == set(scenario_ids()) == set(ENDINGS)


@pytest.mark.parametrize("name", scenario_ids())
def test_they_reach_different_endings(name: str) -> None:
    texts = [path.read_text(encoding="utf-8") for path in FILES if golden.read(path).scenario == name]
    endings = {re.findall(r"^ending: .*\[(.+)\]$", text, re.M)[-1] for text in texts}
    assert len(endings) >= ENDINGS[name]


def test_the_terminal_plays_each(longtable) -> None:  # type: ignore[no-untyped-def]
    done = longtable("play", "--terminal", "--moves", str(FILES[0]))
    assert done.returncode == 0, done.stderr
    assert done.stdout == FILES[0].read_text(encoding="utf-8")
