"""Page: what the seat sees, as lines of plain text."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from game.core.account import Account
from game.core.card import Card
from game.core.chronicle import Item, headed
from game.core.gauge import Gauge
from game.core.scenario import Scenario
from game.core.scene import Scene
from game.core.view import Entry, View
from game.core.words import title
from game.play.sequel import Legacy

WIDTH = 88


def plain(text: str) -> str:
    """A text without the marks for bold and italic."""
    return text.replace("**", "").replace("*", "")


def wrap(text: str, indent: str = "") -> list[str]:
    """A text as lines no wider than the page."""
    return textwrap.wrap(plain(text), WIDTH, initial_indent=indent, subsequent_indent=indent) or [indent.rstrip()]


def gauge_line(gauge: Gauge) -> str:
    """A meter on one line: its name, number or interval, and word."""
    number = str(gauge.low) if gauge.low == gauge.high else f"{gauge.low}-{gauge.high}"
    word = f"  ({gauge.word})" if gauge.word else ""
    return f"{gauge.title}: {number}{word}"


def situation(view: View) -> Iterator[str]:
    """Date, purses and the numbers on the desk."""
    yield ""
    yield f"== {view.date} ==  turn {view.turn} of {view.turns}"
    yield "You hold: " + ", ".join(f"{purse.title.lower()} {purse.low}" for purse in view.purses)
    for gauge in view.gauges:
        if gauge.sight == "desk":
            yield "  " + gauge_line(gauge)


def news(scenario: Scenario, lines: Iterable[tuple[int, Item]]) -> Iterator[str]:
    """Lines of the chronicle; an answer bears the number by which it can be questioned (why N)."""
    for number, item in lines:
        mark = f"[{number}]" if item.decision >= 0 else "-"
        again = "" if item.text or item.kind in ("contest", "ending") else " As the last time."
        yield from wrap(f"{mark} {headed(item, who(scenario, item))}{again}", "  ")


def who(scenario: Scenario, item: Item) -> str:
    """Who speaks in a line, by title; empty for a line that nobody speaks."""
    if not item.actor:
        return ""
    partner = any(partner.id == item.actor for partner in scenario.partners)
    return title(scenario, "partner" if partner else "actor", item.actor)


def card_lines(number: int, card: Card) -> list[str]:
    """A move with its price; closed ones with the reason."""
    extras = [card.price] + ([card.consent] if card.consent else [])
    extras += [f'puts "{name}" on the ledger' for name in card.promises]
    extras += [f"{risk} risk that it leaks" if card.private else f"{risk} risk" for risk in card.risks]
    if card.private:
        extras.append("not public")
    return wrap(f"{number:>2} {card.title} [{card.id}] - {'; '.join(extras)}", "  ")


def menu(view: View) -> Iterator[str]:
    """The moves that can be made, numbered, and how many are closed."""
    cards = open_cards(view)
    yield "Moves open to you:"
    for number, card in enumerate(cards, 1):
        yield from card_lines(number, card)
    yield f"   0 End the turn. ({len(view.cards) - len(cards)} moves are closed: `closed` lists them.)"


def open_cards(view: View) -> list[Card]:
    """The cards that can be played now, in their order on the desk."""
    allowed = set(view.choices)
    return [card for card in view.cards if card.id in allowed]


def scene_lines(scene: Scene) -> Iterator[str]:
    """A summit's stage or a contest's rung, with what may be said or done."""
    where = f", {scene.place}" if scene.place else ""
    yield ""
    count = f" - exchange {scene.number} of {scene.of}" if scene.kind == "exchange" else ""
    count = f" - rung {scene.number} of {scene.of}, {'private' if scene.private else 'public'}" if (
        scene.kind == "contest"
    ) else count
    yield f"-- {scene.title}{where}{count} --"
    yield from wrap(f"{scene.heading}. {scene.text}" if scene.heading else scene.text)
    for track in scene.tracks:
        yield "  " + gauge_line(track)
    for number, line in enumerate(scene.lines, 1):
        price = "" if line.price == "free" else f" ({line.price})"
        approach = f" [{line.approach.lower()}]" if line.approach else ""
        yield from wrap(f"{number} {line.label}{approach}{price}", "  ")


def ledger_lines(entries: Iterable[Entry]) -> Iterator[str]:
    """The promise ledger."""
    none = True
    for entry in entries:
        none = False
        left = f", {entry.left} turn{'' if entry.left == 1 else 's'} left" if entry.status == "due" else ""
        yield from wrap(f"{entry.title} ({entry.kind}, {entry.status}{left}): {entry.text}", "  ")
        yield from wrap(f"Falls due on: {entry.trigger}. Kept by: {entry.kept_by}.", "    ")
    if none:
        yield "  Nothing has been promised."


def legacy_lines(found: Iterable[Legacy]) -> Iterator[str]:
    """What was taken over from the crisis played before."""
    for legacy in found:
        yield from wrap(f"Taken over: {legacy.title} {legacy.start}. {legacy.says}")


def account_lines(account: Account) -> Iterator[str]:
    """Why, why not, and what would have changed it."""
    yield from wrap(account.headline)
    for line in (account.note, account.because):
        if line:
            yield from wrap(line, "  ")
    for head, lines in (
        ("It held that:", account.checks),
        ("What the analysts cannot see:", account.unsure),
        ("Why not otherwise:", account.beaten),
        ("What would have changed it:", account.misses),
        ("Rests on:", account.sources),
    ):
        if lines:
            yield f"  {head}"
            for line in lines:
                yield from wrap(f"- {line}", "    ")
    if account.counter_view:
        yield from wrap(f"Another view: {account.counter_view} Confidence: {account.confidence}.", "  ")
