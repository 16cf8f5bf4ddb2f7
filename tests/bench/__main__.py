"""The figures of the project, measured in one run: `python -m tests.bench [--quick] [--only PART ...]`.

Parts: speeds (both engines and other packages, round-robin), growth, votes, sweeps (processes and memory) and outside
(starting, the desk, saving). Each figure is a median, with its spread: largest less smallest, in percent of the median.
Rates are by the time of the processor; what takes several processes is by the clock.
"""

from __future__ import annotations

import argparse
import platform
from functools import partial
from typing import NamedTuple

from game.batch.sample import LANES
from game.cli import collect_seldom
from game.content.package import Package, load
from game.core.ballot import COUNCIL
from game.core.draft import ASSEMBLY
from game.data import scenario_folder, scenario_ids

from . import games, growth, outside, peers, sweeps
from .processes import Failed
from .shown import line, number, rate, ratio
from .timing import Rate, median, milliseconds, ratios, round_robin

HEAVIEST, VOTED = "road-to-moscow", "emergency-session"
QUICK, FULL = 2_048, 16_384
"""Lanes of a block."""
WIDE = f"batch {HEAVIEST}, {LANES:,} lanes"
"""Blocks as a sweep plays them."""
FORECAST_TURN, CANDIDATES = 6, 12


class Asked(NamedTuple):
    """How much is to be measured."""

    lanes: int
    rounds: int
    seconds: float
    playouts: int
    """Of a sweep."""


def checked(crises: dict[str, Package]) -> None:
    """Print a checksum of each crisis. Raises SystemExit if the engines do not end the same games alike."""
    for name, loaded in crises.items():
        core, batch = games.checksums(loaded)
        if core != batch:
            raise SystemExit(f"{name}: core ends its games in {core}, batch in {batch}: no speed is told")
        print(f"{name}: {games.CHECKED} games under each doctrine end alike in both engines, checksum {core}")


def speeds(asked: Asked) -> None:
    """Both engines on every crisis, beside the other packages."""
    crises = {name: load(scenario_folder(name)) for name in scenario_ids()}
    checked(crises)
    cases = []
    for name, loaded in crises.items():
        scenario = loaded.compile()
        cases += [games.core(f"core {name}", scenario), games.batch(f"batch {name}", scenario, asked.lanes)]
        if name == HEAVIEST:
            cases.append(games.batch(WIDE, scenario, LANES))
    others, missing = peers.found()
    found = round_robin([*cases, *others], asked.rounds, asked.seconds)
    print(f"\n{'whole random games, one process':36} {'steps':>12}    {'turns':>12}")
    for name, rates in found.items():
        rate(name, rates, f"{peers.PEERS[name][1]}; {peers.version(name)}" if name in peers.PEERS else "")
    for name, why in missing.items():
        print(f"{name}: left out: {why}")
    print()
    for name in crises:
        compared(name, found[f"core {name}"], found[f"batch {name}"], found)
    compared(WIDE, found[f"core {HEAVIEST}"], found[WIDE], found)
    asked_of(crises[HEAVIEST], asked)


def compared(name: str, core: Rate, batch: Rate, found: dict[str, Rate]) -> None:
    """The ratios that are wanted of a crisis."""
    ratio(f"{name}: batch to core, steps", batch.steps, core.steps, 80)
    if peers.SPIEL in found:
        ratio(f"{name}: batch steps to {peers.SPIEL}", batch.steps, found[peers.SPIEL].steps, 1.5)
        ratio(f"{name}: batch turns to {peers.SPIEL}", batch.turns, found[peers.SPIEL].steps, 0.4)
    if peers.DIPLOMACY in found:
        phases = found[peers.DIPLOMACY].steps
        ratio(f"{name}: batch turns to diplomacy's phases", batch.turns, phases, 1000)
        ratio(f"{name}: core steps to diplomacy's phases", core.steps, phases, 35)
        ratio(f"{name}: core turns to diplomacy's phases", core.turns, phases, 10)


