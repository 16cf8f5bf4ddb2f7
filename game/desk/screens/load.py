"""Load: every line of play that is kept, the newest first; what cannot be read says why."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from game.desk import slots
from game.desk.layout import Column, Row, Slot, Space, fixed, grow
from game.desk.look import Look
from game.desk.part import Action, Part
from game.desk.screen import Change, Push, Reset
from game.desk.screens.masthead import back, masthead
from game.desk.screens.slotwords import told
from game.desk.session import resumed
from game.desk.settings import Settings
from game.desk.slots import Slot as Kept
from game.desk.stage import Stage
from game.desk.theme import BODY, GAP, INK_SOFT, MARGIN
from game.desk.widgets.button import Button
from game.desk.widgets.dialog import Answer, Dialog, notice
from game.desk.widgets.panel import Panel
from game.desk.widgets.paragraph import Paragraph
from game.desk.widgets.scroll import Scroll
from game.fault import Fault

WIDTH = 760  # pixels at 100 %


class Load(Stage):
    """The saves of this player; opening one leaves whatever was played before, which is kept too."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings

    def build(self, look: Look) -> Part:
        rows = [self._row(slot) for slot in slots.slots()]
        self.first_focus = next((part.id for row in rows for part in row.parts() if isinstance(part, Button)), "")
        if rows:
            shown: Part = Scroll("slots", child=Column(rows))
        else:
            shown = Paragraph("Nothing is kept yet. Every choice you make will be.", BODY, INK_SOFT)
        width = min(look.pixels(WIDTH), self.size[0] - 2 * MARGIN)
        panel = Panel(shown, title="Lines and copies", icon="save", aside=str(len(rows)))
        page = Row([grow(Space()), fixed(panel, width), grow(Space())])
        top = masthead("Load", "", icon="book", right=[back(self.escape)])
        return Column([top, page, grow(Space())], pad=MARGIN, gap=GAP)

    def _row(self, slot: Kept) -> Part:
        name = slot.path.stem
        label = slot.name or (told(slot, self.settings) if not slot.fault else slot.path.name)
        second = f"{told(slot, self.settings)} · {_when(slot.path)}"
        opens = Button(f"open-{name}", label, self._opening(slot), icon="play", second="" if slot.fault else second,
                       enabled=not slot.fault, reason=slot.fault)  # fmt: skip
        named = "this play" if self.settings.masked else slot.path.name  # a file is called after its crisis
        throws = Button(f"throw-{name}", "Delete", self._throwing(slot), icon="x", kind="quiet",
                        tooltip=f"Deletes {named} for good, after asking.")  # fmt: skip
        return Row([Slot(opens, grow=1), throws], upright="middle")

    def _opening(self, slot: Kept) -> Action:
        def go_on() -> Change:
            from game.desk.screens.desk import Desk

            try:
                return Reset(Desk(resumed(slot.path, self.settings)))
            except Fault as fault:
                return Push(notice("This play cannot be opened", str(fault)))

        return go_on

    def _throwing(self, slot: Kept) -> Action:
        def throw() -> Change:
            try:
                slot.path.unlink(missing_ok=True)
            except OSError as error:
                self.toast(f"It could not be deleted: {error.strerror}.", "bad")
            self.refresh()
            return None

        def ask() -> Change:
            answers = [Answer("keep", "Keep it"), Answer("throw", "Delete", throw, icon="x")]
            return Push(Dialog("Delete this play?", "It will be gone for good.", answers))

        return ask


def _when(path: Path) -> str:
    """When a file was last written, by this machine's clock."""
    try:
        return datetime.fromtimestamp(path.stat().st_mtime).strftime("%d.%m.%Y %H:%M")
    except OSError:
        return "no date"
