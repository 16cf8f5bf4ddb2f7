"""Bench: what every assembler needs at hand: the records, the names, the cells and the readers of phrases."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pydantic_core import PydanticCustomError

from game.content.cells import DELAYED, Cells, lay_out
from game.content.clauses import Clauses, Guard
from game.content.conditions import Conditions, Scope
from game.content.countries import BODIES, COUNTRIES
from game.content.effects import Effects
from game.content.gauges import GaugeSpec, gauge_specs
from game.content.names import Names
from game.content.node import Mapping, Node, Scalar
from game.content.parts import Parts
from game.content.problem import Findings
from game.content.schema.actor import ActorRecord, PartnerRecord
from game.content.schema.draft import DraftRecord
from game.content.schema.leaf import integer, prose
from game.content.schema.promise import PromiseRecord
from game.content.subject import Subject
from game.content.subjects import subjects_of
from game.core.draft import NONE, TABLED, WITHDRAWN
from game.core.grammar import Leaf, When
from game.core.ledger import KEPT, LAPSED, OPEN
from game.core.scenario import Clock


@dataclass(frozen=True, slots=True)
class Bench:
    """The state of one compilation."""

    parts: Parts
    names: Names
    specs: tuple[GaugeSpec, ...]
    cells: Cells
    clock: Clock
    subjects: dict[str, Subject]
    conditions: Conditions
    clauses: Clauses
    findings: Findings
    actors: dict[str, str]
    """The country of each actor; a partner's is its id."""

    def price(self, node: Mapping | None, who: str) -> tuple[tuple[int, int], ...]:
        """Pairs of purse cell and amount."""
        purses = {spec.id: spec for spec in self.specs if spec.kind == "purse"}
        found = []
        for name, amount in node.entries.items() if node is not None else ():
            if name not in purses:
                assert node is not None
                if name not in self.parts.broken:
                    self.findings.unknown(
                        node.keys[name], "unknown-id", f'{who} is paid in "{name}", which is no purse.', name, purses
                    )
                continue
            number = self.number(amount, 0, purses[name].high, f"{who}, price")
            if number:
                found.append((self.cells[f"meter:{name}"], number))
        return tuple(sorted(found))

    def number(self, node: Node, low: int, high: int, who: str) -> int:
        """A whole number of the range; the lower end when it is none, which is noted."""
        try:
            return integer(node, low, high)
        except PydanticCustomError as fault:
            self.findings.error(node, fault.type, f"{who}: {fault.message()}")
            return low

    def prose(self, node: Node, who: str) -> str:
        """A text; "" when it is none, which is noted."""
        try:
            return prose(node)
        except PydanticCustomError as fault:
            hint = str((fault.context or {}).get("hint", ""))
            self.findings.error(node, fault.type, f"{who}: {fault.message()}", hint)
            return ""

    def country(self, scalar: Scalar, who: str) -> str:
        """The code of a country, a body, an actor's country, or the seat."""
        text, actors = scalar.text, self.actors
        if text in COUNTRIES or text in BODIES or text == self.parts.card.seat.text:
            return text
        if text in actors:
            return actors[text]
        self.findings.unknown(
            scalar,
            "unknown-country",
            f'{who} names "{text}", which is no country (three letters of ISO 3166-1, such as DEU), body or actor.',
            text,
            sorted(COUNTRIES | BODIES | set(actors) | {self.parts.card.seat.text}),
        )
        return text

    def sources(self, scalars: Iterable[Scalar], who: str) -> tuple[str, ...]:
        """The ids of sources, those that do not exist noted."""
        return tuple(self.names.checked(scalars, ("source",), who))

    @property
    def no_contest(self) -> When:
        """That no contest is going on: asked by whatever opens one."""
        return ((Leaf(self.clock.contest, 0, 0),),)

    def scope(self, who: str) -> Scope:
        """What a condition may ask that the player must be able to understand: nothing hidden."""
        return Scope(who, hidden=False)


def _guards(parts: Parts, cells: Cells) -> dict[tuple[int, int], Guard]:
    """By cell and value: what must be so for an effect to set it."""
    found: dict[tuple[int, int], Guard] = {}
    for promise in parts.of(PromiseRecord):
        status = cells[f"promise:{promise.key}"]
        found[status, OPEN] = Guard(((Leaf(status, 0, 0), Leaf(status, KEPT, LAPSED)),))
    for draft in parts.of(DraftRecord):
        stage, wait = cells[f"draft:{draft.key}"], cells[f"wait:{draft.key}"]
        unvoted = Guard(((Leaf(stage, NONE, TABLED), Leaf(stage, WITHDRAWN, WITHDRAWN)),))
        tabled = (Leaf(stage, TABLED, TABLED),)
        found[stage, TABLED] = Guard(((Leaf(stage, NONE, NONE), Leaf(stage, WITHDRAWN, WITHDRAWN)),))
        found[stage, WITHDRAWN] = Guard((tabled,))
        # Who tables a text sets its wait too; and a vote that is later than that anyway is not brought forward.
        found[wait, DELAYED] = Guard((tabled, (Leaf(wait, 0, DELAYED),)), beside=(stage, TABLED))
        for provision in draft.provisions:
            cell = cells[f"text:{draft.key}.{provision.clause.text}"]
            found[cell, 0] = found[cell, 1] = unvoted
    return found


def set_up(parts: Parts, findings: Findings) -> Bench:
    """The bench for these parts."""
    names = Names(parts, findings)
    specs = gauge_specs(parts, findings)
    cells, clock = lay_out(parts, specs)
    subjects = subjects_of(parts, specs, cells, clock)
    dates = tuple(date.text for date in parts.card.dates)
    others = {name: named.kind for name, named in names.common.items() if name not in subjects}
    conditions = Conditions(subjects, parts.broken, dates, others, findings)
    clauses = Clauses(conditions, Effects(subjects, parts.broken, findings), findings, _guards(parts, cells))
    actors = {actor.key: actor.country.text for actor in parts.of(ActorRecord)}
    actors |= {partner.key: partner.key for partner in parts.of(PartnerRecord)}
    return Bench(parts, names, specs, cells, clock, subjects, conditions, clauses, findings, actors)
