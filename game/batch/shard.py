"""Shard: a sweep shared out: its task, the ranges of playouts it falls into, and files of counts that add up.

Playout number i has a seed of its own, whoever plays it; so it does not matter how the numbers are dealt out.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, NamedTuple

from game import __version__
from game.fault import Fault

from .totals import Totals

FORMAT = 1
KIND = "longtable sweep"


@dataclass(frozen=True, slots=True)
class Task:
    """What is swept. Sweeps are parts of one whole only if all of this is alike."""

    scenario: str
    digest: str
    """Of the texts of the scenario's files, a policy file among them, and of the line that is played."""
    policy: str
    doctrine: str
    """Its id; empty where each playout faces the one that its seed draws."""
    seed: int
    playouts: int
    sample: int
    """The playouts below this number have their decisions tried with every other choice."""
    lows: tuple[tuple[str, int], ...]
    """By meter, the lowest it can stand at."""
    version: str = __version__


class Range(NamedTuple):
    """The playouts from `first` on, below `last`."""

    first: int
    last: int


class Shard(NamedTuple):
    """Counts over some ranges of the playouts of a task."""

    task: Task
    ranges: tuple[Range, ...]
    totals: Totals


def shard_range(number: int, of: int, playouts: int) -> Range:
    """The playouts of a shard, counted from 1: the shards are as large as each other, give or take one."""
    return Range((number - 1) * playouts // of, number * playouts // of)


def split(whole: Range, most: int) -> list[Range]:
    """A range in parts of about the same size, none of more than `most`."""
    size = whole.last - whole.first
    parts = max(1, -(-size // most))
    return [Range(whole.first + n * size // parts, whole.first + (n + 1) * size // parts) for n in range(parts)]


def write(path: Path, shard: Shard) -> None:
    """Write a shard to a file."""
    data = {
        "kind": KIND,
        "format": FORMAT,
        "task": asdict(shard.task),
        "ranges": [list(one) for one in shard.ranges],
        "totals": shard.totals.as_data(),
    }
    path.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")


def read(path: Path) -> Shard:
    """The shard in a file. Raises Fault if it cannot be read or is none of this version's."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise Fault(f"The shard {path} cannot be read: {error.strerror or error}.") from error
    except ValueError as error:
        raise Fault(f"{path} is no shard of a sweep: it holds no JSON.") from error
    if not isinstance(data, dict) or data.get("kind") != KIND:
        raise Fault(f"{path} is no shard of a sweep; `longtable sweep ... --shard 1/4 --out FILE` writes one.")
    if data.get("format") != FORMAT:
        raise Fault(f"{path} was written in format {data.get('format')}; this game reads format {FORMAT}.")
    try:
        ranges = tuple(_range(one) for one in data["ranges"])
        return Shard(_task(data["task"]), ranges, Totals.from_data(data["totals"]))
    except (KeyError, TypeError, ValueError) as error:
        raise Fault(f"The shard {path} is damaged: {error}.") from error


def _task(data: dict[str, Any]) -> Task:
    names = {one.name: one.type for one in fields(Task)}
    if set(data) != set(names):
        raise ValueError("its task is not whole")
    for name, value in data.items():
        wanted: type = list if name == "lows" else int if names[name] == "int" else str
        if type(value) is not wanted:
            raise ValueError(f"{name} of its task")
    return Task(**{**data, "lows": tuple((str(id), int(low)) for id, low in data["lows"])})


def _range(data: Sequence[int]) -> Range:
    first, last = data
    if type(first) is not int or type(last) is not int or not 0 <= first <= last:
        raise ValueError("its ranges")
    return Range(first, last)


def merge(shards: Iterable[tuple[str, Shard]]) -> Shard:
    """The whole of which these are the shards, named for messages.

    Raises Fault if they are not of one sweep, if some playouts are in two of them, or if any are missing.
    """
    named = list(shards)
    label, first = named[0]
    totals = Totals()
    for other, shard in named:
        _same(label, first.task, other, shard.task)
    spans = sorted((span, name) for name, shard in named for span in shard.ranges if span.last > span.first)
    reached, before = 0, ""
    for span, name in spans:
        if span.first < reached:
            raise Fault(f"{name} and {before} both hold playout {span.first}: each shard is merged once.")
        if span.first > reached:
            raise Fault(_missing(reached, span.first))
        reached, before = span.last, name
    if reached != first.task.playouts:
        raise Fault(_missing(reached, first.task.playouts))
    for _, shard in named:
        totals.add(shard.totals)
    return Shard(first.task, (Range(0, reached),), totals)


def _missing(first: int, last: int) -> str:
    return f"The playouts {first} to {last - 1} are in none of these shards: merge all shards of the sweep."


def _same(label: str, task: Task, other: str, found: Task) -> None:
    """Raises Fault if two tasks differ, and says in what."""
    for one in fields(Task):
        here, there = getattr(task, one.name), getattr(found, one.name)
        if here != there:
            what = {"digest": "the scenario's files", "lows": "the meters", "version": "the game's version"}
            known = f"{here} and {there}" if one.name not in ("digest", "lows") else "they are not the same"
            raise Fault(f"{label} and {other} are of different sweeps: {what.get(one.name, one.name)} ({known}).")
