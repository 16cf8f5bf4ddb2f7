"""Scenarios: which crisis, with which Moscow, under which names, and with which dice."""

from __future__ import annotations

import secrets
from dataclasses import replace

from game.desk import settings as kept
from game.desk.layout import Column, Row, fixed, grow
from game.desk.library import Book, Library
from game.desk.look import Look
from game.desk.part import Part
from game.desk.screen import Change, Push
from game.desk.screens.masthead import back, masthead
from game.desk.screens.signs import in_words
from game.desk.session import MASKED, begun
from game.desk.settings import Settings
from game.desk.stage import Stage
from game.desk.theme import BODY, GAP, GOLD, INK, INK_QUIET, INK_SOFT, MARGIN, OVERLINE, SCENE, SMALL, TITLE
from game.desk.widgets.button import Button
from game.desk.widgets.choices import Choices, Option
from game.desk.widgets.entry import Entry
from game.desk.widgets.panel import Panel
from game.desk.widgets.paragraph import Paragraph
from game.desk.widgets.scroll import Scroll
from game.fault import Fault

SEALED, HISTORY = "sealed", "history"
LIST = 330  # pixels at 100 %


class Scenarios(Stage):
    """The choice of a crisis; `start` leads to its briefing."""

    first_focus = "start"

    def __init__(self, settings: Settings, library: Library) -> None:
        super().__init__()
        self.settings = settings
        self.library = library
        covers = library.covers()
        self.chosen = covers[0].id if covers else ""
        self.mode = SEALED
        self.masked = settings.masked
        self.seed = ""

    @property
    def book(self) -> Book | None:
        """The crisis chosen."""
        return self.library.book(self.chosen) if self.chosen else None

    def build(self, look: Look) -> Part:
        about = self._about()  # loads the crisis chosen: what is wrong with it stands in the list too
        covers = [self.library.worn(one, MASKED) if self.masked else one for one in self.library.covers()]
        options = [
            Option(f"crisis-{one.id}", one.title, one.subtitle, reason=self.library.fault(one.id)) for one in covers
        ]
        listed = Choices(options, f"crisis-{self.chosen}", self._choose)
        left = Panel(Scroll("crises", child=listed), title="Crises", icon="globe")
        body = Row([fixed(left, min(look.pixels(LIST), self.size[0] * 2 // 5)), grow(about)])
        top = masthead("A new game", "", icon="flag", right=[back(self.escape)])
        return Column([top, grow(body)], pad=MARGIN, gap=GAP)

    def _texts(self, book: Book) -> str | None:
        """The set of texts in which a crisis is shown here."""
        return MASKED if self.masked and book.package is not None and MASKED in book.package.sides else None

    def _about(self) -> Part:
        book = self.book
        if book is None or book.package is None:
            return Panel(Paragraph(book.fault if book else "No crisis is installed.", BODY, INK_SOFT))
        scenario = book.scenario()
        texts = self._texts(book)
        words = Column(
            [
                Paragraph(book.text("title", texts), TITLE, INK),
                Paragraph(f"{in_words(scenario.dates[0])} to {in_words(scenario.dates[-1])}", OVERLINE, GOLD),
                Paragraph(book.text("briefing_short", texts), SCENE, INK_SOFT),
                Paragraph(book.text("content_note", texts), SMALL, INK_QUIET),
                *self._ways(book),
            ],
            gap=12,
        )
        start = Button("start", "To the briefing", self._start, icon="arrow-right", kind="primary", align="centre")
        return Panel(Column([grow(Scroll("about", child=words)), start], gap=GAP), pad=18)

    def _ways(self, book: Book) -> list[Part]:
        assert book.package is not None
        number = len(book.package.doctrines)
        modes = [
            Option(f"mode-{SEALED}", "A sealed envelope",
                   f"The dice draw one of {number} readings of the other side; infer it from deeds."),
            Option(f"mode-{HISTORY}", "History", "The reading the record bears out best. Your moves are your own."),
        ]  # fmt: skip
        names = [
            Option("names-real", "Real names"),
            Option("names-masked", "Invented names", "The same crisis among states that do not exist; usual in class.",
                   reason="" if MASKED in book.package.sides else "This crisis has no invented names."),
        ]  # fmt: skip
        worn = "masked" if self.masked and MASKED in book.package.sides else "real"
        found: list[Part] = [
            Paragraph("Which other side".upper(), OVERLINE, INK_QUIET),
            Choices(modes, f"mode-{self.mode}", self._by),
        ]
        found += [Paragraph("Names".upper(), OVERLINE, INK_QUIET), Choices(names, f"names-{worn}", self._name)]
        found.append(
            Entry("seed", "Number of the dice (empty for any)", text=self.seed, longest=18, on_change=self._type)
        )
        return found

    def _choose(self, id: str) -> Change:
        self.chosen = id.removeprefix("crisis-")
        return None

    def _by(self, id: str) -> Change:
        self.mode = id.removeprefix("mode-")
        return None

    def _name(self, id: str) -> Change:
        self.masked = id == "names-masked"
        return None

    def _type(self, text: str) -> Change:
        self.seed = "".join(letter for letter in text if letter.isdecimal() and letter.isascii())
        return None

    def _start(self) -> Change:
        from game.desk.screens.briefing import Briefing

        book = self.book
        if book is None or book.package is None:
            return None
        if self.masked != self.settings.masked:
            self.settings = replace(self.settings, masked=self.masked)
            try:
                kept.write(self.settings)
            except Fault as fault:
                self.toast(str(fault), "bad")
        seed = int(self.seed) if self.seed else secrets.randbits(63)
        doctrine = book.package.documented if self.mode == HISTORY else None
        return Push(Briefing(begun(book.package, self.settings, seed, doctrine)))
