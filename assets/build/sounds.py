"""Synthesise the game's sounds from sines and seeded noise: nothing is recorded, so nothing needs a licence.

    python -m assets.build.sounds

Standard library only. 22 050 Hz, mono, 16 bit; the same bytes on every run.
"""

from __future__ import annotations

import array
import sys
import wave
from collections.abc import Callable
from math import exp, pi, sin
from pathlib import Path
from random import Random

SOUNDS = Path(__file__).resolve().parent.parent / "sounds"
RATE = 22_050

Wave = list[float]


def silence(seconds: float) -> Wave:
    """Nothing, for so long."""
    return [0.0] * round(seconds * RATE)


def tone(hertz: float, seconds: float, fall: float = 0.0) -> Wave:
    """A sine that dies away by exp(-fall * t)."""
    count = round(seconds * RATE)
    return [sin(2 * pi * hertz * i / RATE) * exp(-fall * i / RATE) for i in range(count)]


def noise(seconds: float, fall: float = 0.0, smooth: float = 1.0, seed: int = 1) -> Wave:
    """Seeded noise that dies away; smooth below 1 lets only low frequencies through."""
    dice, level, out = Random(seed), 0.0, []
    for i in range(round(seconds * RATE)):
        level += smooth * (dice.uniform(-1, 1) - level)
        out.append(level * exp(-fall * i / RATE))
    return out


def mix(*parts: tuple[float, float, Wave]) -> Wave:
    """Parts laid over each other, each as (start in seconds, loudness, wave)."""
    length = max(round(start * RATE) + len(part) for start, _, part in parts)
    out = [0.0] * length
    for start, loudness, part in parts:
        offset = round(start * RATE)
        for i, value in enumerate(part):
            out[offset + i] += loudness * value
    return out


def peaked(sound: Wave, peak: float) -> Wave:
    """The same sound with its loudest sample at `peak` (1.0 is full scale)."""
    loudest = max(abs(value) for value in sound)
    return [value * peak / loudest for value in sound]


