"""Debrief: the end of a game in the terminal: what held, what broke, who paid, and what the model assumes."""

from __future__ import annotations

from collections.abc import Iterator

from game.core.debrief import assumptions, distance
from game.core.outcome import aims_met, page_of_history, reached
from game.core.words import title
from game.play import counsel
from game.play.playthrough import Playthrough
from game.play.sequel import legacies

from .hall import beside_lines
from .page import gauge_line, ledger_lines, legacy_lines, wrap

PLAIN = {"end-turn": "the end of the turn", "hold": "holding firm", "yield": "giving way", "trade": "a trade"}
"""Choices that carry no title of their own, in words."""


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
    for id, met in aims_met(scenario, play.state).items():
        yield from wrap(f"{'met' if met else 'not met'}: {title(scenario, 'aim', id)}", "  ")
    yield "Where things stood:"
    for gauge in play.view.gauges:
        if gauge.sight == "desk":
            yield "  " + gauge_line(gauge)
    yield from legacy_lines(legacies(play))
    yield "The ledger:"
    yield from ledger_lines(play.view.ledger)
    yield from beside_lines(play)
    yield from _envelope(play)
    yield from _turning_points(play)
    yield from _advisers(play)
    yield from _distance(play)
    yield from _assumptions(play)


def _envelope(play: Playthrough) -> Iterator[str]:
    scenario = play.scenario
    yield ""
    yield f"The envelope ({play.envelope}): this was {title(scenario, 'doctrine', play.doctrine)}."
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
        done, instead = (_choice(play, id) for id in (point.done, point.instead))
        ending = title(scenario, "ending", point.ending)
        yield from wrap(f'Turn {point.turn}: with {instead} in place of {done} the model comes to "{ending}".', "  ")
    if not found:
        yield from wrap("No single other choice that was tried brings the model to another ending.", "  ")


def _choice(play: Playthrough, id: str) -> str:
    texts = play.scenario.texts
    if id in PLAIN:
        return PLAIN[id]
    name = texts.get(f"move.{id}.title") or texts.get(f"option.{id}.label") or id.replace("-", " ")
    return f'"{name}"'


def _advisers(play: Playthrough) -> Iterator[str]:
    told: dict[str, list[bool]] = {}
    for verdict in counsel.advisers(play):
        told.setdefault(verdict.adviser, []).append(verdict.right)
    if told:
        yield "The advisers' record:"
    for adviser, verdicts in sorted(told.items()):
        name = play.scenario.texts.get(f"adviser.{adviser}.name", adviser)
        yield f"  {name}: right in {sum(verdicts)} of {len(verdicts)}"


def _distance(play: Playthrough) -> Iterator[str]:
    scenario = play.scenario
    rows = distance(scenario, play.choices, play.steps)
    common = sum(len(row.common) for row in rows)
    there = sum(len(row.common) + len(row.only_there) for row in rows)
    yield from wrap(f"Beside the real line: of the {there} moves made in history you made {common} in the same turn.")


def _assumptions(play: Playthrough) -> Iterator[str]:
    scenario = play.scenario
    yield "What the model assumed in this game (answer, how sure the authors are, sources, another view):"
    for id in assumptions(scenario, play.steps):
        rule = scenario.find.rule[id]
        because, other = scenario.texts.get(f"rule.{id}.because", ""), scenario.texts.get(f"rule.{id}.counter_view", "")
        answer = title(scenario, "answer", scenario.answers[rule.answer].id)
        rests = f"{rule.confidence}; {', '.join(rule.sources)}"
        yield from wrap(f"{answer} ({rests}): {because} Another view: {other}", "  ")
