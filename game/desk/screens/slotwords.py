"""Slot words: a kept play in a line."""

from __future__ import annotations

from game.desk.library import titled
from game.desk.settings import Settings
from game.desk.slots import Slot


def told(slot: Slot, settings: Settings) -> str:
    """What a save is: its crisis (unless names are invented), its name if it has one, and its turn."""
    parts = ["" if settings.masked else titled(slot.scenario), slot.name, f"turn {slot.turn}"]
    words = ", ".join(part for part in parts if part)
    return words[:1].upper() + words[1:]
