"""Recount: what a sweep counts, counted once more from whole games of the core."""

from __future__ import annotations

from collections import Counter
from typing import Any

from game.content.package import Package
from game.core.choice import END_TURN, choices
from game.core.grammar import NEVER
from game.core.outcome import aims_met, reached
from game.core.policy import Game, play_out
from game.core.scenario import MENU, Scenario
from game.core.way import Way, chooser
from game.play.playthrough import Playthrough


def game_of(package: Package, seed: int, way: Way) -> tuple[Scenario, Game]:
    """The game of this seed, against the doctrine that it draws."""
    scenario = Playthrough(package, seed).scenario
    return scenario, play_out(scenario, seed, chooser(scenario, way))


def add(found: dict[str, Counter[Any]], scenario: Scenario, game: Game) -> None:
    """Count a game into what was found so far, by the names that `Totals` has."""
    end, steps = game.steps[-1].state, game.steps
    ending = reached(scenario, end)
    assert ending is not None
    turn = scenario.clock.turn
    found["endings"][ending.id, scenario.doctrine] += 1
    found["lengths"][end.cells[turn]] += 1
    found["steps"][""] += len(game.choices)
    met = aims_met(scenario, end)
    found["aims"].update(id for id, is_met in met.items() if is_met)
    found["met"][sum(met.values())] += 1
    found["rules"].update(scenario.rules[d.rule].id for step in steps for d in step.decisions if d.rule >= 0)
    found["events"].update(one.id for one in scenario.happenings if end.cells[one.seen] != NEVER)
    answers = Counter(scenario.answers[d.answer].id for step in steps for d in step.decisions if d.answer >= 0)
    found["given"].update(answers)
    found["given in"].update(answers.keys())
    found["variety"][len(answers)] += 1
    for meter in scenario.meters:
        found["meters"][meter.id, "end", end.cells[meter.cell] - meter.low] += 1
    _by_turn(found, scenario, game)


def _by_turn(found: dict[str, Counter[Any]], scenario: Scenario, game: Game) -> None:
    legal, last = set[tuple[int, str]](), 0
    for step, choice in zip(game.steps, game.choices, strict=False):
        state = step.state
        turn, slot = state.cells[scenario.clock.turn], state.cells[scenario.clock.slot]
        if turn > last:
            for meter in scenario.meters:
                found["meters"][meter.id, str(turn), state.cells[meter.cell] - meter.low] += 1
            for move in scenario.moves:
                short = any(state.cells[purse] < amount for purse, amount in move.price)
                found["short"][move.id] += bool(short and state.cells[move.open])
            last = turn
        open_now = [one.id for one in choices(scenario, state)]
        if slot == MENU:
            legal.update((turn, id) for id in open_now if id != END_TURN)
            found["chosen"][choice.id] += choice.id != END_TURN
        else:
            found["could"].update(open_now)
            found["did"][choice.id] += 1
    found["legal"].update(id for _, id in legal)


def recounted(package: Package, seeds: list[int], way: Way) -> dict[str, Counter[Any]]:
    """All games of these seeds, counted."""
    names = ("endings", "lengths", "steps", "aims", "met", "rules", "events", "given", "given in", "variety", "meters")
    found: dict[str, Counter[Any]] = {name: Counter() for name in (*names, "short", "legal", "chosen", "could", "did")}
    for seed in seeds:
        add(found, *game_of(package, seed, way))
    return {name: +counts for name, counts in found.items()}
