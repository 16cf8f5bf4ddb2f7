"""What every test stands on: no screen, no sound, no player's own folder, the same examples in every run."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from pathlib import Path
from typing import Protocol

# Set before any test module imports the desk: SDL reads them once.
os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"

import pytest
from hypothesis import HealthCheck, settings

CHECKOUT = Path(__file__).resolve().parent.parent

# The same examples in every run, and no time limit for one: the machine may be busy with other tests.
settings.register_profile(
    "project", derandomize=True, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("project")


def pytest_collection_finish() -> None:
    """Let the garbage collector look at what the tests make, not again and again at what they are made of.

    Else it takes a third of the whole time: modules, schemas and thousands of collected tests are never garbage.
    """
    gc.collect()
    gc.freeze()
    gc.collect()  # counts what is left to look at, by which it is judged when to look at all of it again
    gc.set_threshold(10_000, 10, 10)


class Longtable(Protocol):
    """Runs the command line in another process, with a data folder of its own."""

    def __call__(
        self, *words: str, told: str | None = None, timeout: int = 60
    ) -> subprocess.CompletedProcess[str]: ...


@pytest.fixture(autouse=True)
def own_data_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new folder for saves and settings in each test; the player's own is never touched."""
    folder = tmp_path_factory.mktemp("data")
    monkeypatch.setenv("LONGTABLE_DATA", str(folder))
    return folder


@pytest.fixture
def longtable(own_data_folder: Path) -> Longtable:
    """The command `longtable`; `told` is what it reads from standard input."""

    def call(*words: str, told: str | None = None, timeout: int = 60) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-W", "error", "-m", "game", *words],
            cwd=CHECKOUT,
            input="" if told is None else told,
            capture_output=True,
            encoding="utf-8",
            timeout=timeout,
            check=False,
        )

    return call
