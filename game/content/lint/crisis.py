"""Crisis: a scenario under one doctrine as lint looks at it: compiled, as written, and what can come about in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from game.content.lint.code import Code, Finding
from game.content.lint.deed import Deed
from game.content.lint.narrow import Box, narrowed
from game.content.lint.places import Places, places_of
from game.content.lint.reach import Memory, Reach, reach
from game.content.lint.soon import Soon
from game.content.parts import Parts
from game.content.problem import Place
from game.content.schema.carry import CarryRecord
from game.content.schema.record import Part
from game.core.condition import holds
from game.core.grammar import When
from game.core.scenario import Scenario

Readers = dict[int, set[str]]
"""By cell: the kinds of things that ask for it, such as rule or ending."""


@dataclass(slots=True)
class Crisis:
    """What the lints of one doctrine share."""

    scenario: Scenario
    parts: Parts
    asked_elsewhere: frozenset[str]
    """Ids of meters that a later crisis takes over."""
    memory: Memory
    reach: Reach = field(init=False)
    places: Places = field(init=False)
    deeds: dict[str, list[Deed]] = field(init=False)
    readers: Readers = field(init=False)
    soon: Soon = field(init=False)

    def __post_init__(self) -> None:
        cells = self.scenario.find.cell
        taken = {carry.into.text for carry in self.parts.of(CarryRecord)}
        carried = [cells[f"meter:{name}"] for name in sorted(taken)]
        self.reach = reach(self.scenario, carried, self.memory)
        self.soon = Soon(self.reach, frozenset(carried))
        self.places = places_of(self.parts)
        self.deeds = defaultdict(list)
        for deed in self.reach.deeds:
            self.deeds[deed.key].append(deed)
        self.readers = _readers(self.reach)

    def can(self, key: str) -> bool:
        """Whether this can come about."""
        return self.reach.can(key)

    def contradicts_itself(self, deed: Deed) -> bool:
        """Whether a deed's condition could not hold whatever came about."""
        ground = self.reach.ground
        return narrowed(deed.own, deed.given, ground, ground.ranges, deed.late) is None

    def begins_with(self, when: When) -> bool:
        """Whether a condition holds before anything is done in the first turn; not if it asks for what is carried."""
        cells = [cell.start for cell in self.scenario.cells]
        cells[self.scenario.clock.turn] = 1
        return holds(when, cells, 1) and not any(leaf.cell in self.soon.carried for group in when for leaf in group)

    def box(self, deed: Deed) -> Box | None:
        """What the cells hold when this deed comes about, None if its condition cannot hold."""
        return self.reach.box(deed)

    def at(self, code: Code, key: str, message: str, *fields: str) -> Iterator[Finding]:
        """A finding about what is called so, at the first of these fields; none if it stands nowhere."""
        found = self.places.get(key)
        if found is not None:
            yield Finding(code, found.field(*fields), found.owner, message)

    def of_part(self, code: Code, part: Part, message: str, at: Place | None = None) -> Finding:
        """A finding about a record, at a place in it or at its id."""
        owner = getattr(part, "id", None)
        return Finding(code, at or owner or part.spot, owner, message)


def _readers(found: Reach) -> Readers:
    readers: Readers = defaultdict(set)
    for deed in found.deeds:
        kind = deed.key.partition(":")[0]
        for cell in {leaf.cell for group in deed.own for leaf in group}:
            readers[cell].add(kind)
        for purse, _ in deed.price:
            readers[purse].add("price")
    for one in found.ground.scenario.derived:
        for cell in {cell for term in one.terms for cell in term} | {cell for cell, _ in one.weights}:
            readers[cell].add("derived")
    for meter in found.ground.scenario.meters:
        if meter.fog is not None:
            readers[meter.fog.by].add("fog")
    return readers
