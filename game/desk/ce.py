"""CE-only calls: the one place that asks whether pygame is pygame-ce, each call with a plain fallback."""
# pygame is imported inside the functions, so that `pygame_fault` can still speak when it is missing or broken.

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pygame

REPAIR = "pip uninstall -y pygame pygame-ce && pip install pygame-ce"


def _pygame() -> Any:
    """The pygame module as an untyped value: its two editions have different members."""
    return importlib.import_module("pygame")


def is_ce() -> bool:
    """True when the pygame that is imported is pygame-ce."""
    return bool(getattr(_pygame(), "IS_CE", 0))


def pygame_fault() -> str | None:
    """Why the desk cannot start with the pygame found here, with the repair; None when it can."""
    try:
        module = _pygame()
    except ImportError as error:
        return f"The desk needs pygame-ce, which could not be loaded ({error}).\nTo repair it: {REPAIR}"
    if not hasattr(module, "init"):
        return (
            "The pygame found here is an empty folder: 'pygame' was removed after it had overwritten pygame-ce.\n"
            f"To repair it: {REPAIR}"
        )
    return None


def pygame_warning() -> str | None:
    """What to say when the desk runs on upstream pygame instead of pygame-ce; None on pygame-ce."""
    if pygame_fault() is not None or is_ce():
        return None
    return (
        "This is 'pygame', not 'pygame-ce': the game will run, with slightly rougher drawing. "
        f"Both write the same folder; to have the intended one: {REPAIR}"
    )


def circle(surface: pygame.Surface, colour: tuple[int, int, int], centre: tuple[int, int], radius: int) -> None:
    """Draw a filled circle with smooth edges."""
    module = _pygame()
    if hasattr(module.draw, "aacircle"):
        module.draw.aacircle(surface, colour, centre, radius)
        return
    gfxdraw = importlib.import_module("pygame.gfxdraw")
    gfxdraw.aacircle(surface, *centre, radius, colour)
    gfxdraw.filled_circle(surface, *centre, radius, colour)


def blur(surface: pygame.Surface, radius: int) -> pygame.Surface:
    """A blurred copy of the surface; `radius` in pixels."""
    transform = _pygame().transform
    if hasattr(transform, "gaussian_blur"):
        return transform.gaussian_blur(surface, radius)  # type: ignore[no-any-return]
    width, height = surface.get_size()
    small = transform.smoothscale(surface, (max(1, width // radius), max(1, height // radius)))
    return transform.smoothscale(small, (width, height))  # type: ignore[no-any-return]
