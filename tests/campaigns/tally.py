"""Tally: what happened in some games, as counts that can be added up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from game.core.choice import choices
from game.core.event import Told
from game.core.grammar import NEVER
from game.core.outcome import reached
from game.core.scenario import MENU, Scenario
from game.core.step import Step

from .course import chooser, played, seed_of
from .price import wanted_in_vain
from .sets import answered_otherwise
from .workers import package


@dataclass(slots=True)
class Tally:
    """Counts by kind and id: moves that were legal, chosen, rules that fired, and so on."""

    counts: dict[str, Counter[str]] = field(default_factory=dict)

    def add(self, kind: str, id: str, times: int = 1) -> None:
        """Count something."""
        self.counts.setdefault(kind, Counter())[id] += times

    def of(self, kind: str) -> Counter[str]:
        """All counts of a kind."""
        return self.counts.get(kind, Counter())

    def merge(self, other: Tally) -> None:
        """Take over the counts of another."""
        for kind, counted in other.counts.items():
            self.counts.setdefault(kind, Counter()).update(counted)


def count(scenario: Scenario, steps: list[Step], tally: Tally) -> None:
    """Count what happened in a game."""
    last = steps[-1].state
    ending = reached(scenario, last)
    tally.add("ending", ending.id if ending else "(none)")
    for move in scenario.moves:
        if last.cells[move.made] != NEVER:
            tally.add("chosen", move.id)
    for happening in scenario.happenings:
        if last.cells[happening.seen] != NEVER:
            tally.add("event", happening.id)
    for promise in scenario.promises:
        tally.add("promise", f"{promise.id}: {last.cells[promise.status]}")
    for contest in scenario.contests:
        tally.add("contest", f"{contest.id}: {last.cells[contest.outcome]}")
    _count_steps(scenario, steps, tally)


def _count_steps(scenario: Scenario, steps: list[Step], tally: Tally) -> None:
    clock, told = scenario.clock, Counter[str]()
    for taken in steps:
        cells = taken.state.cells
        for choice in choices(scenario, taken.state) if cells[clock.slot] != MENU or not cells[clock.moves] else ():
            tally.add("legal", choice.id)
        for decision in taken.decisions:
            if decision.rule >= 0:
                tally.add("rule", scenario.rules[decision.rule].id)
            if decision.answer >= 0:
                tally.add("answer", scenario.answers[decision.answer].id)
        told.update(event.text for event in taken.events if isinstance(event, Told))
    for text, times in told.items():
        if times > 1:
            tally.add("told again", text)


Piece = tuple[str, str, str, int, int]
"""Scenario, doctrine, line, first game, number of games."""


def tally(piece: Piece) -> Tally:
    """The tally of these games. In random ones, turns are also tried for choices that matter and prices that bite."""
    name, doctrine, line, first, games = piece
    scenario = package(name).compile(doctrine)
    script, found = chooser(scenario, line), Tally()
    for number in range(first, first + games):
        steps = played(scenario, seed_of(number), script)
        found.add("games", line)
        count(scenario, steps, found)
        if line == "random":
            _try_turns(scenario, steps, number, found)
    return found


def _try_turns(scenario: Scenario, steps: list[Step], number: int, found: Tally) -> None:
    for kind, tried in (("choice", answered_otherwise), ("price", wanted_in_vain)):
        answer = tried(scenario, steps, number)
        if answer is not None:
            found.add(kind, "yes" if answer else "no")


def together(tallies: Iterable[Tally]) -> Tally:
    """All tallies added up."""
    whole = Tally()
    for one in tallies:
        whole.merge(one)
    return whole
