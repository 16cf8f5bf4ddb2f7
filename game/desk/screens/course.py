"""Course: the numbers of a play turn by turn as a chart, with what moved them in the turn that is pointed out."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pygame

from game.core.backtest import line_of_history
from game.core.debrief import course, why_changed
from game.core.event import Cause
from game.core.meter import Meter
from game.core.naming import cause_name
from game.core.replay import follow_line
from game.core.step import Step
from game.core.words import title
from game.desk.chart import line_chart
from game.desk.flow import Flow
from game.desk.layout import Column
from game.desk.look import Look
from game.desk.part import Action, Part, Point, Used
from game.desk.plot import Band, LinePlot, Series
from game.desk.screen import Change
from game.desk.screens.bullet import bullet
from game.desk.screens.chartwords import bands_of, pens
from game.desk.screens.dial import signed, way
from game.desk.screens.naming import day
from game.desk.session import Session
from game.desk.theme import GOLD, INK_QUIET, INK_SOFT, SMALL, SMALL_GAP
from game.desk.widgets.button import Button
from game.desk.widgets.drawing import Drawing
from game.desk.widgets.panel import Panel
from game.desk.widgets.paragraph import Paragraph
from game.play import counsel

MOST = 4  # lines on the chart at once
FIRST = 3  # lines it opens with
TALL = 46  # percent of the window's height
REAL = "history's moves"


class Moved(NamedTuple):
    """What moved a number in a turn: by how much and why."""

    by: int
    cause: Cause


class Course:
    """The chart of a play that is over: which numbers it shows, and the turn that is pointed out."""

    def __init__(self, session: Session) -> None:
        self.session = session
        scenario = session.play.scenario
        shown = [meter for meter in scenario.meters if meter.sight == "desk" and meter.kind != "purse"]
        self.meters = [meter for meter in shown if (meter.low, meter.high) == (0, 100)]
        self.chosen = [meter.id for meter in self.meters[:FIRST]]
        self.cursor = self._liveliest()
        self.plot: LinePlot | None = None
        self._left = 0
        self._real: list[Step] = []

    def _liveliest(self) -> int:
        """The turn (from 0) in which the numbers shown at first moved most."""
        moved = [0] * len(self.session.play.scenario.dates)
        for id in self.chosen:
            for turn, by, _ in why_changed(self.session.play.scenario, self.session.play.steps, id):
                moved[min(turn, len(moved)) - 1] += abs(by)
        return moved.index(max(moved))

    def part(self, look: Look, size: tuple[int, int]) -> Part:
        """Buttons for the numbers, the chart, and the causes of the turn pointed out."""
        toggles = [
            Button(
                f"show-{meter.id}", title(self.session.play.scenario, "meter", meter.id), self._toggle(meter.id),
                chosen=meter.id in self.chosen, icon="check" if meter.id in self.chosen else "plus",
            )
            for meter in self.meters
        ]  # fmt: skip
        drawing = Drawing(
            "chart", "The course of the numbers, turn by turn", paint=self._painter(look), on_click=self._click,
            on_point=self._point, on_key=self._key, height=size[1] * TALL // look.percent,
            tooltip="Left and right go from turn to turn.",
        )  # fmt: skip
        hint = "One number alone is drawn beside the course of history's own moves under your dice."
        return Column(
            [
                Panel(Column([Flow(toggles, gap=SMALL_GAP), drawing, Paragraph(hint, SMALL, INK_QUIET)])),
                self._causes(),
            ]
        )

    def _days(self) -> list[str]:
        dates = self.session.play.scenario.dates
        return [day(self.session.play.scenario, turn).rsplit(" ", 1)[0] for turn in range(1, len(dates) + 1)]

    def _series(self) -> tuple[Series, ...]:
        scenario, steps = self.session.play.scenario, self.session.play.steps
        found = [Series(title(scenario, "meter", id), _values(course(scenario, steps, id))) for id in self.chosen]
        if len(self.chosen) == 1:
            self._real = self._real or self._history()
            found.append(Series(REAL, _values(course(scenario, self._real, self.chosen[0]))))
        return tuple(found)

    def _history(self) -> list[Step]:
        """History's moves under this play's dice, against history's Moscow."""
        documented = next(iter(counsel.moscows(self.session.play).values()))
        return follow_line(documented, self.session.play.seed, line_of_history(documented))

    def _bands(self) -> list[Band]:
        scenario = self.session.play.scenario
        if len(self.chosen) != 1:
            return []
        return bands_of(scenario, scenario.find.meter[self.chosen[0]])

    def _painter(self, look: Look) -> Callable[[pygame.Surface, pygame.Rect], None]:
        measure, write = pens(look)

        def paint(surface: pygame.Surface, rect: pygame.Rect) -> None:
            box = (rect.x, rect.y, rect.width, rect.height)
            self._left = rect.x
            self.plot = line_chart(
                surface, box, self._series(), self._days(), measure, write, bands=self._bands(), cursor=self.cursor
            )

        return paint

    def _toggle(self, id: str) -> Action:
        def toggle() -> Change:
            if id in self.chosen and len(self.chosen) > 1:
                self.chosen.remove(id)
            elif id not in self.chosen:
                self.chosen = [*self.chosen, id][-MOST:]
            return None

        return toggle

    def _click(self, at: Point) -> Change:
        column = self._column(at)
        self.cursor = self.cursor if column is None else column
        return None

    def _point(self, at: Point | None) -> str:
        column = self._column(at) if at is not None else None
        if column is None:
            return ""
        scenario, steps = self.session.play.scenario, self.session.play.steps
        rows = [f"**{day(scenario, column + 1)}**"]
        for id in self.chosen:
            values = course(scenario, steps, id)
            rows += [f"{title(scenario, 'meter', id)}: {values[column]}"] if column < len(values) else []
        return "\n".join(rows)

    def _key(self, event: pygame.event.Event) -> Used | None:
        step = {pygame.K_LEFT: -1, pygame.K_RIGHT: 1}.get(event.key, 0)
        last = len(self.session.play.scenario.dates) - 1
        if not step or not 0 <= self.cursor + step <= last:
            return None
        self.cursor += step
        return Used()

    def _column(self, at: Point) -> int | None:
        """The turn (from 0) nearest to a place, told from the chart's upper left corner; None before it is drawn."""
        if self.plot is None:
            return None
        places = self.plot.column_at
        return min(range(len(places)), key=lambda i: abs(places[i] - self._left - at[0]))

    def _causes(self) -> Part:
        """What moved the chosen numbers in the turn that led to the column pointed out."""
        scenario = self.session.play.scenario
        rows: list[Part] = []
        for id in self.chosen:
            meter = scenario.find.meter[id]
            found = [Moved(by, cause) for turn, by, cause in why_changed(scenario, self.session.play.steps, id)
                     if turn == self.cursor + 1]  # fmt: skip
            rows += [self._row(meter, moved) for moved in found]
        if not rows:
            rows = [Paragraph("Nothing moved these numbers then.", SMALL, INK_QUIET)]
        name = day(scenario, self.cursor + 1)
        return Panel(Column(rows, gap=SMALL_GAP), title=f"What moved them: {name}", icon="calendar", accent=GOLD)

    def _row(self, meter: Meter, moved: Moved) -> Part:
        scenario = self.session.play.scenario
        by = f"{{{way(moved.by, meter.good)}:{signed(moved.by)}}}"
        words = f"{title(scenario, 'meter', meter.id)} {by}: {cause_name(scenario, moved.cause)}"
        return bullet("dot", INK_QUIET, words, SMALL, INK_SOFT)


def _values(found: tuple[int, ...]) -> tuple[float | None, ...]:
    return tuple(float(value) for value in found)
