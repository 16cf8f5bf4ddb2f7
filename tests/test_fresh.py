"""The way in on a fresh machine: what is set up once, what is done again, and what is left alone."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from game import fresh

Calls = list[list[str]]


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> Calls:
    """The commands that would have run; the one that makes an environment leaves a Python behind."""
    seen: Calls = []

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        seen.append(command)
        if "venv" in command:
            python_of(Path(command[-1])).parent.mkdir(parents=True, exist_ok=True)
            python_of(Path(command[-1])).touch()
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr("subprocess.run", run)
    return seen


def python_of(folder: Path) -> Path:
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def verbs(calls: Calls) -> list[str]:
    return ["venv" if "venv" in call else call[-1] for call in calls]


def test_an_environment_is_made_and_filled_once(tmp_path: Path, calls: Calls) -> None:
    folder = tmp_path / "env"
    assert fresh.ready(folder, "[test]") == str(python_of(folder))
    assert fresh.ready(folder, "[test]") == str(python_of(folder))
    assert verbs(calls) == ["venv", ".[test]"]


def test_the_game_after_the_tests_uses_the_same_environment(tmp_path: Path, calls: Calls) -> None:
    fresh.ready(tmp_path / "env", "[test]")
    fresh.ready(tmp_path / "env", "")
    assert verbs(calls) == ["venv", ".[test]", "."]


def test_a_changed_project_is_installed_again(
    tmp_path: Path, calls: Calls, monkeypatch: pytest.MonkeyPatch
) -> None:
    fresh.ready(tmp_path / "env", "")
    monkeypatch.setattr(fresh, "CHECKOUT", tmp_path)
    (tmp_path / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    fresh.ready(tmp_path / "env", "")
    assert verbs(calls) == ["venv", ".", "."]


def test_the_environment_of_another_python_is_made_anew(tmp_path: Path, calls: Calls) -> None:
    python_of(tmp_path / "env").parent.mkdir(parents=True)
    python_of(tmp_path / "env").touch()
    (tmp_path / "env" / fresh.MARK).write_text("2.7", encoding="utf-8")
    fresh.ready(tmp_path / "env", "")
    assert verbs(calls) == ["venv", "."]
    assert "--clear" in calls[0]


def test_an_environment_of_your_own_is_never_cleared(tmp_path: Path, calls: Calls) -> None:
    python_of(tmp_path / "env").mkdir(parents=True)
    fresh.ready(tmp_path / "env", "")
    assert verbs(calls) == ["."]


def test_a_failed_installation_is_tried_again(
    tmp_path: Path, calls: Calls, monkeypatch: pytest.MonkeyPatch
) -> None:
    python_of(tmp_path / "env").mkdir(parents=True)
    works = subprocess.run

    def fail(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        raise subprocess.CalledProcessError(1, command)

    monkeypatch.setattr("subprocess.run", fail)
    with pytest.raises(subprocess.CalledProcessError):
        fresh.ready(tmp_path / "env", "")
    monkeypatch.setattr("subprocess.run", works)
    fresh.ready(tmp_path / "env", "")
    assert verbs(calls) == ["."]


@pytest.mark.parametrize(
    ("words", "tail"),
    [
        (["play"], ["-m", "game", "play"]),
        (["play", "road-to-moscow", "--terminal"], ["-m", "game", "play", "road-to-moscow", "--terminal"]),
        (["test", "-k", "ledger"], ["-m", "pytest", "-n", "auto", "--dist", "worksteal", "-k", "ledger"]),
    ],
)
def test_words_are_handed_on(words: list[str], tail: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    ran: Calls = []
    monkeypatch.setattr(fresh, "ready", lambda folder, extra: "python")

    def run(command: list[str]) -> int:
        ran.append(command)
        return 7

    monkeypatch.setattr(fresh, "_run", run)
    assert fresh.main(words) == 7
    assert ran == [["python", *tail]]


def test_set_up_that_fails_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(folder: Path, extra: str) -> str:
        raise OSError("disk is full")

    monkeypatch.setattr(fresh, "ready", fail)
    assert fresh.main(["play"]) == 2
    assert capsys.readouterr().err == "The environment could not be set up: disk is full\n"
