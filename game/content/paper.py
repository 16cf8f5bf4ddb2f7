"""Paper: a draft resolution in a file of its own, as `longtable vote` takes it, checked word by word."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from pathlib import Path

from game.content.node import Mapping, Node, Scalar, Sequence, kind_in_words
from game.content.problem import Findings, Spot
from game.content.read import read_file
from game.content.votes import FIRST_YEAR, GROUPS, LAST_YEAR, Library
from game.core.ballot import AUTHORS

BODIES = {
    "assembly": "assembly",
    "general assembly": "assembly",
    "council": "council",
    "security council": "council",
}
FIELDS = ("format", "title", "body", "date", "clauses", "author", "sponsors", "lobbying")
ALL = "all"
MOST_LOBBYING = 9_999
_INTEGER = re.compile(r"[+-]?[0-9]{1,6}")


@dataclass(frozen=True, slots=True)
class Paper:
    """A draft: `clauses` are places in Library.clauses; `lobbying` is by state, in thousandths of a logit."""

    title: str
    body: str
    date: str
    author: str
    clauses: tuple[int, ...]
    sponsors: tuple[str, ...]
    lobbying: dict[str, int]


def read_paper(path: Path, library: Library) -> Paper:
    """The draft in a file. Raises ContentFault with every mistake in it."""
    findings = Findings()
    root = read_file(path, path.as_posix(), findings)
    if root is None:
        findings.raise_errors()
    assert root is not None
    reader = _Reader(root, library, findings)
    paper = reader.paper()
    findings.raise_errors()
    return paper


@dataclass(frozen=True, slots=True)
class _Reader:
    root: Mapping
    library: Library
    findings: Findings

    def paper(self) -> Paper:
        for name, key in self.root.keys.items():
            if name not in FIELDS:
                self.findings.unknown(key, "unknown-field", f'a draft has no field "{name}".', name, FIELDS)
        form = self._word("format")
        if form is not None and form.text != "1":
            self.findings.error(form, "format", f'this game reads drafts of format 1, not "{form.text}".')
        title = self._word("title")
        return Paper(
            title="" if title is None else title.text,
            body=self._body(),
            date=self._date(),
            author=self._author(),
            clauses=self._clauses(),
            sponsors=tuple(item.text for item in self._list("sponsors") if self._state(item)),
            lobbying=self._lobbying(),
        )

    def _body(self) -> str:
        found = self._word("body", "assembly or council")
        body = "" if found is None else BODIES.get(" ".join(found.text.lower().split()), "")
        if found is not None and not body:
            message = f'there is no body "{found.text}" here: write assembly or council.'
            self.findings.unknown(found, "body", message, found.text.lower(), BODIES)
        return body

    def _date(self) -> str:
        found = self._word("date", "the date of the vote, such as 2022-03-02")
        if found is None:
            return ""
        try:
            year = datetime.date.fromisoformat(found.text).year if re.fullmatch(r"[\d-]{10}", found.text) else None
        except ValueError:
            year = None
        if year is None:
            message = f'"{found.text}" is not a date: write year-month-day, such as 2022-03-02.'
            self.findings.error(found, "date", message)
        elif not FIRST_YEAR <= year <= LAST_YEAR:
            message = (
                f"{found.text} is outside {FIRST_YEAR} to {LAST_YEAR}: the model has learned from votes on Ukraine "
                "since the seizure of Crimea, and knows who sat in the Council in those years only."
            )
            self.findings.error(found, "date", message)
        return found.text

    def _author(self) -> str:
        found = self._word("author")
        if found is None:
            return AUTHORS[0]
        if found.text not in AUTHORS:
            message = f'"{found.text}" is not one of: {", ".join(AUTHORS)}.'
            self.findings.unknown(found, "author", message, found.text, AUTHORS)
        return found.text

    def _clauses(self) -> tuple[int, ...]:
        ids = [clause.id for clause in self.library.clauses]
        places: list[int] = []
        items = self._list("clauses")
        if not items and "clauses" not in self.root.entries:
            self.findings.error(self.root, "missing", 'this draft needs "clauses", a list such as [charter, deplore].')
        elif not items and isinstance(self.root.entries["clauses"], Sequence):
            self.findings.error(self.root.entries["clauses"], "clauses", "a draft needs at least one clause.")
        for item in items:
            if item.text not in ids:
                message = f'there is no clause "{item.text}". Known: {", ".join(ids)}.'
                self.findings.unknown(item, "clause", message, item.text, ids)
            elif ids.index(item.text) in places:
                self.findings.error(item, "clause", f'the clause "{item.text}" stands here twice.')
            else:
                places.append(ids.index(item.text))
        return tuple(sorted(places))

    def _lobbying(self) -> dict[str, int]:
        node, found = self.root.entries.get("lobbying"), dict[str, int]()
        if node is None:
            return found
        if not isinstance(node, Mapping):
            message = f"lobbying is a group such as {{IND: +300}}, not {kind_in_words(node)}."
            self.findings.error(node, "kind", message)
            return found
        for name, amount in node.entries.items():
            push = self._amount(amount)
            for iso in self._courted(node.keys[name]):
                found[iso] = found.get(iso, 0) + push
        return found

    def _courted(self, key: Scalar) -> list[str]:
        voters = self.library.voters
        if key.text == ALL or key.text in GROUPS:
            return [voter.iso for voter in voters if key.text == ALL or voter.group == GROUPS[key.text]]
        return [key.text] if self._state(key, (*GROUPS, ALL)) else []

    def _amount(self, node: Node) -> int:
        if isinstance(node, Scalar) and _INTEGER.fullmatch(node.text) and abs(int(node.text)) <= MOST_LOBBYING:
            return int(node.text)
        message = f"a whole number from -{MOST_LOBBYING} to {MOST_LOBBYING} is expected here (1000 is one logit)."
        self.findings.error(node, "number", message)
        return 0

    def _state(self, key: Scalar, words: tuple[str, ...] = ()) -> bool:
        """Whether this is the code of a member; if not, that is noted, with the code that was probably meant."""
        names = {voter.name.lower(): voter.iso for voter in self.library.voters}
        codes = list(names.values())
        if key.text in codes:
            return True
        message = f'"{key.text}" is not the code of a member of the United Nations (ISO 3166-1, three letters).'
        meant = names.get(key.text.lower())
        if meant is not None:
            self.findings.error(key, "country", message, f'Did you mean "{meant}"?')
        else:
            self.findings.unknown(key, "country", message, key.text, [*codes, *words])
        return False

    def _word(self, name: str, wanted: str = "") -> Scalar | None:
        """The single value of a field; None where it is missing, and that noted where something is wanted."""
        node = self.root.entries.get(name)
        if isinstance(node, Scalar) and node.text.strip():
            return node
        if node is not None:
            self.findings.error(node, "kind", f'"{name}" is a single value here, not {kind_in_words(node)}.')
        elif wanted:
            self.findings.error(Spot(self.root.file), "missing", f'this draft needs "{name}": {wanted}.')
        return None

    def _list(self, name: str) -> list[Scalar]:
        node = self.root.entries.get(name)
        if node is None:
            return []
        items = node.items if isinstance(node, Sequence) else [node]
        for item in items:
            if not isinstance(item, Scalar) or not item.text.strip():
                message = f'"{name}" is a list of single words, such as [a, b]; here is {kind_in_words(item)}.'
                self.findings.error(item, "kind", message)
        return [item for item in items if isinstance(item, Scalar) and item.text.strip()]
