"""Record new golden playthroughs: `python -m tests.golden.record POLICY SEED DOCTRINE NAME`."""

from __future__ import annotations

import sys

from game.content.package import load
from game.core.policy import at_random, follow, play_out
from game.data import scenarios_dir
from game.play.playthrough import Playthrough
from game.terminal import golden

from .__main__ import HERE

SCENARIO = "road-to-moscow"


def record(policy: str, seed: int, doctrine: str, name: str) -> str:
    """Play a policy out, write the game as a golden file, and give the id of its ending."""
    package = load(scenarios_dir() / SCENARIO)
    scenario = package.compile(doctrine)
    chooser = at_random if policy == "random" else follow(next(p for p in scenario.policies if p.id == policy))
    play = Playthrough(package, seed, doctrine)
    for choice in play_out(scenario, seed, chooser).choices:
        play.choose(choice.id)
    (HERE / f"{name}.txt").write_text("\n".join(golden.write(play)) + "\n", encoding="utf-8", newline="\n")
    return play.view.ending


if __name__ == "__main__":
    print(record(sys.argv[1], int(sys.argv[2]), sys.argv[3], sys.argv[4]))
