"""Sound: short sounds by name; without a sound device the game is silent and says why, once, in `fault`."""

from __future__ import annotations

from pathlib import Path

import pygame

RATE = 22_050
BUFFER = 512
LOUDEST = 100


class Sounds:
    """The sounds below one assets folder. The device is opened at the first sound that is to be heard."""

    def __init__(self, assets: Path, volume: int = 70) -> None:
        self._folder = assets / "sounds"
        self._volume = max(0, min(LOUDEST, volume))
        self._sounds: dict[str, pygame.mixer.Sound | None] = {}
        self._looping: pygame.mixer.Sound | None = None
        self._open = False
        self.fault: str | None = None

    @property
    def volume(self) -> int:
        """Loudness in percent; at 0 the device is never opened."""
        return self._volume

    @volume.setter
    def volume(self, percent: int) -> None:
        self._volume = max(0, min(LOUDEST, percent))
        for sound in self._sounds.values():
            if sound is not None:
                sound.set_volume(self._volume / LOUDEST)

    def play(self, name: str) -> None:
        """Let a sound be heard once; nothing happens when it, or the device, is missing."""
        sound = self._ready(name)
        if sound is not None:
            sound.play()

    def loop(self, name: str) -> None:
        """Let a sound be heard over and over, in place of the one that loops now."""
        sound = self._ready(name)
        if sound is not None and sound is not self._looping:
            self.hush()
            sound.play(loops=-1, fade_ms=800)
            self._looping = sound

    def hush(self) -> None:
        """Let the looping sound fade out."""
        if self._looping is not None:
            self._looping.fadeout(600)
            self._looping = None

    def missing(self) -> list[str]:
        """The names asked for that could not be read, in the order asked."""
        return [name for name, sound in self._sounds.items() if sound is None]

    def close(self) -> None:
        """Give the device back; a later sound opens it again."""
        if self._open:
            pygame.mixer.quit()
        self._sounds.clear()
        self._looping = None
        self._open = False

    def _ready(self, name: str) -> pygame.mixer.Sound | None:
        """The sound at the volume set; None when nothing is to be heard."""
        if self._volume == 0 or not self._opened():
            return None
        if name not in self._sounds:
            self._sounds[name] = self._read(name)
        return self._sounds[name]

    def _opened(self) -> bool:
        """Whether the device is open; it is tried once only, for a failed try can take a second."""
        if not self._open and self.fault is None:
            try:
                pygame.mixer.init(RATE, -16, 1, BUFFER)
                self._open = True
            except (pygame.error, NotImplementedError, OSError) as error:
                # NotImplementedError is what pygame raises where it was built without its mixer.
                self.fault = f"No sound: {error}"
        return self._open

    def _read(self, name: str) -> pygame.mixer.Sound | None:
        try:
            sound = pygame.mixer.Sound(str(self._folder / f"{name}.wav"))
        except (pygame.error, OSError):
            return None
        sound.set_volume(self._volume / LOUDEST)
        return sound
