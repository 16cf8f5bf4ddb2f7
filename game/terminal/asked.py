"""Asked: what is said to a question about a numbered thing: why an answer came, what a move is, where it may lead."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from game.core.account import account
from game.core.chronicle import Item
from game.core.step import IllegalChoice
from game.play import counsel
from game.play.playthrough import Playthrough

from . import advice, page
from .occasion import occasion_lines

LONGEST_NUMBER = 4
"""Digits of the longest number that can mean a line on the page."""

NONE = (
    "There is no answer of that number. Answers come when a turn ends, each with its number. Events have none: ask for "
    "them by the first words of their title."
)
WHICH = "Say which, as in `{} 1`."


def why_lines(play: Playthrough, answers: Sequence[tuple[int, Item]], word: str) -> Iterator[str]:
    """The account of an answer, by its number from 1 (without one the last), or what brought an event, by its title."""
    occasion = occasion_lines(play, word)
    if occasion:
        yield from occasion
        return
    number = int(word) if word.isdecimal() and len(word) <= LONGEST_NUMBER else 0 if word else len(answers)
    if not 0 < number <= len(answers):
        yield from page.wrap(NONE)
        return
    index, item = answers[number - 1]
    yield from page.account_lines(account(play.scenario, play.why(index, item.decision)))


def weigh_lines(play: Playthrough, word: str, chosen: Callable[[str], str]) -> Iterator[str]:
    """Odds of where a move leads by the end of the turn. `chosen` makes the id of a choice from what was typed."""
    if not word:
        yield WHICH.format("weigh")
        return
    try:
        yield from advice.weighed(play, counsel.weighed(play, chosen(word)))
    except IllegalChoice:
        yield "That cannot be weighed now."


def about_lines(play: Playthrough, word: str, chosen: Callable[[str], str]) -> Iterator[str]:
    """What a move is, and what the advisers say of it; in a scene, what a line of it costs or brings."""
    id, scene = chosen(word), play.view.scene
    card = next((card for card in play.view.cards if card.id == id), None)
    if not word:
        yield WHICH.format("about")
    elif card is not None:
        yield from advice.about(play, card)
    elif scene is not None:
        yield from advice.about_line(play, scene, id)
    else:
        yield "There is no such move."
