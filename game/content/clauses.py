"""Clauses: `then`, `also` and `news` of a record made into clauses of the core, each with an id of its own."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass, field
from typing import NamedTuple

from game.content.conditions import Conditions, Scope
from game.content.effects import Effects, pull_clauses
from game.content.node import Mapping
from game.content.problem import Findings, Place
from game.content.schema.happening import DriftRecord
from game.content.schema.record import ClauseRecord, Consequence
from game.core.grammar import Clause, Effect, When


class Guard(NamedTuple):
    """What must be so for a cell to be set to a value; it is not asked where `beside` is set by the same stroke."""

    when: When
    beside: tuple[int, int] | None = None


@dataclass(slots=True)
class Clauses:
    """Makes clauses, keeping their texts and the cells that delayed effects change.

    The effects that come straight with a record are its clause 0, those under `also` are 1, 2 and so on.
    """

    conditions: Conditions
    effects: Effects
    findings: Findings
    guards: MappingOf[tuple[int, int], Guard]
    """What must be so for a cell to be set to a value: a live promise is not made again, a voted draft not amended."""
    texts: dict[str, str] = field(default_factory=dict)

    def of(
        self,
        base: str,
        then: Mapping | None,
        also: Iterable[ClauseRecord],
        who: str,
        news: str | None = None,
        news_id: str = "",
    ) -> tuple[Clause, ...]:
        """The clauses of a record; `news_id` is where its line of news is kept if not with the clause."""
        found = []
        if then is not None or news is not None:
            effects = self._effects(then, who)
            text = news_id or f"clause.{base}.0.news"
            if news is not None:
                self.texts[text] = news
            found.append(Clause(f"{base}.0", self._guarded(effects), 100, effects, text if news is not None else ""))
        found += [self.one(part, f"{base}.{number}", who) for number, part in enumerate(also, 1)]
        return tuple(found)

    def consequence(
        self, base: str, part: Consequence | None, who: str, news: str | None = None, news_id: str = ""
    ) -> tuple[Clause, ...]:
        """The clauses of what comes of something; () for nothing."""
        if part is None:
            return self.of(base, None, (), who, news, news_id)
        return self.of(base, part.then, part.also, who, part.news if news is None else news, news_id)

    def one(self, part: ClauseRecord, default_id: str, who: str, scope: Scope | None = None) -> Clause:
        """One clause of `also`, `income` or the like."""
        name = part.id.text if part.id is not None else default_id
        self._must_do_something(part.then, part.news, part.spot, who)
        text = ""
        if part.news is not None:
            text = f"clause.{name}.news"
            self.texts[text] = part.news
        when = self.conditions.read(part.when, scope or Scope(who))
        effects = self._effects(part.then, who)
        return Clause(name, (*when, *self._guarded(effects)), part.odds, effects, text)

    def drift(self, part: DriftRecord) -> tuple[Clause, ...]:
        """The clauses of a drift: one for its plain effects, three for each pull."""
        who = f'drift "{part.key}"'
        when = self.conditions.read(part.when, Scope(who))
        found = self.effects.read(part.then, who)
        text = ""
        if part.news is not None:
            text = f"drift.{part.key}.news"
        plain = Clause(part.key, when, part.odds, found.effects, text)
        clauses = [plain] if found.effects or text else []
        for pull in found.pulls:
            clauses += pull_clauses(pull, plain, f"{part.key}.{pull.subject.id}")
        return tuple(clauses)

    def _effects(self, then: Mapping | None, who: str) -> tuple[Effect, ...]:
        found = self.effects.read(then, who)
        if found.pulls and then is not None:
            self.findings.error(then, "pull", f"{who}: `toward` may only stand under `drift`.")
        return found.effects

    def _guarded(self, effects: Iterable[Effect]) -> When:
        """That what these effects set may be set now."""
        set_to = [(effect.cell, effect.amount) for effect in effects]
        asked = [self.guards[pair] for pair in set_to if pair in self.guards]
        return tuple(dict.fromkeys(group for guard in asked if guard.beside not in set_to for group in guard.when))

    def _must_do_something(self, then: Mapping | None, news: str | None, at: Place, who: str) -> None:
        if then is None and news is None:
            self.findings.error(at, "missing", f"{who}: a clause needs `then` or `news`.")
