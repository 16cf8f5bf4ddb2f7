"""Moments: turns of scripted games worth a picture, found by playing the scenario's own policies under small seeds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from game.content.package import Package
from game.core.choice import choices
from game.core.decision import Decision
from game.core.outcome import aims_met
from game.core.page import Policy
from game.core.policy import follow
from game.core.rollcall import RollCall, roll_calls, why_vote
from game.core.sheet import drafts_now
from game.desk.session import Session
from game.desk.settings import Settings
from game.play.playthrough import Estimate, Forecast, Playthrough

SEEDS = 12
FIRM = 65  # a partner's line from which it pushes on
Wanted = Callable[[Session], bool]


def games(package: Package, folder: Path) -> Iterator[tuple[Policy, Session]]:
    """New plays under the documented doctrine, one for each seed and policy; nothing of them is saved."""
    for seed in range(1, SEEDS + 1):
        for policy in package.compile().policies:
            play = Playthrough(package, seed, package.documented)
            yield policy, Session(play, package, Settings(), folder / "play.json")


def seek(package: Package, folder: Path, wanted: Wanted) -> Session | None:
    """The first moment of any of the games at which this holds; None when there is none."""
    for policy, session in games(package, folder):
        play = session.play
        chooser = follow(policy)
        while not wanted(session):
            open_now = choices(play.scenario, play.state)
            if not open_now:
                break
            play.choose(chooser(play.scenario, play.state, open_now).id)
        else:
            return session
    return None


def at_desk(turn: int) -> Wanted:
    """The desk is free, at this turn or later."""
    return lambda session: session.scene is None and not session.play.over and session.play.turn >= turn


def busy(turn: int) -> Wanted:
    """The desk is free at this turn or later, the other side has answered a move, and moves have opened."""

    def wanted(session: Session) -> bool:
        if session.scene is not None or session.play.over or session.play.turn < turn:
            return False
        main = session.play.scenario.main_actor
        answers = [item for _, item in session.fresh() if item.kind == "answer" and item.actor == main]
        lines = [line for _, _, line in session.view.partners]
        return bool(answers) and len(session.newly_open()) >= 2 and max(lines) >= FIRM

    return wanted


def may_make(*moves: str) -> Wanted:
    """The desk is free and one of these moves is open."""
    return lambda session: session.scene is None and any(move in session.view.choices for move in moves)


def in_talk(kind: str, number: int = 0) -> Wanted:
    """A summit waits at a stage of this kind, from this exchange on."""

    def wanted(session: Session) -> bool:
        scene = session.scene
        return scene is not None and scene.kind == kind and scene.number >= number

    return wanted


def in_contest(rung: int) -> Wanted:
    """A contest waits at this rung."""

    def wanted(session: Session) -> bool:
        scene = session.scene
        return scene is not None and scene.kind == "contest" and scene.number == rung

    return wanted


def on_ledger(least: int) -> Wanted:
    """The desk is free and so many promises are on record, one of them due."""
    return lambda s: s.scene is None and len(s.view.ledger) >= least and any(e.status == "due" for e in s.view.ledger)


def drafting(body: str) -> Wanted:
    """A text for this body lies on the drafting table, with a few paragraphs in it."""

    def wanted(session: Session) -> bool:
        scene, scenario = session.scene, session.play.scenario
        if scene is None or scene.kind != "draft" or scenario.find.draft[scene.id].body != body:
            return False
        cells = session.play.state.cells
        return sum(cells[provision.cell] for provision in scenario.find.draft[scene.id].provisions) > 2

    return wanted


def tabled(body: str) -> Wanted:
    """The desk is free, and a text of this body waits for its vote."""

    def wanted(session: Session) -> bool:
        scenario = session.play.scenario
        waiting = drafts_now(scenario, session.play.state) if session.scene is None else ()
        return any(scenario.find.draft[id].body == body for id in waiting)

    return wanted


def votes(session: Session) -> tuple[RollCall, ...]:
    """The votes held so far."""
    return roll_calls(session.play.scenario, session.play.steps)


def voted(body: str) -> Wanted:
    """The desk is free after a vote of this body."""
    return lambda session: session.scene is None and any(roll.body == body for roll in votes(session))


def votes_held(least: int) -> Wanted:
    """The game is over, and so many votes were held in it."""
    return lambda session: session.play.over and len(votes(session)) >= least


def worth_asking(session: Session, roll: RollCall, first: Sequence[str]) -> str:
    """The code of a state whose vote something could have changed: one of `first` if it may be, else any."""
    codes = [*first, *(cast.iso for cast in roll.casts)]
    told = (why_vote(session.play.scenario, session.play.steps, roll, iso) for iso in codes)
    return next((found.iso for found in told if found.parts and found.changed_by), codes[0])


def finished(session: Session) -> bool:
    """The game is over after a summit, with an aim met and a forecast among the notes."""
    play = session.play
    scenario = play.scenario
    if not play.over or not any(aims_met(scenario, play.state).values()):
        return False
    if not any(id in scenario.find.move and scenario.find.move[id].summit >= 0 for id in play.choices):
        return False
    made = [(play.turn_of(place), id) for place, id in enumerate(play.choices, 1) if id in scenario.find.move]
    said = ((scenario.find.endings[1].id, "likely", 340), (session.view.ending, "about even", 410))
    for (turn, move), (ending, word, found) in zip(made[:: len(made) // 2], said, strict=False):
        play.notes.estimates.append(Estimate(turn, move, ending, word, found))
    play.notes.forecasts.append(Forecast(3, "analysts", scenario.doctrines[-1], "He counts what we can carry."))
    return True


def telling(session: Session) -> tuple[int, int] | None:
    """The latest answer of the main actor that has most to explain: its step, its place among the decisions."""
    best: tuple[int, int] | None = None
    most = -1
    for step, made in enumerate(session.play.steps):
        for number, decision in enumerate(made.decisions):
            worth = _worth(session, step, number, decision)
            if worth >= max(most, 1):
                best, most = (step, number), worth
    return best


def _worth(session: Session, step: int, number: int, decision: Decision) -> int:
    """How much there is to tell of a decision: its checks, what it beat, what would have changed it."""
    if decision.actor != session.play.scenario.main_actor or decision.answer < 0:
        return -1
    found = session.play.why(step, number)
    worth = min(3, len(found.checks)) + 2 * min(2, len(found.misses)) + min(2, len(found.beaten)) + len(found.unsure)
    return worth + 3 * (decision.slot == "reply")
