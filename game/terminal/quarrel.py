"""Quarrel: a contest at the keyboard: what each way of answering brings, and what came of the answer."""

from __future__ import annotations

from collections.abc import Iterator

from game.core.contest import FELL, RELENTED, TRADED, YIELDED
from game.core.forum import Contest, Response
from game.core.scenario import Scenario
from game.core.scene import Scene
from game.core.state import State
from game.core.words import title
from game.play.playthrough import Playthrough

from .effects import effects
from .page import wrap

OVER = {
    RELENTED: "It is over: the other side has let it go.",
    YIELDED: "It is over: you gave way.",
    TRADED: "It is over: something was traded.",
    FELL: "It is over: nobody gave way in time.",
}
"""By outcome of a contest, what came of it."""


def _of(play: Playthrough, scene: Scene) -> Contest:
    return next(contest for contest in play.scenario.contests if contest.id == scene.id)


def _now(play: Playthrough, scene: Scene, does: str) -> Response:
    rung = _of(play, scene).rungs[scene.number - 1]
    return next(response for response in rung.responses if response.does == does)


def brings(play: Playthrough, scene: Scene, does: str) -> str:
    """What a response brings for certain, in a few words."""
    return effects(play.scenario, _now(play, scene, does).clauses) or "no number moves"


def about_response(play: Playthrough, scene: Scene, does: str) -> Iterator[str]:
    """What a response is, what it brings now, and for holding what giving way would bring one rung higher."""
    response = _now(play, scene, does)
    label = play.scenario.text(f"response.{response.id}.label")
    yield from wrap(f"{does.capitalize()}: {label}. It brings now: {brings(play, scene, does)}.")
    if does != "hold":
        yield from wrap("That ends the quarrel.", "  ")
    elif scene.number >= scene.of:
        yield from wrap("This is the last rung: if the other side climbs again, events decide.", "  ")
    else:
        rung = _of(play, scene).rungs[scene.number]
        higher = next((effects(play.scenario, one.clauses) for one in rung.responses if one.does == "yield"), "")
        where = "in private" if rung.private else "in public"
        yield from wrap(f"If the other side climbs, giving way {where} will bring: {higher or 'nothing more'}.", "  ")


def came_of_it(scenario: Scenario, before: State, after: State) -> Iterator[str]:
    """What came of the contest that was on before: its end, another rung, or that nobody moved."""
    clock = scenario.clock
    index = before.cells[clock.contest]
    if not index or (before.cells[clock.turn] == after.cells[clock.turn] and after.cells[clock.contest] == index):
        return
    contest = scenario.contests[index - 1]
    rung, was = after.cells[clock.rung], before.cells[clock.rung]
    if after.cells[clock.contest] != index:
        said = OVER.get(after.cells[contest.outcome], "It is over.")
    elif rung > was:
        said = f"The other side has climbed to rung {rung} of {len(contest.rungs)}."
    elif after.cells[clock.held] == before.cells[clock.turn]:
        said = "You held, and the other side has neither climbed nor let go. It wants an answer again."
    else:
        return
    yield from wrap(f"- {title(scenario, 'contest', contest.id)}. {said}", "  ")
