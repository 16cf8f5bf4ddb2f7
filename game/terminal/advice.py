"""Advice: what one can ask for at the keyboard: a move weighed, the advisers, the analysts, what is closed."""

from __future__ import annotations

from collections.abc import Iterator

from game.core.card import Card
from game.core.debrief import speaks
from game.core.view import View
from game.core.weigh import Weighing, in_words
from game.core.words import title
from game.play import counsel
from game.play.playthrough import Playthrough

from .page import gauge_line, wrap


def closed(view: View) -> Iterator[str]:
    """Moves that are closed, each with the reason."""
    for card in view.cards:
        if card.closed:
            yield from wrap(f"{card.title} ({card.price}): {card.closed}", "  ")


def label(view: View, id: str) -> str:
    """The words of a choice on the page, without a full stop; empty for the end of a turn."""
    lines = view.scene.lines if view.scene is not None else ()
    told = [line.label for line in lines if line.id == id] + [card.title for card in view.cards if card.id == id]
    return told[0].removesuffix(".") if told else ""


def numbers(view: View) -> Iterator[str]:
    """Every number the seat can see, with what hangs on it."""
    for gauge in view.gauges:
        yield from wrap(f"{gauge_line(gauge)}. {gauge.hangs}".strip(), "  ")


def channels(view: View) -> Iterator[str]:
    """Ways to talk and partners' lines."""
    for _, name, state in view.channels:
        yield f"  {name}: {state}"
    yield f"  As things stand a private message is misread {view.misreading} times in a hundred."
    yield "How far each partner will go, from 0 to 100:"
    for _, name, line in view.partners:
        yield f"  {name}: {line}"


def weighed(play: Playthrough, found: Weighing) -> Iterator[str]:
    """A weighing in words: which numbers move, and in what tone an answer would come."""
    scenario = play.scenario
    name = title(scenario, "move", found.move)
    yield from wrap(f"{name}: played on {found.playouts} times from here to the end of the turn.")
    for id, higher, lower in found.meters:
        way, count = ("higher", higher) if higher >= lower else ("lower", lower)
        yield f"  {title(scenario, 'meter', id)}: {in_words(count, found.playouts)} {way} ({count} in {found.playouts})"
    yield (
        f"  {scenario.opponent}: a harder word {in_words(found.harder, found.playouts)}, a softer one "
        f"{in_words(found.softer, found.playouts)}, silence {in_words(found.silent, found.playouts)}."
    )


def about(play: Playthrough, card: Card) -> Iterator[str]:
    """What a move is, what it costs, and what the advisers who have something to say tell you."""
    yield from wrap(f"{card.title}. {card.text} Price: {card.price}.")
    if card.sunk:
        yield f"  Of this, {card.sunk} is gone whatever comes."
    if card.audience:
        yield f"  Backing down from it later would cost {card.audience} of your standing at home."
    if card.closed:
        yield from wrap(card.closed, "  ")
    scenario = play.scenario
    for advice in scenario.advice:
        if advice.move == card.id and speaks(scenario, advice, play.state.cells):
            name = scenario.texts.get(f"adviser.{advice.adviser}.name", advice.adviser)
            desk = scenario.texts.get(f"adviser.{advice.adviser}.desk", "")
            stand = "against" if advice.against else "for"
            yield from wrap(f"{name} ({desk}), {stand}: {scenario.text(f'advice.{advice.id}.says')}", "  ")


def analysts(play: Playthrough) -> Iterator[str]:
    """Which Moscow explains the answers seen, and how the weights are worked out."""
    yield f"How well each reading of {play.scenario.opponent} explains the answers seen so far:"
    for reading in counsel.readings(play):
        yield f"  {title(play.scenario, 'doctrine', reading.doctrine)}: {(reading.weight + 5) // 10} in 100"
        weakest = sorted(reading.odds, key=lambda row: row[3])[:1]
        for turn, what, answer, odds in weakest:
            given = title(play.scenario, "answer", answer) if answer else "silence"
            yield f"      least expected: turn {turn}, {given} (to {what}), {odds // 100}%"
    yield from wrap("Each answer multiplies a reading by the odds it gave that answer; none is ever ruled out.", "  ")
