"""Legacy: what a play took over from one of another crisis, as a panel; and the crises that can follow on it."""

from __future__ import annotations

import secrets
from collections.abc import Iterator

from game.desk.library import Book, Library
from game.desk.part import Part
from game.desk.screen import Change, Push
from game.desk.screens.bullet import bullet, listed
from game.desk.session import Session, begun
from game.desk.theme import SKY, SMALL
from game.play.sequel import follows, legacies


def legacy(session: Session) -> list[Part]:
    """The panel of what was taken over, as a list of one; of none for a play that stands alone."""
    rows = [
        bullet("history", SKY, f"**{found.title}: {found.start}.** {found.says}", SMALL)
        for found in legacies(session.play)
    ]
    return listed("Taken over", "link", SKY, rows)


def sequels(session: Session, library: Library) -> Iterator[Book | None]:
    """The shipped crises that take something over from this session's, one look a step; None where one does not."""
    crisis = session.play.package.id
    for id in library.ids:
        book = library.book(id) if id != crisis else None
        yield book if book is not None and book.package is not None and follows(book.scenario(), crisis) else None


def go_on(session: Session, book: Book) -> Change:
    """Open the briefing of a crisis that takes over what this session's finished play left."""
    from game.desk.screens.briefing import Briefing  # a briefing leads to the desk, and that to the debrief

    assert book.package is not None
    return Push(Briefing(begun(book.package, session.settings, secrets.randbits(63), after=session.play)))
