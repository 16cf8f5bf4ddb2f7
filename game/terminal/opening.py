"""Opening: what stands before the first turn: the briefing, the aims, and how one plays at the keyboard."""

from __future__ import annotations

from collections.abc import Iterator

from game.core.words import title
from game.play.playthrough import Playthrough
from game.play.sequel import legacies

from .aims import aim_lines
from .page import legacy_lines, paragraphs, wrap

HOW = (
    "Type the number of a move to make it; what it does is told at once, under Done. 0 ends the turn: then the others "
    "answer. `about 1` tells more of move 1, `weigh 1` where it may lead, `why 1` why answer 1 came; `help` has more."
)


def opening(play: Playthrough) -> Iterator[str]:
    """Title, briefing with the part for the seat alone, aims, and how one plays."""
    about = play.scenario.about
    yield f"{about('title').upper()}. {about('subtitle')}".strip()
    yield from paragraphs(about("briefing_short"))
    yield from paragraphs(about("briefing_long"))
    yield from paragraphs(play.scenario.texts.get(f"scenario.{play.scenario.id}.brief_confidential", ""))
    yield from legacy_lines(legacies(play))
    yield ""
    yield "Your aims (`aims` tells them again):"
    yield from aim_lines(play)
    yield ""
    yield from wrap(_sealed(play))
    yield from wrap(HOW)
    yield from wrap(f"Note. {about('content_note')}")
    yield ""


def again(play: Playthrough) -> Iterator[str]:
    """The briefing again, the part for the seat alone, and what identifies this game."""
    about = play.scenario.about
    for part in ("briefing_short", "briefing_long", "brief_confidential"):
        yield from paragraphs(play.scenario.texts.get(f"scenario.{play.scenario.id}.{part}", ""))
    yield ""
    yield from wrap(f"{about('content_note')} Facts as of {play.scenario.facts_as_of}.")
    yield f"Seal of the envelope: {play.envelope}. Seed of the dice: {play.seed}."


def _sealed(play: Playthrough) -> str:
    """What is known of the reading that is played against."""
    scenario, count = play.scenario, len(play.package.doctrines)
    if play.drawn:
        return f"One of {count} readings of {scenario.opponent} is the true one. It is sealed until the end."
    if play.doctrine == play.package.doctrines[0]:
        return f"You play against the course that the record bears out: {title(scenario, 'doctrine', play.doctrine)}."
    return f"You play against this reading: {title(scenario, 'doctrine', play.doctrine)}."
