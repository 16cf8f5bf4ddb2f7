"""Record new golden playthroughs: `python -m tests.golden.record SCENARIO POLICY SEED DOCTRINE`."""

from __future__ import annotations

import sys

from game.content.package import load
from game.core.policy import at_random, follow, play_out
from game.data import scenarios_dir
from game.play.playthrough import Playthrough
from game.terminal import golden

from .__main__ import HERE


def record(scenario_id: str, policy: str, seed: int, doctrine: str) -> str:
    """Play a policy out and write the game as a golden file, whose name tells the scenario, policy and ending."""
    package = load(scenarios_dir() / scenario_id)
    scenario = package.compile(doctrine)
    chooser = at_random if policy == "random" else follow(next(p for p in scenario.policies if p.id == policy))
    play = Playthrough(package, seed, doctrine)
    for choice in play_out(scenario, seed, chooser).choices:
        play.choose(choice.id)
    name = f"{scenario_id}-{policy}-{doctrine}-{play.view.ending}"
    (HERE / f"{name}.txt").write_text("\n".join(golden.write(play)) + "\n", encoding="utf-8", newline="\n")
    return name


if __name__ == "__main__":
    print(record(sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4]))
