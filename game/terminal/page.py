"""Page: what the seat sees, as lines of plain text."""

from __future__ import annotations

import textwrap
from collections.abc import Container, Iterable, Iterator, Mapping

from game.core.account import Account
from game.core.chronicle import Item, headed
from game.core.gauge import Gauge
from game.core.scenario import Scenario
from game.core.scene import Scene
from game.core.view import View
from game.core.words import title
from game.play.sequel import Legacy

WIDTH = 88


def plain(text: str) -> str:
    """A text without the marks for bold and italic."""
    return text.replace("**", "").replace("*", "")


def wrap(text: str, indent: str = "", later: str | None = None) -> list[str]:
    """A text as lines no wider than the page; `later` is the indent of all lines but the first, if it is another."""
    rest = indent if later is None else later
    return textwrap.wrap(plain(text), WIDTH, initial_indent=indent, subsequent_indent=rest) or [indent.rstrip()]


def paragraphs(text: str) -> Iterator[str]:
    """A text in paragraphs, an empty line before each."""
    for part in text.split("\n"):
        if part.strip():
            yield ""
            yield from wrap(part)


def gauge_line(gauge: Gauge, scaled: bool = False) -> str:
    """A meter on one line: name, number or interval, word; `scaled` says how far it goes and which way is better."""
    number = str(gauge.low) if gauge.low == gauge.high else f"between {gauge.low} and {gauge.high}"
    better = {1: ", more is better", -1: ", less is better"}.get(gauge.good, "")
    scale = f" of {gauge.range[1]}{better}" if scaled and gauge.kind != "flag" else ""
    word = f" ({gauge.word})" if gauge.word else ""
    return f"{gauge.title}: {number}{scale}{word}"


def situation(view: View, moved: Mapping[str, int], known: Container[str]) -> Iterator[str]:
    """Date, purses and the numbers on the desk with what each has `moved` by; at first with the length of scales.

    `known` are ids of hidden numbers that are shown too.
    """
    yield ""
    yield f"== {view.date} ==  turn {view.turn} of {view.turns}"
    if view.turn == view.turns:
        yield "The last turn: as things stand when it ends, so they are judged."
    for gauge in view.gauges:
        if gauge.sight == "desk" or gauge.id in known:
            by = f", {moved[gauge.id]:+}" if moved.get(gauge.id) else ""
            yield f"  {gauge_line(gauge, scaled=view.turn == 1)}{by}"
    yield from wrap(_counted(view)) if view.turn == 1 else [f"{purses(view)}."]


def _counted(view: View) -> str:
    """What the seat has to spend, with how far each purse goes: at first."""
    held = ", ".join(f"{purse.title.lower()} {purse.low} of {purse.range[1]}" for purse in view.purses)
    return f"You hold, to pay for moves: {held}."


def purses(view: View) -> str:
    """What the seat has to spend."""
    return "You hold: " + ", ".join(f"{purse.title.lower()} {purse.low}" for purse in view.purses)


def news(scenario: Scenario, lines: Iterable[tuple[int, Item]]) -> Iterator[str]:
    """Lines of the chronicle: what was done, and answers under the numbers by which they can be questioned (why N).

    A line's number is 0 where it is no answer.
    """
    for number, item in lines:
        mark = f"Answer {number}," if number else "Done:" if item.kind == "move" else "-"
        again = "" if item.text or item.kind in ("contest", "ending") else " As the last time."
        yield from wrap(f"{mark} {headed(item, who(scenario, item))}{again}", "  ")


def who(scenario: Scenario, item: Item) -> str:
    """Who speaks in a line, by title; empty for a line that nobody speaks."""
    if not item.actor:
        return ""
    partner = any(partner.id == item.actor for partner in scenario.partners)
    return title(scenario, "partner" if partner else "actor", item.actor)


def scene_head(scene: Scene) -> str:
    """Where a summit, a drafting table or a contest stands."""
    where = f", {scene.place}" if scene.place else ""
    count = ""
    if scene.kind == "exchange":
        count = f" - exchange {scene.number} of {scene.of}"
    elif scene.kind == "contest":
        count = f" - rung {scene.number} of {scene.of}, {'private' if scene.private else 'public'}"
    return f"-- {scene.title}{where}{count} --"


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
