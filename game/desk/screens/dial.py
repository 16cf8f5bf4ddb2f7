"""Dial: a number of the game set into the gauge of the desk, with its band, its change and what hangs on it."""

from __future__ import annotations

from game.core.gauge import Gauge as Seen
from game.desk.theme import BAD, GOLD, SKY, Colour
from game.desk.widgets.gauge import Gauge


def signed(by: int) -> str:
    """A change with its sign: "+3", "−2", "±0"."""
    return f"+{by}" if by > 0 else f"−{-by}" if by < 0 else "±0"


def dial(seen: Seen, change: int = 0, since: str = "", *, prefix: str = "dial", accent: Colour = SKY) -> Gauge:
    """The gauge of a number; `change` is how far it moved, `since` what from ("in this talk")."""
    word = seen.word or ("about" if seen.low != seen.high else "")
    bands = ", ".join(f"from {low} {name}" for low, name in seen.bands)
    number = f"{seen.low}" if seen.low == seen.high else f"between {seen.low} and {seen.high}"
    moved = f" {signed(change)} {since}." if since else ""
    return Gauge(
        f"{prefix}-{seen.id}",
        seen.title,
        value=seen.low,
        band=word,
        change=change,
        change_text=signed(change) if since else "",
        rising={1: "good", -1: "bad"}.get(seen.good, "neutral"),
        thresholds=[low for low, _ in seen.bands if low > seen.range[0]],
        low=seen.range[0],
        high=seen.range[1],
        span=(seen.low, seen.high) if seen.low != seen.high else None,
        accent=accent,
        tooltip=f"**{seen.title}: {number}{f', {word}' if word else ''}.**{moved} {seen.hangs}\n*{bands}*",
    )


def tone(by: int, good: int) -> Colour:
    """The accent of a change, by whether a rise is wanted."""
    return GOLD if not by or not good else SKY if by * good > 0 else BAD


def way(by: int, good: int) -> str:
    """The name of that accent in marked-up text."""
    return "soft" if not by or not good else "good" if by * good > 0 else "bad"
