"""Debrief: what a finished play comes to: its aims, the envelope, the advisers' record, history, the assumptions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from .act import Act
from .backtest import line_of_history
from .choice import END_TURN, Choice
from .condition import holds
from .decision import Decision
from .event import Cause, Changed
from .outcome import reached
from .page import Advice
from .replay import go_on
from .scenario import MENU, Scenario
from .step import Step, start


class Other(NamedTuple):
    """The same moves with the same dice against another Moscow: its doctrine, the ending, and the numbers there.

    `meters` are those on the desk, then those that were hidden while it was played: all is over now.
    """

    doctrine: str
    ending: str
    meters: tuple[tuple[str, int], ...]


def envelope(scenarios: Mapping[str, Scenario], seed: int, line: Sequence[str]) -> tuple[Other, ...]:
    """One column for each doctrine, the play's own among them."""
    found = []
    for doctrine, scenario in scenarios.items():
        chosen = [Choice(scenario.seat, id) for id in line]
        final = go_on(scenario, start(scenario, seed).state, chosen)
        ending = reached(scenario, final)
        told = [m for sight in ("desk", "hidden") for m in scenario.meters if m.sight == sight]
        ended = tuple((m.id, final.cells[m.cell]) for m in told if m.kind not in ("purse", "flag"))
        found.append(Other(doctrine, ending.id if ending else "", ended))
    return tuple(found)


class Verdict(NamedTuple):
    """A piece of advice that was on the desk when its move was made, and whether what it foretold came."""

    turn: int
    advice: str
    adviser: str
    move: str
    right: bool


def speaks(scenario: Scenario, advice: Advice, cells: Sequence[int]) -> bool:
    """Whether the adviser says this now."""
    return holds(advice.when, cells, cells[scenario.clock.turn])


def record(scenario: Scenario, line: Sequence[str], steps: Sequence[Step]) -> tuple[Verdict, ...]:
    """The advisers' record: what they foretold of moves that were made, against the answers of that turn.

    Advice that foretells no answer is not counted: there is nothing by which it could be right.
    """
    found = []
    said: dict[int, list[tuple[Advice, int]]] = {}
    for place, id in enumerate(line):
        cells = steps[place].state.cells
        turn = cells[scenario.clock.turn]
        if cells[scenario.clock.slot] == MENU and id != END_TURN:
            said.setdefault(turn, []).extend(
                (advice, turn)
                for advice in scenario.advice
                if advice.move == id and advice.expects and speaks(scenario, advice, cells)
            )
        for advice, when in said.pop(turn, []) if id == END_TURN else []:
            heard = _answers_to(scenario, steps[place + 1].decisions, advice.move)
            found.append(Verdict(when, advice.id, advice.adviser, advice.move, bool(heard & set(advice.expects))))
    return tuple(found)


def _answers_to(scenario: Scenario, decisions: Sequence[Decision], move: str) -> set[str]:
    """Ids and families of what anybody answered to a move; 'silence' too where the main actor said nothing."""
    made = [decision for decision in decisions if decision.subject == move and decision.answer >= 0]
    given = [scenario.answers[decision.answer] for decision in made]
    said = {id for answer in given for id in (answer.id, answer.family)}
    return said if any(decision.actor == scenario.main_actor for decision in made) else said | {"silence"}


class Distance(NamedTuple):
    """How far a play went from history in one turn: moves in common, only here, only there."""

    turn: int
    common: tuple[str, ...]
    only_here: tuple[str, ...]
    only_there: tuple[str, ...]


def distance(scenario: Scenario, line: Sequence[str], steps: Sequence[Step]) -> tuple[Distance, ...]:
    """Turn by turn, the moves made here beside those that were really made."""
    here: dict[int, set[str]] = {}
    for place, id in enumerate(line):
        if id in scenario.find.move:
            here.setdefault(steps[place].state.cells[scenario.clock.turn], set()).add(id)
    there: dict[int, set[str]] = {}
    turn = 1
    for choice in line_of_history(scenario):
        if choice.id == END_TURN:
            turn += 1
        elif choice.id in scenario.find.move:
            there.setdefault(turn, set()).add(choice.id)
    return tuple(
        Distance(
            turn,
            tuple(sorted(here.get(turn, set()) & there.get(turn, set()))),
            tuple(sorted(here.get(turn, set()) - there.get(turn, set()))),
            tuple(sorted(there.get(turn, set()) - here.get(turn, set()))),
        )
        for turn in range(1, scenario.turns + 1)
    )


def assumptions(scenario: Scenario, steps: Sequence[Step]) -> tuple[str, ...]:
    """The ids of the rules that fired in a play, each once, in the order in which they first did."""
    fired = [scenario.rules[d.rule].id for step in steps for d in step.decisions if d.rule >= 0]
    return tuple(dict.fromkeys(fired))


class Row(NamedTuple):
    """An act as event data: date, source, target, CAMEO code, Goldstein value in tenths, quad class, what."""

    date: str
    source: str
    target: str
    cameo: str
    goldstein: int | None
    quad: int
    private: bool
    id: str


def event_table(scenario: Scenario, steps: Sequence[Step]) -> tuple[Row, ...]:
    """Every move, answer and coded event of a play as event data, in order."""
    acts: dict[int, tuple[str, Act]] = {move.made: (move.id, move.act) for move in scenario.moves}
    acts.update({answer.given: (answer.id, answer.act) for answer in scenario.answers})
    acts.update({event.seen: (event.id, event.act) for event in scenario.happenings if event.act is not None})
    rows, turn = [], 0
    for step in steps:
        for event in step.events:
            if isinstance(event, Changed) and event.cell == scenario.clock.turn:
                turn += event.by
            elif isinstance(event, Changed) and event.cell in acts:
                id, act = acts[event.cell]
                code = scenario.cameo[act.cameo]
                date = scenario.dates[max(0, min(turn, len(scenario.dates)) - 1)]
                rows.append(Row(date, act.source, act.target, act.cameo, code.goldstein, code.quad, act.private, id))
    return tuple(rows)


def course(scenario: Scenario, steps: Sequence[Step], meter: str) -> tuple[int, ...]:
    """A meter's value at the start of each turn, and at the end: for charts."""
    cell, clock = scenario.find.meter[meter].cell, scenario.clock.turn
    values: dict[int, int] = {}
    for step in steps:
        values.setdefault(step.state.cells[clock], step.state.cells[cell])
    return (*(values[turn] for turn in sorted(values)), steps[-1].state.cells[cell])


def why_changed(scenario: Scenario, steps: Sequence[Step], meter: str) -> tuple[tuple[int, int, Cause], ...]:
    """Every change of a meter in a play: turn, by how much, why."""
    cell, turn, found = scenario.find.meter[meter].cell, 0, []
    for step in steps:
        for event in step.events:
            if isinstance(event, Changed):
                turn += event.by if event.cell == scenario.clock.turn else 0
                if event.cell == cell:
                    found.append((turn, event.by, event.cause))
    return tuple(found)
