"""Roll call: the screen of a vote, filling state by state, to be sorted, seen on the map and asked why."""

from __future__ import annotations

import pygame

from game.core.rollcall import Cast, RollCall
from game.core.words import title
from game.desk.layout import Column, Row, Space, fixed, grow
from game.desk.look import Look
from game.desk.part import Part
from game.desk.screen import Change, Pop, Push
from game.desk.screens.bullet import bullet
from game.desk.screens.foldingtabs import FoldingTabs
from game.desk.screens.masthead import masthead
from game.desk.screens.page import Page
from game.desk.screens.rollcallfaces import Faces
from game.desk.screens.rollcallpace import Pace
from game.desk.screens.rollcallwords import BODIES, COUNCIL, OUTCOMES, line_of, line_words, outcome_words
from game.desk.screens.signs import in_words
from game.desk.screens.votewhy import VoteWhy
from game.desk.session import Session
from game.desk.theme import ACCENTS, BODY, GAP, HEADING, INK, INK_QUIET, INK_SOFT, MARGIN, SMALL, WIDE_GAP
from game.desk.widgets.ballot import BALLOTS, VOTES
from game.desk.widgets.board import Board
from game.desk.widgets.button import Button
from game.desk.widgets.majority import Count, Majority
from game.desk.widgets.paragraph import Paragraph
from game.desk.widgets.scroll import Scroll

OUTCOME = 22  # percent of the window's width that the outcome takes beside the figures


class RollCallScreen(Page):
    """A vote that was held. With `live` it is called state by state first; any key brings the rest at once."""

    def __init__(self, session: Session, roll: RollCall, live: bool = False) -> None:
        super().__init__(session)
        self.roll = roll
        self.names = {cast.iso: cast.name for cast in roll.casts}
        draft = session.play.scenario.find.draft[roll.draft]
        members = session.play.scenario.hall.members
        watched = [members[member].iso for member, _ in draft.watched]
        order = [cast.iso for cast in roll.casts]
        self.pace = Pace(order, watched, roll.body, done=not live or session.settings.still)
        self.faces = Faces(session, roll, self._why)
        self.face = 0
        self.first_focus = "go-on"

    # What happens.

    def handle(self, event: pygame.event.Event) -> Change:
        if not self.pace.done and event.type in (pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN):
            self.pace.skip()
            self._ended()
            return None
        return super().handle(event)

    def passed(self, ms: int) -> Change:
        calling = not self.pace.done
        if calling and self.pace.passed(ms):
            self.refresh()
            self._follow()
        if calling and self.pace.done:
            self._ended()
        return super().passed(ms)

    def _follow(self) -> None:
        """Bring the state that the hall waits for into view, where the board is higher than its window."""
        view, board = self.control("board-view"), self.control("board")
        if self.pace.silent and isinstance(view, Scroll) and isinstance(board, Board):
            place = board.place_of(self.pace.next)
            if not view.rect.contains(place):
                self.scrolled(view, place.centery - view.rect.centery)

    def _ended(self) -> None:
        self.refresh()
        if self.look is not None:
            self.look.sounds.play("gavel")

    def attended(self, control: str) -> bool:
        return control in ("board", "") or control.startswith("seat-")

    def _why(self, iso: str) -> Change:
        return Push(VoteWhy(self.session, self.roll, iso)) if self.pace.done else None

    def _leave(self) -> Change:
        return Pop()

    # What stands on it.

    @property
    def heard(self) -> tuple[Cast, ...]:
        """The votes that have been given so far."""
        return self.roll.casts[: self.pace.called]

    def build(self, look: Look) -> Part:
        roll = self.roll
        beside = f"{BODIES[roll.body]} · {in_words(roll.date)}"
        leave = Button("go-on", "Go on", self._leave, icon="arrow-right", kind="primary")
        head = masthead(roll.title, beside, icon="vote", right=[leave])
        tabs = FoldingTabs(self.faces.names(), self.face, self._turn_to)
        top = Row([tabs, grow(self._told())], gap=WIDE_GAP, upright="middle")
        votes = {cast.iso: cast.vote for cast in self.heard}
        council_table = roll.body == COUNCIL and self.faces.kinds[self.face] == "table"
        inside = self._inside() if council_table else Part()
        awaited = self.pace.next if self.pace.silent else ""
        shown = self.faces.part(look, self.face, votes, awaited, inside)
        below = [] if council_table else [self._tally()]
        return Column([head, top, grow(shown), *below], pad=MARGIN, gap=GAP)

    def _turn_to(self, face: int) -> Change:
        self.face = face
        return None

    def _told(self) -> Part:
        """A line on the state the cursor is at, or on the one that is being called."""
        if not self.pace.done:
            words = f"The hall waits for {self.names[self.pace.next]}." if self.pace.silent else "The votes are called."
            return Paragraph(f"{words} *Any key brings them all.*", SMALL, INK_SOFT, align="right")
        iso = self._pointed()
        if not iso:
            return Paragraph("**Enter** on a state asks why it voted so.", SMALL, INK_QUIET, align="right")
        cast = next(cast for cast in self.roll.casts if cast.iso == iso)
        words = f"**{cast.name}**, {cast.group}: {BALLOTS[cast.vote].word.lower()}. **Enter** asks why."
        return Paragraph(words, SMALL, INK_SOFT, align="right")

    def _pointed(self) -> str:
        """The code of the state under the cursor, "" while none is."""
        if self.focus_id == "board":
            return self.faces.memory.cursor
        return self.focus_id.removeprefix("seat-") if self.focus_id.startswith("seat-") else ""

    def _counts(self) -> list[Part]:
        heard = [cast.vote for cast in self.heard]
        return [Count(vote, str(heard.count(vote))) for vote in VOTES]

    def _bar(self) -> Part:
        roll, heard = self.roll, [cast.vote for cast in self.heard]
        yes, no = heard.count("yes"), heard.count("no")
        words = line_words(
            roll.body, roll.rule, roll.needed if self.pace.done else 0, yes + no if self.pace.done else 0
        )
        return Majority(yes, no, line_of(roll.body, roll.rule), words, seats=15 if roll.body == COUNCIL else 0)

    def _outcome(self) -> list[Part]:
        """What became of it, once all have voted."""
        if not self.pace.done:
            return []
        icon, accent = OUTCOMES[self.roll.outcome]
        return [bullet(icon, ACCENTS[accent], outcome_words(self.roll, self.names), BODY, INK)]

    def _tally(self) -> Part:
        """The figures, the outcome and the bar, in one row."""
        counts = Row(self._counts(), gap=WIDE_GAP, upright="middle")
        outcome = [fixed(part, self.size[0] * OUTCOME // 100) for part in self._outcome()]
        return Row([counts, *outcome, grow(self._bar())], gap=2 * WIDE_GAP, upright="middle")

    def _inside(self) -> Part:
        """What stands in the middle of the Council's table."""
        counts = Row([grow(Space()), *self._counts(), grow(Space())], gap=WIDE_GAP, upright="middle")
        scenario = self.session.play.scenario
        text = " · ".join(title(scenario, "paragraph", clause) for clause in self.roll.clauses)
        words = outcome_words(self.roll, self.names) if self.pace.done else " "
        rule = Paragraph(f"It takes {self.roll.rule}.", SMALL, INK_QUIET, align="centre")
        said = Paragraph(words, HEADING, INK, align="centre")
        return Column(
            [counts, self._bar(), rule, said, Paragraph(text, SMALL, INK_QUIET, align="centre")], gap=WIDE_GAP
        )
