"""Settings screen: text size, sound, and what is shown; each change is in force at once and kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from game.desk.layout import Column, Row, Space, fixed, grow
from game.desk.look import Look
from game.desk.part import Part
from game.desk.screen import Change
from game.desk.screens.masthead import back, masthead
from game.desk.settings import VOLUMES, Settings
from game.desk.stage import Stage
from game.desk.theme import GAP, INK_QUIET, MARGIN, SCALES, SMALL, WIDE_GAP
from game.desk.widgets.panel import Panel
from game.desk.widgets.paragraph import Paragraph
from game.desk.widgets.rule import Rule
from game.desk.widgets.scroll import Scroll
from game.desk.widgets.slider import Slider
from game.desk.widgets.stepper import Stepper

WIDTH = 620  # pixels at 100 %
YES, NO = "yes", "no"


class SettingsScreen(Stage):
    """Shows `settings` and gives each changed one to `on_change`, which keeps it."""

    first_focus = "text-size"

    def __init__(self, settings: Settings, on_change: Callable[[Settings], None]) -> None:
        super().__init__()
        self.settings = settings
        self.on_change = on_change

    def build(self, look: Look) -> Part:
        body = Column([*self._reading(), Rule(), *self._showing(), Rule(), self._foot()], gap=WIDE_GAP)
        width = min(look.pixels(WIDTH), self.size[0] - 2 * MARGIN)
        page = Row([grow(Space()), fixed(Panel(Scroll("settings", child=body), pad=20), width), grow(Space())])
        top = masthead("Settings", "", icon="settings", right=[back(self.escape)])
        return Column([top, page, grow(Space())], pad=MARGIN, gap=GAP)

    def _reading(self) -> list[Part]:
        now = self.settings
        return [
            Slider("text-size", "Size of the text", stops=SCALES, value=now.scale, words="{} %".format,
                   on_choose=lambda scale: self._take(replace(now, scale=scale)),
                   tooltip="Everything grows with it; what no longer fits can be scrolled."),
            Slider("volume", "Sound", stops=VOLUMES, value=now.volume, words=_loudness,
                   on_choose=lambda volume: self._take(replace(now, volume=volume)),
                   tooltip="The telex, the stamp, the gavel. Nothing is told by sound alone."),
        ]  # fmt: skip

    def _showing(self) -> list[Part]:
        now = self.settings
        return [
            _switch("distressing", "Texts that may distress", now.distressing, "shown", "hidden",
                    lambda on: self._take(replace(now, distressing=on)),
                    "A few texts tell of what people suffered. Hidden, their headings stay."),
            _switch("masked", "Names of states and people", now.masked, "invented", "real",
                    lambda on: self._take(replace(now, masked=on)),
                    "Invented names where the crisis has them; the map then gives way to a list."),
            _switch("still", "Short notes at the foot", now.still, "stay longer", "go soon",
                    lambda on: self._take(replace(now, still=on)), "Nothing else here moves by itself."),
            _switch("taught", "Guidance for newcomers", not now.taught, "shown", "hidden",
                    lambda on: self._take(replace(now, taught=not on)),
                    "A line says what to try next, and brackets stand around it."),
            _switch("forecast", "Spread of futures", now.forecast, "offered", "not offered",
                    lambda on: self._take(replace(now, forecast=on)),
                    "While a move is weighed: a thousand games from here, once you have said what you expect."),
        ]  # fmt: skip

    def _foot(self) -> Part:
        return Paragraph(
            "**F11** fills the screen. Tab and arrows move, Enter and left and right change.", SMALL, INK_QUIET
        )

    def _take(self, settings: Settings) -> Change:
        before, self.settings = self.settings, settings
        self.on_change(settings)
        if self.look is not None:
            self.look.sounds.volume = settings.volume
            if settings.scale != before.scale:
                self.look.rescale(settings.scale)
            if settings.volume != before.volume:
                self.look.sounds.play("select")
        return None


def _loudness(percent: int) -> str:
    return f"{percent} %" if percent else "off"


def _switch(id: str, label: str, on: bool, yes: str, no: str, choose: Callable[[bool], Change], tip: str) -> Stepper:
    return Stepper(id, label, values=((YES, yes), (NO, no)), value=YES if on else NO,
                   on_choose=lambda value: choose(value == YES), tooltip=tip)  # fmt: skip
