"""Sweeping: what the commands `sweep` and `merge` take, and the rooms that answer them."""

from __future__ import annotations

import argparse
from pathlib import Path

from game import data, options
from game.fault import USAGE, Fault


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add both commands to those there are."""
    _add_sweep(commands)
    merge = commands.add_parser("merge", help="join the shards of a sweep", description="Join the shards of a sweep.")
    merge.add_argument("files", nargs="+", type=Path, metavar="FILE")
    _add_report(merge)
    merge.set_defaults(command=_merge)


def _add_sweep(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    sweep = commands.add_parser(
        "sweep",
        help="play a crisis thousands of times",
        description="Play a crisis many times and count what comes of it. The counts depend on seed and number of "
        "playouts alone, however the work is shared out.",
    )
    sweep.add_argument("scenario", metavar="SCENARIO", help="its id, or its own folder")
    sweep.add_argument("--playouts", type=options.playouts, required=True, metavar="N")
    sweep.add_argument(
        "--policy",
        required=True,
        metavar="P",
        help="random, aims, a policy of the scenario, list:move,end-turn,..., a recorded game, or FILE.yaml[#id]",
    )
    sweep.add_argument("--doctrine", metavar="D", help="which Moscow (otherwise the one that each seed draws)")
    sweep.add_argument("--seed", type=options.seed, default=1, metavar="S", help="default 1")
    sweep.add_argument(
        "--sample",
        type=options.sample,
        default=64,
        metavar="K",
        help="in the first K playouts try every first choice of each turn, for dead turns and regret; default 64",
    )
    sweep.add_argument("--workers", type=options.workers, metavar="W", help="processes; default all cores")
    sweep.add_argument("--shard", type=options.shard, metavar="K/N", help="only this part of the playouts; needs --out")
    sweep.add_argument("--out", type=Path, metavar="FILE", help="write the counts there, for `longtable merge`")
    sweep.add_argument("--cluster", metavar="ADDRESS", help="a Dask scheduler, such as tcp://host:8786")
    _add_report(sweep)
    sweep.set_defaults(command=_sweep)


def _add_report(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--csv", dest="table", type=Path, metavar="FILE", help="write the report as a table, too")
    options.add_json(parser)


def _sweep(told: argparse.Namespace) -> int:
    if (told.shard is None) != (told.out is None):
        raise Fault("--shard and --out go together: a shard is written to a file, to be merged.", code=USAGE)
    if told.cluster is not None and told.workers is not None:
        raise Fault("--workers are those of this machine, and not for --cluster.", code=USAGE)
    from game.terminal import sweep

    return sweep.main(data.scenario_folder(told.scenario), sweep.asked_by(told))


def _merge(told: argparse.Namespace) -> int:
    from game.terminal import merge

    return merge.main(told.files, table=told.table, form=told.form)
