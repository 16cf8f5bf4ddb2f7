"""Package: a scenario as its author wrote it, read and checked, ready to be compiled under any of its doctrines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from game.content.compile import compile_parts, with_texts
from game.content.gather import Gathered, Gatherer
from game.content.parts import Parts, doctrine_order, put_together
from game.content.problem import ContentFault, Findings
from game.content.schema.actor import PartnerRecord
from game.content.schema.carry import CarryRecord
from game.content.shelf import BundleShelf, FolderShelf, Shelf
from game.content.side import Side, check_side, read_side
from game.core.scenario import Scenario
from game.data import scenarios_dir
from game.fault import unknown

Starts = tuple[tuple[str, int], ...]


@dataclass(slots=True)
class Package:
    """A scenario's records and texts. Compiling the same doctrine again gives the same object."""

    id: str
    title: str
    doctrines: tuple[str, ...]
    """Ids, the documented one first; one empty id where the scenario has no doctrines."""
    sides: tuple[str, ...]
    """Names of the translations and masks that come with it, such as "masked"."""
    map: str
    """What the desk shows of where it plays: "europe", "world" or "none"."""
    forecast: bool
    """Whether its author lets players see forecasts."""
    _gathered: Gathered
    _side: dict[str, Side]
    _compiled: dict[tuple[str, str | None, Starts], Scenario] = field(default_factory=dict)

    @property
    def documented(self) -> str:
        """The doctrine of the real course."""
        return self.doctrines[0]

    def compile(
        self, doctrine: str | None = None, texts: str | None = None, carried: Mapping[str, int] | None = None
    ) -> Scenario:
        """The Scenario under a doctrine (the documented one if none is named), its texts from a side file if named.

        `carried` are starts of meters by id, taken over from a play of an earlier crisis and held within their range.

        Raises ContentFault for mistakes in the doctrine's overlay, Fault for a doctrine or side that does not exist,
        and for a meter that takes nothing over.
        """
        name = self.documented if doctrine is None else doctrine
        if name not in self.doctrines:
            raise unknown("doctrine", name, self.doctrines)
        if texts is not None and texts not in self._side:
            raise unknown("set of texts", texts, self._side)
        starts = tuple(sorted(carried.items())) if carried else ()
        for meter, _ in starts:
            if meter not in self._takers:
                raise unknown("meter that takes something over", meter, self._takers)
        if (name, texts, starts) not in self._compiled:
            self._compiled[name, texts, starts] = self._compile(name, texts, dict(starts))
        return self._compiled[name, texts, starts]

    @property
    def _takers(self) -> set[str]:
        """The ids of the meters that can be carried over to."""
        return {part.into.text for part in self._gathered.records["carries"] if isinstance(part, CarryRecord)}

    def _compile(self, doctrine: str, texts: str | None, carried: Mapping[str, int]) -> Scenario:
        if texts is not None:
            side = {name: scalar.text for name, scalar in self._side[texts].items()}
            return with_texts(self.compile(doctrine, None, carried), side)
        findings = Findings()
        parts = put_together(self._gathered, doctrine, carried, findings)
        scenario = None if parts is None else compile_parts(parts, findings)
        findings.raise_errors()
        assert scenario is not None
        return scenario

    @property
    def gathered(self) -> Gathered:
        """Everything its files say, before any doctrine."""
        return self._gathered

    def parts(self, doctrine: str) -> Parts:
        """The records that a doctrine is compiled from, each with its place in a file."""
        parts = put_together(self._gathered, doctrine, {}, Findings())
        assert parts is not None
        return parts

    def resolved(self) -> dict[str, str]:
        """The texts of all files of the scenario and of those it uses, by name: what a save carries."""
        return dict(self._gathered.texts)


def load(folder: Path) -> Package:
    """The scenario in this folder, compiled under its documented doctrine; the others are when asked for.

    Raises ContentFault with all mistakes found.
    """
    findings = Findings()
    package = _gathered_package(shelf_of(folder), findings)
    if package is not None:
        _try(package, package.documented, findings)
    findings.raise_errors()
    assert package is not None
    return package


def from_resolved(texts: object) -> Package:
    """The scenario of the files that a save carries, as `Package.resolved` gave them.

    Raises TypeError when that is no mapping of texts, ContentFault when the scenario does not fit this game.
    """
    if not isinstance(texts, Mapping):
        raise TypeError("its scenario")
    files = {name: text for name, text in texts.items() if isinstance(name, str) and isinstance(text, str)}
    if len(files) < len(texts):
        raise TypeError("its scenario")
    findings = Findings()
    package = _gathered_package(BundleShelf(files), findings)
    findings.raise_errors()
    assert package is not None
    return package


def shelf_of(folder: Path, label: str | None = None) -> Shelf:
    """The shelf of a folder; `label` is how messages name it."""
    return FolderShelf(folder, scenarios_dir() / "library", folder.as_posix() if label is None else label)


def examine(shelf: Shelf, findings: Findings) -> Package | None:
    """The scenario on a shelf with every mistake of it noted; None when it cannot be put together."""
    package = _gathered_package(shelf, findings)
    if package is None:
        return None
    texts: dict[str, str] = {}
    for doctrine in package.doctrines:
        texts |= _try(package, doctrine, findings)
    if texts:
        for side in package._side.values():
            check_side(side, texts, findings)
    return package


def _try(package: Package, doctrine: str, findings: Findings) -> Mapping[str, str]:
    """The texts of a doctrine's Scenario; none, and its mistakes noted, when it cannot be compiled."""
    try:
        return package.compile(doctrine).texts
    except ContentFault as fault:
        findings.add(fault.problems)
        return {}


def _gathered_package(shelf: Shelf, findings: Findings) -> Package | None:
    gathered = Gatherer(shelf, findings).gather()
    side = read_side(shelf, findings, gathered.texts)
    if gathered.unread or gathered.card is None:
        return None
    doctrines = tuple(part.key for part in doctrine_order(gathered)) or ("",)
    card = gathered.card
    shown = card.map or _usual_map(gathered)
    return Package(card.key, card.title, doctrines, tuple(sorted(side)), shown, card.forecast, gathered, side)


def _usual_map(gathered: Gathered) -> str:
    """The map of a crisis whose card names none: Europe where it would show more than the partners' lines."""
    partners = [part for part in gathered.records["partners"] if isinstance(part, PartnerRecord)]
    return "none" if all(partner.gas is None for partner in partners) else "europe"
