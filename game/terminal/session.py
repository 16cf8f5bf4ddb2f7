"""Session: from the command line to a game at the keyboard, or to a recorded one played again."""

from __future__ import annotations

import secrets
import sys
from pathlib import Path

from game.content.package import load
from game.core.step import IllegalChoice
from game.data import scenario_folder, scenario_ids, scenarios_dir
from game.fault import Fault, unknown
from game.play import savefile
from game.play.playthrough import Playthrough
from game.play.sequel import begun_after

from . import golden
from .keyboard import Keyboard
from .opening import opening


def play(
    scenario: Path | None, *, seed: int | None, doctrine: str | None, moves: Path | None, after: Path | None = None
) -> int:
    """Play in the terminal to the end of the game or of the input. Raises Fault for what cannot be played.

    `after` is the save of a finished play of another crisis, from which this one takes something over.
    """
    if moves is not None:
        return _play_golden(scenario, seed, doctrine, golden.read(moves))
    folder = scenario or _pick_scenario()
    package = load(folder)
    if doctrine is not None and doctrine not in package.doctrines:
        raise unknown("doctrine", doctrine, package.doctrines)
    seed = secrets.randbits(63) if seed is None else seed
    if after is None:
        play = Playthrough(package, seed, doctrine)
    else:
        play = begun_after(savefile.read(after), package, seed, doctrine)
    keyboard = Keyboard(play)
    keyboard.say(*opening(play))
    return keyboard.run()


def _pick_scenario() -> Path:
    ids = scenario_ids()
    if not ids:
        raise Fault("No scenario is installed.")
    if len(ids) == 1:
        return scenarios_dir() / ids[0]
    for number, id in enumerate(ids, 1):
        print(f"{number} {id}")
    word = sys.stdin.readline().strip()
    return scenario_folder(ids[int(word) - 1] if word.isdecimal() and 0 < int(word) <= len(ids) else word)


def _play_golden(scenario: Path | None, seed: int | None, doctrine: str | None, asked: golden.Golden) -> int:
    package = load(scenario or scenario_folder(asked.scenario))
    for word, given, inside in (
        ("scenario", package.id if scenario else None, asked.scenario),
        ("seed", seed, asked.seed),
        ("doctrine", doctrine, asked.doctrine),
    ):
        if given is not None and given != inside:
            raise Fault(f"The moves file is of {word} {inside}, not {given}: leave that out.", code=2)
    if asked.doctrine not in package.doctrines:
        raise unknown("doctrine", asked.doctrine, package.doctrines)
    play = golden.begun(package, asked)
    for number, id in enumerate(asked.choices, 1):
        try:
            play.choose(id)
        except IllegalChoice as error:
            raise Fault(f"Choice {number} of the moves file, {id}, may not be made there.") from error
    for line in golden.write(play):
        print(line)
    return 0
