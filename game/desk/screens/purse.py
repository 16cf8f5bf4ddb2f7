"""Purse: a price that is no move's, as tags like those of the moves."""

from __future__ import annotations

from collections.abc import Iterable

from game.core.view import View
from game.desk.screens.signs import PURSES
from game.desk.widgets.price import Price


def prices_of(view: View, price: Iterable[tuple[str, int]]) -> list[Price]:
    """A price (pairs of purse and amount) as tags; those that cannot be paid now are marked."""
    held = {purse.id: purse for purse in view.purses}
    return [
        Price(PURSES.get(id, "coins"), str(amount), held[id].title.lower(), held[id].low < amount)
        for id, amount in price
        if amount
    ]
