"""Slot words: a kept play in a line."""

from __future__ import annotations

from game.desk.library import titled
from game.desk.slots import Slot


def told(slot: Slot) -> str:
    """What a save is: its crisis, its name if it has one, and its turn."""
    parts = [titled(slot.scenario), slot.name, f"turn {slot.turn}"]
    return ", ".join(part for part in parts if part)
