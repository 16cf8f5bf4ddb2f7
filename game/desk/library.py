"""Library: the crises that can be played, loaded when they are first looked at."""

from __future__ import annotations

from typing import NamedTuple

from game.content.package import Package, load
from game.core.scenario import Scenario
from game.data import scenario_folder, scenario_ids
from game.fault import Fault


class Book(NamedTuple):
    """A scenario of the library: its package, or why it cannot be played."""

    id: str
    package: Package | None
    fault: str

    def text(self, name: str, texts: str | None = None) -> str:
        """A text of its own page, such as "title"; its id as a name when it has none."""
        found = "" if self.package is None else self.scenario(texts).texts.get(f"scenario.{self.id}.{name}", "")
        return found or (titled(self.id) if name == "title" else "")

    def scenario(self, texts: str | None = None) -> Scenario:
        """The scenario as history had it, with a set of texts. Only for one that can be played."""
        assert self.package is not None
        return self.package.compile(None, texts)


class Library:
    """The shipped scenarios, each loaded once."""

    def __init__(self) -> None:
        self._books: dict[str, Book] = {}

    @property
    def ids(self) -> list[str]:
        """The ids of all scenarios, in alphabetical order."""
        return scenario_ids()

    def book(self, id: str) -> Book:
        """The scenario of an id, loaded at the first call."""
        if id not in self._books:
            try:
                self._books[id] = Book(id, load(scenario_folder(id)), "")
            except Fault as fault:
                self._books[id] = Book(id, None, _first(str(fault)))
        return self._books[id]

    def books(self) -> list[Book]:
        """All scenarios."""
        return [self.book(id) for id in self.ids]


def titled(id: str) -> str:
    """An id as a name: "road-to-moscow" gives "Road to Moscow"."""
    words = id.split("-")
    return " ".join(w if n and w in ("to", "of", "the", "and") else w.capitalize() for n, w in enumerate(words))


def _first(message: str) -> str:
    """The first line of a message, and how many more there are."""
    lines = message.splitlines() or [""]
    return lines[0] + (f" ({len(lines) - 1} more; `longtable check` lists them.)" if len(lines) > 1 else "")
