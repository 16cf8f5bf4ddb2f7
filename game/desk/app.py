"""App: the desk as the command line starts it: a window, the player's settings, and the first screen."""
# pygame is imported inside the functions, so that a missing or broken one can be told in a sentence.

from __future__ import annotations

import secrets
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from game.desk.ce import pygame_fault, pygame_warning
from game.fault import Fault, unknown

if TYPE_CHECKING:
    from game.desk.screen import Screen
    from game.desk.settings import Settings

TITLE = "The Long Table"
SIZE = (1280, 720)
ROOMY, LARGE = (1900, 1000), (1600, 900)
"""From this size of display on, the first window is this large."""


def main(scenario: Path | None, *, seed: int | None, doctrine: str | None, after: Path | None = None) -> int:
    """Play in a window until it is closed; 0 then.

    `scenario` is its folder, None for the title screen; `after` is the save of a finished play of another crisis, from
    which it takes something over. Raises NoDisplay where no window can be opened, Fault for a
    scenario or doctrine that cannot be played, and for a pygame that cannot be used.
    """
    broken = pygame_fault()
    if broken is not None:
        raise Fault(broken)
    rough = pygame_warning()
    if rough is not None:
        print(rough, file=sys.stderr)
    from game.data import assets_dir
    from game.desk import settings
    from game.desk.look import Look
    from game.desk.loop import run
    from game.desk.window import Window

    chosen, trouble = settings.read()
    if trouble:
        print(trouble, file=sys.stderr)
    first = first_screen(scenario, seed, doctrine, chosen, after)
    window = Window(TITLE, LARGE if has_room() else SIZE)
    look = Look(assets_dir(), chosen.scale, chosen.volume)
    for warning in look.warnings:
        print(warning, file=sys.stderr)
    run(first, look, window)
    return 0


def has_room() -> bool:
    """Whether the smallest display here takes the larger window."""
    import pygame

    try:
        pygame.display.init()
        sizes = pygame.display.get_desktop_sizes()
    except pygame.error:
        return False  # that no window can be opened is said when it is tried
    return all(width >= ROOMY[0] and height >= ROOMY[1] for width, height in sizes) and bool(sizes)


def first_screen(
    scenario: Path | None, seed: int | None, doctrine: str | None, settings: Settings, after: Path | None = None
) -> Screen:
    """The title, or the briefing of a scenario that was named. Raises Fault when that cannot be played."""
    from game.content.package import load
    from game.desk.screens.briefing import Briefing
    from game.desk.screens.title import Title
    from game.desk.session import begun
    from game.play import savefile

    if scenario is None:
        return Title(settings)
    package = load(scenario)
    if doctrine is not None and doctrine not in package.doctrines:
        raise unknown("doctrine", doctrine, package.doctrines)
    dice = secrets.randbits(63) if seed is None else seed
    before = None if after is None else savefile.read(after)
    return Briefing(begun(package, settings, dice, doctrine, after=before))
