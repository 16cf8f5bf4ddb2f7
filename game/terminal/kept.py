"""Kept: games kept under a name at the keyboard."""

from __future__ import annotations

from pathlib import Path

from game.data import user_dir
from game.fault import Fault
from game.play import savefile
from game.play.playthrough import Playthrough


def folder() -> Path:
    """Where games are kept."""
    return user_dir() / "saves"


def keep_as(play: Playthrough, word: str) -> str:
    """Keep a play under a name; what came of that, in words."""
    name = "".join(letter for letter in word if letter.isalnum() or letter in "-_") or "game"
    path = folder() / f"{name}.json"
    try:
        savefile.write(play, path)
    except Fault as fault:
        return str(fault)
    return f"Saved: {path}"


def fetch(word: str) -> tuple[Playthrough, Path] | list[str]:
    """The play kept under a name with its file, or what to say instead."""
    found = savefile.listing(folder())
    path = next((path for path, _ in found if path.stem == word), None)
    if path is None:
        return ["Kept games (load NAME):", *(f"  {path.stem}: turn {head['turn']}" for path, head in found)]
    try:
        return savefile.read(path), path
    except Fault as fault:
        return [str(fault)]
