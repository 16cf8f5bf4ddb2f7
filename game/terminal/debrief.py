"""Debrief: the end of a game in the terminal: what held, what broke, who paid, and what else could have been."""

from __future__ import annotations

from collections.abc import Iterator

from game.core.choice import END_TURN
from game.core.debrief import distance
from game.core.naming import choice_made
from game.core.outcome import page_of_history, reached
from game.core.words import title
from game.play import counsel
from game.play.playthrough import Playthrough
from game.play.sequel import legacies

from .aims import aim_lines
from .foretell import calibration_lines
from .hall import beside_lines
from .page import gauge_line, legacy_lines, wrap
from .pledges import final_lines


def lines(play: Playthrough) -> Iterator[str]:
    """The whole debrief of a finished play."""
    scenario = play.scenario
    ending = reached(scenario, play.state)
    if ending is None:
        return
    yield ""
    yield f"==== {title(scenario, 'ending', ending.id)} ===="
    for paragraph in page_of_history(scenario, play.state).split("\n"):
        yield from wrap(paragraph)
    yield ""
    yield "Aims:"
    yield from aim_lines(play)
    yield "Where things stood:"
    for gauge in play.view.gauges:
        if gauge.sight == "desk":
            yield "  " + gauge_line(gauge)
    yield from legacy_lines(legacies(play))
    yield "The ledger:"
    yield from final_lines(play)
    yield from beside_lines(play)
    yield from _envelope(play)
    yield from _turning_points(play)
    yield from _advisers(play)
    yield from calibration_lines(play)
    yield from _distance(play)


def _envelope(play: Playthrough) -> Iterator[str]:
    scenario = play.scenario
    yield ""
    reading = title(scenario, "doctrine", play.doctrine)
    yield from wrap(f"The envelope (seal {play.envelope}, seed {play.seed}): this was {reading}.")
    yield from wrap(scenario.texts.get(f"doctrine.{play.doctrine}.text", ""), "  ")
    yield f"The same moves with the same dice against each {scenario.opponent}:"
    for other in counsel.opened(play):
        yield f"  {title(scenario, 'doctrine', other.doctrine)}: {title(scenario, 'ending', other.ending)}"
    yield from wrap("This is a property of the model, argued from its sources, and no prophecy.", "  ")


def _turning_points(play: Playthrough) -> Iterator[str]:
    scenario = play.scenario
    found = [point for point in counsel.turning_points(play) if point is not None]
    yield "Turning points (the same luck, one other choice, the rest kept):"
    for point in found:
        state, ending = play.steps[point.choice].state, title(scenario, "ending", point.ending)
        done, instead = (choice_made(scenario, state, id).removesuffix(".") for id in (point.done, point.instead))
        if point.done == END_TURN:
            other = f'with "{instead}" before the turn ended'
        elif point.instead == END_TURN:
            other = f'without "{done}"'
        else:
            other = f'with "{instead}" in place of "{done}"'
        yield from wrap(f'Turn {point.turn}: {other} the model comes to "{ending}".', "  ")
    if not found:
        yield from wrap("No single other choice that was tried brings the model to another ending.", "  ")


def _advisers(play: Playthrough) -> Iterator[str]:
    told: dict[str, list[bool]] = {}
    for verdict in counsel.advisers(play):
        told.setdefault(verdict.adviser, []).append(verdict.right)
    if told:
        yield "The advisers' record, in what they foretold of the answers to your moves:"
    for adviser, verdicts in sorted(told.items()):
        name = play.scenario.texts.get(f"adviser.{adviser}.name", adviser)
        yield f"  {name}: right in {sum(verdicts)} of {len(verdicts)}"


def _distance(play: Playthrough) -> Iterator[str]:
    scenario = play.scenario
    rows = distance(scenario, play.choices, play.steps)
    common = sum(len(row.common) for row in rows)
    there = sum(len(row.common) + len(row.only_there) for row in rows)
    yield from wrap(f"Beside the real line: of the {there} moves made in history you made {common} in the same turn.")
