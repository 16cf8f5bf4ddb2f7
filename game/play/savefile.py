"""Savefile: a play as a file: its resolved scenario, seed and choices, with a digest after each choice.

A save is choices, not state: loading replays them. Where a digest differs the play opens read-only up to there.
"""

from __future__ import annotations

import json
import os
import shutil
from contextlib import suppress
from pathlib import Path
from typing import Any

from game import __version__
from game.content.package import from_resolved
from game.core.step import IllegalChoice
from game.fault import Fault

from .playthrough import Estimate, Forecast, Playthrough

FORMAT = 1
KIND = "long-table save"


def to_data(play: Playthrough) -> dict[str, Any]:
    """The play as plain data."""
    return {
        "kind": KIND,
        "format": FORMAT,
        "version": __version__,
        "scenario": play.package.id,
        "name": play.notes.name,
        "seed": play.seed,
        "doctrine": play.doctrine,
        "drawn": play.drawn,
        "texts": play.texts,
        "after": play.notes.after,
        "carried": play.carried,
        "turn": play.turn,
        "choices": play.choices,
        "digests": [f"{number:016x}" for number in play.digests()],
        "forecasts": [[f.turn, f.about, f.doctrine, f.says] for f in play.notes.forecasts],
        "estimates": [[e.turn, e.move, e.ending, e.word, e.found] for e in play.notes.estimates],
        "done": sorted(play.notes.done),
        "resolved": play.package.resolved(),
    }


def write(play: Playthrough, path: Path) -> None:
    """Write the play so that at every moment a whole save stands on the disk; the one before is kept beside it.

    Raises Fault when the disk is full or may not be written, and for a play that may only be looked at: its file holds
    more than the play does.
    """
    if play.read_only:
        raise Fault(f"This play may only be looked at, so it is not saved. {play.read_only}")
    fresh = path.with_suffix(".writing")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with Path(fresh).open("w", encoding="utf-8") as file:
            file.write(json.dumps(to_data(play), ensure_ascii=False))  # at once: `dump` takes ten times as long
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            _keep(path)
        Path(fresh).replace(path)
    except OSError as error:
        with suppress(OSError):  # half a file only takes room on a full disk
            fresh.unlink(missing_ok=True)
            _copy(path).unlink(missing_ok=True)
        message = f"The game could not be saved to {path}: {error.strerror}. Nothing you chose is lost yet."
        raise Fault(message) from error


def _keep(path: Path) -> None:
    """Copy a save to where the one before is kept: its own name stands for a whole save all the while."""
    shutil.copyfile(path, _copy(path))
    _copy(path).replace(previous(path))


def _copy(path: Path) -> Path:
    return path.with_suffix(".keeping")


def previous(path: Path) -> Path:
    """Where the save before the last one is kept."""
    return path.with_suffix(".previous.json")


def read(path: Path) -> Playthrough:
    """The play kept in a file, or in the one before it if that is whole and this one is missing or damaged.

    Raises Fault with the reason for a file that cannot be read, is no save, or comes from a newer game.
    """
    before = previous(path)
    if not path.exists() and before.exists():
        return _read(before)
    try:
        return _read(path)
    except Damaged:
        if not before.exists():
            raise
        play = _read(before)
        play.restored = f"The save {path} is damaged; this is the one before it."
        return play


class Damaged(Fault):
    """A save that is cut off or garbled."""


def _read(source: Path) -> Playthrough:
    try:
        text = source.read_text(encoding="utf-8")
    except OSError as error:
        raise Fault(f"The save {source} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise Damaged(f"The save {source} is not a text file; it may be damaged.") from error
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Damaged(f"The save {source} is cut off or damaged and cannot be read.") from error
    return from_data(data, source)


def from_data(data: Any, source: Path) -> Playthrough:
    """The play that plain data describes."""
    if not isinstance(data, dict) or data.get("kind") != KIND:
        raise Fault(f"{source} is not a save of The Long Table.")
    if not isinstance(data.get("format"), int) or data["format"] > FORMAT:
        version = data.get("version")
        raise Fault(f"The save {source} was written by a newer version ({version}). Please update the game.")
    try:
        package, carried = from_resolved(data["resolved"]), _carried(data.get("carried", {}))
        play = Playthrough(package, data["seed"], data["doctrine"], data["texts"], carried)
        play.drawn = bool(data["drawn"])
        play.notes.name, play.notes.after = str(data["name"]), str(data.get("after", ""))
        play.notes.forecasts = [Forecast(int(t), str(a), str(d), str(s)) for t, a, d, s in data["forecasts"]]
        estimates = data.get("estimates", ())  # saves of earlier versions have none
        play.notes.estimates = [Estimate(int(t), str(m), str(e), str(w), int(f)) for t, m, e, w, f in estimates]
        play.notes.done = {str(deed) for deed in data.get("done", ())}
        _replay(play, [str(id) for id in data["choices"]], [str(digest) for digest in data["digests"]])
    except (KeyError, TypeError, ValueError) as error:
        raise Fault(f"The save {source} lacks or garbles {error}; it may have been edited by hand.") from error
    return play


def _carried(data: Any) -> dict[str, int]:
    """What the play took over; saves of earlier versions took nothing over."""
    if not isinstance(data, dict) or not all(type(value) is int for value in data.values()):
        raise TypeError("what it took over")
    return {str(meter): value for meter, value in data.items()}


def _replay(play: Playthrough, choices: list[str], digests: list[str]) -> None:
    for number, id in enumerate(choices, 1):
        try:
            play.choose(id)
        except IllegalChoice:
            play.read_only = f"Step {number} ({id}) is not possible here: the save was edited or the rules differ."
            return
    found = [f"{number:016x}" for number in play.digests()]
    if len(digests) != len(found):
        raise ValueError(f"its digests ({len(digests)} for {len(found)} states)")
    for number, (kept, now) in enumerate(zip(digests, found, strict=True)):
        if kept != now:
            where = f"step {number} ({play.choices[number - 1]})" if number else "the opening"
            play.read_only = f"From {where} on this play comes out otherwise than when it was saved."
            return


def listing(folder: Path) -> list[tuple[Path, dict[str, Any]]]:
    """The saves in a folder, newest first, each with its head (scenario, name, turn); damaged ones are left out."""
    found = []
    for path in folder.glob("*.json") if folder.is_dir() else ():
        if path.name.endswith(".previous.json"):
            continue
        try:
            data = json.loads(path.read_text(encoding="utf-8"))
            head = {key: data[key] for key in ("scenario", "name", "turn", "seed")}
            found.append((path.stat().st_mtime_ns, path, head))
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            continue
    return [(path, head) for _, path, head in sorted(found, key=lambda row: (-row[0], str(row[1])))]
