"""Lucks on the debrief: how the same choices end under a thousand other lucks, in a line of figures."""

from __future__ import annotations

from game.batch.spread import Future, Spread
from game.core.scenario import Scenario
from game.core.words import title
from game.desk.screens.forecastrow import percent

MOST = 3
"""Endings that are named."""


def endings_in_words(scenario: Scenario, found: Spread, future: Future) -> str:
    """The commonest endings with their share of the playouts."""
    ranked = sorted(future.endings, key=lambda row: -row[1])[:MOST]
    told = (f"{title(scenario, 'ending', id)} {percent(future.share(id, found.playouts))}" for id, n in ranked if n)
    return " · ".join(told)
