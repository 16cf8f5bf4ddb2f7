"""Sound: heard when it can be, silent and unharmed when it cannot."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game.desk.sound import Sounds

ASSETS = Path(__file__).resolve().parents[2] / "assets"


@pytest.fixture
def sounds() -> Iterator[Sounds]:
    """Sounds on SDL's dummy device, which is given back afterwards."""
    made = Sounds(ASSETS)
    yield made
    made.close()


def test_the_device_is_opened_late(sounds: Sounds) -> None:
    """Nothing is opened before the first sound, nor at volume 0."""
    assert pygame.mixer.get_init() is None
    sounds.volume = 0
    sounds.play("stamp")
    assert pygame.mixer.get_init() is None
    sounds.volume = 60
    sounds.play("stamp")
    assert pygame.mixer.get_init() is not None
    assert sounds.fault is None


def test_every_shipped_sound_can_be_played(sounds: Sounds) -> None:
    """All names in the folder play; one that is not there is noted once."""
    for path in (ASSETS / "sounds").glob("*.wav"):
        sounds.play(path.stem)
    assert sounds.missing() == []
    sounds.play("no-such-sound")
    sounds.play("no-such-sound")
    assert sounds.missing() == ["no-such-sound"]


def test_volume_is_held_to_percent(sounds: Sounds) -> None:
    """Below 0 and above 100 are held."""
    sounds.volume = 400
    assert sounds.volume == 100
    sounds.volume = -3
    assert sounds.volume == 0


def test_a_loop_is_started_once_and_hushed(sounds: Sounds) -> None:
    """Asking again for the same loop changes nothing; hush and close end it."""
    sounds.loop("ambience")
    sounds.loop("ambience")
    assert pygame.mixer.get_busy()
    sounds.hush()
    sounds.hush()
    sounds.close()
    sounds.close()
    assert pygame.mixer.get_init() is None


@pytest.mark.parametrize("error", [pygame.error("no such device"), NotImplementedError("mixer missing")])
def test_without_a_device_the_game_is_silent(
    sounds: Sounds, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    """The device is tried once, the reason kept, and every later sound is simply not heard."""
    tries = []

    def fails(*settings: int) -> None:
        tries.append(settings)
        raise error

    monkeypatch.setattr(pygame.mixer, "init", fails)
    sounds.play("stamp")
    sounds.play("gavel")
    sounds.loop("ambience")
    assert len(tries) == 1
    assert sounds.fault == f"No sound: {error}"
