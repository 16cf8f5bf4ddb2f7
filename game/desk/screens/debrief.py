"""Debrief: the screen of a game that is over: first a silent page, then what held, what broke, and why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.core.outcome import page_of_history
from game.core.words import title
from game.desk.canvas import Canvas
from game.desk.layout import Column, Row, Space, fixed, grow
from game.desk.library import Book, Library, shared
from game.desk.look import Look
from game.desk.part import Part
from game.desk.screen import Change, Push, Reset
from game.desk.screens import legacy
from game.desk.screens.course import Course
from game.desk.screens.debrief_beside import beside_history
from game.desk.screens.debrief_envelope import envelope
from game.desk.screens.debrief_history import history
from game.desk.screens.debrief_model import assumptions, cited
from game.desk.screens.debrief_questions import questions
from game.desk.screens.debrief_record import record
from game.desk.screens.debrief_turning import turning
from game.desk.screens.findings import Findings
from game.desk.screens.foldingtabs import FoldingTabs
from game.desk.screens.masthead import masthead
from game.desk.screens.page import Page
from game.desk.screens.papers import papers
from game.desk.screens.rollcallbeside import beside_the_real
from game.desk.session import Session
from game.desk.theme import GAP, INK, MARGIN, NIGHT, TITLE
from game.desk.widgets.button import Button
from game.desk.widgets.paragraph import Paragraph
from game.desk.widgets.scroll import Scroll
from game.desk.widgets.tabs import TabName

BUDGET = 8  # milliseconds a frame that may be spent on looking for turning points and the like
COLUMN = 640  # pixels at 100 %: the width of the silent page


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of the debrief: its tab, and what stands on it."""

    name: TabName
    build: Callable[[Look], Part]


class Debrief(Page):
    """The debrief of the session's play, which is over. What has to be searched is searched between frames."""

    def __init__(self, session: Session, library: Library | None = None) -> None:
        super().__init__(session)
        self.silent = True
        self.tab = 0
        self.findings = Findings(session.play, session.settings.forecast)
        self.course = Course(session)
        self.sheets = self._sheets()
        self.sequels: list[Book] = []
        """The crises that can follow, found one by one while the silent page stands."""
        self._drawn = False
        self._looking = legacy.sequels(session, library if library is not None else shared())

    def _sheets(self) -> list[Sheet]:
        session, findings = self.session, self.findings
        votes = any(draft.real is not None for draft in session.play.scenario.drafts)
        rows: list[tuple[str, str, str, Callable[[Look], Part]]] = [
            ("page", "The page", "book", lambda look: history(look, session, self.size)),
            ("course", "The course", "line-chart", lambda look: self.course.part(look, self.size)),
            ("turning", "Turning points", "git-fork", lambda look: turning(look, session, findings)),
            ("envelope", "The envelope", "mail-open", lambda look: envelope(look, session, findings)),
            ("papers", "His papers", "file-text", lambda look: papers(look, session)),
            ("beside", "Beside history", "history", lambda look: beside_history(look, session)),
            *([("votes", "The votes", "vote", lambda look: beside_the_real(look, session))] if votes else []),
            ("record", "Forecasts", "users", lambda look: record(look, session)),
            ("model", "Assumptions", "scale", lambda look: assumptions(look, session)),
            ("sources", "Sources", "quote", lambda look: cited(look, session)),
            ("questions", "To argue about", "messages", lambda look: questions(look, session)),
        ]
        return [Sheet(TabName(f"tab-{id}", label, icon), build) for id, label, icon, build in rows]

    def passed(self, ms: int) -> Change:
        if not self.silent and self.findings.go_on(BUDGET):
            self.refresh()
        found = next(self._looking, None) if self._drawn else None
        if found is not None:
            self.sequels.append(found)
            self.refresh()
        return super().passed(ms)

    def ground(self, canvas: Canvas) -> None:
        self._drawn = True
        if self.silent:
            canvas.surface.fill(NIGHT)
        else:
            super().ground(canvas)

    def build(self, look: Look) -> Part:
        return self._silence(look) if self.silent else self._pages(look)

    def escape(self) -> Change:
        return self._to_title() if not self.silent else self._go_on()

    def _silence(self, look: Look) -> Part:
        """The first sentences of the ending, and nothing else."""
        play = self.session.play
        words = page_of_history(play.scenario, play.state).split("\n\n")[0].strip()
        look.sounds.hush()
        text = Paragraph(words, TITLE, INK)
        width = min(look.pixels(COLUMN), self.size[0] - 4 * MARGIN)
        on = Button("go-on", "Go on", self._go_on, kind="quiet", align="centre")
        return Column(
            [
                grow(Space()),
                Row([grow(Space()), fixed(text, width), grow(Space())]),
                grow(Space()),
                Row([grow(Space()), on, grow(Space())]),
            ],
            pad=MARGIN,
        )

    def _go_on(self) -> Change:
        self.open(0)
        return None

    def searched(self) -> bool:
        """Whether nothing is left to search for, nor, where it is shown, to be played again under other lucks."""
        findings = self.findings
        return findings.done and (findings.settled or not findings.wanted)

    def open(self, number: int) -> None:
        """Turn to a sheet by its number, past the silent page."""
        self.silent, self.tab = False, number
        self.first_focus = self.focus_id = self.sheets[number].name.id

    def _pages(self, look: Look) -> Part:
        scenario = self.session.play.scenario
        sheet = self.sheets[self.tab]
        head = masthead(
            "Debrief", title(scenario, "ending", self.session.view.ending), icon="flag",
            right=[
                *(self._sequel(book) for book in self.sequels),
                Button("story", "The whole story", self._story, icon="history", kind="quiet"),
                Button("to-title", "To the title", self._to_title, icon="home", kind="quiet"),
            ],
        )  # fmt: skip
        tabs = FoldingTabs([sheet.name for sheet in self.sheets], self.tab, self._choose)
        body = Scroll(f"sheet-{sheet.name.id}", sheet.name.label, child=sheet.build(look))
        return Column([head, tabs, grow(body)], pad=MARGIN, gap=GAP)

    def _choose(self, number: int) -> Change:
        self.open(number)
        return None

    def _sequel(self, book: Book) -> Button:
        sides = book.package.sides if book.package is not None else ()
        name = book.text("title", self.session.play.texts if self.session.play.texts in sides else None)
        tip = "A crisis that takes over what was prepared in this one."
        return Button(f"go-on-{book.id}", f"Go on: {name}", lambda: legacy.go_on(self.session, book), icon="play",
                      kind="primary", tooltip=tip)  # fmt: skip

    def _story(self) -> Change:
        from game.desk.screens.timeline import Timeline  # the timeline opens forks, which open desks and debriefs

        return Push(Timeline(self.session))

    def _to_title(self) -> Change:
        from game.desk.screens.title import Title  # the title opens everything else

        return Reset(Title(self.session.settings))
