"""Gallery: a picture of every screen, of the size asked for, and nothing of the player's own is touched."""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path

import pygame
import pytest

from game.desk import gallery, screens
from game.desk.screens.page import Page
from game.desk.stage import Stage

NO_PICTURE = {"Page": "what pages have in common", "NameBox": "a dialog for one word"}
"""Stages of the screens folder without a picture of their own, each with what it is."""


def stages() -> set[str]:
    """The names of all screens in the folder."""
    found = set()
    for module in pkgutil.iter_modules(screens.__path__):
        made = vars(importlib.import_module(f"{screens.__name__}.{module.name}")).values()
        found |= {kind.__name__ for kind in made if isinstance(kind, type) and issubclass(kind, Stage)
                  and kind.__module__.endswith(f".{module.name}")}  # fmt: skip
    return found


def test_every_screen_has_a_picture(tmp_path: Path) -> None:
    shown = set()
    for shot in gallery.shots(tmp_path):
        shown |= {type(screen).__name__ for screen in (shot.screen, shot.over) if screen is not None}
    assert stages() - shown <= set(NO_PICTURE)
    assert issubclass(Page, Stage)


def test_the_pictures_are_numbered_and_of_the_size_asked_for(
    tmp_path: Path, own_data_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "new" / "pictures"
    assert gallery.main(out, size=(1024, 640), scale=110) == 0
    names = sorted(path.name for path in out.iterdir())
    assert [name[:2] for name in names] == [f"{number:02}" for number in range(1, len(names) + 1)]
    assert len({name[3:] for name in names}) == len(names) > 30
    assert {pygame.image.load(str(path)).get_size() for path in out.iterdir()} == {(1024, 640)}
    assert list(own_data_folder.iterdir()) == []
    assert f"{len(names)} pictures" in capsys.readouterr().out
