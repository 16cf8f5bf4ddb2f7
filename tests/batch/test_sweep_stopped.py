"""Ctrl-C in a sweep: what was done is kept and told, the rest is given up at once."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from game.terminal import progress
from tests.conftest import CHECKOUT

# A shell that starts this in the background has Ctrl-C ignored, and its children inherit that.
SCRIPT = """
import signal, sys
from game.cli import main
if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)
    sys.exit(main(sys.argv[1:]))
"""


ASKED = ("sweep", "first-cable", "--playouts", "100_000_000", "--policy", "random", "--sample", "0")
has_groups = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no process groups to send Ctrl-C to")


def stopped(folder: Path, *words: str) -> tuple[int, str, str]:
    """The exit code and what was said, of a sweep that is stopped by Ctrl-C once it has told of progress."""
    script = folder / "longtable.py"
    script.write_text(SCRIPT, encoding="utf-8")
    sweep = subprocess.Popen(
        [sys.executable, "-W", "error", str(script), *ASKED, *words],
        env=os.environ | {"PYTHONPATH": str(CHECKOUT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    )
    assert sweep.stderr is not None
    first = sweep.stderr.readline()
    os.killpg(sweep.pid, signal.SIGINT)
    said, complained = sweep.communicate(timeout=60)
    return sweep.returncode, said, first + complained


@has_groups
@pytest.mark.parametrize("workers", ["1", "2"])
def test_ctrl_c_keeps_what_was_done(tmp_path: Path, own_data_folder: Path, workers: str) -> None:
    code, said, complained = stopped(tmp_path, "--workers", workers, "--json")
    data = json.loads(said)
    assert code == 130
    assert data["run"]["stopped"] is True
    assert 0 < data["playouts"] < data["asked"] == 100_000_000
    assert sum(ending["count"] for ending in data["endings"].values()) == data["playouts"]
    assert "of 100,000,000 playouts" in complained
    assert "Stopped: this is what was done" in complained
    assert "Traceback" not in complained


@has_groups
def test_a_stopped_shard_is_not_written(tmp_path: Path, own_data_folder: Path) -> None:
    out = tmp_path / "part.json"
    code, said, complained = stopped(tmp_path, "--workers", "1", "--shard", "1/4", "--out", str(out))
    assert code == 130
    assert "of 25,000,000 playouts" in complained
    assert "was not written: a shard is whole" in complained
    assert "the-line-holds" in said
    assert not out.exists()


def test_progress_says_how_long_it_will_take(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    clock = iter((0.0, 30.0, 35.0, 60.0))
    monkeypatch.setattr(time, "monotonic", lambda: next(clock))
    shown = progress.Progress(1000)
    for done in (250, 300, 500):
        shown.show(done)
    shown.close()
    assert capsys.readouterr().err.splitlines() == [
        "250 of 1,000 playouts, 1:30 left",
        "500 of 1,000 playouts, 1:00 left",
    ]
