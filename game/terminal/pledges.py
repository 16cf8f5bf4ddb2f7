"""Pledges: the promise ledger as lines: when each falls due, what keeps it, and what breaking it costs."""

from __future__ import annotations

from collections.abc import Iterator

from game.core.act import Move
from game.core.event import Changed
from game.core.forum import Promise
from game.core.ledger import DUE, OPEN, STATUS
from game.core.scenario import Scenario
from game.core.state import State
from game.core.view import Entry
from game.core.words import title
from game.play.playthrough import Playthrough

from .effects import effects
from .page import wrap

LONGEST_TERMS = 360
"""Letters; terms that run on longer are told by the promise's own words alone."""


def ledger_lines(play: Playthrough) -> Iterator[str]:
    """The promise ledger."""
    promises = {promise.id: promise for promise in play.scenario.promises}
    for entry in play.view.ledger:
        promise = promises[entry.id]
        yield from wrap(f"{entry.title} ({entry.kind}, {_status(play, entry)}): {entry.text}", "  ")
        terms = f"Falls due on: {entry.trigger}. Kept by: {entry.kept_by}."
        if len(terms) <= LONGEST_TERMS:
            yield from wrap(terms, "    ")
        yield from wrap(_outcomes(play, promise), "    ")
    if not play.view.ledger:
        yield "  Nothing has been promised."


def final_lines(play: Playthrough) -> Iterator[str]:
    """The ledger of a finished play, in short."""
    promises = {promise.id: promise for promise in play.scenario.promises}
    for entry in play.view.ledger:
        came = "" if entry.status in ("open", "due") else _outcomes(play, promises[entry.id])
        status = "called in, and not settled in time" if entry.status == "due" else entry.status
        yield from wrap(f"{entry.title} ({entry.kind}): {status}. {came}".strip(), "  ")
    if not play.view.ledger:
        yield "  Nothing has been promised."


def _status(play: Playthrough, entry: Entry) -> str:
    if entry.status != "due":
        return entry.status
    turn = play.view.turn
    return "due, judged at the end of " + ("this turn" if entry.left <= 0 else f"turn {turn + entry.left}")


def _outcomes(play: Playthrough, promise: Promise) -> str:
    """What came, or will come, of a promise, and what called it in."""
    status, scenario = play.state.cells[promise.status], play.scenario
    broken, kept = effects(scenario, promise.broken), effects(scenario, promise.kept)
    by = called_in_by(play, promise)
    parts = [f"Called in by: {by}."] if by else []
    if status in (OPEN, DUE):
        parts += [f"If kept: {kept or 'nothing more'}. If broken: {broken or 'nothing more'}."]
    elif came := {"broken": broken, "kept": kept}.get(STATUS[status], ""):
        parts += [f"That brought: {came}."]
    return " ".join(parts)


def called_in_by(play: Playthrough, promise: Promise) -> str:
    """The titles of the moves by which a promise fell due; "" when no move of the player's called it in."""
    scenario = play.scenario
    for index, step in enumerate(play.steps):
        if any(isinstance(e, Changed) and e.cell == promise.status for e in step.events):
            state = step.state
            if state.cells[promise.status] == DUE:
                turn = play.turn_of(index)
                made = [move for move in scenario.moves if state.cells[move.made] == turn]
                return ", ".join(title(scenario, "move", move.id) for move in made if _triggers(move, promise))
    return ""


def _triggers(move: Move, promise: Promise) -> bool:
    """Whether making the move is what a promise waits for."""
    marks = {move.made, *(last for last, _ in move.tag_cells)}
    return any(leaf.cell in marks and leaf.age and leaf.low <= 0 for group in promise.trigger for leaf in group)


def calls_in(scenario: Scenario, state: State, move: str) -> list[str]:
    """Titles of the open promises that a move would call in."""
    open_now = [promise for promise in scenario.promises if state.cells[promise.status] == OPEN]
    found = scenario.find.move[move]
    return [title(scenario, "promise", promise.id) for promise in open_now if _triggers(found, promise)]


def settled(play: Playthrough, id: str) -> tuple[str, str]:
    """How a promise that makes news came out, in a word and in what it brought: ("Broken", "Weight -3 ...")."""
    promise = next(promise for promise in play.scenario.promises if promise.id == id)
    status = STATUS[play.state.cells[promise.status]]
    return (status.capitalize(), _outcomes(play, promise)) if status in ("kept", "broken") else ("", "")
