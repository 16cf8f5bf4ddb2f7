"""Advice: what one can ask for at the keyboard: a move weighed, the advisers, the analysts, what is closed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.core.analysts import FLOOR, WHOLE, Reading
from game.core.card import Card
from game.core.debrief import speaks
from game.core.naming import choice_name
from game.core.scene import Scene
from game.core.view import View
from game.core.weigh import Weighing, in_words
from game.core.words import title
from game.play import counsel
from game.play.playthrough import Playthrough

from .effects import gains
from .hall import sponsor_lines
from .page import gauge_line, wrap
from .pledges import calls_in
from .quarrel import about_response

AT_HOME = ("a little", "some", "much")
"""What backing down costs at home, from 1 on, in words."""


def closed(view: View) -> Iterator[str]:
    """Moves that are closed, by reason. Those that wait on what has not come about yet are counted, not named."""
    if view.scene is not None and view.scene.lines:
        yield "What is going on wants an answer first; the moves come after it."
        return
    reasons: dict[str, list[str]] = {}
    for card in view.cards:
        if card.closed and not card.untold:
            reasons.setdefault(card.closed, []).append(f"{card.title} ({card.price})")
    for reason, names in reasons.items():
        yield from wrap(reason, "  ")
        yield from wrap("; ".join(names), "    ")
    waiting = sum(card.untold for card in view.cards)
    if waiting:
        yield f"  {waiting} more may open, as things happen."
    if not reasons and not waiting:
        yield "  No move is closed."


def label(view: View, id: str) -> str:
    """The words of a choice on the page, without a full stop; empty for the end of a turn."""
    lines = view.scene.lines if view.scene is not None else ()
    told = [line.label for line in lines if line.id == id] + [card.title for card in view.cards if card.id == id]
    return told[0].removesuffix(".") if told else ""


def numbers(view: View) -> Iterator[str]:
    """Every number the seat can see, with what hangs on it: the desk's first; of the flags those that are set."""
    desk = [gauge for gauge in view.gauges if gauge.sight == "desk"]
    hidden = [gauge for gauge in view.gauges if gauge.sight == "hidden"]
    beside = [gauge for gauge in view.gauges if gauge.sight == "panel" and gauge.kind != "flag"]
    flags = [gauge for gauge in view.gauges if gauge.sight == "panel" and gauge.kind == "flag" and gauge.high]
    for head, gauges in (
        ("On the desk:", [*desk, *view.purses]),
        ("What the analysts can only narrow down:", hidden),
        ("Beside it:", beside),
        ("So far:", flags),
    ):
        if gauges:
            yield head
        for gauge in gauges:
            line = f"{gauge.title}: {gauge.word or 'yes'}" if gauge.kind == "flag" else gauge_line(gauge, scaled=True)
            yield from wrap(f"{line}. {gauge.hangs}".strip(), "  ")


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
    scenario, of = play.scenario, found.playouts
    name = label(play.view, found.move) or choice_name(scenario, found.move)
    scene = play.view.scene
    against = "answering by lot" if scene is not None and scene.lines else "leaving it undone"
    yield from wrap(f"{name}: tried {of} times to the end of the turn, against {against}.")
    for id, higher, lower in found.meters:
        ways = sorted((("higher", higher), ("lower", lower)), key=lambda way: -way[1])
        said = [f"{way}, {in_words(count, of)} ({count} in {of})" for way, count in ways if count]
        yield f"  {title(scenario, 'meter', id)}: {'; '.join(said)}"
    if not found.meters:
        yield "  No number on the desk comes out differently. (What you pay with is not weighed.)"
    yield from wrap(
        f"What {scenario.opponent} says to all of this turn: a harder word {in_words(found.harder, of)}, a softer one "
        f"{in_words(found.softer, of)}, silence {in_words(found.silent, of)}.",
        "  ",
    )


def about_line(play: Playthrough, scene: Scene, id: str) -> Iterator[str]:
    """What a line of a scene is and costs."""
    line = next((line for line in scene.lines if line.id == id), None)
    if line is None:
        yield "There is no such line."
    elif scene.kind == "contest":
        yield from about_response(play, scene, id)
    else:
        approach = f" Approach: {line.approach}." if line.approach else ""
        yield from wrap(f"{label(play.view, id)}. Price: {line.price}.{approach}")
        if scene.kind == "draft":
            yield from sponsor_lines(play, scene.id, id)


def about(play: Playthrough, card: Card) -> Iterator[str]:
    """What a move is, what it costs, and what the advisers who have something to say tell you."""
    yield from wrap(f"{card.title}. {card.text} Price: {card.price}.")
    added = gains(play.scenario, play.scenario.find.move[card.id].clauses)
    if added:
        yield f"  It adds to what you hold: {added}."
    for name in calls_in(play.scenario, play.state, card.id):
        yield from wrap(f'It calls in your promise "{name}": see `ledger`.', "  ")
    if card.sunk:
        yield f"  Of this, {card.sunk} is gone whatever comes."
    if card.audience:
        standing = AT_HOME[min(card.audience, len(AT_HOME)) - 1]
        yield f"  To back down from it later would cost {standing} standing at home."
    if card.closed:
        yield from wrap(card.closed, "  ")
    scenario = play.scenario
    for advice in scenario.advice:
        if advice.move == card.id and speaks(scenario, advice, play.state.cells):
            name = scenario.texts.get(f"adviser.{advice.adviser}.name", advice.adviser)
            desk = scenario.texts.get(f"adviser.{advice.adviser}.desk", "")
            stand = "against" if advice.against else "for"
            yield from wrap(f"{name} ({desk}), {stand}: {scenario.text(f'advice.{advice.id}.says')}", "  ")


def _answered(play: Playthrough, what: str) -> str:
    """What an answer was given to, in words."""
    scenario, id = play.scenario, what.removeprefix("challenge/")
    if id in scenario.find.move:
        return f'to "{title(scenario, "move", id)}"'
    for kind, head in (("contest", "in the quarrel"), ("summit", "at the table")):
        if f"{kind}.{id}.title" in scenario.texts:
            return f'{head} "{title(scenario, kind, id)}"'
    return "of its own accord"


def analysts(play: Playthrough) -> Iterator[str]:
    """Which Moscow explains the answers seen, and how the weights are worked out."""
    yield f"How well each reading of {play.scenario.opponent} explains the answers seen so far:"
    found = counsel.readings(play)
    for reading in found:
        share = (reading.weight + 5) // 10
        yield f"  {title(play.scenario, 'doctrine', reading.doctrine)}: {share or 'under 1'} in 100"
        for turn, what, answer, odds in least_expected(reading, found):
            given = title(play.scenario, "answer", answer) if answer else "silence"
            yield f"      least expected: turn {turn}, {given} ({_answered(play, what)}), {odds // 100}%"
    yield from wrap(
        "Each answer multiplies a reading by the odds it gave that answer, taken as at least "
        f"{FLOOR // 100}%, so that none is ever ruled out.",
        "  ",
    )


def least_expected(reading: Reading, readings: Sequence[Reading]) -> list[tuple[int, str, str, int]]:
    """The answer a reading explains worst, of those it was unsure of and on which the readings differ; or nothing.

    An answer that all explain alike, such as one to a message misheard, tells none from another.
    """
    same = set.intersection(*(set(one.odds) for one in readings))
    told = [row for row in reading.odds if row[3] < WHOLE and row not in same]
    return sorted(told, key=lambda row: row[3])[:1]
