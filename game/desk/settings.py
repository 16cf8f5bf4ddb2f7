"""Settings: what the player has set about the desk itself, kept in a file in the player's own folder."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from game.data import user_dir
from game.desk.theme import SCALES
from game.fault import Fault

FILE = "settings.json"
VOLUMES = tuple(range(0, 101, 10))


@dataclass(frozen=True, slots=True)
class Settings:
    """Text size and loudness in percent, and switches. Changing one gives another Settings."""

    scale: int = 100
    volume: int = 70
    distressing: bool = True
    masked: bool = False
    still: bool = False
    """Little that comes and goes by itself: short notes stay longer."""
    taught: bool = False
    """The first turn's guidance has been seen, or put away."""
    forecast: bool = True
    """While a move is weighed, the spread of futures can be opened."""


def path() -> Path:
    """Where the settings are kept."""
    return user_dir() / FILE


def read() -> tuple[Settings, str]:
    """The settings of this player, and a sentence when their file could not be used ("" when it could)."""
    try:
        data = json.loads(path().read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings(), ""
    except (OSError, ValueError, RecursionError):
        return Settings(), f"The settings in {path()} could not be read; the usual ones are in force."
    if not isinstance(data, dict):
        return Settings(), f"The settings in {path()} are damaged; the usual ones are in force."
    return _held(data), ""


def _held(data: dict[str, Any]) -> Settings:
    """Settings from plain data; what is missing or of the wrong kind stays as usual."""
    usual = Settings()
    kinds = {field.name: type(getattr(usual, field.name)) for field in fields(usual)}
    taken = {name: data[name] for name, kind in kinds.items() if type(data.get(name)) is kind}
    found = replace(usual, **taken)
    scale = min(SCALES, key=lambda step: abs(step - found.scale))
    return replace(found, scale=scale, volume=max(0, min(100, found.volume)))


def write(settings: Settings) -> None:
    """Keep the settings. Raises Fault when the file cannot be written."""
    place = path()
    fresh = place.with_suffix(".writing")
    try:
        fresh.write_text(json.dumps(asdict(settings), indent=1), encoding="utf-8")
        fresh.replace(place)
    except OSError as error:
        raise Fault(f"The settings could not be kept: {error.strerror}.") from error
