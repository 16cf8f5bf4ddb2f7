"""First sitting: the pictures of the crisis for newcomers, as somebody meets it who has never played."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from game.content.package import Package
from game.desk import moments
from game.desk.screens.briefing import Briefing
from game.desk.screens.contest import Contest
from game.desk.screens.debrief import Debrief
from game.desk.screens.desk import Desk
from game.desk.screens.weigh import Weigh
from game.desk.shot import Shot, at_moment


def sitting(package: Package, folder: Path) -> Iterator[Shot]:
    """The briefing, the first lesson, a later one, a move weighed, a contest, and the debrief's first page."""
    first = at_moment(package, folder, "first-lesson", moments.at_desk(1))
    yield Shot("first-briefing", Briefing(first))
    yield Shot("first-lesson", Desk(first))
    later = at_moment(package, folder, "first-later", moments.at_desk(4))
    yield Shot("first-later", Desk(later))
    move = next(card.id for card in later.view.cards if not card.closed)
    panel = Weigh(later, move, lambda: None)
    yield Shot("first-weigh", Desk(later), panel, ready=panel.weighed)
    yield Shot("first-contest", Contest(at_moment(package, folder, "first-contest", moments.in_contest(1))))
    debrief = Debrief(at_moment(package, folder, "first-debrief", lambda session: session.play.over))
    debrief.open(0)
    yield Shot("first-debrief", debrief, ready=debrief.searched)
