"""Keyboard: a play at the keyboard: a number or an id makes a choice, a word asks for something."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable

from game.core.choice import END_TURN
from game.core.chronicle import Item
from game.core.naming import choice_name
from game.core.step import IllegalChoice
from game.data import user_dir
from game.fault import FAILURE, Fault
from game.play import savefile
from game.play.playthrough import Playthrough

from . import advice, debrief, foretell, hall, kept, page
from .aims import aim_lines
from .asked import LONGEST_NUMBER, about_lines, weigh_lines, why_lines
from .assumed import assumed_lines
from .helppage import help_lines
from .hint import hint
from .menu import Menu
from .opening import again
from .pledges import ledger_lines
from .table import scene_lines
from .telling import Before, Numbered, after_lines, done_lines, news_lines, now_lines, told

HINT = "Type a number from the page, or help."
OVER = (
    "The game is over. `undo`, `why N`, `numbers` and the other words still answer; `assumptions` tells what the model "
    "rests on; `quit` leaves."
)

DEEDS = {word: word for word in ("why", "weigh", "numbers", "ledger", "channels", "analysts", "undo")} | {
    "about": "weigh"
}
"""By word typed, the deed that it is: by deeds lessons are learnt."""


class Keyboard:
    """A play at the keyboard: what was shown last, so that numbers mean something."""

    def __init__(self, play: Playthrough) -> None:
        self.play = play
        self.path = user_dir() / "saves" / f"{play.package.id}-{play.seed}-terminal.json"
        self.shown = 0
        self.hints = True
        self.hinted: set[str] = set()
        self.answers: list[tuple[int, Item]] = []
        self.fresh: list[Numbered] = []
        self.menu = Menu()
        self.words: dict[str, Callable[[str], None]] = {
            "undo": self.undo,
            "save": lambda word: self.say(kept.keep_as(self.play, word)),
            "load": self.load,
            "hints": self.turn_hints,
        }
        self.tellings: dict[str, Callable[[str], Iterable[str]]] = {
            "": lambda _: self.choices(),
            "moves": lambda _: self.choices(),
            "help": lambda _: help_lines(self.play),
            "?": lambda _: help_lines(self.play),
            "news": lambda _: news_lines(self.play, self.fresh, whole=True),
            "why": lambda word: why_lines(self.play, self.answers, word),
            "about": lambda word: about_lines(self.play, word, self.chosen),
            "weigh": lambda word: weigh_lines(self.play, word, self.chosen),
            "forecast": lambda word: foretell.told(self.play, word, self.chosen),
            "aims": lambda _: aim_lines(self.play),
            "closed": lambda _: advice.closed(self.play.view),
            "numbers": lambda _: advice.numbers(self.play.view),
            "ledger": lambda _: ledger_lines(self.play),
            "channels": lambda _: advice.channels(self.play.view),
            "draft": lambda word: hall.draft_lines(self.play, word),
            "lobby": lambda word: hall.lobby_lines(self.play, word),
            "votes": lambda word: hall.vote_lines(self.play, word),
            "analysts": lambda _: advice.analysts(self.play),
            "brief": lambda _: again(self.play),
            "assumptions": lambda _: assumed_lines(self.play),
        }

    def say(self, *lines: str) -> None:
        """Print lines."""
        for line in lines:
            print(line)

    def run(self) -> int:
        """Read and act until the game, or the input, ends; leaves a save behind, or 1 where none could be written.

        Where somebody types, the words still answer after the end; a pipe ends with the game.
        """
        self.show()
        while not self.play.over or sys.stdin.isatty():
            print("> ", end="", flush=True)
            line = sys.stdin.readline()
            if not line or line.strip().casefold() in ("quit", "exit", "q"):
                return self.leave()
            self.act(line.strip())
        return 0

    def leave(self) -> int:
        """Stop where the game stands: 0, or 1 when it could not be saved. What may only be looked at stays as it is."""
        self.say("")
        if self.play.read_only:
            return 0
        if not self.keep():
            self.say("It was not kept: this line of play ends with the program.")
            return FAILURE
        self.say(f"The game is saved: {self.path}")
        return 0

    def keep(self) -> bool:
        """Save; where that fails, say so and play on: nothing chosen is lost while the game runs."""
        try:
            savefile.write(self.play, self.path)
        except Fault as fault:
            self.say(str(fault))
            return False
        return True

    def act(self, line: str) -> None:
        """Do what one line asks for; capitals and small letters are the same."""
        word, _, rest = line.partition(" ")
        word = word.casefold()
        if word in self.tellings:
            self.say(*self.tellings[word](rest.strip()))
        elif word in self.words:
            self.words[word](rest.strip())
        else:
            self.choose(line.casefold())
        if word in DEEDS:
            self.play.notes.done.add(DEEDS[word])

    def choices(self) -> Iterable[str]:
        """What can be chosen now, with what each move is."""
        view = self.play.view
        if self.play.over:
            return [OVER]
        if view.scene is not None and view.scene.lines:
            return scene_lines(self.play, view.scene)
        return [*self.menu.lines(self.play, whole=True), page.purses(view)]

    def chosen(self, word: str) -> str:
        """The id of the choice that a number or an id means now; the word itself if none."""
        view = self.play.view
        if not word.isdecimal() or len(word) > LONGEST_NUMBER:
            return END_TURN if word == "end" else word.casefold()
        number = int(word)
        if view.scene is not None and view.scene.lines:
            ids = [line.id for line in view.scene.lines]
            return ids[number - 1] if 0 < number <= len(ids) else word
        return END_TURN if number == 0 else self.menu.id(number) or word

    def choose(self, word: str) -> None:
        """Make a choice, save, and show what came of it."""
        id = self.chosen(word)
        if self.play.read_only:
            self.say(self.play.read_only)
            return
        before = Before(self.play.view, self.play.state, advice.label(self.play.view, id))
        try:
            self.play.choose(id)
        except IllegalChoice:
            card = next((card for card in self.play.view.cards if card.id == id), None)
            self.say(f"Closed: {card.closed}" if card and card.closed else f"'{word}' is no choice here. {HINT}")
            return
        self.keep()
        self.show(before)

    def show(self, before: Before | None = None) -> None:
        """What is new since `before`, then what can be chosen; after the end of the game, what it came to."""
        self.fresh = []
        for index, item in told(self.play, self.shown):
            if item.decision >= 0:
                self.answers.append((index, item))
            self.fresh.append((len(self.answers) if item.decision >= 0 else 0, item))
        self.shown = len(self.play.steps)
        if before is not None:
            self.say(*done_lines(self.play, self.fresh, before))
        self.say(*news_lines(self.play, self.fresh, whole=self.play.over))
        if before is not None:
            self.say(*after_lines(self.play, before))
        if self.play.over:
            self.say(*debrief.lines(self.play))
            if sys.stdin.isatty():
                self.say("", *page.wrap(OVER))
            return
        self.say(*now_lines(self.play, self.menu, before))
        self.teach()
        self.play.notes.done.add("read")

    def teach(self) -> None:
        """Point a newcomer at one thing, once."""
        lesson = self.play.lesson(self.hinted) if self.hints else None
        if lesson is not None:
            self.hinted.add(lesson.id)
            self.say(*hint(self.play.scenario, lesson))

    def turn_hints(self, _: str) -> None:
        """Switch the hints off, or on again."""
        self.hints = not self.hints
        self.say("Hints will be given." if self.hints else "No more hints.")

    def undo(self, _: str) -> None:
        """Take the last choice back."""
        turn = self.play.turn
        taken = self.play.undo()
        if taken is None:
            self.say("There is nothing to take back.")
            return
        if self.play.turn != turn:
            self.menu.forget()
        self.rewind()
        self.say(f"Taken back: {choice_name(self.play.scenario, taken)}.")
        self.show()

    def rewind(self) -> None:
        """Take everything that has happened so far as told."""
        self.answers = [(index, item) for index, item in told(self.play, 0) if item.decision >= 0]
        self.shown = len(self.play.steps)

    def load(self, word: str) -> None:
        """Go on with a kept game: by name, or the list of them."""
        found = kept.fetch(word)
        if isinstance(found, list):
            self.say(*found)
            return
        self.play, self.path = found
        self.menu.forget()
        self.rewind()
        self.say(self.play.read_only or self.play.restored or f"Going on with {self.path.stem}.")
        self.show()
