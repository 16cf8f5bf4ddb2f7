"""A desk to look at: invented figures on every widget of the toolkit, in the shape of the game's main screen."""

from __future__ import annotations

from pathlib import Path

import pygame

from game.desk.flow import Flow
from game.desk.grid import Grid
from game.desk.layout import Column, Row, Slot, fixed, grow
from game.desk.look import Look
from game.desk.map import EuropeMap
from game.desk.part import Action, Part, Point
from game.desk.screen import Change, Push
from game.desk.stage import Stage
from game.desk.theme import (
    BAD,
    BODY,
    GAP,
    GOLD,
    GOOD,
    INK,
    INK_QUIET,
    MARGIN,
    NUMBER,
    SKY,
    SMALL,
    SMALL_GAP,
    TITLE,
    Colour,
    mixed,
)
from game.desk.widgets.button import Button
from game.desk.widgets.card import Card
from game.desk.widgets.dialog import Answer, Dialog
from game.desk.widgets.drawing import Drawing
from game.desk.widgets.gauge import Gauge
from game.desk.widgets.panel import Panel
from game.desk.widgets.paragraph import Paragraph
from game.desk.widgets.price import Price
from game.desk.widgets.scroll import Scroll
from game.desk.widgets.sign import Flag, Sign
from game.desk.widgets.tabs import TabName, Tabs
from tests.desk.demo_figures import GAUGES, MEASURED, MOVES

ASSETS = Path(__file__).resolve().parents[2] / "assets"


def purses(amounts: tuple[str, str, str], short: bool = False) -> list[Price]:
    """Prices in capital, hours and favours; "" for none of a purse."""
    names = (("landmark", "capital"), ("clock", "hours"), ("handshake", "favours"))
    return [
        Price(icon, amount, name, short and name == "favours")
        for (icon, name), amount in zip(names, amounts, strict=True)
        if amount
    ]


