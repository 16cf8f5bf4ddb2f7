"""Lessons at the keyboard: each printed once, under the page, until it is learnt or hints are switched off."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from game.core.lesson import DEEDS, PLACES
from game.data import scenario_folder
from game.play import savefile
from game.terminal import session
from game.terminal.hint import POINTED, TYPED
from tests.conftest import Longtable
from tests.core.crises import THREAD, loaded

Typed = Callable[..., str]


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Typed:
    """Plays by these lines; what was printed comes back, each paragraph on one line."""
    monkeypatch.setattr(session, "load", loaded)

    def play(*lines: str, folder: Path = THREAD) -> str:
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        assert session.play(folder, seed=7, doctrine=None, moves=None) == 0
        return " ".join(capsys.readouterr().out.split())

    return play


def test_each_is_printed_once_and_the_next_when_it_is_learnt(typed: Typed) -> None:
    told = typed("rattle", "warn-quietly", "ring-up")
    assert told.count("Hint, the news above: The paper on top is the newest.") == 1
    assert told.count("Hint, Ring the adviser: A call costs an hour and commits nobody.") == 1
    assert told.count("Hint, Grain price: Bread is counted in it. (Type `numbers`.)") == 1


def test_what_is_learnt_before_is_not_printed(typed: Typed) -> None:
    assert "Bread is counted in it" not in typed("numbers", "ring-up")


def test_they_can_be_switched_off(typed: Typed) -> None:
    told = typed("hints", "rattle", "hints", "warn-quietly")
    assert "No more hints." in told and "Hints will be given." in told
    before, after = told.split("Hints will be given.")
    assert "Hint, Ring" not in before and "Hint, Ring" in after


def test_what_was_done_is_kept_with_the_game(typed: Typed, own_data_folder: Path) -> None:
    typed("ledger", "ring-up", "quit")
    play = savefile.read(own_data_folder / "saves" / "thread-7-terminal.json")
    assert play.notes.done == {"read", "ledger", "move"}


def test_a_crisis_of_weight_is_taught_in_its_first_turns(typed: Typed) -> None:
    told = typed("about 1", "call-the-kremlin", "0", "1", "0", "0", "0", folder=scenario_folder("road-to-moscow"))
    for words in ("Looking commits you to nothing. (Type `about 1`", "end the turn: then the answers come. (Type `0`"):
        assert told.count(words) == 1
    assert "these pay it" not in told
    for words in ("Answers can be questioned.", "Numbers have moved."):
        assert told.count(words) == 1


def test_every_deed_can_be_done_here_and_every_place_is_known() -> None:
    assert set(TYPED) == set(DEEDS) - {"speak", "reply"}, "at a table and in a quarrel the lines bear their numbers"
    assert set(POINTED) <= set(PLACES)


def test_the_command_refuses_what_cannot_follow(longtable: Longtable, tmp_path: Path) -> None:
    for words in (("play", "--after", "x.json"), ("play", "road-to-moscow", "--after", "x.json", "--moves", "y.txt")):
        done = longtable(*words, "--terminal")
        assert done.returncode == 2 and "--after goes with the name of the crisis" in done.stderr
    done = longtable("play", "road-to-moscow", "--terminal", "--after", str(tmp_path / "none.json"))
    assert done.returncode == 1 and "cannot be read" in done.stderr
