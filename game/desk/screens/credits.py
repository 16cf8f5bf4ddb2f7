"""Credits: who and what the game rests on: fonts, map, sounds, and the sources of each crisis."""

from __future__ import annotations

from game.core.scenario import Scenario
from game.desk.grid import Grid
from game.desk.layout import Column, grow
from game.desk.library import Library
from game.desk.look import Look
from game.desk.part import Part
from game.desk.screen import Change
from game.desk.screens.masthead import back, masthead
from game.desk.screens.sourceline import VEILED
from game.desk.stage import Stage
from game.desk.theme import BODY, GAP, HEADING, INK, INK_QUIET, INK_SOFT, MARGIN, SCENE, SMALL, WIDE_GAP
from game.desk.widgets.panel import Panel
from game.desk.widgets.paragraph import Paragraph
from game.desk.widgets.rule import Rule
from game.desk.widgets.scroll import Scroll
from game.desk.widgets.tabs import TabName, Tabs

GAME = (
    "**The Long Table** is a game about diplomacy under threat. It models arguments from a handful of documents and "
    "says whose they are; it is no history of the war and no forecast.\n\n"
    "Program: Apache License 2.0. Scenarios: CC BY 4.0.\n\n"
    "The war is real and goes on. Responsibility for it lies with those who ordered it."
)
MISSING = "The list of origins is missing."


class Credits(Stage):
    """The game and what it is made of, and the sources of one scenario or of all in a library, as tabs.

    `hidden` leaves the sources out: while names are invented they would give them away.
    """

    def __init__(self, of: Scenario | Library, hidden: bool = False) -> None:
        super().__init__()
        self.of = of
        self.hidden = hidden
        self.page = 0

    def build(self, look: Look) -> Part:
        names = [
            TabName("credits-game", "The game, and what it is made of", "info"),
            TabName("credits-sources", "Sources", "book"),
        ]
        body = (self._game, self._sources)[self.page](look)
        page = Column([Tabs(names, self.page, self._turn_to), grow(Scroll("credits", "Credits", child=body))], gap=12)
        top = masthead("Credits and sources", "", icon="info", right=[back(self.escape)])
        return Column([top, grow(Panel(page, pad=18))], pad=MARGIN, gap=GAP)

    def _turn_to(self, number: int) -> Change:
        self.page = number
        return None

    def _game(self, look: Look) -> Part:
        made: list[Part] = [
            Column([Paragraph(f"**{what}**", BODY, INK), Paragraph(f"{origin}. {licence}.", SMALL, INK_SOFT)], gap=2)
            for what, origin, licence in origins(look)
        ]
        shown: Part = Grid(made, least=look.pixels(360), most=3, gap=WIDE_GAP) if made else Paragraph(MISSING)
        return Column([Paragraph(GAME, SCENE, INK_SOFT), Rule(), shown], gap=WIDE_GAP)

    def _sources(self, look: Look) -> Part:
        if self.hidden:
            return Paragraph(VEILED, BODY, INK_SOFT)
        scenarios = [self.of] if isinstance(self.of, Scenario) else [
            book.scenario() for book in self.of.books() if book.package is not None
        ]  # fmt: skip
        rows: list[Part] = []
        for scenario in scenarios:
            rows.append(Paragraph(scenario.texts.get(f"scenario.{scenario.id}.title", scenario.id), HEADING, INK))
            for id, source in sorted(scenario.sources.items()):
                says = scenario.texts.get(f"source.{id}.says", "")
                head = Paragraph(f"{{gold:{id}}}  **{source.author}**, {source.kind}, {source.date}", BODY, INK_SOFT)
                rows.append(Column([head, *([Paragraph(says, SMALL, INK_QUIET)] if says else [])], gap=2))
        return Column(rows, gap=10)


def origins(look: Look) -> list[tuple[str, str, str]]:
    """What, origin and licence of each row of the assets' own table of origins; none when it cannot be read."""
    try:
        text = (look.assets / "README.md").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return []
    rows = [
        [cell.strip().replace("`", "") for cell in line.strip("|").split("|")]
        for line in text.splitlines()
        if line.startswith("|")
    ]
    body = [row for row in rows if len(row) >= 4 and not set(row[0]) <= {"-", " "} and row[0] != "Files"]
    return [(row[1][:1].upper() + row[1][1:], row[2], row[3]) for row in body]
