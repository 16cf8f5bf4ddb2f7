"""Chance: dice that hash what they decide, so that the same luck can be asked for again.

There is no stream to keep: `draw(seed, turn, site)` gives the same number wherever and whenever it is asked.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache

MASK = (1 << 64) - 1
_GAMMA = 0x9E3779B97F4A7C15


def mix(value: int) -> int:
    """A 64-bit number scattered by the SplitMix64 finaliser (Steele, Lea, Flood 2014)."""
    value = (value + _GAMMA) & MASK
    value = ((value ^ (value >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    value = ((value ^ (value >> 27)) * 0x94D049BB133111EB) & MASK
    return value ^ (value >> 31)


@lru_cache(maxsize=65536)
def site(name: str) -> int:
    """The 64-bit number of an authored name: adding a rule elsewhere never moves another one's dice."""
    return int.from_bytes(hashlib.blake2b(name.encode("utf-8"), digest_size=8).digest(), "big")


def draw(seed: int, turn: int, name: str) -> int:
    """A whole number 0..99 for this seed, turn and authored name; below the odds in percent means it happens."""
    return (mix(seed ^ mix(turn ^ site(name))) >> 32) * 100 >> 32


def pick(seed: int, turn: int, name: str, size: int) -> int:
    """A whole number 0..size-1 for this seed, turn and authored name."""
    return (mix(seed ^ mix(turn ^ site(name))) >> 32) * size >> 32
