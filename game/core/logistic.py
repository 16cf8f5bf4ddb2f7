"""Logistic: chances from leanings, by a table of whole numbers, so that every machine finds the same."""

from __future__ import annotations

FULL = 10_000
"""A certainty, in ten-thousandths."""
LIMIT = 8_000
"""Leanings beyond this many thousandths of a logit count as this many: about one chance in three thousand is left."""
_STEP = 50
_TABLE = (
    5000, 5125, 5250, 5374, 5498, 5622, 5744, 5866, 5987, 6106, 6225, 6341, 6457, 6570, 6682, 6792, 6900, 7006, 7109,
    7211, 7311, 7408, 7503, 7595, 7685, 7773, 7858, 7941, 8022, 8100, 8176, 8249, 8320, 8389, 8455, 8520, 8581, 8641,
    8699, 8754, 8808, 8859, 8909, 8957, 9002, 9047, 9089, 9129, 9168, 9206, 9241, 9276, 9309, 9340, 9370, 9399, 9427,
    9453, 9478, 9503, 9526, 9548, 9569, 9589, 9608, 9627, 9644, 9661, 9677, 9692, 9707, 9721, 9734, 9747, 9759, 9770,
    9781, 9792, 9802, 9811, 9820, 9829, 9837, 9845, 9852, 9859, 9866, 9873, 9879, 9885, 9890, 9895, 9900, 9905, 9910,
    9914, 9918, 9922, 9926, 9930, 9933, 9936, 9939, 9942, 9945, 9948, 9950, 9953, 9955, 9957, 9959, 9961, 9963, 9965,
    9967, 9968, 9970, 9971, 9973, 9974, 9975, 9976, 9978, 9979, 9980, 9981, 9982, 9983, 9983, 9984, 9985, 9986, 9986,
    9987, 9988, 9988, 9989, 9989, 9990, 9990, 9991, 9991, 9992, 9992, 9993, 9993, 9993, 9994, 9994, 9994, 9994, 9995,
    9995, 9995, 9995, 9996, 9996, 9996, 9996, 9996, 9997,
)
"""The logistic function of 0, 50, 100 ... 8000 thousandths, in ten-thousandths."""


def chance(leaning: int) -> int:
    """The chance, 3 to 9997 ten-thousandths, of a leaning in thousandths of a logit; 5000 where it is 0.

    `chance(x) + chance(-x)` is always 10,000, and more leaning never gives less chance.
    """
    if leaning < 0:
        return FULL - chance(-leaning)
    if leaning >= LIMIT:
        return _TABLE[-1]
    place, rest = divmod(leaning, _STEP)
    low = _TABLE[place]
    return low + ((_TABLE[place + 1] - low) * rest + _STEP // 2) // _STEP
