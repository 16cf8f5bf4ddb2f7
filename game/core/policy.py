"""Policy: a scripted way to play, as whole-number weights per choice, drawn by the engine's own dice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from .chance import pick
from .choice import END_TURN, Choice, choices
from .condition import holds
from .draft import Draft
from .page import Policy
from .scenario import DRAFTING, MENU, Scenario
from .state import State
from .step import Step, start, step

Chooser = Callable[[Scenario, State, tuple[Choice, ...]], Choice]


def names_of(scenario: Scenario, id: str) -> frozenset[str]:
    """What a preference may call the choice of this id: its id, its tags, or the approach it takes."""
    move = scenario.find.move.get(id)
    if move is not None:
        return frozenset((id, *move.tags))
    for summit in scenario.summits:
        for stage in summit.stages:
            for option in stage.options:
                if option.id == id:
                    return frozenset((id, scenario.approaches[option.approach]))
    return frozenset((id,))


def ids_of(scenario: Scenario) -> frozenset[str]:
    """The ids of all that can be chosen at one time or another."""
    found = {END_TURN, *(move.id for move in scenario.moves)}
    found.update(option.id for summit in scenario.summits for stage in summit.stages for option in stage.options)
    for contest in scenario.contests:
        found.update(response.does for rung in contest.rungs for response in rung.responses)
    return frozenset(found.union(*(_edits(draft) for draft in scenario.drafts)))


def weights(scenario: Scenario, policy: Policy, state: State, open_now: tuple[Choice, ...]) -> list[int]:
    """The weight of each choice that may be made, never below nought."""
    turn = state.cells[scenario.clock.turn]
    live = [preference for preference in policy.preferences if holds(preference.when, state.cells, turn)]
    found = []
    for choice in open_now:
        names = names_of(scenario, choice.id)
        found.append(max(0, sum(p.weight for p in live if any(name in names for name in p.choices))))
    return found


def follow(policy: Policy) -> Chooser:
    """A chooser that draws by the policy's weights; what no preference speaks of is never taken.

    Where all weigh nothing it ends the turn or takes the first.
    """

    def choose(scenario: Scenario, state: State, open_now: tuple[Choice, ...]) -> Choice:
        found = weights(scenario, policy, state, open_now)
        if not any(found):
            return open_now[-1] if state.cells[scenario.clock.slot] == MENU else open_now[0]
        return _draw(scenario, state, open_now, found, policy.id)

    return choose


def at_random(scenario: Scenario, state: State, open_now: tuple[Choice, ...]) -> Choice:
    """Any choice, all alike."""
    turn = state.cells[scenario.clock.turn]
    return open_now[pick(state.seed, turn, _place(scenario, state, "random"), len(open_now))]


def turns_of(line: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """A line of choices cut into turns; the choice that ends a turn is left out, for it ends by itself."""
    found: list[list[str]] = [[]]
    for id in line:
        if id == END_TURN:
            found.append([])
        else:
            found[-1].append(id)
    return tuple(tuple(turn) for turn in found)


def _edits(draft: Draft) -> frozenset[str]:
    """The ids of all that can be done at the drafting table of this draft."""
    wordings, sponsors = (wording.id for wording in draft.wordings), (sponsor.id for sponsor in draft.sponsors)
    clauses = (provision.id for provision in draft.provisions)
    return frozenset((*wordings, *clauses, *sponsors, f"{draft.id}.table", f"{draft.id}.shelve"))


def scripted(line: Sequence[str]) -> Chooser:
    """A chooser that keeps to a line: the first of the turn's choices that may be made, and then the turn's end.

    At a drafting table, where one thing can be done twice, they are taken one by one. Where the line has nothing to
    say a contest is held, and what else is being held is sat out with its last option.
    """
    turns = turns_of(line)

    def choose(scenario: Scenario, state: State, open_now: tuple[Choice, ...]) -> Choice:
        number = state.cells[scenario.clock.turn] - 1
        wanted = turns[number] if number < len(turns) else ()
        by_id = {choice.id: choice for choice in open_now}
        if state.cells[scenario.clock.slot] == DRAFTING:
            own = _edits(scenario.drafts[state.cells[scenario.clock.draft] - 1])
            wanted = tuple(id for id in wanted if id in own)[state.cells[scenario.clock.edits] :][:1]
        fits = next((by_id[id] for id in wanted if id in by_id), None)
        return fits or (open_now[0] if open_now[0].id == "hold" else open_now[-1])

    return choose


def _place(scenario: Scenario, state: State, name: str) -> str:
    """The name of the dice for a choice at this point of a turn."""
    clock = scenario.clock
    within = state.cells[clock.stage] + state.cells[clock.edits]
    return f"{name}/{state.cells[clock.moves]}/{state.cells[clock.slot]}/{within}"


def _draw(scenario: Scenario, state: State, open_now: tuple[Choice, ...], found: list[int], name: str) -> Choice:
    left = pick(state.seed, state.cells[scenario.clock.turn], _place(scenario, state, name), sum(found))
    for choice, weight in zip(open_now, found, strict=True):
        if left < weight:
            return choice
        left -= weight
    raise AssertionError("weights add up")


class Game(NamedTuple):
    """A whole game: its choices and its steps, the opening first."""

    choices: tuple[Choice, ...]
    steps: tuple[Step, ...]


def play_out(scenario: Scenario, seed: int, choose: Chooser) -> Game:
    """A game played to its end by a chooser."""
    steps, made = [start(scenario, seed)], []
    while open_now := choices(scenario, steps[-1].state):
        choice = choose(scenario, steps[-1].state, open_now)
        made.append(choice)
        steps.append(step(scenario, steps[-1].state, choice))
    return Game(tuple(made), tuple(steps))
