"""Step: one decision point, one step. The slots of a turn and the phases of its end, in their fixed order."""

from __future__ import annotations

from typing import NamedTuple

from . import calendar, channel, contest, drafting, ledger, outcome, partner, summit, vote
from .act import Move
from .actor import decide
from .choice import END_TURN, Choice, may
from .condition import passes
from .decision import Decision
from .event import Event, because
from .scenario import DRAFTING, MENU, REPLY, TABLE, Scenario
from .state import State
from .work import Imposed, Work


class IllegalChoice(ValueError):
    """What was chosen may not be chosen now."""


class Step(NamedTuple):
    """What one choice brought about, and the State it led to."""

    events: tuple[Event, ...]
    decisions: tuple[Decision, ...]
    state: State


def start(scenario: Scenario, seed: int) -> Step:
    """The opening: the declared start of every cell and the beginning of the first turn."""
    work = Work(scenario, State(seed, tuple(cell.start for cell in scenario.cells)))
    calendar.begin(work)
    return _done(work)


def step(scenario: Scenario, state: State, choice: Choice, imposed: Imposed | None = None) -> Step:
    """The events, decisions and State that follow from a choice; `state` is not touched.

    With `imposed`, the main actor's answers are those given there, and it is silent where none is; only at a table
    it still finds its own where none is given.
    Raises IllegalChoice if the choice is not among `choices(scenario, state)`.
    """
    work = Work(scenario, state, imposed)
    if choice.seat != scenario.seat or not may(work, choice.id):
        raise IllegalChoice(f"{choice.id} may not be chosen now")
    slot = work.cells[scenario.clock.slot]
    if slot == REPLY:
        _reply(work, choice.id)
    elif slot == TABLE:
        summit.take(work, next(option for option in summit.options(work) if option.id == choice.id))
    elif slot == DRAFTING:
        drafting.take(work, next(edit for edit in drafting.options(work) if edit.id == choice.id))
    elif slot == MENU and choice.id == END_TURN:
        _end_turn(work)
    else:
        _make(work, scenario.find.move[choice.id])
    return _done(work)


def _done(work: Work) -> Step:
    return Step(tuple(work.events), tuple(work.decisions), work.state())


def _reply(work: Work, does: str) -> None:
    contest.reply(work, next(response for response in contest.responses(work) if response.does == does))
    work.put(work.scenario.clock.slot, MENU, because("choice", does))
    work.close()


def _make(work: Work, move: Move) -> None:
    clock, cause = work.scenario.clock, because("choice", move.id)
    for purse, amount in move.price:
        work.change(purse, -amount, cause)
    number = work.cells[move.count] + 1
    work.mark(((move.made, move.count), *move.tag_cells), cause)
    work.change(clock.moves, 1, cause)
    if move.joint is not None:
        work.put(clock.joint, work.turn, cause)
    if number <= move.news:
        work.tell(f"move.{move.id}.news.{number}", cause)
    work.apply(move.clauses, cause)
    if move.summit >= 0:
        summit.opens(work, move.summit, cause)
    if move.draft >= 0:
        drafting.opens(work, move.draft, cause)
    work.close()


def _drift(work: Work) -> None:
    cells, turn = work.cells, work.turn
    for (cell, low, high, leaves, groups), clause, cause in work.scenario.find.drift:
        if low <= cells[cell] <= high and passes(leaves, groups, cells, turn):
            work.let(clause, cause)
    work.close()


def _end_turn(work: Work) -> None:
    scenario = work.scenario
    made = [move for move in scenario.moves if work.cells[move.made] == work.turn]
    heard = channel.hear(work, made)
    taken: list[int] = []
    for move in made:
        decide(work, scenario.main_actor, "reply", move.id, heard[move.id], taken)
    work.close()
    decide(work, scenario.main_actor, "initiative", "initiative", ("",), taken)
    work.close()
    contest.continue_contest(work)
    contest.challenge(work, made, heard)
    partner.third_parties(work, made)
    vote.ballots(work)
    ledger.settle(work)
    _drift(work)
    if not outcome.judge(work):
        calendar.begin(work)


