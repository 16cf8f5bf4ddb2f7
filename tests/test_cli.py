"""The command line: quick answers, exit codes, and one clear message for each mistake."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from game import __version__, commands, data, guard
from game.fault import Fault, NoDisplay, unknown
from tests.conftest import CHECKOUT, Longtable

HEAVY = {"pydantic", "pydantic_core", "pygame", "yaml", "platformdirs", "argparse", "logging"}


def modules_imported_by(*words: str) -> set[str]:
    """The top-level names of all that a run of the command imports."""
    ran = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "game", *words],
        cwd=CHECKOUT, capture_output=True, encoding="utf-8", timeout=60, check=True,
    )  # fmt: skip
    lines = [line for line in ran.stderr.splitlines() if line.startswith("import time:")]
    return {line.rsplit("|", 1)[1].strip().partition(".")[0] for line in lines}


def test_version_is_answered_before_anything_heavy_is_imported() -> None:
    imported = modules_imported_by("--version")
    assert "game" in imported
    assert not imported & HEAVY


def test_listing_scenarios_needs_no_libraries() -> None:
    assert not modules_imported_by("scenarios") & {"pygame", "pydantic", "yaml"}


def test_version_is_the_constant_of_the_package(longtable: Longtable) -> None:
    ran = longtable("--version")
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, f"longtable {__version__}\n", "")


def test_help_names_every_command(longtable: Longtable) -> None:
    ran = longtable("--help")
    assert ran.returncode == 0
    for name in ("play", "check", "replay", "backtest", "gallery", "scenarios"):
        assert f"\n    {name} " in ran.stdout


def test_scenarios_lists_the_shipped_ones(longtable: Longtable) -> None:
    ran = longtable("scenarios")
    assert ran.returncode == 0
    assert [line.split()[0] for line in ran.stdout.splitlines()] == data.scenario_ids()


@pytest.mark.parametrize("words", [("play", "road-to-mosco", "--terminal"), ("backtest", "road-to-mosco")])
def test_an_unknown_scenario_gets_the_nearest_name(longtable: Longtable, words: tuple[str, ...]) -> None:
    ran = longtable(*words)
    assert ran.returncode == 2
    assert "There is no scenario 'road-to-mosco'. Did you mean 'road-to-moscow'?" in ran.stderr
    assert ran.stdout == ""


@pytest.mark.parametrize(
    "words",
    [
        ("fly",),
        ("play", "--seed", "-1"),
        ("play", "--seed", "seven"),
        ("play", "--seed", str(2**63)),
        ("play", "a", "b"),
        ("check", "--format", "xml"),
        ("replay",),
        ("gallery", "out", "--size", "800x600"),
        ("gallery", "out", "--size", "big"),
        ("gallery", "out", "--scale", "90"),
        ("--data-dir",),
    ],
)
def test_mistakes_in_the_command_are_usage_errors(longtable: Longtable, words: tuple[str, ...]) -> None:
    ran = longtable(*words)
    assert ran.returncode == 2
    assert "usage: longtable" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_a_folder_without_a_scenario_says_so(tmp_path: Path) -> None:
    with pytest.raises(Fault, match=r"holds no scenario\.yaml") as caught:
        data.scenario_folder(str(tmp_path))
    assert caught.value.code == 2


def test_an_authors_own_folder_is_a_scenario(tmp_path: Path) -> None:
    (tmp_path / "scenario.yaml").write_text("format: 1\n", encoding="utf-8")
    assert data.scenario_folder(str(tmp_path)) == tmp_path.resolve()
    assert data.scenario_folder(str(tmp_path / "scenario.yaml")) == tmp_path.resolve()


def test_the_data_folder_is_made_where_told(own_data_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LONGTABLE_DATA", str(own_data_folder / "new" / "place"))
    assert data.user_dir() == own_data_folder / "new" / "place"
    assert data.user_dir().is_dir()


def test_a_data_folder_that_cannot_be_made_is_a_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("LONGTABLE_DATA", str(tmp_path / "file" / "saves"))
    with pytest.raises(Fault, match="--data-dir"):
        data.user_dir()


def test_without_a_choice_the_data_folder_is_the_systems(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("LONGTABLE_DATA")
    monkeypatch.setattr("platformdirs.user_data_path", lambda name, appauthor: tmp_path / name)
    assert data.user_dir() == tmp_path / "long-table"


def test_data_dir_holds_for_the_command_it_stands_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(commands, "_scenarios", lambda told: int(data.user_dir() != tmp_path / "here"))
    assert commands.run(["--data-dir", str(tmp_path / "here"), "scenarios"]) == 0


def test_a_name_with_no_near_one_gets_them_all() -> None:
    assert str(unknown("doctrine", "zzz", ["b", "a"])) == "There is no doctrine 'zzz'. Known: a, b."
    assert str(unknown("doctrine", "zzz", [])) == "There is no doctrine 'zzz'."


def raising(error: BaseException) -> int:
    raise error


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        (Fault("The save is cut short."), 1, "The save is cut short."),
        (Fault("No such seat.", code=2), 2, "No such seat."),
        (NoDisplay("No window."), 1, "No window."),
        (KeyboardInterrupt(), 130, "Stopped."),
        (PermissionError(13, "Permission denied", "a.save"), 1, "a.save: Permission denied."),
        (OSError(28, "No space left on device"), 1, "No space left on device."),
        (ZeroDivisionError("division by zero"), 1, "ZeroDivisionError: division by zero"),
    ],
)
def test_the_guard_turns_errors_into_one_message(
    error: BaseException, code: int, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert guard.guarded(lambda: raising(error)) == code
    told = capsys.readouterr()
    assert told.err.startswith("longtable: ")
    assert words in told.err
    assert told.err.count("\n") == 1
    assert told.out == ""


def test_a_mistake_of_ours_leaves_a_report(own_data_folder: Path) -> None:
    assert guard.guarded(lambda: raising(ZeroDivisionError("division by zero"))) == 1
    report = (own_data_folder / guard.REPORT).read_text(encoding="utf-8")
    assert "Traceback" in report
    assert "division by zero" in report


def test_a_closed_pipe_is_silent() -> None:
    script = "import sys; from game import guard; sys.exit(guard.guarded(lambda: print('x' * 10**7) or 0))"
    ran = subprocess.Popen(
        [sys.executable, "-c", script], cwd=CHECKOUT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert ran.stdout is not None
    assert ran.stderr is not None
    ran.stdout.read(10)
    ran.stdout.close()
    assert ran.stderr.read() == b""
    assert ran.wait(60) == 1
    ran.stderr.close()


@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"])
def test_a_display_is_seen_by_its_name(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for other in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"):
        monkeypatch.delenv(other, raising=False)
    assert not commands.has_display()
    monkeypatch.setenv(name, ":0")
    assert commands.has_display()


def test_without_a_display_the_game_is_text(monkeypatch: pytest.MonkeyPatch, longtable: Longtable) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    if sys.platform in ("win32", "darwin"):
        monkeypatch.setenv("SDL_VIDEODRIVER", "no-such-driver")
    else:
        monkeypatch.delenv("SDL_VIDEODRIVER")
    ran = longtable("play", "road-to-moscow", "--seed", "7")
    assert ran.returncode == 0, ran.stderr
    assert "The game goes on as plain text." in ran.stderr
    assert ran.stdout.strip()


def test_ctrl_c_ends_with_a_sentence(own_data_folder: Path) -> None:
    script = (
        # A shell that starts this in the background has Ctrl-C ignored, and its children inherit that.
        "import signal, sys, _thread, time; from game.guard import guarded\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "def wait() -> int:\n    _thread.interrupt_main(); time.sleep(20); return 0\n"
        "sys.exit(guarded(wait))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script], cwd=CHECKOUT, capture_output=True, encoding="utf-8", timeout=60,
        env={**os.environ, "LONGTABLE_DATA": str(own_data_folder)},
    )  # fmt: skip
    assert ran.returncode == 130
    assert ran.stderr.startswith("longtable: Stopped.")
    assert "Traceback" not in ran.stderr
