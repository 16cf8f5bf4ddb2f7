"""Stage: a scenario and what came of playing it, as the lints of played games share them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, partial

from game.content.lint.code import Code, Finding
from game.content.lint.places import Places, Written, places_of
from game.content.lint.played.seen import Seen, Table, lean
from game.content.package import Package
from game.content.schema.card import CardRecord
from game.core.grammar import When
from game.core.scenario import Scenario

Above = Callable[[int, int, int], bool]
"""Whether a count, of so many, passes for being above a limit in percent."""


@dataclass(frozen=True, slots=True)
class Stage:
    """What the lints of played games share. `above` is `surely` or `perhaps`."""

    scenarios: tuple[Scenario, ...]
    """By doctrine."""
    card: CardRecord
    places: Callable[[str], Written | None]
    """Where what is called so stands, if it stands anywhere."""
    taken: frozenset[int]
    """Cells that hold what is carried over from an earlier crisis, or rest on it; here they always start the same."""
    seen: Seen
    above: Above

    def at(self, code: Code, key: str, message: str) -> Iterator[Finding]:
        """A finding about what is called so, at its id; none if it stands nowhere."""
        found = self.places(key)
        if found is not None:
            yield Finding(code, found.at, found.owner, message)

    def of_all(self, code: Code, message: str) -> Finding:
        """A finding about the crisis as a whole, at the id of its card."""
        return Finding(code, self.card.id, self.card.id, message)

    def open_to(self, when: When) -> bool:
        """Whether playing this crisis alone tells if a condition ever holds."""
        return not any(leaf.cell in self.taken for group in when for leaf in group)

    @property
    def scenario(self) -> Scenario:
        """Under the first doctrine, where it does not matter which."""
        return self.scenarios[0]

    @property
    def whole(self) -> int:
        """How many games were played in all."""
        return self.seen.games * len(self.seen.policies) * len(self.seen.doctrines)

    @property
    def each(self) -> int:
        """How many games each policy played."""
        return self.seen.games * len(self.seen.doctrines)

    def by_policy(self, table: Table) -> dict[str, int]:
        """The counts of each policy over all doctrines."""
        return {policy: sum(row) for policy, row in zip(self.seen.policies, table, strict=True)}


def surely(doctrines: int) -> Above:
    """Above for sure. Cases stand for one where the doctrines alone differ."""
    return lambda count, of, limit: lean(count, of, limit, doctrines) > 0


def perhaps(doctrines: int) -> Above:
    """Not below for sure: so much is enough for a silence to be of use."""
    return lambda count, of, limit: of > 0 and lean(count, of, limit, doctrines) >= 0


def stage_of(package: Package, seen: Seen) -> Callable[[Above], Stage]:
    """The stage of a package, for a way to judge."""

    @cache
    def of_doctrine(doctrine: str) -> Places:
        return places_of(package.parts(doctrine))

    def place(key: str) -> Written | None:
        found = (of_doctrine(doctrine).get(key) for doctrine in package.doctrines)
        return next((written for written in found if written is not None), None)

    scenarios = tuple(package.compile(doctrine) for doctrine in package.doctrines)
    card = package.gathered.card
    assert card is not None, "a package has a card"
    return partial(Stage, scenarios, card, place, _taken(scenarios[0]), seen)


def _taken(scenario: Scenario) -> frozenset[int]:
    into = {carry.into for carry in scenario.carries}
    cells = {meter.cell for meter in scenario.meters if meter.id in into}
    for one in scenario.derived:
        if cells.intersection(cell for term in one.terms for cell in term) or cells & {cell for cell, _ in one.weights}:
            cells.add(one.cell)
    return frozenset(cells)


def share(count: int, of: int, what: str) -> str:
    """How many of how many there are, of which there must be some, and what that is in percent."""
    return f"{count:,} of {of:,} {what} ({100 * count / of:.0f}%)"


def listed(words: list[str]) -> str:
    """Words put one after the other."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
