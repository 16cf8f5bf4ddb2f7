"""Telling: what is printed after a choice: what it did, what changed, who answered, and what can be done now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from game.core.choice import END_TURN
from game.core.chronicle import Item
from game.core.reading import first_sentence, on_top
from game.core.state import State
from game.core.view import View
from game.core.words import title
from game.play.playthrough import Playthrough

from . import page, shift
from .hall import courted_lines
from .menu import Menu
from .pledges import settled
from .quarrel import came_of_it
from .table import draft_again, scene_lines, tabled_lines, waiting_lines

IN_FULL = 1
"""Lines of a turn's end that are told in full, as on the desk; of the others comes how they begin."""
BRIEFLY = ("answer", "event", "news")
"""Kinds of lines that may be told by their first sentence."""


class Before(NamedTuple):
    """Where a play stood before a choice, and what the choice is called; an empty label for the end of a turn."""

    view: View
    state: State
    label: str


Numbered = tuple[int, Item]
"""A line of the chronicle with the number of the answer that it is, 0 for none."""


def told(play: Playthrough, first: int) -> list[tuple[int, Item]]:
    """The chronicle from the step `first` on, with the step of each line; where a turn ended, ordered as on the desk.

    What tells the end of the game is left out: the debrief begins with it.
    """
    found: list[tuple[int, Item]] = []
    for index, pairs in groupby(play.lines(first), key=itemgetter(0)):
        lines = [item for _, item in pairs if item.kind != "ending" and (item.title or item.text)]
        ended = index > 0 and play.choices[index - 1] == END_TURN
        found += [(index, item) for item in (on_top(play.scenario, lines) if ended else lines)]
    return found


def news_lines(play: Playthrough, lines: Sequence[Numbered], whole: bool) -> Iterator[str]:
    """Lines of the chronicle. With `whole` all of each, else of what comes after the first only how it begins."""
    cut = False
    for place, (number, item) in enumerate(lines):
        word, came = settled(play, item.id) if item.kind == "promise" else ("", "")
        short = item.text if whole or place < IN_FULL or item.kind not in BRIEFLY else _briefly(item.text)
        cut = cut or short != item.text
        named = item._replace(title=f"{word}: {item.title}" if word else item.title, text=short)
        yield from page.news(play.scenario, [(number, named)])
        if came:
            yield from page.wrap(came, "    ")
    if cut:
        yield "  (`news` tells all of it.)"


def _briefly(text: str) -> str:
    """How each paragraph of a text begins: another one tells of something else that came of it."""
    return "\n".join(first_sentence(part) for part in text.split("\n") if part.strip())


def done_lines(play: Playthrough, lines: Sequence[Numbered], before: Before) -> Iterator[str]:
    """What was done, where the chronicle has no line of it."""
    if before.label and all(item.kind != "move" for _, item in lines):
        yield from page.wrap(f"Done: {before.label}.", "  ")


def after_lines(play: Playthrough, before: Before) -> Iterator[str]:
    """What came of a measure that needed partners and of a quarrel, whom it pressed on, and which draft was tabled."""
    yield from _consents(play)
    yield from came_of_it(play.scenario, before.state, play.state)
    yield from courted_lines(play, before.state)
    yield from tabled_lines(play, before.state.cells)


def now_lines(play: Playthrough, menu: Menu, before: Before | None) -> Iterator[str]:
    """Where things stand now: in the same turn only what has changed, else all of it and the moves."""
    view = play.view
    if before is None or before.view.turn != view.turn:
        yield from turn_lines(play, before)
    else:
        yield from changed_line(before.view, view)
    if view.scene is not None and view.scene.lines:
        was = before.view.scene if before is not None else None
        same = view.scene.kind == "draft" and was is not None and was.id == view.scene.id
        yield from draft_again(play, view.scene) if same else scene_lines(play, view.scene)
        return
    menu.renew(play)
    if before is not None and menu.shown == view.turn:
        yield menu.brief(view)
    else:
        yield from menu.lines(play, whole=False)


def _consents(play: Playthrough) -> Iterator[str]:
    """Which joint measures were put to partners in the last step, and how many agreed."""
    said: dict[str, list[bool]] = {}
    for decision in play.steps[-1].decisions:
        if decision.slot == "consent":
            said.setdefault(decision.subject, []).append(decision.consent > 0)
    for id, votes in said.items():
        joint = play.scenario.find.move[id].joint
        if joint is not None:
            word = "agreed" if sum(votes) >= joint.needs else "refused"
            yield from page.wrap(
                f"- {title(play.scenario, 'move', id)}: {word}, {sum(votes)} of {len(votes)} for it.", "  "
            )


def _narrowed(play: Playthrough) -> set[str]:
    """Ids of the hidden numbers that are known better than at the beginning."""
    widest = {meter.id: meter.fog.widths[0][1] for meter in play.scenario.meters if meter.fog is not None}
    return {gauge.id for gauge in play.view.gauges if gauge.high - gauge.low + 1 < widest.get(gauge.id, 0)}


def turn_lines(play: Playthrough, before: Before | None) -> Iterator[str]:
    """The desk as a turn begins, with what the end of the last one has moved."""
    view = play.view
    pairs = list(shift.moved(before.view, view)) if before is not None else []
    by = {now.id: now.low - was.low for now, was in pairs if now.low == now.high}
    known = _narrowed(play)
    yield from page.situation(view, by, known)
    if before is not None:
        found = [gauge.hangs for gauge, _ in pairs if gauge.id in known and gauge.hangs]
        others = "; ".join(shift.beside(before.view, view, known))
        yield from page.wrap(" ".join(found)) if found else ()
        yield from page.wrap(f"Besides: {others}.") if others else ()
        far = shift.leaps(play.scenario, play.steps[-1])
        yield from page.wrap(f"What moved most. {far}.") if far else ()
        alone = shift.unasked(play.scenario, play.steps[-1])
        yield from page.wrap(f"Of itself: {alone}.") if alone else ()
    yield from waiting_lines(play)


def changed_line(before: View, after: View) -> Iterator[str]:
    """What changed within a turn, and the purses."""
    said = [f"{'; '.join(found)}." for found in [list(shift.shifts(before, after))] if found]
    if before.purses != after.purses:
        said.append(f"{page.purses(after)}.")
    if said:
        yield from page.wrap(" ".join(said), "    ")
