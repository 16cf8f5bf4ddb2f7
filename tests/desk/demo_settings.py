"""Settings to look at: slider, stepper, entry and choices on one screen."""

from __future__ import annotations

from game.desk.layout import Column, Row, Space, fixed, grow
from game.desk.look import Look
from game.desk.part import Part
from game.desk.screen import Change
from game.desk.stage import Stage
from game.desk.theme import (
    INK,
    LABEL,
    TITLE,
)
from game.desk.widgets.choices import Choices, Option
from game.desk.widgets.entry import Entry
from game.desk.widgets.panel import Panel
from game.desk.widgets.paragraph import Paragraph
from game.desk.widgets.rule import Rule
from game.desk.widgets.scroll import Scroll
from game.desk.widgets.slider import Slider
from game.desk.widgets.stepper import Stepper


class Settings(Stage):
    """A screen of the other widgets: slider, stepper and a list of choices."""

    def __init__(self) -> None:
        super().__init__()
        self.volume = 70
        self.names = "real"
        self.crisis = "moscow"
        self.slot = ""

    def build(self, look: Look) -> Part:
        options = [
            Option("moscow", "The road to Moscow", "November 2021 to February 2022, one Western seat"),
            Option("vilnius", "Vilnius to Crimea", reason="Not in this edition"),
        ]
        body = Column(
            [
                Paragraph("Settings", TITLE, INK),
                Rule(),
                Slider("text", "Text size", stops=(100, 110, 125, 140, 150), value=look.percent,
                       words="{} %".format, on_choose=look.rescale),
                Slider("volume", "Sound", stops=tuple(range(0, 101, 10)), value=self.volume, on_choose=self._loud),
                Stepper("names", "Names of states and people", values=(("real", "Real"), ("masked", "Invented")),
                        value=self.names, on_choose=self._name, tooltip="In class the invented names are the default."),
                Entry("slot", "Name of the save", text=self.slot, hint="Winter", on_change=self._named),
                Paragraph("Crisis", LABEL, INK),
                Choices(options, self.crisis, self._choose),
            ],
            gap=14,
        )  # fmt: skip
        return Row(
            [
                grow(Space()),
                fixed(Panel(Scroll("page", child=body), pad=24), min(640, self.size[0])),
                grow(Space()),
            ]
        )

    def _named(self, name: str) -> Change:
        self.slot = name
        return None

    def _loud(self, volume: int) -> Change:
        self.volume = volume
        return None

    def _name(self, name: str) -> Change:
        self.names = name
        return None

    def _choose(self, name: str) -> Change:
        self.crisis = name
        return None
