"""Dial: a number of the game set into the gauge of the desk, with its change since some moment."""

from __future__ import annotations

from game.core.gauge import Gauge as Seen
from game.desk.screens.signs import accent_of, band_words, gauge_tip, rising
from game.desk.widgets.gauge import Gauge


def signed(by: int) -> str:
    """A change with its sign: "+3", "−2", "±0"."""
    return f"+{by}" if by > 0 else f"−{-by}" if by < 0 else "±0"


def dial(seen: Seen, change: int = 0, since: str = "", *, prefix: str = "dial") -> Gauge:
    """The gauge of a number; `change` is how far it moved, `since` what from ("in this talk", "" for no change)."""
    return Gauge(
        f"{prefix}-{seen.id}",
        seen.title,
        value=seen.low,
        band=band_words(seen),
        change=change,
        change_text=f"{signed(change)} {since}" if since else "",
        rising=rising(seen),
        thresholds=[low for low, _ in seen.bands if low > seen.range[0]],
        low=seen.range[0],
        high=seen.range[1],
        span=(seen.low, seen.high) if seen.low != seen.high else None,
        accent=accent_of(seen),
        tooltip=gauge_tip(seen, 0),
    )


def way(by: int, good: int) -> str:
    """The accent of a change in marked-up text, by whether a rise is wanted."""
    return "soft" if not by or not good else "good" if by * good > 0 else "bad"
