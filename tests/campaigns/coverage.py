"""Coverage: whether everything that was written can come about, and whether choices and prices bite.

    python -m tests.campaigns.coverage [SCENARIO] [--games N]

N random games, and a quarter as many scripted ones, spread over the doctrines. Lists whatever never came.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from game.content.lint.twins import twin_moves, twin_rules, twin_texts
from game.content.package import Package
from game.core.scenario import Scenario
from tests.core.known import edits_of

from .tally import Piece, Tally, tally, together
from .workers import MOST, over, package

PIECE = 25
SCRIPTED = 4
"""One scripted game to so many random ones."""
CHOICES_BITE, PRICES_BITE = 80, 70
"""Percent of random turns in which they are wanted to."""


def pieces(name: str, doctrines: Sequence[str], policies: Sequence[str], games: int) -> list[Piece]:
    """The work: random games first, then scripted ones, each spread evenly over the doctrines."""
    scripted, many = games // SCRIPTED, max(1, len(policies))
    lines = [("random", games), *((id, scripted // many + (n < scripted % many)) for n, id in enumerate(policies))]
    found, first = list[Piece](), 0
    for line, wanted in lines:
        for number, doctrine in enumerate(doctrines):
            left = wanted // len(doctrines) + (number < wanted % len(doctrines))
            while left > 0:
                found.append((name, doctrine, line, first, min(PIECE, left)))
                first += min(PIECE, left)
                left -= PIECE
    return found


def survey(name: str, games: int, processes: int = MOST) -> Tally:
    """The tally of all these games."""
    loaded = package(name)
    policies = [policy.id for policy in loaded.compile().policies]
    return together(over(tally, pieces(name, loaded.doctrines, policies, games), processes))


def written(loaded: Package) -> dict[str, set[str]]:
    """By kind: the ids of everything that should come about under some doctrine."""
    scenarios = [loaded.compile(doctrine) for doctrine in loaded.doctrines]
    first = scenarios[0]
    options = {option.id for summit in first.summits for stage in summit.stages for option in stage.options}
    tabled = {move.draft for move in first.moves}
    for draft in first.drafts:
        if draft.index in tabled:
            options |= edits_of(draft)
    return {
        "legal": {move.id for move in first.moves} | options,
        "chosen": {move.id for move in first.moves},
        "rule": {rule.id for scenario in scenarios for rule in scenario.rules},
        "answer": {answer.id for scenario in scenarios for answer in scenario.answers},
        "event": {happening.id for happening in first.happenings},
        "ending": {ending.id for ending in first.endings},
    }


def missing(loaded: Package, found: Tally) -> dict[str, list[str]]:
    """By kind: what never came."""
    return {kind: sorted(ids - set(found.of(kind))) for kind, ids in written(loaded).items()}


def share(found: Tally, kind: str) -> int:
    """In how many percent of the turns tried the answer was yes."""
    counted = found.of(kind)
    return round(100 * counted["yes"] / max(1, counted.total()))


def unwritten_answers(scenarios: Sequence[Scenario]) -> list[str]:
    """Answers that no rule of any doctrine gives."""
    given = {scenario.answers[rule.answer].id for scenario in scenarios for rule in scenario.rules}
    return sorted({answer.id for scenario in scenarios for answer in scenario.answers} - given)


def twins(loaded: Package) -> dict[str, list[tuple[str, ...]]]:
    """By kind: groups of records that say the same, under any doctrine."""
    scenarios = [loaded.compile(doctrine) for doctrine in loaded.doctrines]
    return {
        "rules equal but for a number": sorted({group for one in scenarios for group in twin_rules(one)}),
        "moves with the same effects": twin_moves(scenarios[0]),
        "texts written twice": sorted({group for one in scenarios for group in twin_texts(one)}),
    }


def tell(loaded: Package, found: Tally) -> None:
    """Print what came, what never did, and what says the same."""
    games = found.of("games")
    scripted = games.total() - games["random"]
    print(f"{games['random']} random games, {scripted} scripted, {len(loaded.doctrines)} doctrines")
    everything = written(loaded)
    for kind, never in missing(loaded, found).items():
        total = len(everything[kind])
        print(f"{kind:7} {total - len(never):3} of {total:3}  never: {', '.join(never) or 'none'}")
    for kind in ("rule", "event", "chosen"):
        rare = [f"{id} {times}" for id, times in sorted(found.of(kind).items(), key=lambda p: p[1])[:12]]
        print(f"rarest {kind}: {', '.join(rare)}")
    for kind in ("ending", "promise", "contest"):
        print(f"{kind}s: {', '.join(f'{id} {times}' for id, times in sorted(found.of(kind).items()))}")
    unwritten = unwritten_answers([loaded.compile(doctrine) for doctrine in loaded.doctrines])
    print(f"answers no rule gives: {', '.join(unwritten) or 'none'}")
    print(f"turns in which other moves are answered otherwise: {share(found, 'choice')}% ({CHOICES_BITE} wanted)")
    print(f"turns in which a wish is refused for its price: {share(found, 'price')}% ({PRICES_BITE} wanted)")
    for kind, groups in twins(loaded).items():
        print(f"{kind}: {'; '.join(' = '.join(group) for group in groups) or 'none'}")
    again = ", ".join(f"{text} {times}" for text, times in found.of("told again").most_common(12))
    print(f"lines that came again in one game (then told without their words): {again or 'none'}")


def main() -> int:
    """Play and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scenario", nargs="?", default="road-to-moscow")
    parser.add_argument("--games", type=int, default=2000)
    asked = parser.parse_args()
    tell(package(asked.scenario), survey(asked.scenario, asked.games))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
