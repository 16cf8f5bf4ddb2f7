"""Menu: the moves of a turn in groups, under numbers that stay the same until the turn ends."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator

from game.core.card import Card
from game.core.reading import first_sentence
from game.core.view import View
from game.core.words import title
from game.play.playthrough import Playthrough

from .page import wrap
from .pledges import calls_in


class Menu:
    """Which move each number means. What opens within a turn takes the next free numbers."""

    def __init__(self) -> None:
        self.shown = 0
        """The turn whose moves were listed last."""
        self._turn = 0
        self._ids: list[str] = []
        self._told: set[str] = set()
        self._hinted = False

    def renew(self, play: Playthrough) -> None:
        """Give numbers to what is open now or made already; from 1 when a turn begins."""
        view = play.view
        if view.turn != self._turn:
            self._turn, self._ids = view.turn, []
        known = {*view.choices, *(card.id for card in view.cards if card.kind == "done")}
        self._ids += [card.id for _, cards in _grouped(view, known) for card in cards if card.id not in self._ids]

    def forget(self) -> None:
        """Begin anew: another play is shown, or an earlier turn of this one."""
        self._turn = self.shown = 0

    def id(self, number: int) -> str:
        """The id of the move of this number; "" for none."""
        return self._ids[number - 1] if 0 < number <= len(self._ids) else ""

    def number(self, id: str) -> int:
        """The number of an open move."""
        return self._ids.index(id) + 1

    def lines(self, play: Playthrough, whole: bool) -> Iterator[str]:
        """The open moves by instrument. With `whole` each says what it is, else those only that were never listed."""
        scenario, view = play.scenario, play.view
        self.shown = view.turn
        for instrument, cards in groups(view):
            yield f"  {title(scenario, 'instrument', instrument)}"
            for card in cards:
                full = whole or card.id not in self._told
                says = f": {first_sentence(card.text)}" if full else "."
                binds = _binds(play, card) if full else [card.price, *_called(play, card)]
                head = f"{self.number(card.id):>2} {card.title} ({', '.join(binds)})"
                yield from wrap(head + says, "  ", "     ")
                self._told.add(card.id)
        shut = len(view.cards) - sum(len(cards) for _, cards in groups(view))
        yield f"   0 End the turn.{f' ({shut} are closed: `closed`.)' if shut else ''}"

    def brief(self, view: View) -> str:
        """How many moves are open, in a line; the first time with the word that lists them."""
        count = sum(len(cards) for _, cards in groups(view))
        if not count:
            return "Nothing more can be done this turn: 0 ends it."
        how = "." if self._hinted else ": Enter or `moves` lists them; 0 ends the turn."
        self._hinted = True
        return f"{count} move{'' if count == 1 else 's'} open{how}"


def groups(view: View) -> list[tuple[str, list[Card]]]:
    """The open cards by instrument, the one with the most moves of the crisis first, as on the desk."""
    return _grouped(view, set(view.choices))


def _grouped(view: View, allowed: Container[str]) -> list[tuple[str, list[Card]]]:
    held = Counter(card.instrument for card in view.cards)
    kinds = sorted(held, key=lambda id: (-held[id], id))
    found = [(kind, [card for card in view.cards if card.instrument == kind and card.id in allowed]) for kind in kinds]
    return [(kind, cards) for kind, cards in found if cards]


def _binds(play: Playthrough, card: Card) -> list[str]:
    """The price of a move, and what binds or endangers it."""
    parts = [card.price] + (["private"] if card.private else [])
    parts += [card.consent] if card.consent else []
    parts += [f'promises "{name}"' for name in card.promises]
    leaks = " that it leaks" if card.private else ""
    return [*parts, *_called(play, card), *(f"{risk} risk{leaks}" for risk in card.risks)]


def _called(play: Playthrough, card: Card) -> list[str]:
    return [f'calls in "{name}"' for name in calls_in(play.scenario, play.state, card.id)]
