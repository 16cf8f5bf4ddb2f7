"""Cover: what the card of a scenario says, read without the rest of its files: enough to offer it."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from game.content.node import Mapping, Scalar
from game.content.package import shelf_of
from game.content.problem import Findings, Spot
from game.content.read import read_data
from game.content.records import read_record
from game.content.schema.card import CardRecord
from game.content.schema.sections import CARD
from game.content.shelf import OWN, SIDE
from game.data import SCENARIO_FILE


class Cover(NamedTuple):
    """A scenario as a list shows it; days as year-month-day. `newcomers`: made for those who have never played."""

    id: str
    title: str
    subtitle: str
    begins: str
    facts_as_of: str
    newcomers: bool


def cover(folder: Path) -> Cover:
    """The cover of the scenario in this folder, from its scenario.yaml. Raises ContentFault when it cannot be read."""
    findings = Findings()
    root = _file(folder, f"{OWN}/{SCENARIO_FILE}", findings)
    node = None if root is None else root.entries.get(CARD.name)
    if root is not None and node is None:
        findings.error(root, "missing", "this file has no section `scenario`.")
    card = None if node is None else read_record(CARD, node, findings)
    findings.raise_errors()
    assert isinstance(card, CardRecord)
    first = min(date.text for date in card.dates) if card.dates else ""
    return Cover(card.key, card.title, card.subtitle or "", first, card.facts_as_of.text, card.newcomers)


def worn(found: Cover, folder: Path, texts: str) -> Cover:
    """The cover in another set of texts, such as "masked"; as it is where the folder has none that can be read."""
    root = _file(folder, f"{OWN}/{SIDE}/{texts}.yaml", Findings())
    told = None if root is None else root.entries.get("texts")
    if not isinstance(told, Mapping):
        return found
    words = {name: node.text for name, node in told.entries.items() if isinstance(node, Scalar)}
    page = f"scenario.{found.id}"
    return found._replace(
        title=words.get(f"{page}.title", found.title), subtitle=words.get(f"{page}.subtitle", found.subtitle)
    )


def _file(folder: Path, name: str, findings: Findings) -> Mapping | None:
    shelf = shelf_of(folder)
    if not shelf.has(name):
        findings.error(Spot(shelf.shown(name)), "missing-file", "there is no such file.")
        return None
    data = shelf.read(name, findings)
    return None if data is None else read_data(data, shelf.shown(name), findings)
