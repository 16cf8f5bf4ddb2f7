"""Dice: those of the core, thrown for many lanes at once."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import numpy.typing as npt

from game.core import chance

Seeds = npt.NDArray[np.uint64]
Bits = npt.NDArray[np.uint64]
_GAMMA = np.uint64(0x9E3779B97F4A7C15)
_FIRST, _SECOND = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)
_S27, _S30, _S31, _S32 = (np.uint64(by) for by in (27, 30, 31, 32))


def mix(values: Bits) -> Bits:
    """The SplitMix64 finaliser of each value, as `game.core.chance.mix`."""
    values = values + _GAMMA
    values ^= values >> _S30
    values *= _FIRST
    values ^= values >> _S27
    values *= _SECOND
    values ^= values >> _S31
    return values


@lru_cache(maxsize=65536)
def stirred(turn: int, name: str) -> np.uint64:
    """The part of a draw that all lanes share."""
    return np.uint64(chance.mix(turn ^ chance.site(name)))


def pick(seeds: Seeds, stir: np.uint64 | Bits, size: np.uint64 | Bits) -> npt.NDArray[np.uint64]:
    """A whole number 0..size-1 for each seed; `stir` is what `stirred` gives, alike for all lanes or one for each."""
    return ((mix(seeds ^ stir) >> _S32) * size) >> _S32
