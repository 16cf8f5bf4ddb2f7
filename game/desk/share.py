"""Share: how pixels along a row or column are dealt out when there are too few or too many."""

from __future__ import annotations

from collections.abc import Sequence


def fitted(sizes: Sequence[int], floors: Sequence[int], room: int) -> list[int]:
    """The sizes cut down to sum to the room: the largest first, none below its floor (then they may not fit)."""
    cut = [max(size, floor) for size, floor in zip(sizes, floors, strict=True)]
    if sum(cut) <= room:
        return cut
    low, high = 0, max(cut)
    while low < high:  # the highest common cap that fits
        cap = (low + high + 1) // 2
        if sum(_capped(cut, floors, cap)) <= room:
            low = cap
        else:
            high = cap - 1
    capped = _capped(cut, floors, low)
    spare = room - sum(capped)
    for i, size in enumerate(cut):
        if spare > 0 and capped[i] < size:
            capped[i] += 1
            spare -= 1
    return capped


def shared_out(sizes: Sequence[int], shares: Sequence[int], room: int) -> list[int]:
    """The sizes with the room left over dealt out by shares; a size that is already above its share keeps it."""
    dealt = list(sizes)
    growing = [i for i, share in enumerate(shares) if share]
    spare = room - sum(size for i, size in enumerate(sizes) if i not in growing)
    while growing:
        whole = sum(shares[i] for i in growing)
        large = [i for i in growing if spare * shares[i] // whole < sizes[i]]
        if not large:
            break
        spare -= sum(sizes[i] for i in large)
        growing = [i for i in growing if i not in large]
    for place, i in enumerate(growing):
        dealt[i] = spare * shares[i] // sum(shares[j] for j in growing[place:])
        spare -= dealt[i]
    return dealt


def _capped(sizes: Sequence[int], floors: Sequence[int], cap: int) -> list[int]:
    return [min(size, max(floor, cap)) for size, floor in zip(sizes, floors, strict=True)]
