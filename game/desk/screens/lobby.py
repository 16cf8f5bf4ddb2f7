"""Lobby: the votes to come with whom one could win for them, and the votes that were held."""

from __future__ import annotations

from game.core.lobby import BlocView, blocs
from game.core.rollcall import RollCall, roll_calls
from game.core.sheet import Sheet, drafts_now, sheet
from game.desk.grid import Grid
from game.desk.layout import Column, Row, fixed, grow
from game.desk.look import Look
from game.desk.part import Action, Part
from game.desk.screen import Change, Pop, Push
from game.desk.screens.bullet import bullet
from game.desk.screens.draftingestimate import CARRIES, band_words, expected
from game.desk.screens.lobbybloc import bloc_card, courting
from game.desk.screens.masthead import back, masthead
from game.desk.screens.page import Page
from game.desk.screens.rollcall import RollCallScreen
from game.desk.screens.rollcallwords import BODIES, COUNCIL, FIFTEEN, line_of, line_words
from game.desk.screens.signs import in_words
from game.desk.screens.weigh import Weigh
from game.desk.session import Session
from game.desk.theme import BODY, GAP, HEADING, INK, INK_QUIET, INK_SOFT, MARGIN, SKY, SMALL, SMALL_GAP, WIDE_GAP
from game.desk.widgets.ballot import VOTES
from game.desk.widgets.button import Button
from game.desk.widgets.majority import Count, Majority
from game.desk.widgets.panel import Panel
from game.desk.widgets.paragraph import Paragraph
from game.desk.widgets.scroll import Scroll

SIDE = 250  # pixels of the list at 100 %
CARD = 300  # pixels at 100 % that a bloc needs
OUTCOMES = {"adopted": "adopted", "vetoed": "vetoed", "failed": "not adopted"}