def softened(sound: Wave, seconds: float = 0.004) -> Wave:
    """Ends eased in and out, so that nothing clicks that should not."""
    count = round(seconds * RATE)
    out = list(sound)
    for i in range(min(count, len(out) // 2)):
        out[i] *= i / count
        out[-1 - i] *= i / count
    return out


def telephone() -> Wave:
    """A desk telephone's bell, one double ring."""
    burst = [
        (0.62 * sin(2 * pi * 1060 * i / RATE) + 0.38 * sin(2 * pi * 1340 * i / RATE))
        * (0.55 + 0.45 * sin(2 * pi * 21 * i / RATE))
        for i in range(round(0.42 * RATE))
    ]
    tail = mix((0, 0.6, tone(1060, 0.5, 9)), (0, 0.4, tone(1340, 0.5, 11)))
    ring = mix((0, 1, softened(burst, 0.02)), (0.4, 0.5, softened(tail)))
    return peaked(mix((0, 1, ring), (0.62, 1, ring)), 0.42)


def stamp() -> Wave:
    """A rubber stamp on a file: a thud on wood with a slap of paper."""
    return peaked(
        mix((0, 1.0, tone(92, 0.25, 26)), (0, 0.9, noise(0.09, 55, 0.5)), (0.02, 0.4, tone(210, 0.12, 45))),
        0.7,
    )


def knock(pitch: float) -> Wave:
    """One blow of wood on wood."""
    return mix(
        (0, 1.0, tone(pitch, 0.3, 28)),
        (0, 0.6, tone(pitch * 2.71, 0.2, 45)),
        (0, 0.5, noise(0.05, 90, 0.7, seed=3)),
    )


def gavel() -> Wave:
    """Two knocks of a chair's gavel."""
    return peaked(mix((0, 1, knock(320)), (0.24, 0.8, knock(310))), 0.7)


def telex() -> Wave:
    """A teleprinter's line: a run of uneven ticks."""
    dice, start, parts = Random(11), 0.0, []
    for index in range(14):
        tick = mix((0, 1, noise(0.02, 190, 0.8, seed=20 + index)), (0, 0.5, tone(1900, 0.02, 240)))
        parts.append((start, dice.uniform(0.6, 1.0), tick))
        start += dice.choice((0.055, 0.055, 0.07, 0.11))
    return peaked(mix(*parts), 0.4)


def door() -> Wave:
    """A heavy door falling shut in a long room."""
    slam = mix(
        (0, 1.0, tone(58, 0.9, 7)), (0, 0.8, noise(0.7, 9, 0.06, seed=5)), (0, 0.3, noise(0.05, 70, 0.4))
    )
    return peaked(mix((0, 0.25, knock(680)), (0.09, 1.0, slam), (0.3, 0.25, slam)), 0.7)


def paper() -> Wave:
    """A sheet turned over."""
    rustle = noise(0.38, 0, 0.9, seed=8)
    dice, shaped, swell = Random(9), [], 0.0
    for i, value in enumerate(rustle):
        if i % 160 == 0:
            swell = dice.uniform(0.15, 1.0) * sin(pi * i / len(rustle))
        shaped.append(value * swell)
    return peaked(softened(shaped, 0.02), 0.22)


def ambience() -> Wave:
    """Six seconds of a quiet night office, ends crossed over so that it loops without a seam."""
    seconds, overlap = 6.0, 1.0
    long = mix(
        (0, 1.0, noise(seconds + overlap, 0, 0.02, seed=21)),
        (0, 0.10, noise(seconds + overlap, 0, 0.2, seed=22)),
        (0, 0.05, tone(100, seconds + overlap)),
        (0, 0.04, tone(151, seconds + overlap)),
    )
    body, tail = long[: round(seconds * RATE)], long[round(seconds * RATE) :]
    for i, value in enumerate(tail):
        share = i / len(tail)
        body[i] = body[i] * share + value * (1 - share)
    return peaked(body, 0.12)


def alert() -> Wave:
    """Grave news: two low notes, the second lower."""
    return peaked(
        softened(mix((0, 1, tone(392, 0.7, 4)), (0, 0.4, tone(784, 0.4, 9)), (0.22, 1, tone(294, 0.9, 4)))),
        0.45,
    )


def select() -> Wave:
    """A short dry click under the finger."""
    return peaked(
        softened(mix((0, 1, tone(1250, 0.035, 130)), (0, 0.4, noise(0.012, 300, 0.6))), 0.001), 0.25
    )


def refuse() -> Wave:
    """A dull knock: this cannot be chosen."""
    return peaked(softened(mix((0, 1, tone(150, 0.16, 24)), (0, 0.4, tone(113, 0.16, 24))), 0.002), 0.4)


def clock() -> Wave:
    """Tick and tock of a wall clock, as the date turns."""
    tick = mix((0, 1, tone(2100, 0.03, 170)), (0, 0.6, noise(0.015, 220, 0.6, seed=31)))
    tock = mix((0, 1, tone(1500, 0.035, 150)), (0, 0.6, noise(0.015, 220, 0.5, seed=32)))
    return peaked(mix((0, 1, tick), (0.45, 0.9, tock)), 0.3)


def ending() -> Wave:
    """A slow open fifth that fades: the crisis is over, one way or another."""
    notes = ((0.0, 146.8), (0.12, 220.0), (0.24, 293.7), (0.36, 440.0))
    parts = [
        (start, 1.0 / (1 + index * 0.5), tone(hertz, 2.0, 1.9)) for index, (start, hertz) in enumerate(notes)
    ]
    return peaked(softened(mix(*parts), 0.03), 0.45)


def agreed() -> Wave:
    """Two rising notes: a promise kept, a signature."""
    return peaked(softened(mix((0, 1, tone(440, 0.4, 8)), (0.13, 1, tone(587.3, 0.6, 6)))), 0.35)


MADE: tuple[Callable[[], Wave], ...] = (
    telephone, stamp, gavel, telex, door, paper, ambience, alert, select, refuse, clock, ending, agreed,
)  # fmt: skip


def write(name: str, sound: Wave) -> None:
    """Write one sound as WAV (little-endian whatever the machine)."""
    samples = array.array("h", (round(max(-1.0, min(1.0, value)) * 32_767) for value in sound))
    if sys.byteorder == "big":
        samples.byteswap()
    with wave.open(str(SOUNDS / f"{name}.wav"), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(samples.tobytes())


def main() -> None:
    """Write every sound to assets/sounds."""
    SOUNDS.mkdir(parents=True, exist_ok=True)
    for make in MADE:
        write(make.__name__, make())


if __name__ == "__main__":
    main()
