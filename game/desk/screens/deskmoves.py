"""Desk moves: what can be done this turn, by instrument, each with its price and, when closed, the reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from textwrap import shorten
from typing import NamedTuple

from game.core.card import Card
from game.core.reading import first_sentence
from game.core.words import title
from game.desk.grid import Grid
from game.desk.layout import Column, grow
from game.desk.look import Look
from game.desk.part import Action, Part
from game.desk.screen import Change
from game.desk.screens.foldingtabs import FoldingTabs
from game.desk.screens.signs import instrument_accent, instrument_icon, instruments, prices
from game.desk.session import Session
from game.desk.theme import GOLD, INK_SOFT, SMALL
from game.desk.widgets.button import Button
from game.desk.widgets.panel import Panel
from game.desk.widgets.paragraph import Paragraph
from game.desk.widgets.scroll import Scroll
from game.desk.widgets.tabs import TabName

LOOKED_AT = "This play may only be looked at."
FEW = 6  # open moves
REASON = 64  # letters of a reason that stand on the button itself


class Telling(NamedTuple):
    """What stands under a move's name, and how many pixels wide at 100 % it must be at least."""

    says: Callable[[Card], str]
    width: int


class DeskMoves:
    """The moves' place on the desk; it keeps which tab is chosen: 0 for all that are open, then the instruments."""

    def __init__(self) -> None:
        self.tab = 0

    def build(self, look: Look, session: Session, press: Callable[[str], Change], telling: Telling) -> Part:
        """Tabs of instruments over the cards of the chosen one; `press` gets the id of a move."""
        scenario, view = session.play.scenario, session.view
        kinds = instruments(scenario)
        free = [card for card in view.cards if not card.closed]
        names = [TabName("tab-open", "Open", "list", str(len(free)), GOLD, "Every move that can be made now.")]
        for kind in kinds:
            ready = sum(1 for card in free if card.instrument == kind)
            names.append(TabName(f"tab-{kind}", title(scenario, "instrument", kind), instrument_icon(scenario, kind),
                                 str(ready), instrument_accent(scenario, kind),
                                 scenario.texts.get(f"instrument.{kind}.says", "")))  # fmt: skip
        self.tab = min(self.tab, len(kinds))
        shown = free if self.tab == 0 else [card for card in view.cards if card.instrument == kinds[self.tab - 1]]
        body = self._grid(look, session, shown, press, telling)
        tabs = FoldingTabs(names, self.tab, self._choose)
        return Panel(Column([tabs, grow(Scroll("moves", child=body), least=look.pixels(92))]), pad=8)

    def _choose(self, number: int) -> Change:
        self.tab = number
        return None

    def _grid(
        self, look: Look, session: Session, cards: list[Card], press: Callable[[str], Change], telling: Telling
    ) -> Part:
        """The cards, the open ones first and the new ones before all, the first nine with a number for a key."""
        if not cards:
            return Paragraph("Nothing more can be done this turn. **E** ends it.", SMALL, INK_SOFT)
        kinds, new = instruments(session.play.scenario), session.newly_open()
        cards = sorted(cards, key=lambda card: (_shut(card), card.id not in new, kinds.index(card.instrument)))
        keys = [str(n) if n < 10 and not card.closed else "" for n, card in enumerate(cards, 1)]
        told = ["{gold:New.} " * (card.id in new) + telling.says(card) for card in cards]
        buttons = [_button(session, card, key, _pressing(press, card.id), words)
                   for key, card, words in zip(keys, cards, told, strict=True)]  # fmt: skip
        return Grid(buttons, least=look.pixels(telling.width))


def _shut(card: Card) -> int:
    """Open moves first, then those one could not pay, then the rest, those used up last."""
    return {"": 0, "price": 1, "condition": 2, "resting": 3, "full": 3}.get(card.kind if card.closed else "", 4)


def _pressing(press: Callable[[str], Change], id: str) -> Action:
    return lambda: press(id)


@dataclass(eq=False)
class MoveButton(Button):
    """A move's button: what it shows of a long reason is cut, its tooltip tells all of it in `closed`."""

    closed: str = field(default="", kw_only=True)

    def tip(self) -> str:
        costs = ", ".join(price.words() for price in self.prices)
        lines = (self.tooltip, f"{{bad:{self.closed}}}" if self.closed else "", f"*Costs {costs}.*" if costs else "")
        return "\n".join(line for line in lines if line)


def _button(session: Session, card: Card, hotkey: str, press: Action, told: str) -> Part:
    scenario = session.play.scenario
    closed = LOOKED_AT if session.play.read_only else card.closed
    return MoveButton(
        f"move-{card.id}", card.title, press, icon=instrument_icon(scenario, card.instrument), second=told,
        prices=prices(card, session.view.purses), accent=instrument_accent(scenario, card.instrument),
        enabled=not closed, reason=shorten(closed, REASON, placeholder=" ..."), closed=closed, hotkey=hotkey,
        tooltip=f"**{card.title}.** {card.text}", on_explain=press,
    )  # fmt: skip


def facts(card: Card) -> str:
    """What binds a move, in a few words: secrecy, consent, the ledger, risks."""
    parts = ["In private" if card.private else "In public"]
    if card.consent:
        parts.append(f"needs {card.consent.partition(' must')[0]} partners")
    if card.promises:
        parts.append("goes on the ledger")
    parts += [f"{risk} risk" for risk in card.risks[:1]]
    return ", ".join(parts)


def _gist(card: Card) -> str:
    """What a move is, in its first sentence, and what binds it."""
    return f"{first_sentence(card.text)}\n{{soft:{facts(card)}}}"


def _whole(card: Card) -> str:
    """What a move is, and what binds it."""
    return f"{card.text}\n{{soft:{facts(card)}}}"


BRIEF, GIST, WHOLE = Telling(facts, 216), Telling(_gist, 300), Telling(_whole, 300)


def at_length(session: Session) -> Telling:
    """How moves are told where no map stands over them: each with its text, and all of it while they are few."""
    return WHOLE if sum(not card.closed for card in session.view.cards) <= FEW else GIST
