"""Sweep report: what the counts of a sweep come to, as plain data, as a page, or as a table."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from game.batch.interval import mean, quantile, wilson
from game.batch.shard import Task
from game.batch.totals import CHOSEN, DEAD, END, LEGAL, LOST, PLAYOUTS, SEEN, SHORT, STATES, TIMES, Totals

PERCENT = (5, 25, 50, 75, 95)
"""The quantiles that are told of a meter."""
FUTURES = 8
"""Futures in which a decision is judged for regret: one half of those in which it is tried."""
DIGITS = 6
_HEAD = ("part", "id", "turn", "what", "value")


def as_data(task: Task, totals: Totals) -> dict[str, Any]:
    """All of it as plain data. Shares are of 1, `low` and `high` are the ends of their 95% intervals."""
    of, lows = totals.playouts, dict(task.lows)
    return {
        "scenario": task.scenario,
        "digest": task.digest,
        "version": task.version,
        "policy": task.policy,
        "doctrine": task.doctrine,
        "seed": task.seed,
        "asked": task.playouts,
        "playouts": of,
        "turns_mean": _over(totals.turns, of),
        "steps_mean": _over(totals.steps, of),
        "lengths": {str(turns): count for turns, count in enumerate(totals.lengths) if count},
        "endings": {id: _share(sum(by.values()), of) | {"by_doctrine": by} for id, by in totals.endings.items()},
        "aims": {id: _share(count, of) for id, count in totals.aims.items()},
        "aims_met_mean": _rounded(mean(totals.met)),
        "meters": {id: _by_turn(turns, lows.get(id, 0)) for id, turns in totals.meters.items()},
        "moves": {id: _move(counts) for id, counts in totals.moves.items()},
        "choices": {id: _choice(counts) for id, counts in totals.choices.items()},
        "rules": {id: {"fired": count, "per_playout": _over(count, of)} for id, count in totals.rules.items()},
        "events": {id: _share(count, of) for id, count in totals.events.items()},
        "answers": {id: _answer(counts, of) for id, counts in totals.answers.items()},
        "variety": _variety(totals),
        "dead_turns": {"turns": totals.dead[SEEN], **_share(totals.dead[DEAD], totals.dead[SEEN])},
        "regret": _regret(totals),
    }


def tell(data: dict[str, Any], form: str, table: Path | None) -> None:
    """Print a report as text or JSON, and write its table if one is wanted."""
    if table is not None:
        write_table(table, data)
    if form == "json":
        json.dump(data, sys.stdout, ensure_ascii=False, indent=1)
        print()
        return
    for line in lines(data):
        print(line)


def _share(count: int, of: int) -> dict[str, Any]:
    low, high = wilson(count, of)
    return {"count": count, "share": _over(count, of), "low": round(low, DIGITS), "high": round(high, DIGITS)}


def _over(count: int, of: int) -> float | None:
    return round(count / of, DIGITS) if of else None


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, DIGITS)


def _by_turn(turns: Mapping[str, Sequence[int]], low: int) -> dict[str, Any]:
    """By turn, and at the end, the quantiles and the mean of a meter."""
    order = sorted(turns, key=lambda turn: (turn == END, turn.zfill(3)))
    return {
        turn: {f"p{percent}": quantile(turns[turn], low, percent) for percent in PERCENT}
        | {"mean": _rounded(mean(turns[turn], low))}
        for turn in order
    }


def _move(counts: Sequence[int]) -> dict[str, Any]:
    return {
        "legal_turns": counts[LEGAL],
        "chosen": counts[CHOSEN],
        "share": _over(counts[CHOSEN], counts[LEGAL]),
        "refused_for_price": counts[SHORT],
    }


def _choice(counts: Sequence[int]) -> dict[str, Any]:
    return {"legal": counts[LEGAL], "chosen": counts[CHOSEN], "share": _over(counts[CHOSEN], counts[LEGAL])}


def _answer(counts: Sequence[int], of: int) -> dict[str, Any]:
    return {"given": counts[TIMES], "per_playout": _over(counts[TIMES], of), **_share(counts[PLAYOUTS], of)}


def _variety(totals: Totals) -> dict[str, Any]:
    return {
        "different_answers_mean": _rounded(mean(totals.variety)),
        "answers": len(totals.answers),
        "never_given": sorted(id for id, counts in totals.answers.items() if not counts[TIMES]),
    }


def _regret(totals: Totals) -> dict[str, Any]:
    states, lost = totals.regret[STATES], totals.regret[LOST]
    return {"states": states, "futures": FUTURES, "aims_mean": _over(lost, states * FUTURES)}


def rows(data: Mapping[str, Any]) -> Iterator[tuple[str, str, str, str, Any]]:
    """The data as a table: part, id, turn, what, value."""
    for part, found in data.items():
        if not isinstance(found, dict):
            yield part, "", "", "", found
            continue
        for id, value in found.items():
            if not isinstance(value, dict):
                yield part, id, "", "", " ".join(value) if isinstance(value, list) else value
                continue
            for what, number in value.items():
                if isinstance(number, dict):
                    turn = what if part == "meters" else ""
                    for name, inner in number.items():
                        yield part, id, turn, name if part == "meters" else f"{what}.{name}", inner
                else:
                    yield part, id, "", what, number


def write_table(path: Path, data: Mapping[str, Any]) -> None:
    """Write the table to a CSV file."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(_HEAD)
        writer.writerows(rows(data))


