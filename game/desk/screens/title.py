"""Title: the first screen: go on, begin, load, settings, credits."""

from __future__ import annotations

import secrets

from game.content.cover import Cover
from game.desk import settings as kept
from game.desk import slots
from game.desk.canvas import Canvas
from game.desk.layout import Column, Row, Slot, Space, fixed, grow
from game.desk.library import Library
from game.desk.look import Look
from game.desk.part import Action, Control, Part
from game.desk.screen import Change, Push, Quit
from game.desk.screens.backdrop import Backdrop
from game.desk.screens.signs import in_words
from game.desk.screens.slotwords import told
from game.desk.screens.tablescene import room_picture
from game.desk.session import MASKED, begun, resumed
from game.desk.settings import Settings
from game.desk.slots import Slot as Kept
from game.desk.stage import Stage
from game.desk.theme import DISPLAY, GOLD, INK, INK_QUIET, INK_SOFT, NIGHT, SCENE, SMALL, WIDE_GAP, mixed
from game.desk.widgets.button import Button
from game.desk.widgets.dialog import Answer, Dialog, notice
from game.desk.widgets.paragraph import Paragraph
from game.desk.widgets.rule import Rule
from game.desk.widgets.scroll import Scroll
from game.fault import Fault

COLUMN = 400  # pixels at 100 %
WORDS = "Sit on the Western side. Talk, bind, brace. Then ask Moscow why."
VEILED_WORDS = "Sit on one side. Talk, bind, brace. Then ask the other side why."


class Title(Stage):
    """The title of the game. Esc asks before it leaves."""

    def __init__(self, settings: Settings | None = None, library: Library | None = None) -> None:
        super().__init__()
        self.settings = settings if settings is not None else kept.read()[0]
        self.library = library if library is not None else Library()
        self.backdrop = Backdrop()
        self._drawn = False
        self._elsewhere = False  # what is offered may lie where the map shows nothing

    def passed(self, ms: int) -> Change:
        if self._drawn:
            self.library.look_ahead()
        return None

    def _as_of(self) -> str:
        """How fresh the facts are."""
        days = [cover.facts_as_of for cover in self.library.covers() if cover.facts_as_of]
        return f"Facts as of {in_words(min(days))}." if days else "No crisis could be read."

    def build(self, look: Look) -> Part:
        slot = next((slot for slot in slots.slots() if not slot.fault and not slots.is_named(slot.path)), None)
        begin = self._newcomers(slot)
        self._elsewhere = begin is not None
        ways: list[Control] = []
        if slot is not None:
            words = told(slot, self.settings)
            ways.append(_way("continue", "Continue", self._continue(slot), "play", words, primary=True))
        if begin is not None:
            label, words = f"Begin here: {begin.title}", f"Ten to thirty minutes, to learn by playing. {begin.subtitle}"
            ways.append(_way("begin-here", label, self._begin(begin), "door-open", words, primary=not ways))
        self.first_focus = ways[0].id if ways else "new"
        ways += [
            _way("new", "New game", self._new, "flag", "Choose a crisis, and how it is played", primary=not ways),
            _way("load", "Load", self._load, "book", "Every line of play is kept"),
            _way("settings", "Settings", self._settings, "settings"),
            _way("credits", "Credits and sources", self._credits, "info"),
            _way("quit", "Leave", self._leave, "log-out"),
        ]
        names: list[Part | Slot] = [
            Paragraph("The Long Table", DISPLAY, INK),
            Paragraph(VEILED_WORDS if self.settings.masked else WORDS, SCENE, INK_SOFT),
            Rule(mixed(GOLD, NIGHT, 0.5)),
            Scroll("ways", child=Column(ways), fade=NIGHT),
        ]
        foot: list[Part | Slot] = [
            grow(Space()),
            Paragraph(f"{self._as_of()} A game, and no prediction.", SMALL, INK_QUIET),
        ]
        left = Column([grow(Space()), *names, *foot], gap=WIDE_GAP, pad=28)
        return Row([fixed(left, min(look.pixels(COLUMN) + 56, self.size[0])), grow(Space())])

    def ground(self, canvas: Canvas) -> None:
        """A map in the dark, fading out under the words; the empty room with invented names or to begin with."""
        clear = canvas.look.pixels(COLUMN) + 56
        if self.settings.masked or self._elsewhere:
            super().ground(canvas)
            wide, high = max(8, self.size[0] - clear), self.size[1]
            canvas.surface.blit(room_picture((wide, high // 2), "prepare"), (clear, high // 4))
        else:
            self.backdrop.draw(canvas.surface, canvas.look, clear)
        self._drawn = True

    def escape(self) -> Change:
        return self._leave()

    def _leave(self) -> Change:
        answers = [Answer("stay", "Stay"), Answer("leave", "Leave", Quit, kind="primary")]
        return Push(Dialog("Leave the game?", "Every choice made so far is kept.", answers))

    def _continue(self, slot: Kept) -> Action:
        def go_on() -> Change:
            from game.desk.screens.desk import Desk

            try:
                return Push(Desk(resumed(slot.path, self.settings)))
            except Fault as fault:
                return Push(notice("This play cannot go on", str(fault)))

        return go_on

    def _newcomers(self, slot: Kept | None) -> Cover | None:
        """The crisis that someone who has not played yet is offered; None for others, and while it is being played."""
        found = None if self.settings.taught else next((one for one in self.library.covers() if one.newcomers), None)
        if found is None or (slot is not None and slot.scenario == found.id):
            return None
        return self.library.worn(found, MASKED) if self.settings.masked else found

    def _begin(self, cover: Cover) -> Action:
        def begin() -> Change:
            from game.desk.screens.briefing import Briefing

            book = self.library.book(cover.id)
            if book.package is None:
                return Push(notice("This crisis cannot be played", book.fault))
            return Push(Briefing(begun(book.package, self.settings, secrets.randbits(63))))

        return begin

    def _new(self) -> Change:
        from game.desk.screens.scenarios import Scenarios

        return Push(Scenarios(self.settings, self.library))

    def _load(self) -> Change:
        from game.desk.screens.load import Load

        return Push(Load(self.settings))

    def _settings(self) -> Change:
        from game.desk.screens.settings import SettingsScreen

        return Push(SettingsScreen(self.settings, self._keep))

    def _keep(self, settings: Settings) -> None:
        self.settings = settings
        try:
            kept.write(settings)
        except Fault as fault:
            self.toast(str(fault), "bad")

    def _credits(self) -> Change:
        from game.desk.screens.credits import Credits

        return Push(Credits(self.library, self.settings.masked))


def _way(id: str, label: str, action: Action, icon: str, second: str = "", primary: bool = False) -> Button:
    return Button(id, label, action, icon=icon, second=second, kind="primary" if primary else "plain")
