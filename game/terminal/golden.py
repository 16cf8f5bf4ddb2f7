"""Golden: a playthrough as readable text, whose choices, seed and scenario are read back from the file itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from game.core.chronicle import changes, headed, items
from game.core.event import Cause
from game.core.outcome import reached
from game.core.scenario import Scenario
from game.core.words import title
from game.fault import Fault
from game.play.playthrough import Crisis, Playthrough
from game.play.sequel import legacies

from .page import who, wrap

_HEAD = re.compile(r"^scenario: (?P<scenario>[a-z0-9-]+)\s+seed: (?P<seed>\d+)\s+doctrine:\s*(?P<doctrine>\S*)\s*$")
_CARRIED = re.compile(r"^carried: (?P<meter>\S+) (?P<start>-?\d{1,5})\s+from (?P<after>[a-z0-9-]+)\s*$")
_CHOICE = re.compile(r"^\s*choice: (?P<id>\S+)\s*$")


class Golden(NamedTuple):
    """What a golden file asks for: everything else in it is what came of it."""

    scenario: str
    seed: int
    doctrine: str
    choices: tuple[str, ...]
    carried: dict[str, int]
    """By meter, where it starts because of an earlier play."""
    after: str
    """The crisis of that play; empty where nothing was taken over."""


def read(path: Path) -> Golden:
    """The scenario, seed, doctrine, choices and what was taken over. Raises Fault for a file that is no golden one."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise Fault(f"The moves file {path} cannot be read: {error}.", code=2) from error
    head = next((found for line in lines if (found := _HEAD.match(line))), None)
    if head is None:
        raise Fault(f"{path} has no line such as 'scenario: road-to-moscow   seed: 7   doctrine: documented'.", code=2)
    chosen = tuple(found["id"] for line in lines if (found := _CHOICE.match(line)))
    taken = [found for line in lines if (found := _CARRIED.match(line))]
    carried = {found["meter"]: int(found["start"]) for found in taken}
    after = taken[0]["after"] if taken else ""
    return Golden(head["scenario"], int(head["seed"]), head["doctrine"], chosen, carried, after)


def begun(package: Crisis, asked: Golden) -> Playthrough:
    """The play that a golden file asks for, at its opening."""
    play = Playthrough(package, asked.seed, asked.doctrine, None, asked.carried)
    play.notes.after = asked.after
    return play


def why(scenario: Scenario, cause: Cause) -> str:
    """A cause in words."""
    match cause.kind:
        case "choice":
            return f"you chose {cause.id}"
        case "bound":
            return "it can go no further"
        case "derived":
            return "what it is made of moved"
        case "delay":
            return "what was begun earlier now tells"
    return f"{cause.kind} {cause.id}"


def write(play: Playthrough) -> Iterator[str]:
    """The lines of a golden file for this play. While it goes on, what the seat cannot see is left out."""
    scenario = play.scenario
    doctrine = play.doctrine if play.over else "sealed"
    yield f"scenario: {scenario.id}   seed: {play.seed}   doctrine: {doctrine}"
    for legacy in legacies(play):
        yield f"carried: {legacy.meter} {legacy.start}   from {play.notes.after}"
    told = set[str]()
    yield from _step(play, 0, 0, told)
    turn = 0
    for index, id in enumerate(play.choices, 1):
        now = play.turn_of(index)
        if now != turn:
            turn = now
            yield ""
            yield f"turn {turn}   {scenario.dates[turn - 1]}"
        yield f"  choice: {id}"
        yield from _step(play, index, now, told)
    ending = reached(scenario, play.state)
    yield ""
    yield f"ending: {title(scenario, 'ending', ending.id)} [{ending.id}]" if ending else "the game goes on"


def _step(play: Playthrough, index: int, turn: int, told: set[str]) -> Iterator[str]:
    scenario, step = play.scenario, play.steps[index]
    for item in items(scenario, step, turn, told):
        yield from wrap(headed(item, who(scenario, item)), "    ")
    for change in changes(scenario, step, play.over):
        value = step.state.cells[scenario.find.meter[change.id].cell]
        if change.by:
            causes = _shares(scenario, change.shares)
            yield f"      {change.id} {change.by:+} = {value}   because {causes}"


def _shares(scenario: Scenario, shares: Sequence[tuple[int, Cause]]) -> str:
    told = list(dict.fromkeys(why(scenario, cause) for _, cause in shares))
    return "; ".join(told)
