"""A desk to look at: invented figures on every widget of the toolkit, in the shape of the game's main screen."""

from __future__ import annotations

from pathlib import Path

import pygame

from game.desk.flow import Flow
from game.desk.grid import Grid
from game.desk.layout import Column, Row, Slot, Space, fixed, grow
from game.desk.look import Look
from game.desk.map import EuropeMap
from game.desk.part import Part
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
    LABEL,
    MARGIN,
    MAUVE,
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
from game.desk.widgets.choices import Choices, Option
from game.desk.widgets.dialog import Answer, Dialog
from game.desk.widgets.drawing import Drawing
from game.desk.widgets.gauge import Gauge
from game.desk.widgets.panel import Panel
from game.desk.widgets.paragraph import Paragraph
from game.desk.widgets.price import Price
from game.desk.widgets.rule import Rule
from game.desk.widgets.scroll import Scroll
from game.desk.widgets.sign import Flag, Sign
from game.desk.widgets.slider import Slider
from game.desk.widgets.stepper import Stepper
from game.desk.widgets.tabs import TabName, Tabs

ASSETS = Path(__file__).resolve().parents[2] / "assets"

GAUGES = [
    ("unity", "Alliance unity", 46, "holding", -2, "good", (30, 60), SKY),
    ("credibility", "Credibility", 38, "in doubt", 3, "good", (25, 50, 75), SKY),
    ("cost", "Cost in law", 15, "on paper", 0, "good", (40, 70), SKY),
    ("brace", "Readiness", 22, "scrambling", 7, "good", (35, 65), GOLD),
    ("kyiv", "Kyiv's trust", 52, "wary", 1, "good", (35, 60), GOLD),
    ("thread", "Thread of talks", 1, "thin", 0, "good", (3,), GOOD),
    ("gas", "Gas in storage", 47, "low for the season", -4, "good", (30, 55), MAUVE),
    ("home", "Support at home", 55, "patient", 0, "good", (40,), MAUVE),
    ("risk", "Risk of escalation", 68, "tense", 6, "bad", (50, 80), BAD),
]

MOVES = [
    ("call", "phone", "Call the Kremlin", "An hour, and a record of who rang first", ("", "1", ""), SKY),
    ("visit", "plane", "Travel to Moscow", "Your minister, the long table, five cameras", ("1", "3", ""), SKY),
    ("round", "users", "A round of partners", "Nine capitals before Friday", ("", "2", "1"), SKY),
    ("law", "gavel", "Write the cost into law", "Binding if troops cross, and only then", ("3", "2", "2"), BAD),
    ("threat", "megaphone", "Warn in public", "Two warnings can stand open at most", ("", "1", ""), BAD),
    ("plan", "shield", "Plan for the worst case", "Embassies, convoys, the first 48 hours", ("1", "2", ""), GOOD),
    ("arms", "shield-half", "Send defensive arms", "Kyiv asks for them by name", ("2", "1", ""), GOOD),
    ("gas-plan", "flame", "A winter gas plan", "Tankers, storage, one telephone list", ("2", "2", ""), GOLD),
    ("disclose", "eye", "Disclose what you know", "Three sources can be spent, none regained", ("1", "1", ""), GOLD),
    ("silence", "hourglass", "Let a week pass", "Silence is read as well", ("", "", ""), INK_QUIET),
]  # fmt: skip


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
                            Button("ledger", "Ledger", lambda: self.did("ledger"), icon="scroll", kind="quiet", hotkey="l"),
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
        return Panel(
            Scroll("gauges", child=Column(rows, gap=SMALL_GAP)), title="Where it stands", icon="scale", pad=10
        )

    def _map(self, look: Look) -> Part:
        def colour(code: str) -> Colour:
            share = sum(ord(letter) for letter in code) * 37 % 100 / 100
            return mixed((62, 92, 122), (206, 142, 70), share)

        colours = {
            code: colour(code)
            for code in ["DEU", "FRA", "ITA", "POL", "ESP", "FIN", "LTU", "LVA", "EST", "AUT", "HUN", "ROU", "BGR", "SVK", "CZE", "GRC", "SRB", "SWE", "NLD"]
        }
        colours |= {"RUS": (112, 36, 44), "BLR": (88, 44, 52), "UKR": (222, 182, 84)}

        def paint(surface: pygame.Surface, rect: pygame.Rect) -> None:
            surface.blit(self.map.render(rect.size, colours), rect)

        return Drawing(
            "map", "Map of Europe", paint=paint, framed=True, tooltip="Share of gas that comes from Russia."
        )

    def _moves(self, look: Look) -> Part:
        cards = [
            Button(
                name, label, lambda name=name: self.did(name), icon=icon, second=second,
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
        return Panel(
            Column([Tabs(names, self.tab, self._choose_tab), Slot(grid, most=look.pixels(200))]), pad=8
        )

    def _choose_tab(self, number: int) -> Change:
        self.tab = number
        return None

    def _cables(self) -> Part:
        cards: list[Part] = [
            Card(
                "cable-1", "An answer in writing, by Friday", lambda: self.did("cable-1"), kicker="Embassy Moscow · 13 Jan",
                icon="mail", accent=GOLD, fresh=True,
                body="The deputy minister put both texts on the table and asked for a reply *in writing*. Nobody sat down.",
            ),
            Card(
                "cable-2", "Ministry websites go dark", lambda: self.did("cable-2"), kicker="Kyiv · 14 Jan", icon="radio",
                accent=BAD, body="Seventy sites show one sentence in three languages. Recovery within hours.",
            ),
            Panel(
                Paragraph(
                    "The Moscow desk reads the drafts as {bad:an ultimatum}; the Chancellery is **less certain**. "
                    "See [the two texts](texts) and [who signed in 1997](act).\n\nКиїв просить про {gold:превентивні санкції}.",
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
                        "{gold:13 Jan}  The Vienna talks end without a result.   {gold:14 Jan}  An exercise is extended.",
                        SMALL,
                    )
                ),
                Button(
                    "end-turn", "End the week", self._ask, icon="skip-forward", kind="primary", hotkey="e"
                ),
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
                    Answer("go", "End the week", lambda: self.did("go"), kind="primary"),
                ],
            )
        )


class Settings(Stage):
    """A screen of the other widgets: slider, stepper and a list of choices."""

    def __init__(self) -> None:
        super().__init__()
        self.volume = 70
        self.names = "real"
        self.crisis = "moscow"

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

    def _loud(self, volume: int) -> Change:
        self.volume = volume
        return None

    def _name(self, name: str) -> Change:
        self.names = name
        return None

    def _choose(self, name: str) -> Change:
        self.crisis = name
        return None
