"""Probe: what is measured inside a process of its own: `python -m tests.bench.probe NAME` prints figures as JSON."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from game.terminal.memory import peak_memory
from tests.bench.timing import milliseconds

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"

SIZE = (1920, 1080)
Figures = dict[str, list[float]]


def first_frame() -> Figures:
    """The title screen, drawn once; the caller takes the time from the start of the process."""
    from game.data import assets_dir
    from game.desk import settings
    from game.desk.app import first_screen
    from game.desk.driver import Driver

    driver = Driver(first_screen(None, None, None, settings.read()[0]), assets_dir(), SIZE)
    return {"frames": [float(driver.app.frames)]}


def desk() -> Figures:
    """The desk of the shipped crisis: a whole redraw, a step of the loop with nothing new, a choice with its save."""
    from game.content.package import load
    from game.data import assets_dir, scenario_folder
    from game.desk.driver import Driver
    from game.desk.screens.desk import Desk
    from game.desk.session import begun
    from game.desk.settings import Settings

    session = begun(load(scenario_folder("road-to-moscow")), Settings(), 7, None)
    driver = Driver(Desk(session), assets_dir(), SIZE)

    def redraw() -> None:
        driver.app.stack.redraw()
        driver.app.step(0, [])

    def choose() -> None:
        session.choose(session.view.choices[0])
        assert session.view.cards

    drawn, frames = milliseconds(redraw, 60), driver.app.frames
    still = milliseconds(lambda: driver.app.step(0, []), 60)
    return {
        "redraw": drawn[5:],
        "idle": still,
        "drawn when nothing changed": [float(driver.app.frames - frames)],
        "choice": milliseconds(choose, 40),
        "memory": [float(peak_memory())] if peak_memory() else [],
    }


def board() -> Figures:
    """The Assembly's board: a whole redraw, one in which a state more has voted, a step with nothing new."""
    from game.content.package import load
    from game.core.policy import follow, play_out
    from game.core.rollcall import roll_calls
    from game.data import assets_dir, scenario_folder
    from game.desk.driver import Driver
    from game.desk.screens.rollcall import RollCallScreen
    from game.desk.session import begun
    from game.desk.settings import Settings

    loaded = load(scenario_folder("emergency-session"))
    session = begun(loaded, Settings(), 7, loaded.doctrines[0])
    scenario = session.play.scenario
    for choice in play_out(scenario, 7, follow(scenario.policies[0])).choices:
        session.play.choose(choice.id)
    roll = next(roll for roll in roll_calls(scenario, session.play.steps) if roll.body == "assembly")
    screen = RollCallScreen(session, roll)
    driver = Driver(screen, assets_dir(), SIZE)

    def redraw() -> None:
        driver.app.stack.redraw()
        driver.app.step(0, [])

    def call() -> None:
        screen.pace.called = screen.pace.called % len(roll.casts) + 1
        screen.refresh()
        driver.app.step(0, [])

    drawn = milliseconds(redraw, 60)
    screen.pace.called = 0
    called, frames = milliseconds(call, 60), driver.app.frames
    still = milliseconds(lambda: driver.app.step(0, []), 60)
    return {
        "redraw": drawn[5:],
        "call": called[5:],
        "idle": still,
        "drawn when nothing changed": [float(driver.app.frames - frames)],
    }


def core() -> Figures:
    """The core alone: loading the shipped crisis, compiling a doctrine, one view, one weighing."""
    from game.content.package import load
    from game.core.policy import at_random, play_out
    from game.core.view import view
    from game.core.weigh import weigh
    from game.data import scenario_folder

    folder = scenario_folder("road-to-moscow")
    loading = milliseconds(lambda: load(folder), 5)
    loaded = load(folder)
    scenarios = {doctrine: loaded.compile(doctrine) for doctrine in loaded.doctrines}
    scenario = loaded.compile()
    game = play_out(scenario, 7, at_random)
    states = [taken.state for taken in game.steps]
    move = next(choice.id for choice in game.choices if choice.id in scenario.find.move)
    return {
        "load": loading,
        "view": milliseconds(lambda: [view(scenario, state) for state in states[:10]], 10),
        "weigh": milliseconds(lambda: weigh(scenarios, dict.fromkeys(scenarios, 1), states[0], move), 10),
        "memory": [float(peak_memory())] if peak_memory() else [],
    }


def save() -> Figures:
    """Writing and reading a save of a whole game."""
    from game.content.package import load
    from game.core.choice import choices
    from game.data import scenario_folder
    from game.play import savefile
    from game.play.playthrough import Playthrough

    play = Playthrough(load(scenario_folder("road-to-moscow")), 7)
    while open_now := choices(play.scenario, play.state):
        play.choose(open_now[len(play.choices) % len(open_now)].id)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "save.json"
        writing = milliseconds(lambda: savefile.write(play, path), 20)
        size = path.stat().st_size / 1000
        return {"write": writing, "read": milliseconds(lambda: savefile.read(path), 5), "kilobytes": [size]}


PROBES: dict[str, Callable[[], Figures]] = {
    "first_frame": first_frame, "desk": desk, "board": board, "core": core, "save": save,
}  # fmt: skip

if __name__ == "__main__":
    print(json.dumps(PROBES[sys.argv[1]]()))
