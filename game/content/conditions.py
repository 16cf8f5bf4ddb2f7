"""Conditions: an author's `when` made into groups of leaves, or the reasons why it cannot be."""

from __future__ import annotations

import datetime
from collections.abc import Mapping as MappingOf
from collections.abc import Sequence as SequenceOf
from dataclasses import dataclass

from game.content.groups import domain, either
from game.content.matcher import NUMBER_SLOTS, Match, forms, match, offer
from game.content.node import Mapping, Node, Scalar, Sequence, kind_in_words
from game.content.phrases import CONDITIONS, LOWEST, Ask, Phrase
from game.content.problem import Findings
from game.content.subject import Subject
from game.core.grammar import FAR, Group, Leaf, When

LONGEST_MEMORY = 90  # turns: past this an age could be that of something that never happened


@dataclass(frozen=True, slots=True)
class Scope:
    """What a condition at this place may ask: hidden meters or not, and the stages `topic` may name."""

    who: str
    hidden: bool = True
    topics: MappingOf[str, int] | None = None


@dataclass(frozen=True, slots=True)
class Conditions:
    """Reads conditions against the subjects of a scenario, noting what is wrong with them."""

    subjects: MappingOf[str, Subject]
    broken: frozenset[str]
    dates: tuple[str, ...]
    other_names: MappingOf[str, str]
    """Ids that are no subjects, such as those of options, with what they name."""
    findings: Findings

    def read(self, node: Node | None, scope: Scope) -> When:
        """The condition as groups that must all hold; () for none. Errors are noted at their places."""
        groups: list[Group] = []
        for mapping in self._mappings(node, "when"):
            for name, phrase in mapping.entries.items():
                at = mapping.keys[name]
                if name == "any":
                    groups += self._any(phrase, scope)
                elif isinstance(phrase, Scalar):
                    groups += self._leafs(at, phrase, scope)
                else:
                    self._wrong_kind(phrase, name)
        return tuple(groups)

    def _mappings(self, node: Node | None, name: str) -> list[Mapping]:
        if node is None:
            return []
        nodes = node.items if isinstance(node, Sequence) else [node]
        good = [part for part in nodes if isinstance(part, Mapping)]
        for part in nodes:
            if not isinstance(part, Mapping):
                self.findings.error(
                    part,
                    "condition",
                    f"`{name}` asks in the form `name: phrase`, such as "
                    f"`unity: at least 40`; here stands {kind_in_words(part)}.",
                )
        if isinstance(node, Mapping | Sequence) and not nodes:
            self.findings.error(node, "condition", f"`{name}` is empty: write a condition or leave it out.")
        return good

    def _any(self, node: Node, scope: Scope) -> list[Group]:
        """One of several phrases: their groups joined, so that again all groups must hold."""
        found: list[Group] | None = None
        for mapping in self._mappings(node, "any"):
            for name, phrase in mapping.entries.items():
                if name == "any":
                    self.findings.error(mapping.keys[name], "condition", "`any` cannot stand inside `any`.")
                elif not isinstance(phrase, Scalar):
                    self._wrong_kind(phrase, name)
                else:
                    groups = self._leafs(mapping.keys[name], phrase, scope)
                    found = groups if found is None else either(found, groups)
        return found or []

    def _wrong_kind(self, phrase: Node, name: str) -> None:
        self.findings.error(
            phrase,
            "condition",
            f'"{name}" needs a phrase such as "at least 40", not {kind_in_words(phrase)}.',
        )

    def _leafs(self, name: Scalar, phrase: Scalar, scope: Scope) -> list[Group]:
        subject = self.subject(name, scope)
        if subject is None:
            return []
        text = " ".join(phrase.text.split())
        negated = text.startswith("not ")
        text = text.removeprefix("not ")
        rows = [row for row in CONDITIONS if row.kind in subject.kinds]
        found = match(text, rows)
        if found is None:
            self._unknown_phrase(phrase, text, subject, rows)
            return []
        leaves = self._asked(found, subject, phrase, scope)
        if leaves is None:
            return []
        return self._negated(leaves, subject, phrase) if negated else [(leaf,) for leaf in leaves]

    def subject(self, name: Scalar, scope: Scope) -> Subject | None:
        """The subject of this name, or None with the reason noted."""
        subject = self.subjects.get(name.text)
        if subject is None:
            self._no_subject(name, scope)
            return None
        if subject.each:
            self.findings.error(name, "condition", f'"{name.text}" stands for several meters; ask for one of them.')
            return None
        if subject.kinds[0] == "topic" and scope.topics is None:
            self.findings.error(name, "condition", "`topic` can only be asked by rules with `at`.")
            return None
        if subject.hidden and not scope.hidden:
            self.findings.error(
                name,
                "hidden",
                f'{scope.who} asks for "{name.text}", which is hidden from the player, who could then not know why.',
            )
            return None
        return subject

    def _no_subject(self, name: Scalar, scope: Scope) -> None:
        kind = self.other_names.get(name.text)
        if kind is not None:
            self.findings.error(
                name,
                "unknown-subject",
                f'{scope.who} asks for "{name.text}", but nothing can be asked of a thing of the kind "{kind}". '
                "Let it set a flag, and ask for the flag.",
            )
        elif name.text not in self.broken:
            message = f'{scope.who} asks for "{name.text}", which this scenario does not have.'
            self.findings.unknown(name, "unknown-subject", message, name.text, self.subjects)

    def _unknown_phrase(self, phrase: Scalar, text: str, subject: Subject, rows: SequenceOf[Phrase]) -> None:
        hint = offer(text, rows)
        if not hint and text.lstrip("-").isdigit():
            hint = f'Did you mean "at least {text}" or "exactly {text}"?'
        words = f" (WORD: {', '.join(sorted(subject.words)[:12])})" if subject.words else ""
        self.findings.error(
            phrase,
            "phrase",
            f'"{phrase.text}" cannot be asked of {subject.title}. One can ask: {forms(rows)}{words}.',
            hint,
        )

    def _asked(self, found: Match[Phrase], subject: Subject, phrase: Scalar, scope: Scope) -> list[Leaf] | None:
        values = self._values(found, subject, phrase, scope)
        if values is None:
            return None
        leaves = [self._leaf(ask, values, subject) for ask in found.row.asks]
        for leaf, ask in zip(leaves, found.row.asks, strict=True):
            low, high = (0, LONGEST_MEMORY) if ask.age else (subject.low, subject.high)
            counted = ask.age or ask.role == "value"
            if leaf.low > leaf.high or (counted and (leaf.low > high or leaf.high < low)):
                limits = "" if ask.age else f": {subject.title} goes from {low} to {high}"
                self.findings.error(phrase, "never", f'"{phrase.text}" can never hold{limits}.')
                return None
            if ask.role == "value" and leaf.low <= low and leaf.high >= high and not ask.age:
                self.findings.error(
                    phrase,
                    "always",
                    f'"{phrase.text}" always holds: {subject.title} goes from {low} to {high}.',
                )
                return None
        return leaves

    def _leaf(self, ask: Ask, values: tuple[int, ...], subject: Subject) -> Leaf:
        low, high = ask.interval(*values) if ask.interval is not None else (subject.number, subject.number)
        if low == LOWEST:
            low = subject.low
        if high == FAR and ask.role == "value":
            high = max(FAR, subject.high)
        return Leaf(subject.cells[ask.role], low, high, ask.age)

    def _values(self, found: Match[Phrase], subject: Subject, phrase: Scalar, scope: Scope) -> tuple[int, ...] | None:
        numbers: list[int] = []
        slots = [slot for slot in found.row.form.split() if slot in (*NUMBER_SLOTS, "WORD", "DATE")]
        for slot, text in zip(slots, found.values, strict=True):
            number = self._value(slot, text, subject, phrase, scope)
            if number is None:
                return None
            numbers.append(number)
        return tuple(numbers)

    def _value(self, slot: str, text: str, subject: Subject, phrase: Scalar, scope: Scope) -> int | None:
        if slot == "DATE":
            return self._turn(text, phrase)
        if slot != "WORD":
            return int(text)
        words = (scope.topics or {}) if subject.kinds[0] == "topic" else subject.words
        if text not in words:
            if text not in self.broken:
                self.findings.unknown(
                    phrase,
                    "unknown-word",
                    f'"{text}" is not one of: {", ".join(sorted(words)[:12]) or "(none)"}.',
                    text,
                    words,
                )
            return None
        return words[text]

    def _turn(self, text: str, phrase: Scalar) -> int | None:
        """The first turn on this date or later."""
        try:
            datetime.date.fromisoformat(text)
        except ValueError:
            self.findings.error(phrase, "date", f'"{text}" is not a date: write year-month-day.')
            return None
        return sum(date < text for date in self.dates) + 1

    def turn_of(self, date: Scalar, who: str) -> int:
        """The turn in which this date lies: the last one that begins on it or before. Noted if there is none."""
        turn = sum(known <= date.text for known in self.dates)
        if not 1 <= turn < len(self.dates):
            first, last = self.dates[:1], self.dates[-1:]
            self.findings.error(
                date,
                "calendar",
                f"{who}: {date.text} is outside the calendar, which is played from {''.join(first)} until the day "
                f"before {''.join(last)}.",
            )
            return 1
        return turn

    def _negated(self, leaves: list[Leaf], subject: Subject, phrase: Scalar) -> list[Group]:
        parts: list[Leaf] = []
        for leaf in leaves:
            low, high = domain(leaf, subject)
            if leaf.low > low:
                parts.append(leaf._replace(low=low, high=leaf.low - 1))
            if leaf.high < high:
                parts.append(leaf._replace(low=leaf.high + 1, high=high))
        if not parts:
            self.findings.error(phrase, "never", f'"{phrase.text}" can never hold.')
            return []
        return [tuple(parts)]
