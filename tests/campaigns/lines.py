"""Lines: scripted ways to play, under every doctrine and many dice, laid side by side.

    python -m tests.campaigns.lines [SCENARIO] [--games N]

They should end visibly apart. Where force may come, no one of them should be best against every Moscow; and leverage,
not argument, should move how often it does.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

from game.core.scenario import Scenario

from .course import EARLY, Course, Hold, chooser, course, everywhere, nothing_held, played, seed_of, shown
from .trials import CRISIS, HOLDS, TRIALS
from .workers import MOST, over, package

LINES = ("nothing", "argue-only", "threaten-only", "historical", "build-leverage", "reassure-only")
CAUTIOUS = "cautious"
WARS = ("full-invasion", "war-in", "general-war")
"""What the ids of endings in which force comes begin with."""
FORCE = {"full-invasion": 0, "general-war": 0, "war-in": 40, "standoff": 75, "a-way-out": 100}
"""How well an ending stands on the axis of force, 0 to 100, by what its id begins with."""
APART, CLOSE, PIECE = 15, 5, 50


class Piece(NamedTuple):
    """Some games of one line under one doctrine; `approach` is taken wherever possible, `hold` names an experiment."""

    scenario: str
    doctrine: str
    line: str
    approach: str
    hold: str
    first: int
    games: int


def play(piece: Piece) -> list[Course]:
    """The courses of these games."""
    scenario = package(piece.scenario).compile(piece.doctrine)
    script = chooser(scenario, piece.line)
    if piece.approach:
        script = everywhere(scenario, script, piece.approach)
    hold: Hold = HOLDS.get(piece.hold, nothing_held)
    numbers = range(piece.first, piece.first + piece.games)
    return [course(scenario, played(scenario, seed_of(number), script, hold)) for number in numbers]


Key = tuple[str, str, str, str]
"""Doctrine, line, approach, hold."""


def campaign(scenario: str, keys: Sequence[Key], games: int, processes: int = MOST) -> dict[Key, list[Course]]:
    """All games of these lines."""
    pieces = [
        Piece(scenario, *key, first, min(PIECE, games - first)) for key in keys for first in range(0, games, PIECE)
    ]
    found: dict[Key, list[Course]] = {key: [] for key in keys}
    for piece, courses in zip(pieces, over(play, pieces, processes), strict=True):
        found[piece[1:5]] += courses
    return found


def scripts(scenario: Scenario) -> list[str]:
    """The ids of a crisis's scripts: the six above first, in their order, then others, the cautious one last."""
    there = [policy.id for policy in scenario.policies]
    others = [id for id in there if id not in (*LINES, CAUTIOUS)]
    return [id for id in (*LINES, *others, CAUTIOUS) if id in there]


def forceful(scenario: Scenario) -> bool:
    """Whether the endings of a crisis stand on the axis of force."""
    return any(ending.id.startswith(WARS) for ending in scenario.endings)


def war(courses: Sequence[Course]) -> int:
    """In how many percent of the games force came."""
    return round(100 * sum(one.ending.startswith(WARS) for one in courses) / len(courses))


def mean(courses: Sequence[Course], place: int) -> int:
    """The mean of a shown meter at the end."""
    return round(sum(one.meters[place] for one in courses) / len(courses))


def standing(courses: Sequence[Course]) -> int:
    """Both axes in one number, for comparison only: half how force came, half readiness on the day."""
    force = sum(next((n for id, n in FORCE.items() if one.ending.startswith(id)), 50) for one in courses)
    return round((force + sum(one.ready for one in courses)) / (2 * len(courses)))


def commonest(words: Sequence[str]) -> str:
    """The word that comes most often, the earlier in the alphabet of two."""
    return min(Counter(words).items(), key=lambda pair: (-pair[1], pair[0]))[0]


def differences(scenario: Scenario, one: Sequence[Course], other: Sequence[Course]) -> list[str]:
    """How two lines end apart: another commonest ending or readiness band, or 15 points of a shown meter."""
    found = []
    for name in ("ending", "band"):
        here, there = (commonest([getattr(c, name) for c in line]) for line in (one, other))
        if here != there:
            found.append(name)
    for place, id in enumerate(shown(scenario)):
        if abs(mean(one, place) - mean(other, place)) >= APART:
            found.append(id)
    return found


