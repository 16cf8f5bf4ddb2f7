"""Partners: how far each will go and what it will not do, and the ways to talk that are left."""

from __future__ import annotations

from game.core.view import View
from game.desk.grid import Grid
from game.desk.layout import Column, Row, grow
from game.desk.look import Look
from game.desk.part import Part
from game.desk.screens.masthead import back, masthead
from game.desk.screens.measures import GAS, LINE, partner_tip, step_of, values
from game.desk.screens.page import Page
from game.desk.session import MASKED
from game.desk.theme import BAD, BODY, GAP, GOLD, GOOD, HEADING, INK, INK_QUIET, INK_SOFT, MARGIN, SMALL, Colour
from game.desk.widgets.gauge import Gauge
from game.desk.widgets.panel import Panel
from game.desk.widgets.paragraph import Paragraph
from game.desk.widgets.scroll import Scroll
from game.desk.widgets.sign import Flag, Sign

_STATES: dict[str, tuple[str, Colour]] = {
    "open": ("check-circle", GOOD),
    "reduced": ("circle-dot", GOLD),
    "closed": ("x-circle", BAD),
}


class Partners(Page):
    """The partners and the channels of a session."""

    deed = "channels"

    def build(self, look: Look) -> Part:
        cards = Grid(
            [self._partner(code, name) for code, name, _ in self.session.view.partners], least=look.pixels(290)
        )
        body = Column([cards, self._channels(look, self.session.view)], gap=12)
        top = masthead("Partners and channels", "", icon="users", right=[back(self.escape)])
        return Column([top, grow(Scroll("partners", child=body))], pad=MARGIN, gap=GAP)

    def _partner(self, code: str, name: str) -> Part:
        session = self.session
        texts = session.play.scenario.texts
        line, gas = values(session, LINE)[code], values(session, GAS).get(code)
        flag: list[Part] = [] if session.play.texts == MASKED else [Flag(code, 18)]
        step = step_of(LINE, line)
        parts: list[Part] = [
            Row([*flag, Paragraph(name, HEADING, INK)], upright="middle"),
            Gauge(f"line-{code}", texts.get(f"partner.{code}.line_title") or LINE.label, value=line,
                  band=LINE.steps[step][1], accent=LINE.colours[step],
                  thresholds=[start for start, _ in LINE.steps[1:]], tooltip=partner_tip(session, code)),
            Paragraph(texts.get(f"partner.{code}.voice", ""), BODY, INK_SOFT),
            Paragraph(f"{{bad:Red lines.}} {texts.get(f'partner.{code}.red_lines', '')}", SMALL, INK_SOFT),
        ]  # fmt: skip
        if gas is not None:
            parts.append(
                Paragraph(f"Gas from the east: **{gas} %**, {GAS.steps[step_of(GAS, gas)][1]}.", SMALL, INK_QUIET)
            )
        return Panel(Column(parts))

    def _channels(self, look: Look, view: View) -> Part:
        texts = self.session.play.scenario.texts
        rows: list[Part] = [
            Column(
                [
                    Row([Sign(*_sign(state)), Paragraph(f"**{name}:** {state}", BODY, INK_SOFT)], upright="middle"),
                    Paragraph(texts.get(f"channel.{id}.says", ""), SMALL, INK_QUIET),
                ],
                gap=2,
            )
            for id, name, state in view.channels
        ]
        odds = f"As things stand a private message is misread **{view.misreading} times in a hundred**."
        return Panel(
            Column([Paragraph(odds, BODY, INK_SOFT), Grid(rows, least=look.pixels(290))], gap=12),
            title="Ways to talk",
            icon="phone",
        )


def _sign(state: str) -> tuple[str, int, Colour]:
    icon, colour = _STATES.get(state, ("circle", INK_QUIET))
    return icon, 16, colour
