"""Numbers: every number the seat can see, and the interval of each it cannot, with what hangs on it."""

from __future__ import annotations

from game.core.gauge import Gauge as Seen
from game.desk.grid import Grid
from game.desk.layout import Column, grow
from game.desk.look import Look
from game.desk.part import Part
from game.desk.screens.masthead import back, masthead
from game.desk.screens.page import Page
from game.desk.screens.standing import number
from game.desk.theme import GAP, INK_SOFT, MARGIN, OVERLINE, SMALL, SMALL_GAP, WIDE_GAP
from game.desk.widgets.panel import Panel
from game.desk.widgets.paragraph import Paragraph
from game.desk.widgets.scroll import Scroll

PARTS = (
    ("On the desk", ("desk",), ("meter", "derived")),
    ("In the drawers", ("panel",), ("meter", "derived")),
    ("Only estimated", ("hidden",), ("meter", "derived")),
)


class Numbers(Page):
    """All numbers; flags that stand and lines of partners are told elsewhere."""

    deed = "numbers"

    def build(self, look: Look) -> Part:
        partners = {f"{code}.line" for code, _, _ in self.session.view.partners}
        parts: list[Part] = []
        for name, sights, kinds in PARTS:
            found = [
                g for g in self.session.view.gauges if g.sight in sights and g.kind in kinds and g.id not in partners
            ]
            if found:
                parts.append(Paragraph(name.upper(), OVERLINE))
                parts.append(
                    Grid([_told(self.session_number(g), g) for g in found], least=look.pixels(280), gap=WIDE_GAP)
                )
        top = masthead("All numbers", "", icon="line-chart", right=[back(self.escape)])
        return Column([top, grow(Panel(Scroll("numbers", child=Column(parts, gap=12)), pad=16))], pad=MARGIN, gap=GAP)

    def session_number(self, seen: Seen) -> Part:
        """A number as an instrument."""
        return number(self.session, seen)


def _told(shown: Part, seen: Seen) -> Part:
    return Column([shown, Paragraph(seen.hangs, SMALL, INK_SOFT)], gap=SMALL_GAP)