class Desk(Stage):
    """The demo desk; `pressed` keeps the ids whose action ran."""

    def __init__(self) -> None:
        super().__init__()
        self.pressed: list[str] = []
        self.tab = 0
        self.map = EuropeMap(ASSETS)

    def build(self, look: Look) -> Part:
        return Column(
            [
                self._head(look),
                grow(
                    Row(
                        [
                            fixed(self._gauges(), look.pixels(196)),
                            grow(Column([grow(self._map(look), least=130), self._moves(look)], gap=GAP)),
                            fixed(self._cables(), look.pixels(272)),
                        ]
                    )
                ),
                self._foot(),
            ],
            pad=MARGIN,
            gap=GAP,
        )

    def did(self, name: str) -> Change:
        """Note that an action ran."""
        self.pressed.append(name)
        return None

    def _doing(self, name: str) -> Action:
        return lambda: self.did(name)

    def _head(self, look: Look) -> Part:
        purse = [
            Row(
                [Sign(icon, 18, GOLD), Paragraph(amount, NUMBER, INK), Paragraph(name, SMALL, INK_QUIET)],
                gap=5,
                upright="middle",
            )
            for icon, amount, name in (
                ("landmark", "7", "capital"),
                ("clock", "5", "hours"),
                ("handshake", "3", "favours"),
            )
        ]
        return Row(
            [
                Flag("DEU", 20),
                Paragraph("Friday 14 January 2022", TITLE, INK),
                grow(
                    Flow(
                        [
                            *purse,
                            Button("ledger", "Ledger", self._doing("ledger"), icon="scroll", kind="quiet", hotkey="l"),
                            Button("menu", "Menu", self._ask, icon="menu", kind="quiet"),
                        ],
                        align="right", gap=12,
                    )
                ),
            ],
            gap=12,
            upright="middle",
        )  # fmt: skip

    def _gauges(self) -> Part:
        rows = [
            Gauge(
                f"gauge-{name}", label, value=value, band=band, change=change, rising=rising, thresholds=marks,
                change_text=(f"{abs(change)} this week" if change else "unchanged"), accent=accent,
                tooltip=f"**{label}: {value}, {band}.** Below {marks[0]} the joint position falls apart.",
            )
            for name, label, value, band, change, rising, marks, accent in GAUGES
        ]  # fmt: skip
        return Panel(Scroll("gauges", child=Column(rows, gap=SMALL_GAP)), title="Where it stands", icon="scale", pad=10)

    def _map(self, look: Look) -> Part:
        def colour(code: str) -> Colour:
            share = sum(ord(letter) for letter in code) * 37 % 100 / 100
            return mixed((62, 92, 122), (206, 142, 70), share)

        colours = {code: colour(code) for code in MEASURED}
        colours |= {"RUS": (112, 36, 44), "BLR": (88, 44, 52), "UKR": (222, 182, 84)}

        def paint(surface: pygame.Surface, rect: pygame.Rect) -> None:
            surface.blit(self.map.render(rect.size, colours), rect)

        def under(at: Point | None) -> str:
            code = self.map.country_at(at) if at else None
            return f"**{self.map.name(code)}**" if code else ""

        return Drawing(
            "map",
            "Map of Europe",
            paint=paint,
            on_point=under,
            framed=True,
            tooltip="Share of gas that comes from Russia.",
        )

    def _moves(self, look: Look) -> Part:
        cards = [
            Button(
                name, label, self._doing(name), icon=icon, second=second,
                prices=purses(price, short=name == "law"), accent=accent, enabled=name != "law",
                reason="Needs one favour more" if name == "law" else "", hotkey=str(number) if number < 10 else "",
                tooltip=f"**{label}.** {second}.\nThe Moscow desk expects a *cool* answer; the Treasury does not.",
            )
            for number, (name, icon, label, second, price, accent) in enumerate(MOVES, 1)
        ]  # fmt: skip
        names = [
            TabName("tab-all", "All", "list", "10"),
            TabName("tab-talk", "Talk", "messages", "3", SKY),
            TabName("tab-bind", "Bind", "gavel", "2", BAD),
            TabName("tab-brace", "Brace", "shield", "3", GOOD),
        ]
        grid = Scroll("moves", child=Grid(cards, least=look.pixels(218)))
        return Panel(Column([Tabs(names, self.tab, self._choose_tab), Slot(grid, most=look.pixels(200))]), pad=8)

    def _choose_tab(self, number: int) -> Change:
        self.tab = number
        return None

    def _cables(self) -> Part:
        cards: list[Part] = [
            Card(
                "cable-1", "An answer in writing, by Friday", self._doing("cable-1"), kicker="Embassy Moscow · 13 Jan",
                icon="mail", accent=GOLD, fresh=True,
                body="The deputy minister put both texts on the table and asked for a reply *in writing*.",
            ),
            Card(
                "cable-2", "Ministry websites go dark", self._doing("cable-2"), kicker="Kyiv · 14 Jan", icon="radio",
                accent=BAD, body="Seventy sites show one sentence in three languages. Recovery within hours.",
            ),
            Panel(
                Paragraph(
                    "The Moscow desk reads the drafts as {bad:an ultimatum}; the Chancellery is **less certain**. "
                    "See [the two texts](texts) and [who signed in 1997](act).\n\n"
                    "Київ просить про {gold:превентивні санкції}.",
                    BODY, on_link=lambda target: self.did(f"link:{target}"), links="brief",
                    link_tip=lambda target: f"Opens {target}.",
                ),
                title="Briefing", icon="file-text", pad=10,
            ),
        ]  # fmt: skip
        return Panel(
            Scroll("cables", child=Column(cards)),
            title="Cables and news",
            icon="newspaper",
            aside="3",
            pad=10,
        )

    def _foot(self) -> Part:
        return Row(
            [
                grow(
                    Paragraph(
                        "{gold:13 Jan}  The Vienna talks end without a result.  {gold:14 Jan}  An exercise goes on.",
                        SMALL,
                    )
                ),
                Button("end-turn", "End the week", self._ask, icon="skip-forward", kind="primary", hotkey="e"),
            ],
            upright="middle",
        )

    def _ask(self) -> Change:
        return Push(
            Dialog(
                "End the week with three hours unspent?",
                "Hours are **not carried over**. The warning of 9 December falls due on *Thursday*.",
                [
                    Answer("stay", "Stay"),
                    Answer("go", "End the week", self._doing("go"), kind="primary"),
                ],
            )
        )
