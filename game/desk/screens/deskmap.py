"""Desk map: what the card of the crisis wants to be seen: Europe by a measure of the partners, the world, a board."""

from __future__ import annotations

from typing import NamedTuple

import pygame

from game.desk.grid import Grid
from game.desk.layout import Column, Slot, grow
from game.desk.look import Look
from game.desk.map import EuropeMap
from game.desk.maplabels import Mark, draw_dot, draw_labels, placed
from game.desk.maplegend import LegendEntry, draw_legend, legend_size
from game.desk.part import Action, Part, Point
from game.desk.screen import Change
from game.desk.screens.deskhall import DeskHall, Stand
from game.desk.screens.foldingtabs import FoldingTabs
from game.desk.screens.measures import LINE, Measure, measures, partner_tip, step_of, values
from game.desk.session import MASKED, Session
from game.desk.theme import GAP, GOLD, INK, INK_SOFT, SMALL, SMALL_GAP, WIDE_GAP, Colour, mixed
from game.desk.widgets.drawing import Drawing
from game.desk.widgets.gauge import Gauge
from game.desk.widgets.panel import Panel
from game.desk.widgets.paragraph import Paragraph
from game.desk.widgets.scroll import Scroll
from game.desk.widgets.tabs import TabName

RUSSIA, BELARUS, UKRAINE = "RUS", "BLR", "UKR"
_OTHERS: dict[str, Colour] = {RUSSIA: (104, 36, 44), BELARUS: (82, 46, 54), UKRAINE: (218, 180, 86)}
_CITIES = ("moscow", "kyiv", "berlin", "paris", "london", "warsaw", "rome", "budapest", "brussels", "minsk", "vienna",
           "geneva", "helsinki", "donetsk", "simferopol")  # fmt: skip
HALL = TabName("measure-hall", "How the hall stands", "globe", tooltip="The world by the vote to come, or the last.")
LEAST = 260  # pixels at 100 % that the moves keep beside a board


class Ways(NamedTuple):
    """Where a press on the map leads: from a partner, and from a member of the hall."""

    partners: Action
    votes: Action


def _tab(measure: Measure) -> TabName:
    """The tab of a measure."""
    return TabName(f"measure-{measure.id}", measure.label, measure.icon, tooltip="Colours the map by this.")


class DeskMap:
    """The map's place on the desk; it keeps the drawn maps and which tab is chosen: "" for the first there is."""

    def __init__(self) -> None:
        self.tab = ""
        self.europe: EuropeMap | None = None
        self.hall = DeskHall()
        self.over = ""

    def names(self, session: Session) -> list[TabName]:
        """The tabs of what there is to show: the hall once there is a vote to show, and the partners' measures."""
        hall = [HALL] if self._stand(session) is not None else []
        return hall + [_tab(measure) for measure in measures(session)]

    def beside(self, look: Look, session: Session, moves: Part, ways: Ways) -> Part:
        """The map with its tabs over the moves; a mere board takes no more room than it needs."""
        names = self.names(session)
        numbers = {name.id: number for number, name in enumerate(names)}
        tabs = FoldingTabs(names, numbers.get(self.tab, 0), lambda number: self.turn_to(names[number].id))
        shown = self.picture(look, session, ways)
        if session.package.map == "none":
            if not names and not session.view.channels:
                return moves
            head = [tabs] if len(names) > 1 else []
            return Column([*head, Slot(shown), grow(moves, least=look.pixels(LEAST))], gap=GAP)
        top = Column([tabs, grow(shown, least=96)], gap=SMALL_GAP)
        return Column([grow(top, 5), grow(moves, 6)], gap=GAP)

    def turn_to(self, tab: str) -> Change:
        """Choose a tab by its id."""
        self.tab = tab
        return None

    def picture(self, look: Look, session: Session, ways: Ways) -> Part:
        """The map alone, or the board that stands for it."""
        found = measures(session)
        measure = next((one for one in found if _tab(one).id == self.tab), LINE)
        stand = self._stand(session)
        if stand is not None and self.tab in ("", HALL.id):
            return self.hall.part(look, stand, ways.votes)
        draw = self._board if session.play.texts == MASKED or session.package.map == "none" else self._map
        return draw(look, session, measure, ways.partners)

    def _stand(self, session: Session) -> Stand | None:
        """How the hall stands, where the crisis has a map of the world and shows real names."""
        shown = session.package.map == "world" and session.play.texts != MASKED
        return self.hall.stand(session) if shown else None

    def _board(self, look: Look, session: Session, measure: Measure, open_partners: Action) -> Part:
        """The partners as gauges, where there is no map, or where it would give invented names away."""
        found = values(session, measure)
        rows: list[Part] = [
            self._row(session, measure, code, name, found[code], open_partners)
            for code, name, _ in session.view.partners
            if code in found
        ]
        ways = "; ".join(f"**{name}** {state}" for _, name, state in session.view.channels)
        told: list[Part] = [Grid(rows, least=look.pixels(170), gap=12)] if rows else []
        told += [Paragraph(f"Ways to talk: {ways}.", SMALL)] if ways else []
        board = Scroll("board", child=Column(told, gap=WIDE_GAP))
        return Panel(board, title=measure.label if rows else "Ways to talk", icon=measure.icon)

    def _row(self, session: Session, measure: Measure, code: str, name: str, value: int, press: Action) -> Part:
        number = step_of(measure, value)
        return Gauge(
            f"partner-{code}", name, press, value=value, band=measure.steps[number][1], accent=measure.colours[number],
            tooltip=partner_tip(session, code), thresholds=[start for start, _ in measure.steps[1:]],
        )  # fmt: skip

    def _map(self, look: Look, session: Session, measure: Measure, open_partners: Action) -> Part:
        if self.europe is None:
            self.europe = EuropeMap(look.assets)
        europe = self.europe
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
