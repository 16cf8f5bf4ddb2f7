"""Aims: what the seat wants, each with the test that is put to it in the end."""

from __future__ import annotations

from collections.abc import Iterator

from game.core.outcome import aims_met
from game.core.reading import first_sentence
from game.core.words import title
from game.play.playthrough import Playthrough

from .page import wrap


def aim_lines(play: Playthrough) -> Iterator[str]:
    """The aims with their tests; once the game is over, whether each was met."""
    scenario = play.scenario
    for id, met in aims_met(scenario, play.state).items():
        mark = ("met: " if met else "not met: ") if play.over else "- "
        name, test = title(scenario, "aim", id), scenario.texts.get(f"aim.{id}.text", "")
        yield from wrap(f"{mark}{name}. {test}{'' if play.over else _unseen(play, id)}".strip(), "  ", "    ")


def _unseen(play: Playthrough, id: str) -> str:
    """What the numbers are that an aim speaks of and that do not stand on the desk; "" for none."""
    scenario = play.scenario
    aim = next(aim for aim in scenario.aims if aim.id == id)
    gauges = {gauge.id: gauge for gauge in play.view.gauges if gauge.kind in ("meter", "derived")}
    asked = dict.fromkeys(scenario.find.meter_at[leaf.cell].id for group in aim.when for leaf in group
                          if leaf.cell in scenario.find.meter_at)  # fmt: skip
    off = [gauges[one] for one in asked if one in gauges and gauges[one].sight != "desk" and gauges[one].hangs]
    return "".join(f" ({gauge.title}, told by `numbers`: {first_sentence(gauge.hangs)})" for gauge in off)
