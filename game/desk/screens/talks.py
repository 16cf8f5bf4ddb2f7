"""Talks: the summits of a play, exchange by exchange, read out of its choices and steps."""

from __future__ import annotations

from typing import NamedTuple

from game.core.decision import Decision
from game.core.gauge import Gauge, gauge
from game.core.scenario import TABLE, Scenario
from game.core.words import title
from game.play.playthrough import Playthrough


class Exchange(NamedTuple):
    """One choice at a table: the index of the step it led to, the stage, the option, and the host's decision there.

    `decision` is its place among the step's decisions, -1 where the host was not asked.
    """

    step: int
    stage: str
    kind: str
    option: str
    decision: int


class Talk(NamedTuple):
    """A summit of a play: its id, the turn, the index of the step that opened it, and what was said."""

    summit: str
    turn: int
    first: int
    exchanges: tuple[Exchange, ...]

    @property
    def answered(self) -> tuple[Exchange, ...]:
        """The exchanges in which the host was asked."""
        return tuple(exchange for exchange in self.exchanges if exchange.decision >= 0)


def talks(play: Playthrough) -> list[Talk]:
    """Every summit of a play, oldest first, the one that is going on among them."""
    scenario, clock, found = play.scenario, play.scenario.clock, list[Talk]()
    for place, step in enumerate(play.steps):
        cells = step.state.cells
        if cells[clock.slot] != TABLE:
            continue
        summit = scenario.summits[cells[clock.summit] - 1]
        if not found or play.steps[place - 1].state.cells[clock.slot] != TABLE:
            found.append(Talk(summit.id, cells[clock.turn], place, ()))
        if place >= len(play.choices):
            continue
        stage = summit.stages[cells[clock.stage]]
        said = Exchange(place + 1, stage.id, stage.kind, play.choices[place], _asked(play, place + 1))
        found[-1] = found[-1]._replace(exchanges=(*found[-1].exchanges, said))
    return found


def _asked(play: Playthrough, step: int) -> int:
    decisions = play.steps[step].decisions
    return next((number for number, decision in enumerate(decisions) if decision.slot == "table"), -1)


def decision(play: Playthrough, exchange: Exchange) -> Decision:
    """The host's decision in an exchange in which he was asked."""
    return play.steps[exchange.step].decisions[exchange.decision]


def reply(play: Playthrough, exchange: Exchange) -> str:
    """What the host said in an exchange; "" where he let it pass or was not asked."""
    if exchange.decision < 0:
        return ""
    made = decision(play, exchange)
    return play.scenario.texts.get(made.text, "") if made.answer >= 0 else ""


def approach_of(scenario: Scenario, option: str) -> str:
    """The title of the approach an option takes, "" for none."""
    for summit in scenario.summits:
        for stage in summit.stages:
            for other in stage.options:
                if other.id == option and other.approach:
                    return title(scenario, "approach", scenario.approaches[other.approach])
    return ""


def tracks(play: Playthrough, talk: Talk, last: int) -> list[tuple[Gauge, int]]:
    """What a talk moves as it stood at the step `last`, each with its change since the talk began."""
    scenario = play.scenario
    summit = next(summit for summit in scenario.summits if summit.id == talk.summit)
    cells = (*summit.beside, *summit.tracks)
    before, now = play.steps[talk.first].state.cells, play.steps[last].state.cells
    at = scenario.find.meter_at
    return [(gauge(scenario, at[cell], now), now[cell] - before[cell]) for cell in cells]


def moved(play: Playthrough, talk: Talk, last: int) -> list[tuple[Gauge, int]]:
    """The numbers on the desk that a talk changed from its opening to the step `last`, after the talk's own."""
    scenario = play.scenario
    before, now = play.steps[talk.first].state.cells, play.steps[last].state.cells
    own = tracks(play, talk, last)
    told = {seen.id for seen, _ in own}
    return own + [
        (gauge(scenario, meter, now), now[meter.cell] - before[meter.cell])
        for meter in scenario.meters
        if meter.sight == "desk" and meter.id not in told and now[meter.cell] != before[meter.cell]
    ]


def partners_moved(play: Playthrough, talk: Talk, last: int) -> list[tuple[str, int]]:
    """The partners whose line a talk moved, and how far."""
    before, now = play.steps[talk.first].state.cells, play.steps[last].state.cells
    return [
        (title(play.scenario, "partner", partner.id), now[partner.line] - before[partner.line])
        for partner in play.scenario.partners
        if now[partner.line] != before[partner.line]
    ]
