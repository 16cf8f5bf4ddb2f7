"""Slots: where the plays of this player are kept, and under which names."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path
from typing import Any, NamedTuple

from game.data import user_dir
from game.play import savefile
from game.play.playthrough import Playthrough

LONGEST = 40  # letters of a name
NAMED = "named"  # the folder of the copies


class Slot(NamedTuple):
    """A kept play: its file, scenario id, name given ("" for none), turn, and why it cannot be read ("" if it can)."""

    path: Path
    scenario: str
    name: str
    turn: int
    fault: str


def folder() -> Path:
    """The folder of the saves; it may not be there yet."""
    return user_dir() / "saves"


def file_name(name: str) -> str:
    """A name as part of a file's name, plain letters only: "Before Geneva!" gives "before-geneva"."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST]


def free(stem: str) -> Path:
    """A path in the folder that no save has yet: `stem.json`, else `stem-2.json` and so on."""
    path, number = folder() / f"{stem}.json", 1
    while path.exists():
        number += 1
        path = folder() / f"{stem}-{number}.json"
    return path


def named(scenario: str, name: str) -> Path:
    """The path of a copy kept under a name; the same name gives the same path."""
    return folder() / NAMED / f"{scenario}--{file_name(name) or 'unnamed'}.json"


def is_named(path: Path) -> bool:
    """Whether a save is a copy kept under a name, and no line that is being played."""
    return path.parent.name == NAMED


def slots() -> list[Slot]:
    """All saves, the newest first; those that cannot be read stand among them with the reason."""
    found = []
    for place in (folder(), folder() / NAMED):
        for path in place.glob("*.json") if place.is_dir() else ():
            if not path.name.endswith(".previous.json"):
                found.append((_age(path), _slot(path)))
    return [slot for _, slot in sorted(found, key=lambda row: (-row[0], str(row[1].path)))]


def _age(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


def _slot(path: Path) -> Slot:
    try:
        data: Any = json.loads(path.read_text(encoding="utf-8"))
        if data["kind"] != savefile.KIND:
            return Slot(path, "", "", 0, "This is no save of this game.")
        if data["format"] > savefile.FORMAT:
            return Slot(path, "", "", 0, f"Written by a newer version ({data.get('version')}).")
        return Slot(path, str(data["scenario"]), str(data["name"]), int(data["turn"]), "")
    except OSError as error:
        return Slot(path, "", "", 0, f"It cannot be read: {error.strerror}.")
    except (ValueError, KeyError, TypeError, RecursionError):
        return Slot(path, "", "", 0, "It is cut off or damaged.")


def opened(path: Path) -> Playthrough:
    """The play of a save; of the one kept before it when this one is damaged. Raises Fault when neither can be read."""
    return savefile.read(path)
