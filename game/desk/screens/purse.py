"""Purse: the icons of what is paid with, and prices as tags."""

from __future__ import annotations

from collections.abc import Iterable

from game.core.view import View
from game.desk.widgets.price import Price

ICONS = {"capital": "landmark", "hours": "clock", "favours": "handshake"}
OTHER = "coins"


def purse_icon(id: str) -> str:
    """The icon of a purse by its id."""
    return ICONS.get(id, OTHER)


def prices_of(view: View, price: Iterable[tuple[str, int]]) -> list[Price]:
    """A price (pairs of purse and amount) as tags; those that cannot be paid now are marked."""
    held = {purse.id: purse for purse in view.purses}
    return [
        Price(purse_icon(id), str(amount), held[id].title.lower(), held[id].low < amount) for id, amount in price if amount
    ]
