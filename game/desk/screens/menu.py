"""Menu: what can be done about a play: take back, keep, look back, set, and leave."""

from __future__ import annotations

import pygame

from game.core.naming import choice_name
from game.desk.canvas import Canvas
from game.desk.grid import Grid
from game.desk.layout import Column
from game.desk.look import Look
from game.desk.part import Action, Part
from game.desk.screen import Change, Pop, Push, Quit, Reset
from game.desk.screens.page import Page
from game.desk.screens.sourceline import veiled
from game.desk.session import Session
from game.desk.settings import Settings
from game.desk.stage import Stage
from game.desk.theme import EDGE_BRIGHT, GOLD, INK, INK_QUIET, MARGIN, PANEL, SMALL, TITLE, WIDE_GAP
from game.desk.widgets.button import Button
from game.desk.widgets.paragraph import Paragraph
from game.desk.widgets.scroll import Scroll

WIDTH, PAD = 640, 24


class Menu(Page):
    """The menu over the desk; Esc closes it."""

    modal = True
    first_focus = "resume"

    def __init__(self, session: Session) -> None:
        super().__init__(session)

    def build(self, look: Look) -> Part:
        play = self.session.play
        name = play.notes.name or "This line has no name yet"
        where = "" if veiled(self.session) else f" in {self.session.path.name},"  # named after its crisis
        ways = Grid(self._ways(), least=look.pixels(250), most=2)
        return Column(
            [
                Paragraph(self.session.text("title"), TITLE, INK),
                Paragraph(f"{name}. Kept{where} after every choice.", SMALL, INK_QUIET),
                Scroll("menu-ways", child=ways),
            ],
            gap=WIDE_GAP,
            pad=PAD,
        )

    def _ways(self) -> list[Part]:
        play, session = self.session.play, self.session
        last = choice_name(play.scenario, play.choices[-1]) if play.choices else ""
        stuck = play.read_only or ("" if last else "Nothing has been chosen yet.")
        undo = Button(
            "undo", "Take back", self._undo, icon="undo", second=last, hotkey="u", enabled=not stuck, reason=stuck
        )
        return [
            Button("resume", "Back to the desk", self.escape, icon="play", kind="primary"),
            undo,
            _way("save", "Save under a name", self._save, "save", "Keeps a copy as it stands"),
            _way("load", "Load", self._load, "book", "Another line of play"),
            _way("timeline", "Timeline", self._timeline, "history", "Go back, and try it another way", "t"),
            _way("chronicle", "All cables", self._chronicle, "newspaper", "Every answer can be questioned", "c"),
            _way("ledger", "Promise ledger", self._ledger, "scroll", "", "l"),
            _way("analysts", "Analysts", self._analysts, "search", "", "a"),
            _way("briefing", "The briefing again", self._briefing, "file-text", "", "b"),
            _way("settings", "Settings", self._settings, "settings", "", "s"),
            _way("credits", "Credits and sources", self._credits, "info"),
            _way("to-title", "To the title", lambda: Reset(_title(session.settings)), "home", "The play is kept"),
            _way("quit", "Leave the game", Quit, "log-out", "The play is kept"),
        ]

    def frame(self, look: Look, size: tuple[int, int]) -> pygame.Rect:
        width = min(look.pixels(WIDTH), size[0] - 4 * MARGIN)
        height = min(self.root.measure(look, width), size[1] - 4 * MARGIN)
        rect = pygame.Rect(0, 0, width, height)
        rect.center = (size[0] // 2, size[1] // 2)
        return rect

    def ground(self, canvas: Canvas) -> None:
        canvas.look.shapes.shadow(canvas.surface, self.root.rect)
        canvas.box(self.root.rect, PANEL, EDGE_BRIGHT, 10)
        canvas.surface.fill(GOLD, (self.root.rect.x + 10, self.root.rect.y, self.root.rect.width - 20, 2))

    def _undo(self) -> Change:
        taken = self.session.undo()
        if taken is not None:
            self.toast(f"Taken back: {choice_name(self.session.play.scenario, taken)}.")
        return None

    def _save(self) -> Change:
        from game.desk.screens.namebox import NameBox

        def keep(name: str) -> Change:
            if self.session.save_as(name):
                self.toast(f"Kept as {name}.", "good")
            return None

        return Push(
            NameBox("Save under a name", "A copy of the play as it stands.", self.session.play.notes.name, keep)
        )

    def _load(self) -> Change:
        from game.desk.screens.load import Load

        return Push(Load(self.session.settings))

    def _timeline(self) -> Change:
        from game.desk.screens.timeline import Timeline

        return Push(Timeline(self.session))

    def _chronicle(self) -> Change:
        from game.desk.screens.chronicle import Chronicle

        return Push(Chronicle(self.session))

    def _ledger(self) -> Change:
        from game.desk.screens.ledger import Ledger

        return Push(Ledger(self.session))

    def _analysts(self) -> Change:
        from game.desk.screens.analysts import Analysts

        return Push(Analysts(self.session))

    def _briefing(self) -> Change:
        from game.desk.screens.briefing import Briefing

        return Push(Briefing(self.session, again=True))

    def _settings(self) -> Change:
        from game.desk.screens.settings import SettingsScreen

        return Push(SettingsScreen(self.session.settings, self.session.set))

    def _credits(self) -> Change:
        from game.desk.screens.credits import Credits

        return Push(Credits(self.session.play.scenario, veiled(self.session)))

    def escape(self) -> Change:
        return Pop()


def _way(id: str, label: str, action: Action, icon: str, second: str = "", hotkey: str = "") -> Button:
    return Button(id, label, action, icon=icon, second=second, hotkey=hotkey)


def _title(settings: Settings) -> Stage:
    from game.desk.screens.title import Title

    return Title(settings)
