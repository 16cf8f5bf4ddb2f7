"""Imports: a command loads no more than it needs: no window for what has none, no NumPy where nothing is played."""

from __future__ import annotations

import pytest

from tests.test_cli import modules_imported_by

SWEEP = ("sweep", "first-cable", "--playouts", "8", "--policy", "cautious", "--sample", "0", "--workers", "1")


@pytest.mark.parametrize(
    ("words", "needed", "unwanted"),
    [
        (SWEEP, {"numpy"}, {"pygame"}),
        (("check", "first-cable"), {"pydantic"}, {"pygame", "numpy"}),
        (("check", "--play", "first-cable"), {"numpy"}, {"pygame"}),
        (("check", "--explain", "L121"), set(), {"pygame", "numpy"}),
    ],
    ids=["sweep", "check", "play", "explain"],
)
def test_a_command_loads_no_more_than_it_needs(words: tuple[str, ...], needed: set[str], unwanted: set[str]) -> None:
    imported = modules_imported_by(*words)
    assert imported >= needed and not imported & unwanted
