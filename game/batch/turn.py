"""Turn: the phases of a turn's end, for all lanes of a block at once."""

from __future__ import annotations

import numpy as np

from game.core.act import Move
from game.core.contest import FELL, RELENTED
from game.core.ledger import BROKEN, DUE, KEPT, OPEN
from game.core.scenario import OVER

from . import opening
from .agenda import SILENT, Phase
from .ballot import ballots
from .block import At, Block
from .look import Yes

Heard = list[tuple[Move, tuple[str, ...], At]]
"""Moves of the turn as the other side hears them: which, by what triggers, in which lanes."""


def end(block: Block) -> None:
    """End the turn in every lane: as `game.core.step` does it, phase by phase."""
    scenario, everyone = block.scenario, block.everyone
    made = [(move, np.flatnonzero(block.cells[move.made] == block.turn)) for move in scenario.moves]
    made = [(move, at) for move, at in made if len(at)]
    heard = _hear(block, made)
    phase = Phase(block)
    for move, triggers, at in heard:
        phase.decide(scenario.main_actor, "reply", (move.id,), triggers, at)
    _close(block)
    phase.go_on()
    phase.decide(scenario.main_actor, "initiative", ("initiative",), ("",), everyone)
    _close(block)
    _continue_contest(block)
    _challenge(block, heard)
    _third_parties(block, made)
    ballots(block)
    _settle(block)
    _drift(block)
    _judge(block)
    going_on = np.flatnonzero(block.cells[scenario.clock.over] == 0)
    if len(going_on):
        opening.begin(block, going_on if len(going_on) < len(everyone) else everyone)
    block.refresh()


def _close(block: Block) -> None:
    block.close()


def _hear(block: Block, made: list[tuple[Move, At]]) -> Heard:
    scenario = block.scenario
    channels = np.zeros(len(block.everyone), dtype=np.intp)
    for channel in scenario.channels:
        channels += block.cells[channel.cell] > 0
    table = np.array(scenario.misreading or (0,), dtype=np.intp)
    odds = table[np.minimum(channels, len(table) - 1)]
    found: Heard = []
    for move, at in made:
        amiss = at[:0]
        if move.act.private and move.misread_as:
            wanted = odds.take(at)
            for chance in np.unique(wanted).tolist():
                amiss = np.union1d(amiss, block.roll(f"misread/{move.id}", chance, at[wanted == chance]))
            block.put(scenario.clock.misread, block.turn, amiss)
            found.append((move, ("misread", *move.misread_as), amiss))
        found.append((move, move.triggers, np.setdiff1d(at, amiss, assume_unique=True)))
    _close(block)
    return [(move, triggers, at) for move, triggers, at in found if len(at)]


def _end_contest(block: Block, cell: int, outcome: int, at: At) -> None:
    clock = block.scenario.clock
    block.put(clock.contest, 0, at)
    block.put(clock.rung, 0, at)
    block.put(cell, outcome, at)


def _continue_contest(block: Block) -> None:
    scenario, clock = block.scenario, block.scenario.clock
    held = block.cells[clock.held] == block.turn
    phase = Phase(block)
    for contest in scenario.contests:
        at = np.flatnonzero(held & (block.cells[clock.contest] == contest.index + 1))
        if not len(at):
            continue
        given, _ = phase.decide(scenario.main_actor, "contest", (contest.id,), (contest.id,), at)
        does = np.array([answer.contest for answer in scenario.answers] + [""])[given]
        relents, climbs = at[does == "relent"], at[does == "climb"]
        block.apply(contest.relented, relents)
        _end_contest(block, contest.outcome, RELENTED, relents)
        last = block.row(clock.rung, climbs) >= len(contest.rungs)
        block.change(clock.rung, 1, climbs[~last])
        block.apply(contest.fallen, climbs[last])
        _end_contest(block, contest.outcome, FELL, climbs[last])
    _close(block)


def _challenge(block: Block, heard: Heard) -> None:
    """One objection at most, to the first move that meets one; each is its own phase, as in the core.

    Where nobody has objected nothing has changed, so that one look at the conditions serves until somebody has
    answered without objecting.
    """
    scenario, clock = block.scenario, block.scenario.clock
    free: Yes = block.cells[clock.contest] == 0
    phase = Phase(block)
    for move in scenario.moves:
        for made, triggers, lanes in heard:
            if made is not move or not scenario.find.rules_for(scenario.main_actor, "challenge", triggers):
                continue
            at = lanes.compress(free.take(lanes))
            if not len(at):
                continue
            phase.forget()
            given, fired = phase.decide(scenario.main_actor, "challenge", (move.id,), triggers, at)
            _close(block)
            for place in np.unique(fired[given != SILENT]).tolist():
                opened = scenario.rules[place].opens
                there = at.compress(fired == place)
                if opened >= 0:
                    block.put(clock.contest, opened + 1, there)
                    block.put(clock.rung, 1, there)
                    block.put(scenario.contests[opened].outcome, 0, there)
                    free[there] = False
                else:
                    phase = Phase(block)
            _close(block)


def _third_parties(block: Block, made: list[tuple[Move, At]]) -> None:
    scenario, phase = block.scenario, Phase(block)
    for move, at in made:
        if move.joint is None:
            continue
        agreed = np.zeros(len(at), dtype=np.intp)
        for index in move.joint.partners:
            partner = scenario.partners[index]
            given, _ = phase.decide(partner.id, "consent", (move.id,), move.triggers, at)
            said = np.array([answer.consent for answer in scenario.answers] + [0])[given]
            line = block.row(partner.line, at) >= move.joint.ask
            agreed += np.where(said != 0, said > 0, line)
        enough = agreed >= move.joint.needs
        block.put(move.joint.agreed_cell, block.turn, at.compress(enough))
        block.apply(move.joint.agreed, at.compress(enough))
        block.put(move.joint.refused_cell, block.turn, at.compress(~enough))
        block.apply(move.joint.refused, at.compress(~enough))
    askable = scenario.find.askable
    for actor in scenario.actors:
        if actor == scenario.main_actor:
            continue
        for move, at in made:
            if actor in askable("reply", move.triggers):
                phase.decide(actor, "reply", (move.id,), move.triggers, at)
        if actor in askable("initiative", ("",)):
            phase.decide(actor, "initiative", ("initiative",), ("",), block.everyone)
    _close(block)


def _settle(block: Block) -> None:
    for promise in block.scenario.promises:
        status = block.cells[promise.status]
        came_up = block.where(promise.trigger, np.flatnonzero(status == OPEN))
        block.put(promise.status, DUE, came_up)
        block.put(promise.deadline, block.turn + promise.within, came_up)
        due = np.flatnonzero(status == DUE)
        if not len(due):
            continue
        kept = block.holds(promise.kept_when, due)
        block.put(promise.status, KEPT, due.compress(kept))
        block.apply(promise.kept, due.compress(kept))
        left = due.compress(~kept)
        late = left[block.turn >= block.row(promise.deadline, left)]
        block.put(promise.status, BROKEN, late)
        block.apply(promise.broken, late)
    _close(block)


def _drift(block: Block) -> None:
    block.apply(block.scenario.drift, block.everyone)
    _close(block)


def _judge(block: Block) -> None:
    scenario = block.scenario
    clock, last = scenario.clock, block.turn >= scenario.turns
    open_still: At = block.everyone
    for ending in scenario.find.endings:
        if last or ending.early:
            met = block.holds(ending.when, open_still)
            there = open_still.compress(met)
            block.put(clock.over, ending.index + 1, there)
            block.put(clock.slot, OVER, there)
            open_still = open_still.compress(~met)
    _close(block)