def asked_of(loaded: Package, asked: Asked) -> None:
    """What a player waits for: a forecast, a reason told."""
    case = games.foretold(loaded, FORECAST_TURN, CANDIDATES)
    runs = round_robin([case], asked.rounds, 0.1)[case.name].turns
    line(f"{case.name} from turn {FORECAST_TURN} on (0.6 s wanted)", [1 / one for one in runs], "s")
    scenario = loaded.compile()
    took = [milliseconds(partial(games.explained, scenario, one), 1)[0] for one in games.decisions(scenario, 3)]
    line("one decision explained in sentences", took)


def grown(asked: Asked) -> None:
    """What a larger crisis costs, in both engines."""
    core, batch = growth.rates(asked.lanes, asked.rounds, asked.seconds)
    print(f"\n{'synthetic crisis':20} {'core turns':>12} {'x plain':>9} {'batch turns':>14} {'x plain':>9}")
    for name in growth.SIZES:
        one, two = (median(ratios(rates[name].turns, rates[growth.PLAIN].turns)) for rates in (core, batch))
        here, there = number(median(core[name].turns)), number(median(batch[name].turns))
        print(f"{name:20} {here:>10}/s {number(one):>9} {there:>12}/s {number(two):>9}")
    for engine, rates, wanted in (("core", core, 6), ("batch", batch, 4)):
        cost = median(ratios(rates[growth.PLAIN].turns, rates[growth.LARGE].turns))
        print(f"{growth.LARGE} cost {number(cost)} times {growth.PLAIN} in {engine} (at most {wanted} wanted)")


def voted(asked: Asked) -> None:
    """What one vote costs."""
    scenario = load(scenario_folder(VOTED)).compile()
    print()
    for body, states in ((COUNCIL, 15), (ASSEMBLY, 193)):
        core, batch = growth.votes(scenario, body, asked.lanes, asked.rounds)
        line(f"a vote of {states}, core", core, "us")
        line(f"a vote of {states}, one of {asked.lanes:,} lanes", batch, "us")


def swept(asked: Asked) -> None:
    """A sweep in one process and in two, and its memory."""
    print()
    one, two = [], []
    for _ in range(min(3, asked.rounds)):
        one.append(sweeps.sweep(HEAVIEST, asked.playouts, 1))
        two.append(sweeps.sweep(HEAVIEST, asked.playouts, 2))
    line(f"sweep of {asked.playouts:,} by one process", [ran.clock for ran in one], "s")
    line("the same by two", [ran.clock for ran in two], "s")
    ratio("two processes to one, by the clock", [1 / ran.clock for ran in two], [1 / ran.clock for ran in one], 1.8)
    more = ratios([ran.processors for ran in two], [ran.processors for ran in one])
    line("processor time of two to that of one", more, "x")
    for name, ran in (("one", one), ("two", two)):
        line(f"peak memory of {name}", [each.mebibytes for each in ran if each.mebibytes], "MiB")


PARTS = {"speeds": speeds, "growth": grown, "votes": voted, "sweeps": swept}


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help=f"blocks of {QUICK:,} lanes, not {FULL:,}; fewer rounds")
    parser.add_argument("--only", nargs="+", choices=[*PARTS, "outside"], default=[*PARTS, "outside"], metavar="PART")
    parser.add_argument("--rounds", type=int, help="default 7; quick 3")
    parser.add_argument("--seconds", type=float, help="of a case in a round, at least; default 1; quick 0.2")
    args = parser.parse_args()
    rounds, seconds = args.rounds or (3 if args.quick else 7), args.seconds or (0.2 if args.quick else 1.0)
    collect_seldom()  # as the command does; it serves the other packages as well
    asked = Asked(QUICK if args.quick else FULL, rounds, seconds, 32_000 if args.quick else 256_000)
    print(f"{platform.python_implementation()} {platform.python_version()}, {platform.system()} {platform.machine()}")
    for name, part in PARTS.items():
        if name in args.only:
            try:
                part(asked)
            except Failed as failed:
                print(f"{name}: could not be measured: {failed}")
    if "outside" in args.only:
        print()
        outside.told()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
