"""Table: what may be said, worded or done in a scene, each line with what it costs or brings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from game.core.draft import TABLED
from game.core.scene import Line, Scene
from game.core.sheet import Sheet, sheet
from game.core.words import title
from game.play.playthrough import Playthrough

from .hall import outlook_lines, spanned, when_voted
from .page import gauge_line, scene_head, wrap
from .quarrel import brings


def scene_lines(play: Playthrough, scene: Scene) -> Iterator[str]:
    """A scene with its numbered lines; at a drafting table also how the vote on the text must be expected to go."""
    found = sheet(play.scenario, play.state, scene.id) if scene.kind == "draft" else None
    yield ""
    yield scene_head(scene)
    yield from wrap(f"{scene.heading}. {scene.text}" if scene.heading else scene.text)
    for track in scene.tracks:
        yield "  " + gauge_line(track)
    if found is not None:
        yield from _text(found)
    for number, line in enumerate(scene.lines, 1):
        yield from _numbered(number, line.label, _tells(play, scene, line, found))
    if found is not None:
        yield from _prospect(play, found)


def draft_again(play: Playthrough, scene: Scene) -> Iterator[str]:
    """The drafting table after a change: the same numbers without the words that were read before."""
    found = sheet(play.scenario, play.state, scene.id)
    named = {one.id: f"{'Strike' if one.stands else 'Put in'}: {one.title}" for one in found.provisions}
    yield ""
    yield f"{scene_head(scene)} {scene.heading}."
    yield from _text(found)
    for number, line in enumerate(scene.lines, 1):
        yield from _numbered(number, named.get(line.id, line.label), _tells(play, scene, line, found))
    yield from _prospect(play, found)


def _numbered(number: int, label: str, tells: Iterable[str]) -> list[str]:
    told = ", ".join(tells)
    return wrap(f"{number} {label}{f' ({told})' if told else ''}", "  ", "    ")


def _tells(play: Playthrough, scene: Scene, line: Line, found: Sheet | None) -> Iterator[str]:
    """What stands in brackets behind a line: price, approach, and what it brings as far as that is certain."""
    if line.approach:
        yield line.approach.lower()
    if line.price != "free":
        yield line.price
    if scene.kind == "contest":
        yield brings(play, scene, line.id)
    for one in found.provisions if found is not None else ():
        if found is not None and one.id == line.id:
            yield f"weight {one.weight}"
            yield f"{one.moved} yes"
    yield from (f"{one.moved} yes" for one in (found.sponsors if found is not None else ()) if one.id == line.id)


def _text(found: Sheet) -> Iterator[str]:
    stands = [one.title for one in found.provisions if one.stands]
    yield from wrap(f"In the text now: {'; '.join(stands) or 'nothing'}. Weight if adopted: {found.weight}.", "  ")


def _prospect(play: Playthrough, found: Sheet) -> Iterator[str]:
    yield from outlook_lines(found.outlook)
    draft = play.scenario.find.draft[found.id]
    tabled = play.state.cells[draft.stage] == TABLED
    turn = play.turn + (found.turns - 1 if tabled else draft.hold)
    lead = "Tabled" if tabled else "If tabled now"
    yield from wrap(f"It takes {found.rule}. {lead}: the vote is {when_voted(play, turn)}.", "  ")


def tabled_lines(play: Playthrough, before: tuple[int, ...]) -> Iterator[str]:
    """The drafts that were tabled since the State whose cells these are, with the turn of the vote."""
    for draft in play.scenario.drafts:
        if play.state.cells[draft.stage] == TABLED != before[draft.stage]:
            turn = play.turn + play.state.cells[draft.wait] - 1
            name = title(play.scenario, "draft", draft.id)
            yield from wrap(f"{name} is tabled: the vote is {when_voted(play, turn)}.", "  ")


def waiting_lines(play: Playthrough) -> Iterator[str]:
    """The drafts that wait for their vote, each in a line with what must be expected."""
    for draft in play.scenario.drafts:
        if play.state.cells[draft.stage] == TABLED:
            found = sheet(play.scenario, play.state, draft.id)
            yes = found.outlook.yes
            turn = play.turn + found.turns - 1
            yield from wrap(
                f"Before the hall: {found.title}. The vote is {when_voted(play, turn)}; yes {spanned(yes)} "
                f"expected, {found.outlook.needed} needed."
            )
