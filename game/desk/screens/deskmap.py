"""Desk map: Europe coloured by a measure of the partners, or, with invented names, the same as a board of words."""

from __future__ import annotations

from typing import NamedTuple

import pygame

from game.desk.grid import Grid
from game.desk.layout import Column, grow
from game.desk.look import Look
from game.desk.map import EuropeMap
from game.desk.maplabels import Mark, draw_dot, draw_labels, placed
from game.desk.maplegend import LegendEntry, draw_legend, legend_size
from game.desk.part import Action, Part, Point
from game.desk.screen import Change
from game.desk.screens.foldingtabs import FoldingTabs
from game.desk.session import MASKED, Session
from game.desk.theme import GOLD, INK, INK_SOFT, SMALL, SMALL_GAP, WIDE_GAP, Colour, mixed
from game.desk.widgets.drawing import Drawing
from game.desk.widgets.gauge import Gauge
from game.desk.widgets.panel import Panel
from game.desk.widgets.paragraph import Paragraph
from game.desk.widgets.scroll import Scroll
from game.desk.widgets.tabs import TabName

RUSSIA, BELARUS, UKRAINE = "RUS", "BLR", "UKR"
_OTHERS: dict[str, Colour] = {RUSSIA: (104, 36, 44), BELARUS: (82, 46, 54), UKRAINE: (218, 180, 86)}
_COLOURS: tuple[Colour, ...] = ((206, 126, 58), (186, 152, 104), (96, 146, 158), (62, 116, 184))
_CITIES = ("moscow", "kyiv", "berlin", "paris", "london", "warsaw", "rome", "budapest", "brussels", "minsk", "vienna",
           "geneva", "helsinki", "donetsk", "simferopol")  # fmt: skip


class Measure(NamedTuple):
    """Something the map can show: ids, words, and its steps as pairs (from this value on, words), lowest first."""

    id: str
    label: str
    icon: str
    steps: tuple[tuple[int, str], ...]
    colours: tuple[Colour, ...]
    hatched: int
    """The number of the step that is hatched too."""


LINE = Measure(
    "line", "How far each will go", "users",
    ((0, "holds back"), (35, "wavers"), (50, "goes along"), (65, "pushes on")), _COLOURS, 0,
)  # fmt: skip
GAS = Measure(
    "gas", "Gas from the east", "flame",
    ((0, "under a quarter"), (25, "up to a half"), (50, "over a half"), (75, "nearly all")), _COLOURS[::-1], 3,
)  # fmt: skip
MEASURES = (LINE, GAS)


def values(session: Session, measure: Measure) -> dict[str, int]:
    """The measure of each partner, by code; those without one are left out."""
    texts = session.play.scenario.texts
    if measure is LINE:
        return {code: line for code, _, line in session.view.partners}
    shares = {code: texts.get(f"partner.{code}.gas", "") for code, _, _ in session.view.partners}
    return {code: int(share) for code, share in shares.items() if share.isdecimal()}


def step_of(measure: Measure, value: int) -> int:
    """The number of the step a value lies on."""
    return max(number for number, (start, _) in enumerate(measure.steps) if value >= start)


def partner_tip(session: Session, code: str) -> str:
    """What is known of a partner: line, gas, voice, red lines."""
    scenario = session.play.scenario
    name = next((name for other, name, _ in session.view.partners if other == code), "")
    if not name:
        return ""
    line, gas = values(session, LINE)[code], values(session, GAS).get(code)
    share = f"; {gas} in 100 of its gas from the east" if gas is not None else ""
    head = f"**{name}**: {LINE.steps[step_of(LINE, line)][1]} ({line} of 100){share}."
    texts = (scenario.texts.get(f"partner.{code}.{part}", "") for part in ("voice", "red_lines"))
    voice, red = texts
    return "\n".join(line for line in (head, voice, f"*Red lines:* {red}" if red else "") if line)


def tab_names() -> list[TabName]:
    """The tabs of the measures."""
    return [TabName(f"measure-{m.id}", m.label, m.icon, tooltip="Colours the map by this.") for m in MEASURES]


