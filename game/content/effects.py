"""Effects: an author's `then` made into changes of cells, or the reasons why it cannot be."""

from __future__ import annotations

import re
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass

from game.content.changes import EFFECTS, PULL, Change, EffectPhrase
from game.content.matcher import forms, match, offer
from game.content.node import Mapping, Node, Scalar, kind_in_words
from game.content.problem import Findings
from game.content.subject import Subject
from game.core.grammar import ADD, TO, Clause, Effect, Group, Leaf

LONGEST_DELAY = 4
_BARE = re.compile(r"[0-9]+( .*)?")


@dataclass(frozen=True, slots=True)
class Pull:
    """A meter is drawn toward a value by so much each turn."""

    subject: Subject
    value: int
    by: int


@dataclass(frozen=True, slots=True)
class Consequences:
    """The effects of one `then`, and the pulls, which only drift has."""

    effects: tuple[Effect, ...] = ()
    pulls: tuple[Pull, ...] = ()


@dataclass(frozen=True, slots=True)
class Effects:
    """Reads effects against the subjects of a scenario, noting what is wrong with them."""

    subjects: MappingOf[str, Subject]
    broken: frozenset[str]
    findings: Findings

    def read(self, node: Mapping | None, who: str) -> Consequences:
        """The effects of a `then`; empty for none. Errors are noted at their places."""
        if node is None:
            return Consequences()
        effects: list[Effect] = []
        pulls: list[Pull] = []
        touched: dict[str, str] = {}
        for name, phrase in node.entries.items():
            subject = self._subject(node.keys[name], who)
            if subject is None:
                continue
            for one in subject.each or (subject,):
                if one.id in touched:
                    self.findings.error(
                        node.keys[name],
                        "touched-twice",
                        f'"{one.id}" is changed twice here: by "{touched[one.id]}" and by "{name}".',
                    )
                touched[one.id] = name
                changes = self._changes(phrase, one)
                effects += [self._effect(change, one) for change in changes if change.role != "pull"]
                pulls += [Pull(one, c.amount or 0, c.over) for c in changes if c.role == "pull"]
        if not node.entries:
            self.findings.error(node, "effect", "`then` is empty: write an effect or leave it out.")
        return Consequences(tuple(effects), tuple(pulls))

    def _subject(self, name: Scalar, who: str) -> Subject | None:
        subject = self.subjects.get(name.text)
        if subject is None:
            if name.text not in self.broken:
                known = [key for key, found in self.subjects.items() if not found.fixed]
                self.findings.unknown(
                    name,
                    "unknown-subject",
                    f'{who} changes "{name.text}", which this scenario does not have.',
                    name.text,
                    known,
                )
            return None
        if subject.fixed:
            self.findings.error(name, "fixed", f'{who} cannot change "{name.text}": {subject.fixed}.')
            return None
        return subject

    def _changes(self, phrase: Node, subject: Subject) -> tuple[Change, ...]:
        rows = [row for row in EFFECTS if row.kind in subject.kinds]
        if not isinstance(phrase, Scalar):
            self.findings.error(
                phrase, "effect", f'"{subject.id}" needs an effect such as "+5", not {kind_in_words(phrase)}.'
            )
            return ()
        text = " ".join(phrase.text.split())
        found = match(text, rows)
        if found is None:
            self._unknown(phrase, text, subject, rows)
            return ()
        numbers = tuple(int(value) for value in found.values)
        return found.row.changes(*numbers) if self._fits(found.row, numbers, phrase, subject) else ()

    def _unknown(self, phrase: Scalar, text: str, subject: Subject, rows: list[EffectPhrase]) -> None:
        if _BARE.fullmatch(text) and any(row.form == "+N" for row in rows):
            number, _, rest = text.partition(" ")
            tail = f" {rest}" if rest else ""
            hint = f'Did you mean "+{number}{tail}"' + ("?" if rest else f' or "to {number}"?')
            self.findings.error(phrase, "bare-number", f'"{text}" does not say whether it is added or set.', hint)
            return
        self.findings.error(
            phrase,
            "phrase",
            f'"{phrase.text}" cannot be done to {subject.title}. One can write: {forms(rows)}.',
            offer(text, rows),
        )

    def _fits(self, row: EffectPhrase, numbers: tuple[int, ...], phrase: Scalar, subject: Subject) -> bool:
        if row.form in ("to N", PULL.form) and not subject.low <= numbers[0] <= subject.high:
            self.findings.error(
                phrase,
                "range",
                f"{numbers[0]} is outside the range of {subject.title}, {subject.low} to {subject.high}.",
            )
            return False
        if row is PULL and not 1 <= numbers[1] <= subject.high - subject.low:
            self.findings.error(phrase, "range", f"a step of {numbers[1]} a turn is not possible here.")
            return False
        if "turns" in row.form and not 1 <= numbers[1] <= LONGEST_DELAY:
            self.findings.error(
                phrase,
                "delay",
                f"an effect may wait or spread over 1 to {LONGEST_DELAY} turns, not "
                f"{numbers[1]}. What takes longer is a promise, a flag or a dated event.",
            )
            return False
        if row.form[0] in "+-" and not 1 <= numbers[0] <= subject.high - subject.low:
            self.findings.error(
                phrase,
                "range",
                f"a change by {numbers[0]} makes no sense for {subject.title}, which "
                f"goes from {subject.low} to {subject.high}.",
            )
            return False
        return True

    def _effect(self, change: Change, subject: Subject) -> Effect:
        amount = subject.number if change.amount is None else change.amount
        return Effect(subject.cells[change.role], change.kind, amount, change.after, change.over)


def pull_clauses(pull: Pull, base: Clause, name: str) -> tuple[Clause, ...]:
    """The clauses that draw a meter toward a value: from below, from above, and the last step."""
    cell, value, by = pull.subject.cells["value"], pull.value, pull.by
    low, high = pull.subject.low, pull.subject.high
    step: tuple[tuple[Leaf, Effect], ...] = (
        (Leaf(cell, low, value - by), Effect(cell, ADD, by)),
        (Leaf(cell, value + by, high), Effect(cell, ADD, -by)),
    )
    near = tuple(
        leaf
        for leaf in (Leaf(cell, value - by + 1, value - 1), Leaf(cell, value + 1, value + by - 1))
        if leaf.low <= leaf.high
    )
    parts: list[tuple[Group, Effect]] = [((leaf,), effect) for leaf, effect in step if leaf.low <= leaf.high]
    if near:
        parts.append((near, Effect(cell, TO, value)))
    return tuple(
        Clause(f"{name}.{number}", (*base.when, group), base.odds, (effect,))
        for number, (group, effect) in enumerate(parts, 1)
    )
