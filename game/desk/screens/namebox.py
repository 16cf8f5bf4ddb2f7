"""Name box: asks for a name, over the screen below."""

from __future__ import annotations

from collections.abc import Callable

from game.desk.layout import Column
from game.desk.look import Look
from game.desk.part import Part
from game.desk.screen import Change, Pop
from game.desk.slots import LONGEST
from game.desk.theme import BODY, GAP, INK_SOFT
from game.desk.widgets.dialog import Answer, Dialog
from game.desk.widgets.entry import Entry
from game.desk.widgets.paragraph import Paragraph


class NameBox(Dialog):
    """Gives the name typed to `on_name`, once it is confirmed; an empty one cannot be."""

    def __init__(self, title: str, text: str, name: str, on_name: Callable[[str], Change]) -> None:
        self.name = name
        self.text = text
        self.on_name = on_name
        super().__init__(title, self._body, self._answers())
        self.first_focus = "name"

    def _body(self, look: Look) -> Part:
        line = Entry("name", "Name", self._keep, text=self.name, hint="a name", longest=LONGEST, on_change=self._type)
        return Column([Paragraph(self.text, BODY, INK_SOFT), line], gap=GAP)

    def _answers(self) -> list[Answer]:
        reason = "" if self.name.strip() else "Type a name first."
        return [Answer("leave", "Never mind"), Answer("keep", "Keep", self._named, "primary", "save", reason)]

    def _type(self, text: str) -> Change:
        self.name = text
        self.answers = self._answers()
        return None

    def _named(self) -> Change:
        return self.on_name(self.name.strip())

    def _keep(self) -> Change:
        return Pop(self._named()) if self.name.strip() else None
