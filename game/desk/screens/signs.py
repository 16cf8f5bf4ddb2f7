"""Signs: the icons, colours and short words by which the screens of a play show things of the scenario."""

from __future__ import annotations

from collections import Counter
from datetime import date

from game.core.card import Card
from game.core.chronicle import Item
from game.core.gauge import Gauge
from game.core.scenario import Scenario
from game.core.words import title
from game.desk.theme import BAD, GOLD, GOOD, INK_SOFT, MAUVE, SKY, Colour, mixed
from game.desk.widgets.price import Price

PURSES = {"capital": "landmark", "hours": "clock", "favours": "handshake"}
_ACCENTS: tuple[Colour, ...] = (SKY, BAD, GOLD, GOOD, MAUVE, mixed(SKY, GOOD, 0.5), mixed(GOLD, MAUVE, 0.5))
_RISING = {1: "good", -1: "bad", 0: "neutral"}


def instruments(scenario: Scenario) -> list[str]:
    """The instruments that have moves, in those with most of them first."""
    held = Counter(move.instrument for move in scenario.moves)
    return sorted(held, key=lambda id: (-held[id], title(scenario, "instrument", id)))


def instrument_icon(scenario: Scenario, id: str) -> str:
    """The icon of an instrument."""
    return scenario.texts.get(f"instrument.{id}.icon") or "briefcase"


def instrument_accent(scenario: Scenario, id: str) -> Colour:
    """The accent of an instrument; never the only thing that tells it apart."""
    known = instruments(scenario)
    return _ACCENTS[known.index(id) % len(_ACCENTS)] if id in known else INK_SOFT


def item_icon(scenario: Scenario, item: Item) -> str:
    """The icon of a line of the chronicle."""
    if item.kind == "move":
        move = scenario.find.move.get(item.id)
        return instrument_icon(scenario, move.instrument) if move else "briefcase"
    if item.kind == "answer":
        return "message" if item.actor == scenario.main_actor else "flag"
    return {"event": "newspaper", "promise": "scroll", "vote": "vote", "ending": "flag"}.get(item.kind, "radio")


def item_accent(scenario: Scenario, item: Item) -> Colour:
    """The accent of a line of the chronicle: gold for Moscow, blue for one's own, green for partners."""
    if item.kind == "answer":
        return GOLD if item.actor == scenario.main_actor else GOOD
    return {"move": SKY, "vote": SKY, "promise": BAD, "ending": BAD}.get(item.kind, INK_SOFT)


def item_kicker(scenario: Scenario, item: Item) -> str:
    """Who or what a line comes from, in a word or two."""
    if item.kind == "answer":
        return actor(scenario, item)
    words = {"move": "Your move", "event": "News", "promise": "The ledger", "vote": "The vote", "ending": "The end"}
    return words.get(item.kind, "Report")


def actor(scenario: Scenario, item: Item) -> str:
    """The name of the one who spoke."""
    for kind in ("actor", "partner"):
        name = scenario.texts.get(f"{kind}.{item.actor}.title")
        if name:
            return name
    return item.actor


def prices(card: Card, purses: tuple[Gauge, ...]) -> list[Price]:
    """The price tags of a move, with what is short crossed out."""
    held = {purse.id: purse for purse in purses}
    return [
        Price(PURSES.get(id, "coins"), str(amount), held[id].title.lower() if id in held else id,
              id in held and held[id].low < amount)
        for id, amount in card.cost
    ]  # fmt: skip


def rising(gauge: Gauge) -> str:
    """Whether more of it is good, bad or neither, as the gauge widget asks."""
    return _RISING[gauge.good]


def accent_of(gauge: Gauge) -> Colour:
    """The colour of a gauge's bar: what should fall is warm, what should rise is cool."""
    return BAD if gauge.good < 0 else SKY if gauge.good > 0 else MAUVE


def in_words(day: str, weekday: bool = False) -> str:
    """A date such as 2022-01-14 as "14 January 2022", with the day of the week if asked."""
    try:
        found = date.fromisoformat(day)
    except ValueError:
        return day
    months = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
              "November", "December")  # fmt: skip
    days = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    words = f"{found.day} {months[found.month - 1]} {found.year}"
    return f"{days[found.weekday()]} {words}" if weekday else words


def date_of(scenario: Scenario, turn: int, weekday: bool = False) -> str:
    """The date on which a turn is played, in words."""
    return in_words(scenario.dates[max(1, min(turn, len(scenario.dates))) - 1], weekday)


def day_of(scenario: Scenario, turn: int) -> str:
    """The same without the year."""
    return date_of(scenario, turn).rsplit(" ", 1)[0]


def band_words(gauge: Gauge) -> str:
    """The word of a number: its band, or the interval it is known to lie in."""
    return gauge.word or (f"between {gauge.low} and {gauge.high}" if gauge.low != gauge.high else "")


def gauge_tip(gauge: Gauge, change: int) -> str:
    """What a number is, its bands with their thresholds, how it moved, and what hangs on it."""
    number = str(gauge.low) if gauge.low == gauge.high else f"{gauge.low} to {gauge.high}"
    head = f"**{gauge.title}: {number}**" + (f", {gauge.word}" if gauge.word else "")
    went = f"{'Up' if change > 0 else 'Down'} {abs(change)} since the last turn began." if change else ""
    bands = ", ".join(f"{word} from {low}" for low, word in gauge.bands)
    return "\n".join(line for line in (head, gauge.hangs, went, f"*{bands[:1].upper()}{bands[1:]}.*" if bands else "")
                     if line)  # fmt: skip
