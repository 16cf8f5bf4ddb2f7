"""A play is the same in every process, whatever the order in which that process keeps its sets."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from game.core.chance import site
from game.core.scenario import Scenario
from game.core.state import digest
from game.core.step import Step
from tests.core.crises import NAMES, package, play

CHECKOUT = Path(__file__).resolve().parent.parent.parent


def fingerprint(scenario: Scenario, steps: tuple[Step, ...]) -> int:
    """A number that two courses of play share only if every event, decision and State is the same."""
    whole = 0
    for taken in steps:
        answers = [decision._replace(before=()) for decision in taken.decisions]
        whole ^= site(f"{whole}/{taken.events}/{answers}/{digest(scenario, taken.state.cells)}")
    return whole


def fingerprints(name: str) -> list[int]:
    """One for each doctrine, under a seed of its own."""
    return [
        fingerprint(scenario, game.steps)
        for seed, doctrine in enumerate(package(name).doctrines, 20220224)
        for scenario, game in [play(name, doctrine, seed, (seed % 7, 3, 0, 11, 5))]
    ]


@pytest.mark.parametrize("name", NAMES)
def test_a_play_is_the_same_in_another_process_with_another_hash_seed(name: str) -> None:
    here = fingerprints(name)
    for hash_seed in ("0", "4242"):
        told = subprocess.run(
            [sys.executable, "-W", "error", "-c", f"import {__name__} as it; print(it.fingerprints({name!r}))"],
            cwd=CHECKOUT,
            env={**os.environ, "PYTHONHASHSEED": hash_seed},
            capture_output=True,
            encoding="utf-8",
            check=True,
        ).stdout
        assert told.strip() == str(here)
