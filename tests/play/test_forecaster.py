"""The process that works forecasts out: it answers as the same question at home, and whatever befalls it is told."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.batch.otherwise import against, changed
from game.batch.spread import Spread
from game.content.package import Package, from_resolved
from game.core.choice import choices
from game.core.policy import at_random
from game.fault import Fault
from game.play import counsel
from game.play.forecaster import GONE, Forecaster, Waiting
from game.play.playthrough import Playthrough
from tests.conftest import CHECKOUT
from tests.core.crises import package

PATIENCE = 120  # seconds; the machine may be busy


@pytest.fixture(scope="module")
def forecaster() -> Iterator[Forecaster]:
    process = Forecaster(from_resolved)
    yield process
    process.close()


@pytest.fixture
def play() -> Playthrough:
    return Playthrough(package("thread"), 3)


def finished(play: Playthrough) -> Playthrough:
    """The play at its end."""
    while open_now := choices(play.scenario, play.state):
        play.choose(at_random(play.scenario, play.state, open_now).id)
    return play


def answer(waiting: Waiting) -> Spread:
    """The answer to a question, asked as often as it takes. Raises Fault."""
    until = time.monotonic() + PATIENCE
    for found in waiting:
        if found is not None:
            return found
        assert time.monotonic() < until
        time.sleep(0.005)
    raise AssertionError("the question ended without an answer")


def test_it_finds_what_is_found_at_home(forecaster: Forecaster, play: Playthrough) -> None:
    ids = counsel.looked_at(play.view.choices, play.view.choices[0])
    assert answer(forecaster.spread(play, ids)) == counsel.spread(play, ids)


def test_it_plays_what_is_over_again(forecaster: Forecaster, play: Playthrough) -> None:
    finished(play)
    assert answer(forecaster.against(play)) == against(counsel.moscows(play), play.choices)
    place = next(at for at, taken in enumerate(play.steps) if len(choices(play.scenario, taken.state)) > 1)
    state = play.steps[place].state
    instead = next(one.id for one in choices(play.scenario, state) if one.id != play.choices[place])
    found = answer(forecaster.changed(play, place, instead))
    assert found == changed(play.scenario, state, play.choices[place:], instead)


def test_it_goes_from_one_crisis_to_another(forecaster: Forecaster, play: Playthrough) -> None:
    other = Playthrough(package("first-cable"), 3)
    for each in (other, play, other):
        ids = each.view.choices[-2:]
        assert [future.choice for future in answer(forecaster.spread(each, ids)).futures] == list(ids)


def test_a_question_nobody_waits_for_does_no_harm(forecaster: Forecaster, play: Playthrough) -> None:
    first, last = play.view.choices[0], play.view.choices[-1]
    given_up = forecaster.spread(play, (first,))
    for _ in range(3):
        next(given_up)
    assert [future.choice for future in answer(forecaster.spread(play, (last,))).futures] == [last]
    assert [future.choice for future in answer(given_up).futures] == [first]


def test_what_goes_wrong_there_is_told_here(forecaster: Forecaster, play: Playthrough) -> None:
    with pytest.raises(Fault, match=r"IllegalChoice.*The game goes on"):
        answer(forecaster.spread(play, ("no-such-move",)))
    assert answer(forecaster.spread(play, play.view.choices[-1:])).playouts == 1000


def test_a_crisis_that_cannot_be_read_there_is_told_here(play: Playthrough) -> None:
    process = Forecaster(unreadable)
    with pytest.raises(Fault, match="could not be worked out"):
        answer(process.spread(play, play.view.choices[-1:]))
    process.close()


def unreadable(resolved: object) -> Package:
    """A loader that fails."""
    raise ValueError(resolved)


def test_a_killed_process_is_told_and_the_next_question_starts_another(play: Playthrough) -> None:
    others = set(multiprocessing.active_children())
    process = Forecaster(from_resolved)
    ids = play.view.choices[-1:]
    answer(process.spread(play, ids))
    waiting = process.spread(play, play.view.choices)
    for _ in range(3):
        next(waiting)
    for one in set(multiprocessing.active_children()) - others:
        one.kill()
        one.join(PATIENCE)
    with pytest.raises(Fault) as told:
        answer(waiting)
    assert str(told.value) == GONE
    assert answer(process.spread(play, ids)).playouts == 1000
    assert set(multiprocessing.active_children()) - others
    process.close()
    assert not set(multiprocessing.active_children()) - others


def test_the_process_ends_with_the_game(tmp_path: Path) -> None:
    """A game that is over, and one that is cut off, leave nobody behind; NumPy was never imported in it."""
    script = tmp_path / "game_that_asks.py"
    script.write_text(GAME, encoding="utf-8")
    for end in ("", "kill"):
        words = [sys.executable, str(script), end]
        told = subprocess.run(words, cwd=CHECKOUT, env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
                              capture_output=True, encoding="utf-8", timeout=PATIENCE, check=False)  # fmt: skip
        assert "False" in told.stdout, told.stderr
        until = time.monotonic() + PATIENCE
        while lives(int(told.stdout.split()[0])) and time.monotonic() < until:
            time.sleep(0.05)
        assert not lives(int(told.stdout.split()[0]))


def lives(pid: int) -> bool:
    """Whether there is such a process, and not only what is left of one."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{pid}/stat")
    return not state.exists() or state.read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"


GAME = """
import multiprocessing, os, sys, time
from game.content.package import Package, from_resolved
from game.data import scenario_folder
from game.content.package import load
from game.play.forecaster import Forecaster
from game.play.playthrough import Playthrough

if __name__ == "__main__":
    play = Playthrough(load(scenario_folder("first-cable")), 3)
    for found in Forecaster(from_resolved).spread(play, play.view.choices[-1:]):
        time.sleep(0.01)
    print(multiprocessing.active_children()[0].pid, "numpy" in sys.modules, flush=True)
    if sys.argv[1:] == ["kill"]:
        os._exit(9)
"""
