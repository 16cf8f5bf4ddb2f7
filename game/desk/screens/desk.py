"""Desk: the main screen of a play: where things stand, the map, the cables, the moves, and the end of the turn."""

from __future__ import annotations

from game.core.naming import choice_name
from game.core.rollcall import RollCall, roll_calls
from game.desk.layout import Column, Row, fixed, grow
from game.desk.look import Look
from game.desk.part import Control, Part
from game.desk.screen import Change, Push, Replace
from game.desk.screens import cables, endturn, guide
from game.desk.screens.deskhead import head, key
from game.desk.screens.deskmap import DeskMap, Ways
from game.desk.screens.deskmoves import BRIEF, LOOKED_AT, DeskMoves, at_length
from game.desk.screens.foldingtabs import FoldingTabs
from game.desk.screens.page import Page
from game.desk.screens.standing import standing
from game.desk.session import Session
from game.desk.theme import GAP, INK_QUIET, MARGIN, SMALL, SMALL_GAP
from game.desk.widgets.button import Button
from game.desk.widgets.paragraph import Paragraph
from game.desk.widgets.tabs import TabName

GAUGES, CABLES = 200, 292  # widths in pixels at 100 %
LOW = 560  # pixels at 100 %: a lower window shows the map or the moves
ROOMY = 700  # the same for a map of the world, and for none: then the moves take more room


