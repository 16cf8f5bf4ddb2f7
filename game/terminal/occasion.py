"""Occasion: what brought an event of the world, as far as the seat can know."""

from __future__ import annotations

from collections.abc import Iterator

from game.core.act import Happening
from game.core.chronicle import headed
from game.core.condition import leaf_holds
from game.core.grammar import Group
from game.core.sight import hidden_cells
from game.core.state import State
from game.core.words import say_day, say_group
from game.play.playthrough import Playthrough

from .page import wrap

UNSEEN = "something that the analysts cannot see"


def occasion_lines(play: Playthrough, words: str) -> list[str]:
    """Why the last event whose title begins with these words came; nothing where none has come."""
    wanted = words.casefold().removesuffix(".")
    if not wanted or wanted.isdecimal():
        return []
    for index, item in reversed(play.lines()):
        if item.kind == "event" and item.title.casefold().startswith(wanted):
            happening = play.scenario.find.happening[item.id]
            said = " ".join(_said(play, happening, play.steps[index].state))
            return wrap(f"{headed(item._replace(text=''))} This is an event, and nobody's answer. {said}")
    return []


def _said(play: Playthrough, happening: Happening, state: State) -> Iterator[str]:
    """Its date, what it waited for, and whether the dice had a part in it."""
    scenario = play.scenario
    if happening.turn:
        yield f"It has its date, {say_day(scenario, happening.turn)}{'.' if happening.when else ', whatever you do.'}"
    asked = dict.fromkeys(filter(None, (_asked(play, group, state) for group in happening.when)))
    if asked:
        yield f"It came because things stood so: {'; '.join(asked)}."
    elif not happening.turn:
        yield "It came because things stood so."
    if happening.odds < 100:
        yield f"Even then it was a matter of dice: {happening.odds} in 100."


def _asked(play: Playthrough, group: Group, state: State) -> str:
    """What of a group of conditions held when it came; what did not come about is not named."""
    cells, turn = state.cells, state.cells[play.scenario.clock.turn]
    hidden = frozenset[int]() if play.open_book else hidden_cells(play.scenario)
    if any(leaf.cell in hidden for leaf in group):
        return UNSEEN
    return say_group(play.scenario, tuple(leaf for leaf in group if leaf_holds(leaf, cells, turn)))
