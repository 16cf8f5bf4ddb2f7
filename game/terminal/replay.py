"""Replay: a save's transcript with causes, as text or as JSON."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from game.core.account import account
from game.core.chronicle import changes, items
from game.core.debrief import event_table
from game.core.outcome import reached
from game.play import savefile
from game.play.playthrough import Playthrough
from game.play.sequel import legacies

from . import golden


def main(save: Path, *, form: str) -> int:
    """Print the transcript of a save. Raises Fault for a save that cannot be read."""
    play = savefile.read(save)
    if form == "json":
        json.dump(transcript(play), sys.stdout, ensure_ascii=False, indent=1)
        print()
    else:
        for line in golden.write(play):
            print(line)
        if play.read_only:
            print(f"Note: {play.read_only}")
    return 0


def transcript(play: Playthrough) -> dict[str, Any]:
    """The play as plain data: each step with its choice, lines, changes with their causes, and decisions explained."""
    scenario = play.scenario
    ending = reached(scenario, play.state)
    return {
        "scenario": scenario.id,
        "seed": play.seed,
        "doctrine": play.doctrine if play.over else None,
        "carried": [legacy._asdict() for legacy in legacies(play)],
        "ending": ending.id if ending else None,
        "note": play.read_only,
        "steps": _steps(play),
        "events": [row._asdict() for row in event_table(scenario, play.steps)],
    }


def _steps(play: Playthrough) -> list[dict[str, Any]]:
    told = set[str]()
    return [_step(play, index, told) for index in range(len(play.steps))]


def _step(play: Playthrough, index: int, told: set[str]) -> dict[str, Any]:
    scenario, step, turn = play.scenario, play.steps[index], play.turn_of(index)
    return {
        "turn": turn,
        "choice": play.choices[index - 1] if index else None,
        "lines": [
            {"turn": item.turn, "kind": item.kind, "id": item.id, "actor": item.actor, "text": item.text}
            for item in items(scenario, step, turn, told)
        ],
        "changes": [
            {"meter": change.id, "by": change.by, "causes": [[by, *cause] for by, cause in change.shares]}
            for change in changes(scenario, step, play.over)
        ],
        "decisions": [account(scenario, play.why(index, number))._asdict() for number in range(len(step.decisions))
                      if step.decisions[number].answer >= 0],
    }
