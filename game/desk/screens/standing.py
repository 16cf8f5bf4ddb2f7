"""Standing: the numbers on the desk, each with its word, its change since the last turn and what hangs on it."""

from __future__ import annotations

from game.core.gauge import Gauge as Seen
from game.desk.layout import Column, grow
from game.desk.part import Action, Part
from game.desk.screens.deskhead import key
from game.desk.screens.signs import accent_of, band_words, gauge_tip, rising
from game.desk.session import Session
from game.desk.widgets.gauge import Gauge
from game.desk.widgets.panel import Panel
from game.desk.widgets.scroll import Scroll

SHOWN = 6  # numbers beside the three purses


def standing(session: Session, numbers: Action) -> Part:
    """The panel of the desk's numbers, those that are only reckoned after them; `numbers` opens all."""
    numbers_seen = [g for g in session.view.gauges if g.kind in ("meter", "derived")]
    found = [g for g in numbers_seen if g.sight == "desk"]
    reckoned = [g for g in numbers_seen if g.sight == "hidden"]
    rows = Column([number(session, g) for g in (*found, *reckoned)[:SHOWN]], gap=10)
    tip = "Every number you can see, and roughly those you cannot."
    more = key("numbers", "All numbers", numbers, "line-chart", "n", tip)
    return Panel(Column([grow(Scroll("gauges", child=rows)), more]), title="Where it stands", icon="scale", pad=10)


def number(session: Session, seen: Seen) -> Part:
    """A number as an instrument."""
    change = session.change(seen)
    return Gauge(
        f"gauge-{seen.id}", seen.title, value=seen.low, band=band_words(seen), low=seen.range[0], high=seen.range[1],
        change=change, change_text=str(abs(change)) if change else "", rising=rising(seen),
        thresholds=[low for low, _ in seen.bands[1:] if low < seen.range[1]], accent=accent_of(seen),
        span=(seen.low, seen.high) if seen.low != seen.high else None, tooltip=gauge_tip(seen, change),
    )  # fmt: skip