class DeskMap:
    """The map's place on the desk; it keeps the drawn map and which measure is chosen."""

    def __init__(self) -> None:
        self.measure = 0
        self.europe: EuropeMap | None = None
        self.over = ""

    def build(self, look: Look, session: Session, open_partners: Action) -> Part:
        """The tabs of the measures over the map."""
        return Column(
            [
                FoldingTabs(tab_names(), self.measure, self._choose),
                grow(self.picture(look, session, open_partners), least=96),
            ],
            gap=SMALL_GAP,
        )

    def picture(self, look: Look, session: Session, open_partners: Action) -> Part:
        """The map alone, or the board that stands for it."""
        draw = self._board if session.play.texts == MASKED else self._map
        return draw(look, session, open_partners)

    def _choose(self, number: int) -> Change:
        self.measure = number
        return None

    def _board(self, look: Look, session: Session, open_partners: Action) -> Part:
        """The partners as gauges: a map would give invented names away."""
        measure = MEASURES[self.measure]
        found = values(session, measure)
        rows: list[Part] = [
            self._row(session, measure, code, name, found[code], open_partners)
            for code, name, _ in session.view.partners
            if code in found
        ]
        ways = "; ".join(f"**{name}** {state}" for _, name, state in session.view.channels)
        told = Column(
            [Grid(rows, least=look.pixels(170), gap=12), Paragraph(f"Ways to talk: {ways}.", SMALL)], gap=WIDE_GAP
        )
        return Panel(Scroll("board", child=told), title=measure.label, icon=measure.icon)

    def _row(self, session: Session, measure: Measure, code: str, name: str, value: int, press: Action) -> Part:
        number = step_of(measure, value)
        return Gauge(
            f"partner-{code}", name, press, value=value, band=measure.steps[number][1], accent=measure.colours[number],
            tooltip=partner_tip(session, code), thresholds=[start for start, _ in measure.steps[1:]],
        )  # fmt: skip

    def _map(self, look: Look, session: Session, open_partners: Action) -> Part:
        if self.europe is None:
            self.europe = EuropeMap(look.assets)
        europe, measure = self.europe, MEASURES[self.measure]
        found = values(session, measure)
        colours = dict(_OTHERS) | {code: measure.colours[step_of(measure, value)] for code, value in found.items()}
        hatched = [code for code, value in found.items() if step_of(measure, value) == measure.hatched]

        def paint(surface: pygame.Surface, rect: pygame.Rect) -> None:
            surface.blit(europe.render(rect.size, colours, hatched), rect)
            for code in found:
                europe.outline(surface, code, mixed(INK_SOFT, colours[code], 0.35), rect.topleft, 1.2)
            if self.over:
                europe.outline(surface, self.over, GOLD, rect.topleft, 2.0)
            self._draw_names(surface, rect, look, europe, measure, outside(session, europe, found, measure))

        def under(at: Point | None) -> str:
            code = europe.country_at(at) if at else None
            self.over = code or ""
            return (partner_tip(session, code) or f"**{europe.name(code)}**") if code else ""

        told = "; ".join(f"{name} {measure.steps[step_of(measure, found[code])][1]}, {found[code]}"
                         for code, name, _ in session.view.partners if code in found)  # fmt: skip
        return Drawing("map", f"Map: {measure.label.lower()}", open_partners, paint=paint, on_point=under, framed=True,
                       tooltip=f"**{measure.label}.** {told}.\n*Press for the partners and the channels.*")  # fmt: skip

    def _draw_names(
        self,
        surface: pygame.Surface,
        rect: pygame.Rect,
        look: Look,
        europe: EuropeMap,
        measure: Measure,
        aside: list[LegendEntry],
    ) -> None:
        """Write the capitals and the legend, none over another."""

        def measured(text: str) -> tuple[int, int]:
            return look.measure(text, SMALL)

        def write(where: pygame.Surface, text: str, at: tuple[int, int], colour: Colour) -> None:
            where.blit(look.type.picture(text, SMALL, colour, 10_000), at)

        steps = [LegendEntry(words, measure.colours[number], number == measure.hatched)
                 for number, (_, words) in enumerate(measure.steps)]  # fmt: skip
        steps += aside
        wide, high = legend_size(measure.label, steps, measured)
        corner = (rect.x + 8, rect.bottom - high - 8)
        taken: list[pygame.Rect] = []
        if high + 16 < rect.height * 4 // 5 and wide < rect.width * 2 // 3:
            draw_legend(surface, corner, measure.label, steps, measured, write)
            taken = [pygame.Rect(8, rect.height - high - 8, wide, high)]
        marks = [Mark(europe.cities[id].name, europe.city(id)) for id in _CITIES if id in europe.cities]
        room = (0, 0, rect.width, rect.height)
        labels = placed(marks, measured, room, taken)
        for label in labels:
            draw_dot(surface, label.mark, INK, rect.topleft)
        draw_labels(surface, labels, write, INK, rect.topleft)


def outside(session: Session, europe: EuropeMap, found: dict[str, int], measure: Measure) -> list[LegendEntry]:
    """Partners that are not on this map, for its legend."""
    seen = {country.a3 for country in europe.countries}
    steps = {code: step_of(measure, value) for code, value in found.items() if code not in seen}
    names = {code: name for code, name, _ in session.view.partners}
    return [
        LegendEntry(f"{names[code]}: {measure.steps[step][1]}", measure.colours[step], step == measure.hatched)
        for code, step in steps.items()
    ]
