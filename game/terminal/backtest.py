"""Backtest: the report on how far the model gives history's answers, as text or JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from game.content.package import load
from game.core.backtest import Report, backtest
from game.core.scenario import Scenario


def main(folders: Sequence[Path], *, form: str) -> int:
    """Print the backtest of each scenario under its documented doctrine; of several, as JSON, by id.

    Raises Fault if one cannot be loaded.
    """
    scenarios = [load(folder).compile() for folder in folders]
    if form == "json":
        found = {scenario.id: as_data(backtest(scenario)) for scenario in scenarios}
        json.dump(found if len(found) > 1 else found.popitem()[1], sys.stdout, ensure_ascii=False, indent=1)
        print()
        return 0
    for scenario in scenarios:
        if len(scenarios) > 1:
            print(f"== {scenario.about('title')} ==")
        print_report(scenario, backtest(scenario))
    return 0


def as_data(report: Report) -> dict[str, object]:
    """The report as plain data; precision and recall as shares of 1."""
    return {
        "precision": report.model.precision / 1000,
        "recall": report.model.recall / 1000,
        "real_answers": sum(len(row.real) for row in report.rows),
        "seeds": report.seeds,
        "yardsticks": {
            score.name: {"precision": score.precision / 1000, "recall": score.recall / 1000}
            for score in report.yardsticks
        },
        "turns": [
            {
                "turn": row.turn,
                "given": {id: times / report.seeds for id, times in row.counts if id in row.real},
                "missed": {
                    id: 1 - dict(row.counts).get(id, 0) / report.seeds
                    for id in row.real
                    if dict(row.counts).get(id, 0) < report.seeds
                },
                "invented": {id: times / report.seeds for id, times in row.counts if id not in row.real},
            }
            for row in report.rows
        ],
    }


def print_report(scenario: Scenario, report: Report) -> None:
    """The report as lines: per turn what was given, missed and invented, then the scores."""
    for row in report.rows:
        counts = dict(row.counts)
        given = [f"{id} {100 * counts.get(id, 0) // report.seeds}%" for id in row.real if counts.get(id)]
        missed = [f"{id} {100 - 100 * counts.get(id, 0) // report.seeds}%" for id in row.real
                  if counts.get(id, 0) < report.seeds]
        invented = [f"{id} {100 * times // report.seeds}%" for id, times in row.counts if id not in row.real]
        print(f"turn {row.turn:>2}  {scenario.dates[row.turn - 1]}")
        for head, found in (("given", given), ("missed", missed), ("invented", invented)):
            if found:
                print(f"    {head}: {', '.join(found)}")
    print()
    for score in (report.model, *report.yardsticks):
        print(f"precision {score.precision / 1000:.3f}  recall {score.recall / 1000:.3f}  {score.name}")
