"""View: what a seat sees now, in words and numbers, ready to be drawn or printed. It is made from blurred cells."""

from __future__ import annotations

from typing import NamedTuple

from .card import Card, card
from .channel import odds_of_misreading
from .choice import choices
from .forum import Promise
from .gauge import Gauge, gauge
from .ledger import NONE, STATUS
from .outcome import reached
from .scenario import Scenario
from .scene import Scene, scene
from .sight import blurred
from .state import State
from .words import CHANNEL, say_group, title
from .work import Work


class Entry(NamedTuple):
    """A promise on the ledger. `left` are the turns until it is broken, -1 unless it is due."""

    id: str
    title: str
    text: str
    kind: str
    status: str
    left: int
    trigger: str
    kept_by: str
    sunk: int
    audience: int


class View(NamedTuple):
    """Everything a seat sees of a State."""

    turn: int
    turns: int
    date: str
    gauges: tuple[Gauge, ...]
    purses: tuple[Gauge, ...]
    cards: tuple[Card, ...]
    scene: Scene | None
    ledger: tuple[Entry, ...]
    channels: tuple[tuple[str, str, str], ...]
    partners: tuple[tuple[str, str, int], ...]
    misreading: int
    choices: tuple[str, ...]
    ending: str


def _entry(scenario: Scenario, promise: Promise, cells: tuple[int, ...]) -> Entry:
    status = STATUS[cells[promise.status]]
    turn = cells[scenario.clock.turn]
    return Entry(
        promise.id,
        title(scenario, "promise", promise.id),
        scenario.text(f"promise.{promise.id}.text"),
        promise.kind,
        status,
        cells[promise.deadline] - turn if status == "due" else -1,
        "; ".join(say_group(scenario, group) for group in promise.trigger),
        "; ".join(say_group(scenario, group) for group in promise.kept_when),
        promise.sunk,
        promise.audience,
    )


def view(scenario: Scenario, state: State) -> View:
    """What the seat sees of this State: equal for two States that differ only in what it cannot see."""
    seen = blurred(scenario, state)
    cells = seen.cells
    work = Work(scenario, seen)
    elsewhere = ("purse", "channel", "push")
    gauges = tuple(gauge(scenario, meter, state.cells) for meter in scenario.meters if meter.kind not in elsewhere)
    ending = reached(scenario, seen)
    turn = cells[scenario.clock.turn]
    return View(
        turn=turn,
        turns=scenario.turns,
        date=scenario.dates[min(turn, len(scenario.dates)) - 1 + (ending is not None and turn == scenario.turns)],
        gauges=gauges,
        purses=tuple(gauge(scenario, meter, cells) for meter in scenario.meters if meter.kind == "purse"),
        cards=tuple(card(scenario, seen, move) for move in scenario.moves),
        scene=scene(scenario, seen),
        ledger=tuple(
            _entry(scenario, promise, cells) for promise in scenario.promises if cells[promise.status] != NONE
        ),
        channels=tuple(
            (channel.id, title(scenario, "channel", channel.id), CHANNEL[cells[channel.cell]])
            for channel in scenario.channels
        ),
        partners=tuple(
            (partner.id, title(scenario, "partner", partner.id), cells[partner.line]) for partner in scenario.partners
        ),
        misreading=odds_of_misreading(work),
        choices=tuple(choice.id for choice in choices(scenario, seen)),
        ending=ending.id if ending else "",
    )
