"""Desk: the main screen of a play: where things stand, the map, the cables, the moves, and the end of the turn."""

from __future__ import annotations

from game.desk.flow import Flow
from game.desk.layout import Column, Row, Space, fixed, grow
from game.desk.look import Look
from game.desk.part import Part
from game.desk.screen import Change, Push, Replace
from game.desk.screens import cables, endturn
from game.desk.screens.deskmap import DeskMap
from game.desk.screens.deskmoves import DeskMoves
from game.desk.screens.guide import READ, WEIGH, WHY, Guide
from game.desk.screens.page import Page
from game.desk.screens.coffer import Coffer
from game.desk.screens.purse import purse_icon
from game.desk.screens.signs import accent_of, band_words, gauge_tip, in_words, moved, rising
from game.desk.session import Session
from game.desk.theme import GAP, INK, INK_QUIET, MARGIN, SMALL, SMALL_GAP, TITLE
from game.desk.widgets.button import Button
from game.desk.widgets.gauge import Gauge
from game.desk.widgets.panel import Panel
from game.desk.widgets.paragraph import Paragraph
from game.desk.widgets.scroll import Scroll

GAUGES, CABLES = 200, 292  # widths in pixels at 100 %
SHOWN = 6  # numbers beside the three purses


class Desk(Page):
    """The desk of a session. It opens a summit or contest when one waits, and the debrief when all is over."""

    first_focus = "end-turn"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.map = DeskMap()
        self.moves = DeskMoves()
        self.guide = Guide()

    # What happens.

    def passed(self, ms: int) -> Change:
        super().passed(ms)
        session = self.session
        if session.play.over:
            from game.desk.screens.debrief import Debrief

            return Replace(Debrief(session))
        scene = session.scene
        if scene is None:
            return None
        if scene.kind == "contest":
            from game.desk.screens.contest import Contest

            return Push(Contest(session))
        from game.desk.screens.summit import Summit

        return Push(Summit(session))

    def escape(self) -> Change:
        return self._menu()

    def weigh(self, move: str) -> Change:
        """Open the weighing panel of a move."""
        from game.desk.screens.weigh import Weigh

        self.guide.note(WEIGH)
        return Push(Weigh(self.session, move, lambda: self.make(move)))

    def make(self, move: str) -> Change:
        """Make a move."""
        self.session.choose(move)
        self._heard("stamp")
        self.refresh()
        return None

    def end(self) -> Change:
        """End the turn."""
        before = self.session.play.turn
        self.session.choose("end-turn")
        self._heard("telex")
        if self.session.play.turn > before and self.session.settings.taught is False and self.session.play.turn > 3:
            self.session.taught()
        self.refresh()
        return None

    def undo(self) -> Change:
        """Take the last choice back."""
        taken = self.session.undo()
        if taken is None:
            self.toast("There is nothing to take back.")
        else:
            self.toast(f"Taken back: {self._named(taken)}.")
        return None

    def _named(self, choice: str) -> str:
        texts = self.session.play.scenario.texts
        found = texts.get(f"move.{choice}.title") or texts.get(f"option.{choice}.label")
        return found or {"end-turn": "the end of the turn"}.get(choice, choice.replace("-", " "))

    def _heard(self, sound: str) -> None:
        if self.look is not None:
            self.look.sounds.play(sound)

    # What stands on it.

    def build(self, look: Look) -> Part:
        side = max(look.pixels(CABLES), min(look.pixels(CABLES) * 3 // 2, self.size[0] * 23 // 100))
        middle = Column([grow(self.map.build(look, self.session, self._partners), 1), grow(self.moves.build(look, self.session, self.weigh), 1)], gap=GAP)
        body = Row([fixed(self._gauges(), look.pixels(GAUGES)), grow(middle), fixed(self._cables(), side)])
        return Column([self._head(), grow(body), self._foot()], pad=MARGIN, gap=GAP)

    def _head(self) -> Part:
        view, session = self.session.view, self.session
        purses: list[Part] = [
            Coffer(f"purse-{purse.id}", purse.title, icon=purse_icon(purse.id), amount=purse.low,
                  band=band_words(purse), change=session.change(purse), tooltip=gauge_tip(purse, session.change(purse)))
            for purse in view.purses
        ]  # fmt: skip
        keys: list[Part] = [
            Button("ledger", "Ledger", self._ledger, icon="scroll", kind="quiet", hotkey="l", tooltip="What has been promised, and what falls due."),
            Button("analysts", "Analysts", self._analysts, icon="search", kind="quiet", hotkey="a", tooltip="Which Moscow explains the answers seen so far."),
            Button("menu", "Menu", self._menu, icon="menu", kind="quiet", hotkey="m", tooltip="Undo, save, timeline, settings, and the way out."),
        ]  # fmt: skip
        date = Column([Paragraph(in_words(view.date, True), TITLE, INK), Paragraph(session.text("seat_title"), SMALL, INK_QUIET)], gap=0)
        return Row([date, grow(Flow([*purses, *keys], align="right", gap=6))], gap=GAP, upright="middle")

    def _gauges(self) -> Part:
        session = self.session
        found = [g for g in session.view.gauges if g.sight == "desk" and g.kind in ("meter", "derived")][:SHOWN]
        rows: list[Part] = [
            Gauge(f"gauge-{g.id}", g.title, value=g.low, band=band_words(g), low=g.range[0], high=g.range[1],
                  change=session.change(g), change_text=str(abs(session.change(g))) if session.change(g) else "", rising=rising(g),
                  thresholds=[low for low, _ in g.bands[1:]], accent=accent_of(g), tooltip=gauge_tip(g, session.change(g)))
            for g in found
        ]  # fmt: skip
        more = Button("numbers", "All numbers", self._numbers, icon="line-chart", kind="quiet", hotkey="n", tooltip="Every number you can see, and roughly those you cannot.")
        return Panel(Column([Scroll("gauges", child=Column(rows, gap=10)), grow(Space()), more]), title="Where it stands", icon="scale", pad=10)

    def _cables(self) -> Part:
        session = self.session
        lines = cables.ordered(session, session.fresh())
        top, rest = lines[: cables.TOP], lines[cables.TOP :]
        asked = next((number for number, line in enumerate(top) if line[1].decision >= 0), -1)
        cards: list[Part] = [
            cables.card(session, line, cables.key_of(line, n), hotkey="w" if n == asked else "") for n, line in enumerate(top)
        ]
        if not cards:
            cards = [Paragraph("No cables this time. Silence is news too.", SMALL, INK_QUIET)]
        count = f"{len(rest)} more, and all before" if rest else "All cables so far"
        below = Button("cables-more", count, self._chronicle, icon="newspaper", kind="quiet", hotkey="c", tooltip="Every cable of this turn and of those before; each answer can be questioned.")
        return Panel(Column([grow(Scroll("cables", child=Column(cards))), below]), title="Cables and news", icon="newspaper", aside=str(len(lines)), pad=10)

    def _foot(self) -> Part:
        session = self.session
        hint = self.guide.line(session) or self._hint()
        parts: list[Part] = [Button("undo", "Undo", self.undo, icon="undo", kind="quiet", hotkey="u", enabled=bool(session.play.choices), reason="" if session.play.choices else "Nothing has been chosen yet.", tooltip="Takes the last choice back.")]
        parts.append(Button("end-turn", "End the turn", self._end, icon="skip-forward", kind="primary", hotkey="e", enabled="end-turn" in session.view.choices and not session.play.read_only, reason="" if not session.play.read_only else "This play may only be looked at.", tooltip="Closes this date. Moscow answers, then the others, then the calendar moves on."))
        return Row([grow(Paragraph(hint, SMALL, INK_QUIET, upright="middle")), *parts], upright="middle")

    def _hint(self) -> str:
        due = [entry for entry in self.session.view.ledger if entry.status == "due"]
        if due:
            first = min(due, key=lambda entry: entry.left)
            left = "this turn is the last" if first.left <= 1 else f"{first.left} turns left"
            return f"{{bad:Due:}} {first.title} ({left})."
        return "**?** explains what is marked. **Tab** and the arrows move, **Enter** presses, **Esc** opens the menu."

    def attended(self, control: str) -> bool:
        if control.startswith("cable-"):
            self.guide.note(READ)
        return False

    # Where it leads.

    def _end(self) -> Change:
        return endturn.ask(self.session, self.end)

    def _ledger(self) -> Change:
        from game.desk.screens.ledger import Ledger

        return Push(Ledger(self.session))

    def _analysts(self) -> Change:
        from game.desk.screens.analysts import Analysts

        return Push(Analysts(self.session))

    def _numbers(self) -> Change:
        from game.desk.screens.numbers import Numbers

        return Push(Numbers(self.session))

    def _partners(self) -> Change:
        from game.desk.screens.partners import Partners

        return Push(Partners(self.session))

    def _chronicle(self) -> Change:
        from game.desk.screens.chronicle import Chronicle

        self.guide.note(WHY)
        return Push(Chronicle(self.session))

    def _menu(self) -> Change:
        from game.desk.screens.menu import Menu

        return Push(Menu(self.session, self))
