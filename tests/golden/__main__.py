"""Write every golden playthrough anew from the scenario, seed and choices in the file itself; read the diff."""

from __future__ import annotations

import sys
from pathlib import Path

from game.core.step import IllegalChoice
from game.terminal import golden
from tests.core.crises import package

HERE = Path(__file__).parent


def rewritten(path: Path) -> str:
    """The text of a golden file as the game writes it today. Raises IllegalChoice where a choice is gone."""
    asked = golden.read(path)
    play = golden.begun(package(asked.scenario), asked)
    for id in asked.choices:
        play.choose(id)
    return "\n".join(golden.write(play)) + "\n"


def main() -> int:
    """Rewrite all; name those whose choices may no longer be made."""
    broken = 0
    for path in sorted(HERE.glob("*.txt")):
        try:
            path.write_text(rewritten(path), encoding="utf-8", newline="\n")
        except IllegalChoice as error:
            broken += 1
            print(f"{path.name}: {error}", file=sys.stderr)
    return 1 if broken else 0


if __name__ == "__main__":
    raise SystemExit(main())
