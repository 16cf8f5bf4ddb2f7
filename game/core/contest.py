"""Contest: a quarrel over one act, climbed rung by rung until one side relents, yields or trades."""

from __future__ import annotations

from .act import Move
from .actor import decide
from .condition import holds
from .event import Cause, because
from .forum import Contest, Response, Rung
from .work import Work

RELENTED, YIELDED, TRADED, FELL = 1, 2, 3, 4


def live(work: Work) -> Contest | None:
    """The contest that is on, if any."""
    index = work.cells[work.scenario.clock.contest]
    return work.scenario.contests[index - 1] if index else None


def rung(work: Work, contest: Contest) -> Rung:
    """The rung the live contest stands on."""
    return contest.rungs[work.cells[work.scenario.clock.rung] - 1]


def responses(work: Work) -> tuple[Response, ...]:
    """What may be done now about the live contest."""
    contest = live(work)
    if contest is None:
        return ()
    return tuple(response for response in rung(work, contest).responses if holds(response.when, work.cells, work.turn))


def reply(work: Work, response: Response) -> None:
    """Hold, yield or trade."""
    contest = live(work)
    assert contest is not None
    cause = because("choice", response.id)
    work.apply(response.clauses, cause)
    if response.does == "hold":
        work.put(work.scenario.clock.held, work.turn, cause)
    else:
        _end(work, contest, YIELDED if response.does == "yield" else TRADED, cause)
    work.close()


def _end(work: Work, contest: Contest, outcome: int, cause: Cause) -> None:
    clock = work.scenario.clock
    work.put(clock.contest, 0, cause)
    work.put(clock.rung, 0, cause)
    work.put(contest.outcome, outcome, cause)


def continue_contest(work: Work) -> None:
    """Ask the other side what it does about a rung that was held this turn."""
    contest = live(work)
    clock = work.scenario.clock
    if contest is None or work.cells[clock.held] != work.turn:
        return
    decision = decide(work, work.scenario.main_actor, "contest", contest.id, (contest.id,), [])
    if decision.answer < 0:
        return
    answer = work.scenario.answers[decision.answer]
    cause = because("answer", answer.id)
    if answer.contest == "relent":
        work.apply(contest.relented, because("contest", contest.id))
        _end(work, contest, RELENTED, cause)
    elif answer.contest == "climb" and work.cells[clock.rung] < len(contest.rungs):
        work.change(clock.rung, 1, cause)
    elif answer.contest == "climb":
        work.apply(contest.fallen, because("contest", contest.id))
        _end(work, contest, FELL, cause)
    work.close()


def challenge(work: Work, made: list[Move], heard: dict[str, tuple[str, ...]]) -> None:
    """Let the other side object to one move of the turn, when no contest is on."""
    scenario = work.scenario
    if live(work) is not None:
        return
    for move in made:
        if not scenario.find.rules_for(scenario.main_actor, "challenge", heard[move.id]):
            continue
        decision = decide(work, scenario.main_actor, "challenge", move.id, heard[move.id], [])
        work.close()
        if decision.answer < 0:
            continue
        opened = scenario.rules[decision.rule].opens if decision.rule >= 0 else -1
        if opened >= 0:
            cause = because("rule", scenario.rules[decision.rule].id)
            work.put(scenario.clock.contest, opened + 1, cause)
            work.put(scenario.clock.rung, 1, cause)
            work.put(scenario.contests[opened].outcome, 0, cause)
            work.close()
            return
