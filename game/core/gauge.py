"""Gauge: a meter as a seat sees it, with its word and what hangs on it."""

from __future__ import annotations

from typing import NamedTuple

from .meter import Meter
from .scenario import Scenario
from .sight import span
from .words import title


class Gauge(NamedTuple):
    """A meter as the seat sees it: a hidden one as the interval low..high it is known to lie in."""

    id: str
    title: str
    low: int
    high: int
    range: tuple[int, int]
    word: str
    hangs: str
    good: int
    bands: tuple[tuple[int, str], ...]
    kind: str
    sight: str


def gauge(scenario: Scenario, meter: Meter, cells: tuple[int, ...]) -> Gauge:
    """A meter as it is seen in these cells."""
    low, high = span(meter, cells)
    bands = tuple((band.low, scenario.text(band.text)) for band in meter.bands)
    word = ""
    for start, name in bands:
        if low >= start:
            word = name
    kind = "channel" if meter.kind == "channel" else "meter"
    return Gauge(
        meter.id,
        title(scenario, kind, meter.id),
        low,
        high,
        (meter.low, meter.high),
        word if low == high or not bands else "",
        scenario.texts.get(f"meter.{meter.id}.hangs", ""),
        meter.good,
        bands,
        meter.kind,
        meter.sight,
    )
