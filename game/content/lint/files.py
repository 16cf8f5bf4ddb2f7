"""Files: those in a scenario's folder that nothing reads, pieces that bring nothing, pictures that do not exist."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from game.content.gather import Gathered
from game.content.lint.code import Code, Finding
from game.content.node import Scalar
from game.content.problem import Severity, Spot
from game.content.schema.answer import AnswerRecord
from game.content.schema.draft import DraftRecord
from game.content.schema.happening import EventRecord
from game.content.schema.move import InstrumentRecord, MoveRecord
from game.content.schema.record import Part
from game.content.shelf import OWN, SIDE, FolderShelf, Shelf
from game.core.draft import ASSEMBLY, COUNCIL
from game.data import assets_dir

ORPHAN = Code(
    "L083",
    Severity.WARNING,
    "a file that nothing reads",
    "Files of a scenario end in `.yaml` and lie in its folder, translations and masks in `i18n`; a file in another "
    "folder counts only if `uses` names it. Pictures come from the game. Notes (.md, .txt) may lie beside them.",
    "pieces/weather.yaml, and no file has uses: [pieces/weather.yaml]; or moves.yml",
    "Name it under `uses`, rename it, or take it out of the folder.",
)
IDLE = Code(
    "L084",
    Severity.WARNING,
    "a piece under `uses` of which nothing is used",
    "All that it brings is there to be named (sources, event codes, clauses, members, roll calls, tags), and nothing "
    "of this scenario names any of it.",
    "uses: [library/votes/rolls.yaml], and no draft has `real`",
    "Take it off the list, or name what it brings.",
)
NO_PICTURE = Code(
    "L085",
    Severity.WARNING,
    "a picture that does not exist",
    "The desk has no icon of this name and shows a crossed square.",
    "instruments: [{id: talk, title: Talk, icon: massages}]",
    "Take a name from `assets/icons`.",
)
CODES = (ORPHAN, IDLE, NO_PICTURE)

_BESIDE = frozenset({".md", ".txt", ".py", ".pyc", ""})
"""Kinds of files that may lie beside a scenario: notes, licences, glossaries, scripts."""
_TO_BE_NAMED = frozenset(
    {"sources", "cameo", "clauses", "members", "council", "article_19", "rolls", "tags"}
    | {"families", "instruments", "approaches", "advisers"}
)


def find(shelf: Shelf, gathered: Gathered) -> Iterator[Finding]:
    """The findings of this family, which looks at files and not at doctrines."""
    if isinstance(shelf, FolderShelf):
        yield from _orphans(shelf, gathered)
    own = set(shelf.own())
    pieces = [name for name in gathered.texts if name not in own and not name.startswith(f"{OWN}/{SIDE}/")]
    named = _named(gathered) if pieces else {}
    for name in pieces:
        yield from _idle(shelf, gathered, name, named)
    icons = assets_dir() / "icons" / "24"
    for record in gathered.records["instruments"]:
        if isinstance(record, InstrumentRecord) and record.icon and not (icons / f"{record.icon}.png").is_file():
            at = record.spot.entries["icon"]
            yield Finding(NO_PICTURE, at, record.id, f'there is no picture "{record.icon}" in assets/icons.')


def unread(shelf: Shelf, gathered: Gathered) -> Iterator[tuple[str, str]]:
    """Files of the language in a scenario's folder that nothing reads: the name that messages show, and the text."""
    if isinstance(shelf, FolderShelf):
        for path, name in _left(shelf, gathered):
            if path.suffix.lower() in (".yaml", ".yml"):
                yield shelf.shown(name), path.read_text(encoding="utf-8", errors="replace")


def _left(shelf: FolderShelf, gathered: Gathered) -> Iterator[tuple[Path, str]]:
    for path in sorted(shelf.folder.rglob("*")):
        name = f"{OWN}/{path.relative_to(shelf.folder).as_posix()}"
        if path.suffix.lower() not in _BESIDE and name not in gathered.texts and path.is_file() and not _hidden(name):
            yield path, name


def _hidden(name: str) -> bool:
    return any(part.startswith(".") for part in name.split("/"))


def _orphans(shelf: FolderShelf, gathered: Gathered) -> Iterator[Finding]:
    for path, name in _left(shelf, gathered):
        yield Finding(ORPHAN, Spot(shelf.shown(name)), None, _says(path, name))


def _says(path: Path, name: str) -> str:
    if path.suffix != ".yaml":
        return "nothing reads this file: a scenario is made of .yaml files."
    return f'nothing reads this file: no `uses` names "{name.partition("/")[2]}".'


def _idle(shelf: Shelf, gathered: Gathered, name: str, named: dict[str, set[str]]) -> Iterator[Finding]:
    shown = shelf.shown(name)
    brought = {
        section: [part for part in parts if part.spot.file == shown] for section, parts in gathered.records.items()
    }
    sections = {section for section, parts in brought.items() if parts}
    if not sections or not sections <= _TO_BE_NAMED:
        return
    if not any(
        _key(part) in named[section] or "" in named[section] for section in sections for part in brought[section]
    ):
        yield Finding(IDLE, _used_at(shelf, gathered, name), None, f'nothing that "{name}" brings is used.')


def _key(part: Part) -> str:
    found = getattr(part, "symbol", None) or getattr(part, "key", "")
    return str(found)


def _named(gathered: Gathered) -> dict[str, set[str]]:
    """By section: the ids that something names; "" where the mere kind of the scenario asks for all."""
    records = gathered.records
    drafts = [part for part in records["drafts"] if isinstance(part, DraftRecord)]
    bodies = {draft.body for draft in drafts}
    voting = {""} if drafts or records["blocs"] else set()
    acts = [part for name in ("moves", "answers", "events") for part in records[name]]
    named = {scalar.text for parts in records.values() for part in parts for scalar in _scalars(part)}
    return dict.fromkeys(_TO_BE_NAMED, named) | {
        "cameo": {
            act.cameo.text for act in acts if isinstance(act, MoveRecord | AnswerRecord | EventRecord) and act.cameo
        },
        "clauses": {part.clause.text for draft in drafts for part in draft.provisions},
        "members": voting,
        "council": {""} if COUNCIL in bodies else set(),
        "article_19": {""} if ASSEMBLY in bodies else set(),
        "rolls": {draft.real.symbol for draft in drafts if draft.real is not None},
    }


def _scalars(part: Part) -> Iterator[Scalar]:
    """Every single value by which a record may name another, its own id left out."""
    for field in type(part).model_fields:
        value = getattr(part, field)
        for inner in value if isinstance(value, tuple) else (value,):
            if isinstance(inner, Part):
                yield from _scalars(inner)
            elif isinstance(inner, Scalar) and field != "id":
                yield inner


def _used_at(shelf: Shelf, gathered: Gathered, name: str) -> Spot:
    """The line of a file that names the piece under `uses`."""
    tail = name.partition("/")[2]
    for file, text in gathered.texts.items():
        lines = text.split("\n")
        begins = next((number for number, line in enumerate(lines) if line.startswith("uses:")), len(lines))
        for number, line in enumerate(lines[begins:], begins + 1):
            if tail in line or name in line:
                return Spot(shelf.shown(file), number)
    return Spot(shelf.shown(name))