def lines(data: Mapping[str, Any]) -> Iterator[str]:
    """The data as a page."""
    faced = data["doctrine"] or "the doctrine each seed draws"
    yield f"{data['scenario']}, played by {data['policy']} against {faced}, seed {data['seed']}"
    yield (
        f"{data['playouts']:,} playouts of {data['asked']:,}; "
        f"{data['turns_mean'] or 0:.2f} turns and {data['steps_mean'] or 0:.2f} steps each"
    )
    yield from _shares("endings", data["endings"])
    yield from _shares("aims met", data["aims"])
    yield f"    {data['aims_met_mean'] or 0:.2f} aims in a playout"
    yield from _meters(data["meters"])
    yield from _moves(data["moves"])
    yield from _shares("events", data["events"])
    yield from _silent(data)
    yield from _sampled(data)


def _shares(title: str, found: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    yield ""
    yield f"{title:<44}  share   95% interval       count"
    for id, one in sorted(found.items(), key=lambda pair: -pair[1]["count"]):
        share = 100 * (one["share"] or 0)
        yield f"    {id:<40} {share:6.2f}%  {100 * one['low']:6.2f} to {100 * one['high']:6.2f}  {one['count']:>9,}"


def _meters(found: Mapping[str, Mapping[str, Mapping[str, Any]]]) -> Iterator[str]:
    yield ""
    yield f"{'meters at the end (moved at all)':<44} " + " ".join(f"{f'p{percent}':>6}" for percent in PERCENT)
    for id, turns in found.items():
        moved = {one["p50"] for one in turns.values()} | {one["p5"] for one in turns.values()}
        if len(moved) > 1 and END in turns:
            yield f"    {id:<40} " + " ".join(f"{turns[END][f'p{percent}']:>6}" for percent in PERCENT)


def _moves(found: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    yield ""
    yield f"{'moves':<44} {'legal turns':>11} {'chosen':>10}  share  {'price too high':>14}"
    for id, one in found.items():
        share = "      -" if one["share"] is None else f"{100 * one['share']:6.1f}%"
        yield f"    {id:<40} {one['legal_turns']:>11,} {one['chosen']:>10,} {share} {one['refused_for_price']:>14,}"


def _silent(data: Mapping[str, Any]) -> Iterator[str]:
    fired = sum(one["fired"] > 0 for one in data["rules"].values())
    never = [id for id, one in data["rules"].items() if not one["fired"]]
    yield ""
    yield f"{fired} of {len(data['rules'])} rules fired; never: {', '.join(never) or 'none'}"
    variety = data["variety"]
    yield f"{variety['different_answers_mean'] or 0:.2f} different answers in a playout, of {variety['answers']}"


def _sampled(data: Mapping[str, Any]) -> Iterator[str]:
    dead, regret = data["dead_turns"], data["regret"]
    if dead["turns"]:
        yield (
            f"dead turns: {100 * dead['share']:.1f}% ({100 * dead['low']:.1f} to {100 * dead['high']:.1f}) of "
            f"{dead['turns']:,} turns, in which no first choice would have changed any answer"
        )
    if regret["states"]:
        yield (
            f"regret: {regret['aims_mean']:.2f} aims lost by the first choice of the middle turn, against the best; "
            f"{regret['states']} states, {regret['futures']} futures each"
        )
