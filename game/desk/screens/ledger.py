"""Ledger: the screen of promises: what was said in public, what falls due and when, what was kept and broken."""

from __future__ import annotations

from game.core.event import Changed
from game.core.ledger import STATUS
from game.core.view import Entry
from game.core.words import title
from game.desk.grid import Grid
from game.desk.layout import Column, Row, Space, grow
from game.desk.look import Look
from game.desk.markup import escaped
from game.desk.part import Part
from game.desk.screen import Change, Pop
from game.desk.screens.bullet import bullet, listed
from game.desk.screens.costs import cost_words, costs
from game.desk.screens.dial import dial
from game.desk.screens.masthead import back, masthead
from game.desk.screens.naming import day
from game.desk.screens.page import Page
from game.desk.theme import (
    BAD,
    BODY,
    GAP,
    GOLD,
    GOOD,
    HEADING,
    INK,
    INK_QUIET,
    INK_SOFT,
    MARGIN,
    PANEL,
    SCENE,
    SKY,
    SMALL,
    SMALL_GAP,
    Colour,
)
from game.desk.widgets.panel import Panel
from game.desk.widgets.paragraph import Paragraph
from game.desk.widgets.scroll import Scroll

SHOWN: dict[str, tuple[str, str, Colour]] = {
    "due": ("Falls due", "hourglass", BAD),
    "open": ("Standing", "scroll", GOLD),
    "kept": ("Kept", "check-circle", GOOD),
    "broken": ("Broken", "x-circle", BAD),
    "lapsed": ("Lapsed", "minus", INK_QUIET),
}
"""By status, the most pressing first: its word, its icon, its accent."""
EMPTY = (
    "Nothing has been promised yet. A warning or an assurance given in public is written down here with the "
    "act that makes it fall "
    "due and the time one has then. Kept, it makes the next word worth something; broken, it costs."
)


class Ledger(Page):
    """The promises of the session's play."""

    deed = "ledger"

    def build(self, look: Look) -> Part:
        entries = sorted(self.session.view.ledger, key=lambda entry: list(SHOWN).index(entry.status))
        due = sum(entry.status == "due" for entry in entries)
        told = f"{len(entries)} on record" + (f", {due} due" if due else "") if entries else "empty"
        head = masthead("The promise ledger", told, icon="scroll", right=[back(self.escape)])
        if not entries:
            body: Part = Panel(bullet("scroll", INK_QUIET, EMPTY, SCENE, INK_SOFT))
        else:
            body = Grid([self._entry(entry) for entry in entries], least=look.pixels(400), most=3)
        rows = Column([body, *self._standing(look), *self._could(look), Space(1)])
        return Column([head, grow(Scroll("ledger", "The ledger", child=rows))], pad=MARGIN, gap=GAP)

    def escape(self) -> Change:
        return Pop()

    def _entry(self, entry: Entry) -> Part:
        word, icon, accent = SHOWN[entry.status]
        scenario = self.session.play.scenario
        promise = next(promise for promise in scenario.promises if promise.id == entry.id)
        parts: list[Part] = [
            Paragraph(entry.title, HEADING, INK if entry.status in ("due", "open") else INK_SOFT),
            Paragraph(entry.text, SCENE, INK_SOFT),
        ]
        if entry.status == "due":
            left = f"{entry.left} turn{'' if entry.left == 1 else 's'} left" if entry.left else "this turn is the last"
            parts.append(bullet("clock", BAD, f"**{left}** to keep it: {entry.kept_by}.", BODY, INK))
        elif entry.status == "open":
            parts.append(Paragraph(f"Falls due when: {entry.trigger}. Kept by: {entry.kept_by}.", SMALL, INK_QUIET))
        lost = cost_words(costs(scenario, promise.broken))
        if lost and entry.status in ("due", "open"):
            parts.append(bullet("unlink", BAD, f"If broken: {lost}.", SMALL, INK_QUIET))
        parts += [bullet("calendar", INK_QUIET, line, SMALL, INK_QUIET) for line in self._story(promise.status)]
        return Panel(Column(parts, gap=SMALL_GAP + 2), title=f"{word}: a {entry.kind}", icon=icon, accent=accent)

    def _story(self, cell: int) -> list[str]:
        """When the promise was given, fell due, was kept or broken; one line."""
        play, found, status = self.session.play, list[str](), 0
        turn_cell, turn = play.scenario.clock.turn, 0
        words = {"open": "given", "due": "fell due", "kept": "kept", "broken": "broken", "lapsed": "lapsed"}
        for step in play.steps:
            for event in step.events:
                if isinstance(event, Changed) and event.cell == turn_cell:
                    turn += event.by
                elif isinstance(event, Changed) and event.cell == cell:
                    status += event.by
                    if STATUS[status] in words:
                        found.append(f"{words[STATUS[status]]} {day(play.scenario, turn)}")
        line = ", ".join(found)
        return [f"{line[:1].upper()}{line[1:]}."] if line else []

    def _could(self, look: Look) -> list[Part]:
        """Promises that are not on record yet, with the move that would make each and whether it is open."""
        scenario = self.session.play.scenario
        told = {entry.id for entry in self.session.view.ledger}
        statuses = {promise.status: promise for promise in scenario.promises if promise.id not in told}
        cards = {card.id: card for card in self.session.view.cards}
        rows: list[Part] = []
        for move in scenario.moves:
            for cell in {effect.cell for clause in move.clauses for effect in clause.effects} & set(statuses):
                closed, promise = cards[move.id].closed, statuses[cell]
                icon, colour = ("lock", INK_QUIET) if closed else ("stamp", GOLD)
                text = scenario.texts.get(f"promise.{promise.id}.text", "")
                words = f"**{title(scenario, 'promise', promise.id)}.** {text}\n"
                words += f"{{quiet:{escaped(cards[move.id].title)}. {escaped(closed) or 'Open now.'}}}"
                rows.append(bullet(icon, colour, words, SMALL, INK_SOFT))
        grids = [Grid(rows, least=look.pixels(400))] if rows else []
        return listed("What could be put on record", "pen", INK_QUIET, grids)

    def _standing(self, look: Look) -> list[Part]:
        """The number that rests on kept words, where the scenario has it."""
        gauges = [gauge for gauge in self.session.view.gauges if gauge.id == "credibility"]
        if not gauges:
            return []
        number = dial(gauges[0], self.session.change(gauges[0]), "since last turn", prefix="ledger")
        words = Paragraph(gauges[0].hangs, SMALL, INK_QUIET)
        row = Row([grow(number), grow(words, 2)], gap=2 * GAP, upright="middle")
        return [Panel(row, title="What it is worth", icon="scale", accent=SKY, fill=PANEL)]