class Desk(Page):
    """The desk of a session. It opens a summit or contest when one waits, and the debrief when all is over."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.map = DeskMap()
        self.moves = DeskMoves()
        self.called: list[RollCall] = []
        """The votes of the turn that ended just now, which are still to be shown."""
        self.face = ""

    # What happens.

    def passed(self, ms: int) -> Change:
        super().passed(ms)
        session = self.session
        session.foresight.get_ready(session.play)
        if self.called:
            from game.desk.screens.rollcall import RollCallScreen

            return Push(RollCallScreen(session, self.called.pop(0), live=True))
        if session.play.over:
            from game.desk.screens.debrief import Debrief

            if not session.settings.taught:
                session.taught()
            return Replace(Debrief(session))
        scene = session.scene
        if scene is None:
            return None
        if scene.kind == "contest":
            from game.desk.screens.contest import Contest

            return Push(Contest(session))
        if scene.kind == "draft":
            from game.desk.screens.drafting import Drafting

            return Push(Drafting(session))
        from game.desk.screens.summit import Summit

        return Push(Summit(session))

    def escape(self) -> Change:
        return self._menu()

    def weigh(self, move: str) -> Change:
        """Open the weighing panel of a move."""
        from game.desk.screens.weigh import Weigh

        return Push(Weigh(self.session, move, lambda: self.make(move)))

    def make(self, move: str) -> Change:
        """Make a move."""
        self.session.choose(move)
        self._heard("stamp")
        self._told()
        return None

    def end(self) -> Change:
        """End the turn."""
        play = self.session.play
        before = len(roll_calls(play.scenario, play.steps))
        self.session.choose("end-turn")
        self.called = list(roll_calls(play.scenario, play.steps)[before:])
        self._heard("telex")
        self._told()
        self.rewind("moves")
        self.focus_id = cables.first(self.session)  # else a second Enter would end the new turn unread
        return None

    def undo(self) -> Change:
        """Take the last choice back."""
        self.session.did("undo")
        taken = self.session.undo()
        if taken is None:
            self.toast("There is nothing to take back.")
        else:
            self.toast(f"Taken back: {choice_name(self.session.play.scenario, taken)}.")
        return None

    def explain(self, control: Control) -> Change:
        if control.id.startswith(("gauge-", "purse-")):
            self.session.did("numbers")
            self.refresh()
        return super().explain(control)

    def _told(self) -> None:
        """Lay what has come in on top."""
        self.rewind("cables")
        self.refresh()

    def _heard(self, sound: str) -> None:
        if self.look is not None:
            self.look.sounds.play(sound)

    # What stands on it.

    def build(self, look: Look) -> Part:
        side = max(look.pixels(CABLES), min(look.pixels(CABLES) * 3 // 2, self.size[0] * 23 // 100))
        news = cables.panel(self.session, self._chronicle)
        self.first_focus = cables.first(self.session) or "end-turn"
        left = standing(self.session, self._numbers)
        body = Row([fixed(left, look.pixels(GAUGES)), grow(self._middle(look)), fixed(news, side)])
        top = head(look, self.session, self.size[0], self._ledger, self._analysts, self._votes, self._menu)
        at = guide.spots(self.session)
        return guide.Pointed([top, grow(body), self._foot()], at=at, pad=MARGIN, gap=GAP)

    def _middle(self, look: Look) -> Part:
        """The map over the moves; one of them at a time where the window is low. What lacks a map tells more."""
        shown, ways = self.session.package.map, Ways(self._partners, self._votes)
        roomy = self.size[1] >= look.pixels(LOW if shown == "europe" else ROOMY)
        telling = at_length(self.session) if roomy and shown == "none" else BRIEF
        moves = self.moves.build(look, self.session, self.weigh, telling)
        if roomy:
            return self.map.beside(look, self.session, moves, ways)
        names = [TabName("show-moves", "Moves", "briefcase"), *self.map.names(self.session)]
        face = next((number for number, name in enumerate(names) if name.id == self.face), 0)
        faced = self.map.picture(look, self.session, ways) if face else moves
        return Column([FoldingTabs(names, face, lambda n: self._turn_to(names[n].id)), grow(faced)], gap=SMALL_GAP)

    def _turn_to(self, face: str) -> Change:
        self.face = face
        return self.map.turn_to(face) if face != "show-moves" else None

    def _foot(self) -> Part:
        play = self.session.play
        hint = next(iter(guide.line(self.session)), Paragraph(self._hint(), SMALL, INK_QUIET, upright="middle"))
        looked_at = LOOKED_AT if play.read_only else ""
        back = key("undo", "Undo", self.undo, "undo", "u", "Takes the last choice back.")
        end = Button(
            "end-turn", "End the turn", self._end, icon="skip-forward", kind="primary", hotkey="e",
            enabled="end-turn" in self.session.view.choices and not looked_at, reason=looked_at,
            tooltip="Closes this date. The other side answers, then the rest, then the calendar moves on.",
        )  # fmt: skip
        return Row([grow(hint), *([back] if play.choices and not looked_at else []), end], upright="middle")

    def _hint(self) -> str:
        due = [entry for entry in self.session.view.ledger if entry.status == "due"]
        if due:
            first = min(due, key=lambda entry: entry.left)
            left = "this turn is the last" if first.left <= 1 else f"{first.left} turns left"
            return f"{{bad:Due:}} {first.title} ({left})."
        done = [choice_name(self.session.play.scenario, id) for id in self.session.made()]
        if done:
            return f"Done on this date: {', '.join(done)}.{self._idle()}"
        return "**?** explains what is marked. **Tab** and the arrows move, **Enter** presses, **Esc** opens the menu."

    def _idle(self) -> str:
        """What is left of the purse that does not keep."""
        left = next((purse.low for purse in self.session.view.purses if purse.id == "hours"), 0)
        return f" {{gold:{left} {'hour' if left == 1 else 'hours'}}} would go unused." if left else ""

    # Where it leads.

    def _end(self) -> Change:
        return endturn.ask(self.session, self.end)

    def _ledger(self) -> Change:
        from game.desk.screens.ledger import Ledger

        return Push(Ledger(self.session))

    def _analysts(self) -> Change:
        from game.desk.screens.analysts import Analysts

        return Push(Analysts(self.session))

    def _votes(self) -> Change:
        from game.desk.screens.lobby import Lobby

        return Push(Lobby(self.session))

    def _numbers(self) -> Change:
        from game.desk.screens.numbers import Numbers

        return Push(Numbers(self.session))

    def _partners(self) -> Change:
        from game.desk.screens.partners import Partners

        return Push(Partners(self.session))

    def _chronicle(self) -> Change:
        from game.desk.screens.chronicle import Chronicle

        return Push(Chronicle(self.session))

    def _menu(self) -> Change:
        from game.desk.screens.menu import Menu

        return Push(Menu(self.session))
