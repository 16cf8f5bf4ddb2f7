"""A process that dies while it saves, at any moment, leaves a whole save behind."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from game.play import savefile
from game.play.playthrough import Playthrough
from tests.core.crises import package
from tests.play.line import played

CHECKOUT = Path(__file__).resolve().parent.parent.parent


class Killed(BaseException):
    """The process ends here, as far as the files can tell."""


@pytest.mark.parametrize("calls", range(4))
def test_a_process_that_dies_between_two_renames_leaves_a_whole_save(
    play: Playthrough, path: Path, monkeypatch: pytest.MonkeyPatch, calls: int
) -> None:
    savefile.write(play, path)
    played(play, 1)
    left = [calls]

    def dying(real: Any) -> Any:
        def call(*words: Any, **named: Any) -> Any:
            if not left[0]:
                raise Killed
            left[0] -= 1
            return real(*words, **named)

        return call

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", dying(os.fsync))
        patch.setattr(Path, "replace", dying(Path.replace))
        if calls < 3:
            with pytest.raises(Killed):
                savefile.write(play, path)
        else:
            savefile.write(play, path)
    assert path.exists(), "under its own name, so that lists and a new game's free name see it"
    assert len(savefile.read(path).choices) == (13 if calls == 3 else 12)


SAVING = """
import sys
from pathlib import Path
from game.play import savefile
from game.play.playthrough import Playthrough
from tests.core.crises import package
from tests.play.line import played
play = Playthrough(package("thread"), 11, "as-written")
while True:
    savefile.write(play, Path(sys.argv[1]))
    print(len(play.choices), flush=True)
    played(play, 1)
    if play.over:
        play = Playthrough(package("thread"), 11, "as-written")
"""


@pytest.mark.parametrize("wait", [0.003, 0.011, 0.024, 0.05])
def test_a_process_killed_while_it_saves_leaves_a_whole_save(path: Path, wait: float) -> None:
    words = [sys.executable, "-c", SAVING, str(path)]
    with subprocess.Popen(words, cwd=CHECKOUT, stdout=subprocess.PIPE, encoding="utf-8") as saving:
        assert saving.stdout is not None
        assert saving.stdout.readline() == "0\n"
        time.sleep(wait)
        saving.kill()
        told = ["0", *saving.stdout.read().split()]
    again = savefile.read(path)
    assert again.read_only == ""
    expected = played(Playthrough(package("thread"), 11, "as-written"), len(again.choices))
    assert again.choices == expected.choices
    assert len(again.choices) >= int(told[-1]) or again.choices == []