class Lobby(Page):
    """The hall of a session: the texts that can be worked on, the blocs, and the votes held so far."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        found = drafts(session)
        self.draft = found[0] if found else ""
        self.first_focus = f"draft-{self.draft}" if found else "back"
        self._read: tuple[tuple[int, str], Sheet, tuple[BlocView, ...]] | None = None

    def build(self, look: Look) -> Part:
        top = masthead("Votes", in_words(self.session.view.date), icon="vote", right=[back(self.escape)])
        left = Scroll("texts", "Texts and votes", child=Column([self._texts(), self._held()]))
        side = min(look.pixels(SIDE), self.size[0] // 3)
        body = Row([fixed(left, side), grow(self._plan(look))])
        return Column([top, grow(body)], pad=MARGIN, gap=GAP)

    # What stands on it.

    def _texts(self) -> Part:
        rows = [self._text(id) for id in drafts(self.session)]
        empty = Paragraph("Nothing is being written, and nothing waits for a vote.", SMALL, INK_QUIET)
        return Panel(Column(rows or [empty], gap=SMALL_GAP), title="To be voted on", icon="file-text")

    def _text(self, id: str) -> Part:
        scenario, state = self.session.play.scenario, self.session.play.state
        draft = scenario.find.draft[id]
        waits = state.cells[draft.wait] if id in drafts_now(scenario, state) else 0
        when = (
            ("voted on at the end of this turn" if waits == 1 else f"voted on in {waits} turns")
            if waits
            else ("not tabled")
        )
        name = scenario.text(f"draft.{id}.title")
        return Button(
            f"draft-{id}", name, self._choosing(id), second=f"{BODIES[draft.body]}, {when}", chosen=id == self.draft
        )

    def _held(self) -> Part:
        rows: list[Part] = [
            Button(f"vote-{number}", roll.title, self._opening(roll), icon="vote",
                   second=f"{in_words(roll.date)}: {OUTCOMES[roll.outcome]}, {roll.tally.yes} to {roll.tally.no}")
            for number, roll in enumerate(roll_calls(self.session.play.scenario, self.session.play.steps))
        ]  # fmt: skip
        empty = Paragraph("No vote has been held yet.", SMALL, INK_QUIET)
        return Panel(Column(rows or [empty], gap=SMALL_GAP), title="Votes held", icon="gavel", accent=SKY)

    def _plan(self, look: Look) -> Part:
        if not self.draft:
            return Panel(Paragraph("When a text is on the table, this page shows whom one could win for it.", BODY))
        found, seen = self._found()
        states = {member.iso: member for member in found.outlook.members}
        cards = [
            bloc_card(self.session, bloc, expected(states[iso] for iso in bloc.members), self._weigh)
            for bloc in sorted(seen, key=lambda bloc: (-bloc.swing, not self._courted(bloc.id)))
        ]
        plan = Scroll("blocs", "The blocs", child=Grid(cards, least=look.pixels(CARD), gap=GAP))
        return Column([self._outlook(found), grow(plan)], gap=GAP)

    def _courted(self, id: str) -> bool:
        """Whether a move that can be made now courts a bloc."""
        scenario = self.session.play.scenario
        bloc = next(bloc for bloc in scenario.blocs if bloc.id == id)
        return any(move.id in self.session.view.choices for move, _ in courting(scenario, bloc))

    def _found(self) -> tuple[Sheet, tuple[BlocView, ...]]:
        """The draft and the blocs as they stand; worked out once for each choice."""
        play, key = self.session.play, (len(self.session.play.steps), self.draft)
        if self._read is None or self._read[0] != key:
            scenario, state = play.scenario, play.state
            self._read = (key, sheet(scenario, state, self.draft), blocs(scenario, state, self.draft))
        return self._read[1], self._read[2]

    def _outlook(self, found: Sheet) -> Part:
        """The draft's title, the count to be expected and what it would come to."""
        out = found.outlook
        estimates = zip(VOTES, (out.yes, out.no, out.abstain, out.absent), strict=True)
        counts: list[Part] = [Count(vote, str(one.mid), band_words(one)) for vote, one in estimates]
        words = line_words(found.body, found.rule, out.needed, out.yes.mid + out.no.mid)
        bar = Majority(
            out.yes.mid, out.no.mid, line_of(found.body, found.rule), words,
            seats=FIFTEEN if found.body == COUNCIL else 0, band=(out.yes.low, out.yes.high),
        )  # fmt: skip
        icon, colour, said = CARRIES[out.carries]
        head = Row([grow(Paragraph(found.title, HEADING, INK)), bullet(icon, colour, said, BODY, INK_SOFT)], gap=GAP)
        count = Row([*counts, grow(bar)], gap=WIDE_GAP, upright="middle")
        return Panel(Column([head, count], gap=GAP))

    # What happens.

    def _choosing(self, id: str) -> Action:
        def choose() -> Change:
            self.draft = id
            return None

        return choose

    def _opening(self, roll: RollCall) -> Action:
        return lambda: Push(RollCallScreen(self.session, roll))

    def _weigh(self, move: str) -> Change:
        return Push(Weigh(self.session, move, lambda: self._make(move)))

    def _make(self, move: str) -> Change:
        """Make a move; what it opens is shown by the desk, which this page then gives way to."""
        self.session.choose(move)
        if self.look is not None:
            self.look.sounds.play("stamp")
        self.refresh()
        return Pop() if self.session.scene is not None else None


def drafts(session: Session) -> list[str]:
    """The drafts one can work for: those on the table or waiting for their vote, then those one may table now."""
    scenario, state = session.play.scenario, session.play.state
    now = drafts_now(scenario, state)
    free = {card.id for card in session.view.cards if not card.closed}
    open_ones = {scenario.drafts[move.draft].id for move in scenario.moves if move.draft >= 0 and move.id in free}
    return [*now, *(draft.id for draft in scenario.drafts if draft.id in open_ones and draft.id not in now)]
