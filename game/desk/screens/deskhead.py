"""Desk head: the date, the three purses, and the ways to what else lies in the room."""

from __future__ import annotations

from collections.abc import Sequence

from game.desk.flow import Flow
from game.desk.layout import Column, Row, fixed, grow
from game.desk.look import Look
from game.desk.part import Action, Part
from game.desk.screens.coffer import Coffer
from game.desk.screens.signs import PURSES, band_words, gauge_tip, in_words
from game.desk.session import Session
from game.desk.theme import GAP, INK, INK_QUIET, SMALL, TITLE
from game.desk.widgets.button import Button
from game.desk.widgets.paragraph import Paragraph

WIDE = 1180  # pixels at 100 %: in a narrower window the date stands without its weekday


def key(id: str, label: str, action: Action, icon: str, hotkey: str, tip: str) -> Button:
    """A quiet button with its key."""
    return Button(id, label, action, icon=icon, kind="quiet", hotkey=hotkey, tooltip=tip)


def head(
    look: Look, session: Session, width: int, ledger: Action, analysts: Action, votes: Action, menu: Action
) -> Part:
    """The top of the desk in a window of `width` pixels; the way to the votes stands in a crisis that has some."""
    hall = [key("votes", "Votes", votes, "vote", "v", "Texts to be voted on, whom one could win, votes held so far.")]
    ways = [
        key("ledger", "Ledger", ledger, "scroll", "l", "What has been promised, and what falls due."),
        key("analysts", "Analysts", analysts, "search", "a", "Which reading explains the answers seen so far."),
        *(hall if session.play.scenario.drafts else []),
        key("menu", "Menu", menu, "menu", "m", "Save, timeline, settings, and the way out."),
    ]
    when = Paragraph(in_words(session.view.date, width >= look.pixels(WIDE)), TITLE, INK)
    date = Column([when, Paragraph(session.text("seat_title"), SMALL, INK_QUIET)], gap=0)
    right = Flow([*purses(session), *ways], align="right", gap=6)
    return Row([fixed(date, date.natural(look)), grow(right)], gap=GAP, upright="middle")


def purses(session: Session) -> Sequence[Part]:
    """The purses, each with its word, its change since the last turn, and what hangs on it."""
    return [
        Coffer(
            f"purse-{purse.id}", purse.title, icon=PURSES.get(purse.id, "coins"), amount=purse.low,
            band=band_words(purse), change=session.change(purse), tooltip=gauge_tip(purse, session.change(purse)),
        )
        for purse in session.view.purses
    ]  # fmt: skip
