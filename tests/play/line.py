"""Line: some legal line of play, the same each time."""

from __future__ import annotations

from game.core.chance import mix
from game.core.choice import choices
from game.play.playthrough import Playthrough


def played(play: Playthrough, length: int) -> Playthrough:
    """The play with this many more choices made, or all there are to its end."""
    for _ in range(length):
        open_now = choices(play.scenario, play.state)
        if not open_now:
            break
        play.choose(open_now[mix(len(play.choices)) % len(open_now)].id)
    return play
