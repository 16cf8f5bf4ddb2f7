"""Weigh: where a move is likely to lead by the end of the turn, from playouts that know no more than the seat does.

States are drawn from the seat's bands and the analysts' weights, under dice that are never the game's, so that
nothing hidden and no coming answer leaks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from .chance import mix, pick, site
from .choice import END_TURN, Choice, choices
from .scenario import MENU, OVER, Scenario
from .sight import blurred, span
from .state import State
from .step import IllegalChoice, step

PLAYOUTS = 64


class Weighing(NamedTuple):
    """Of `playouts`: how often each visible meter rose or fell against doing nothing, and the tone of the answer."""

    move: str
    playouts: int
    meters: tuple[tuple[str, int, int], ...]
    """Meter id, how often it stood higher, how often lower."""
    softer: int
    harder: int
    silent: int


def drawn_state(scenario: Scenario, state: State, number: int) -> State:
    """A State that looks to the seat like this one: hidden meters anywhere in their bands, other dice."""
    seen = blurred(scenario, state)
    cells = list(seen.cells)
    dice = mix(site("weigh") ^ number)
    for meter in scenario.meters:
        if meter.sight == "hidden":
            low, high = span(meter, state.cells)
            cells[meter.cell] = low + pick(dice, 0, meter.id, high - low + 1)
    return State(dice, tuple(cells))


def _doctrine(weights: Mapping[str, int], number: int) -> str:
    left = pick(site("weigh"), number, "doctrine", max(1, sum(weights.values())))
    for doctrine, weight in weights.items():
        if left < weight:
            return doctrine
        left -= weight
    return next(iter(weights))


def close(scenario: Scenario, state: State) -> tuple[State, list[int]]:
    """End the turn, sitting out what is being held; the State and the answers given on the way."""
    turn, answers = state.cells[scenario.clock.turn], list[int]()
    while state.cells[scenario.clock.turn] == turn and state.cells[scenario.clock.slot] != OVER:
        open_now = choices(scenario, state)
        menu = state.cells[scenario.clock.slot] == MENU
        place = f"sit/{state.cells[scenario.clock.stage]}"
        number = len(open_now) - 1 if menu else pick(state.seed, turn, place, len(open_now))
        taken = step(scenario, state, open_now[number])
        answers += [
            decision.answer
            for decision in taken.decisions
            if decision.actor == scenario.main_actor and decision.slot in ("reply", "challenge")
        ]
        state = taken.state
    return state, answers


def _tone(scenario: Scenario, answers: Sequence[int]) -> int:
    """+1 if what was said is cooperative by its CAMEO quad class, -1 if conflictual, 0 for silence."""
    quads = [scenario.cameo[scenario.answers[a].act.cameo].quad for a in answers if a >= 0]
    return 0 if not quads else (-1 if any(quad >= 3 for quad in quads) else 1)


def weighings(
    scenarios: Mapping[str, Scenario], weights: Mapping[str, int], state: State, move: str, playouts: int = PLAYOUTS
) -> Iterator[Weighing]:
    """The weighing as it stands after each playout, so that a caller may pause between; the last one is whole.

    Where the move leads by the start of the next turn, against ending the turn as things stand.
    Raises IllegalChoice if it may not be made now.
    """
    meters = next(iter(scenarios.values())).meters
    shown = [meter for meter in meters if meter.sight == "desk" and meter.kind != "purse"]
    higher = dict.fromkeys((meter.id for meter in shown), 0)
    lower = dict(higher)
    tones = {1: 0, -1: 0, 0: 0}
    for number in range(playouts):
        scenario = scenarios[_doctrine(weights, number)]
        base = drawn_state(scenario, state, number)
        if Choice(scenario.seat, move) not in choices(scenario, base) or move == END_TURN:
            raise IllegalChoice(f"{move} may not be weighed now")
        without, _ = close(scenario, base)
        made = step(scenario, base, Choice(scenario.seat, move)).state
        with_it, answers = close(scenario, made)
        for meter in shown:
            difference = with_it.cells[meter.cell] - without.cells[meter.cell]
            higher[meter.id] += difference > 0
            lower[meter.id] += difference < 0
        tones[_tone(scenario, answers)] += 1
        moved = tuple((id, higher[id], lower[id]) for id in higher if higher[id] or lower[id])
        yield Weighing(move, number + 1, moved, tones[1], tones[-1], tones[0])


def weigh(
    scenarios: Mapping[str, Scenario], weights: Mapping[str, int], state: State, move: str, playouts: int = PLAYOUTS
) -> Weighing:
    """The whole weighing of a move. Raises IllegalChoice if it may not be made now."""
    return list(weighings(scenarios, weights, state, move, playouts))[-1]


ODDS = (
    (93, "almost certain"),
    (70, "likely"),
    (40, "about even"),
    (20, "unlikely"),
    (5, "remote"),
    (0, "almost excluded"),
)
"""Odds as words, each from this share on, in percent: the scale analysts use (Kent 1964, simplified)."""


def in_words(count: int, of: int) -> str:
    """Odds as a word."""
    share = 100 * count // max(1, of)
    return next(word for least, word in ODDS if share >= least)
