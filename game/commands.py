"""The sub-commands: what each takes, and which room of the house answers it.

A room is imported only when its command runs, so that no command pays for another one's libraries.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from game import __version__, data, options, sweeping
from game.fault import USAGE, Fault, NoDisplay

Command = Callable[[argparse.Namespace], int]


def run(words: Sequence[str]) -> int:
    """Reads the words after `longtable`, runs the command they name and returns its exit code."""
    told = _parser().parse_args(words)
    if told.data_dir is not None:
        os.environ[data.FOLDER_VARIABLE] = told.data_dir
    command: Command = told.command
    return command(told)


def has_display() -> bool:
    """Whether a window is worth trying: yes on Windows and macOS; elsewhere a display must be named."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="longtable",
        description="The Long Table: a diplomatic crisis game. Without a command it opens the title screen.",
    )
    parser.add_argument("-V", "--version", action="version", version=f"longtable {__version__}")
    parser.add_argument("--data-dir", metavar="FOLDER", help="keep saves and settings in this folder")
    parser.set_defaults(command=_title)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    _add_play(commands)
    _add_authoring(commands)
    sweeping.add_to(commands)
    _add_reading(commands)
    _add_vote(commands)
    _add_gallery(commands)
    return parser


def _add_play(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    play = commands.add_parser("play", help="play a crisis", description="Play a crisis.")
    play.add_argument("scenario", nargs="?", metavar="SCENARIO", help="its id, or its own folder")
    play.add_argument("--terminal", action="store_true", help="play as plain text, without a window")
    play.add_argument("--seed", type=options.seed, metavar="N", help="the dice: the same seed gives the same luck")
    play.add_argument("--doctrine", metavar="NAME", help="which Moscow to face (otherwise drawn in secret)")
    play.add_argument(
        "--after", type=Path, metavar="SAVE", help="go on from the finished game of another crisis, kept in this file"
    )
    play.add_argument("--moves", type=Path, metavar="FILE", help="play the choices of a recorded game (as plain text)")
    play.set_defaults(command=_play)


def _add_authoring(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    check = commands.add_parser(
        "check",
        help="look for mistakes in scenarios",
        description="Check scenarios: those named, or all that ship with the game. Exit code 1 on errors.",
    )
    check.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="a scenario folder or YAML file")
    check.add_argument("--format", dest="form", choices=("text", "json"), default="text", help="the report")
    check.add_argument("--hints", action="store_true", help="print hints, too, which may be meant")
    check.add_argument(
        "--play",
        action="store_true",
        help="play each crisis 10,000 times, too, by four policies against all doctrines, and say what never comes, "
        "what always wins and which turns are dead; some seconds",
    )
    check.add_argument("--explain", metavar="CODE", help="what a finding such as L020 means, and how to mend it")
    check.set_defaults(command=_check)

    backtest = commands.add_parser(
        "backtest",
        help="compare a scenario with history",
        description="Step a scenario along its historical line; compare Moscow's answers with the real ones.",
    )
    backtest.add_argument("scenario", nargs="?", metavar="SCENARIO")
    backtest.add_argument("--all", action="store_true", help="every crisis that ships with the game")
    options.add_json(backtest)
    backtest.set_defaults(command=_backtest)


def _add_reading(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    replay = commands.add_parser(
        "replay", help="print a saved game", description="Print the transcript of a saved game, with causes."
    )
    replay.add_argument("save", type=Path, metavar="SAVE")
    options.add_json(replay)
    replay.set_defaults(command=_replay)

    scenarios = commands.add_parser("scenarios", help="list the crises", description="List the crises.")
    scenarios.set_defaults(command=_scenarios)


def _add_vote(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    vote = commands.add_parser(
        "vote",
        help="how the United Nations would vote on a draft",
        description="The chances of every member's vote on a draft resolution, and the tally one must expect.",
    )
    vote.add_argument("draft", type=Path, metavar="DRAFT", help="a file with body, date and clauses")
    options.add_json(vote)
    vote.set_defaults(command=_vote)


def _add_gallery(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    gallery = commands.add_parser(
        "gallery", help="draw every screen", description="Draw every screen in telling moments to PNG files."
    )
    gallery.add_argument("out", type=Path, metavar="OUT", help="the folder for the pictures")
    gallery.add_argument("--size", type=options.size, default=(1280, 720), metavar="WxH", help="default 1280x720")
    gallery.add_argument("--scale", type=options.scale, default=100, metavar="PERCENT", help="text size, 100 to 150")
    gallery.set_defaults(command=_gallery)


def _title(told: argparse.Namespace) -> int:
    return _on_desk_or_as_text(None, seed=None, doctrine=None)


def _play(told: argparse.Namespace) -> int:
    scenario = None if told.scenario is None else data.scenario_folder(told.scenario)
    if told.after is not None and (scenario is None or told.moves is not None):
        raise Fault("--after goes with the name of the crisis that follows, and not with --moves.", code=USAGE)
    if told.terminal or told.moves is not None:
        from game.terminal import session

        return session.play(scenario, seed=told.seed, doctrine=told.doctrine, moves=told.moves, after=told.after)
    return _on_desk_or_as_text(scenario, seed=told.seed, doctrine=told.doctrine, after=told.after)


def _on_desk_or_as_text(
    scenario: Path | None, *, seed: int | None, doctrine: str | None, after: Path | None = None
) -> int:
    """Plays in a window; where none can be opened, says so and plays as text."""
    if has_display():
        try:
            from game.desk import app

            return app.main(scenario, seed=seed, doctrine=doctrine, after=after)
        except NoDisplay as fault:
            reason = str(fault)
    else:
        reason = "There is no display here."
    print(f"{reason} The game goes on as plain text.", file=sys.stderr)

    from game.terminal import session

    return session.play(scenario, seed=seed, doctrine=doctrine, moves=None, after=after)


def _check(told: argparse.Namespace) -> int:
    from game.content import check
    from game.content.problem import Severity

    if told.explain is not None:
        return check.explain(told.explain)
    passes: list[check.Pass] = []
    if told.play:
        from game.terminal import playtest

        passes.append(playtest.look)
    least = Severity.HINT if told.hints else Severity.WARNING
    return check.main(told.paths, form=told.form, least=least, passes=passes)


def _backtest(told: argparse.Namespace) -> int:
    if told.all == (told.scenario is not None):
        raise Fault("Name one crisis, or say --all for every one that ships.", code=USAGE)
    names = data.scenario_ids() if told.all else [told.scenario]
    folders = [data.scenario_folder(name) for name in names]
    from game.terminal import backtest

    return backtest.main(folders, form=told.form)


def _replay(told: argparse.Namespace) -> int:
    from game.terminal import replay

    return replay.main(told.save, form=told.form)


def _scenarios(told: argparse.Namespace) -> int:
    for name in data.scenario_ids():
        print(name)
    return 0


def _vote(told: argparse.Namespace) -> int:
    from game.terminal import vote

    return vote.main(told.draft, form=told.form)


def _gallery(told: argparse.Namespace) -> int:
    from game.desk import gallery

    return gallery.main(told.out, size=told.size, scale=told.scale)
