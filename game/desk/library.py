"""Library: the crises that can be played: their covers at once, each of them whole when it is first looked at."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from game.content.cover import Cover, cover, worn
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
        self._covers: list[Cover] | None = None
        self._worn: dict[tuple[str, str], Cover] = {}

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

    def covers(self) -> list[Cover]:
        """What all scenarios say of themselves, none of them loaded: that for newcomers first, then by first date.

        One whose card cannot be read comes last, under its id as a name; its book tells why.
        """
        if self._covers is None:
            self._covers = sorted(map(_cover, self.ids), key=lambda one: (not one.newcomers, one.begins or "~", one.id))
        return self._covers

    def worn(self, found: Cover, texts: str) -> Cover:
        """A cover in another set of texts, such as "masked", if it has that."""
        key = (found.id, texts)
        if key not in self._worn:
            self._worn[key] = worn(found, scenario_folder(found.id), texts)
        return self._worn[key]

    def fault(self, id: str) -> str:
        """Why a scenario cannot be played, as far as it has been looked at; "" for nothing known."""
        return self._books[id].fault if id in self._books else ""

    def look_ahead(self) -> None:
        """Load the first of the scenarios that is not loaded yet, so that nobody waits for it later."""
        ahead = next((one.id for one in self.covers() if one.id not in self._books), "")
        if ahead:
            self.book(ahead)


@lru_cache(maxsize=1)
def shared() -> Library:
    """A library for whoever looks for a crisis in passing: it loads each of them once in the whole run."""
    return Library()


def titled(id: str) -> str:
    """An id as a name: "road-to-moscow" gives "Road to Moscow"."""
    words = id.split("-")
    return " ".join(w if n and w in ("to", "of", "the", "and") else w.capitalize() for n, w in enumerate(words))


def _cover(id: str) -> Cover:
    try:
        return cover(scenario_folder(id))
    except Fault:
        return Cover(id, titled(id), "", "", "", False)


def _first(message: str) -> str:
    """The first line of a message, and how many more there are."""
    lines = message.splitlines() or [""]
    return lines[0] + (f" ({len(lines) - 1} more; `longtable check` lists them.)" if len(lines) > 1 else "")