def answered_apart(one: Sequence[Course], other: Sequence[Course]) -> int:
    """Under how many percent of the dice the early answers differ."""
    return round(100 * sum(a.early != b.early for a, b in zip(one, other, strict=True)) / len(one))


def best_everywhere(found: dict[Key, list[Course]], doctrines: Sequence[str]) -> list[str]:
    """Those lines, the cautious one left out, that are best, or within 5 points of best, under every doctrine."""
    lines = list(dict.fromkeys(line for _, line, approach, hold in found if line != CAUTIOUS and not approach + hold))
    score = {(d, line): standing(found[d, line, "", ""]) for d in doctrines for line in lines}
    top = {d: max(score[d, line] for line in lines) for d in doctrines}
    return [line for line in lines if all(score[d, line] >= top[d] - CLOSE for d in doctrines)]


def tell(scenario: Scenario, found: dict[Key, list[Course]], doctrines: Sequence[str]) -> None:
    """Print the table of lines and their differences."""
    for doctrine in doctrines:
        force = "readiness, war in %, standing; " if forceful(scenario) else ""
        print(f"\n== {doctrine}: commonest endings, {force}means of shown meters")
        for (moscow, line, _, _), courses in found.items():
            if moscow == doctrine:
                _tell_line(scenario, line, courses)
    first = {line: courses for (moscow, line, _, _), courses in found.items() if moscow == doctrines[0]}
    print(f"\n== {doctrines[0]}: pairs of lines, what they end apart in, early answers that differ in % of dice")
    apart = 0
    for one, other in combinations([line for line in first if line != CAUTIOUS], 2):
        answers = answered_apart(first[one], first[other])
        apart += answers >= 50
        found_apart = ", ".join(differences(scenario, first[one], first[other]))
        print(f"{one} / {other}: {found_apart or 'NOTHING'}; {answers}%")
    print(f"pairs whose answers differ by turn {EARLY} under most dice: {apart} (four are wanted)")
    if forceful(scenario):
        best = ", ".join(best_everywhere(found, doctrines))
        print(f"lines best, or within {CLOSE} points of best, under every doctrine: {best or 'none'}")


def _tell_line(scenario: Scenario, line: str, courses: Sequence[Course]) -> None:
    def shares(words: Sequence[str]) -> str:
        return ", ".join(f"{word} {round(100 * n / len(words))}" for word, n in Counter(words).most_common(3))

    meters = " ".join(f"{id} {mean(courses, place)}" for place, id in enumerate(shown(scenario)))
    ends, bands = shares([one.ending for one in courses]), shares([one.band for one in courses])
    force = f" | {bands} | war {war(courses)} | {standing(courses)}" if forceful(scenario) else ""
    print(f"{line:15} {ends}{force} | {meters}")


def main() -> int:
    """Play, print, and say what does not hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scenario", nargs="?", default="road-to-moscow")
    parser.add_argument("--games", type=int, default=400)
    asked = parser.parse_args()
    loaded = package(asked.scenario)
    scenario, doctrines = loaded.compile(), loaded.doctrines
    keys: list[Key] = [(doctrine, line, "", "") for doctrine in doctrines for line in scripts(scenario)]
    trials = TRIALS if scenario.id == CRISIS else ()
    extra: list[Key] = [(doctrines[0], trial.line, trial.approach, trial.hold) for trial in trials]
    found = campaign(asked.scenario, [*keys, *(key for key in extra if key not in keys)], asked.games)
    tell(scenario, {key: found[key] for key in keys}, doctrines)
    if trials:
        print(f"\n== {doctrines[0]}: how often force comes")
    for trial, key in zip(trials, extra, strict=True):
        rate = war(found[key])
        holds = "ok " if trial.low <= rate <= trial.high else "OUT"
        print(f"{holds} {rate:3}%  {trial.says} ({trial.low}-{trial.high})")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
