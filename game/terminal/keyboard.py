"""Keyboard: a play at the keyboard: a number or an id makes a choice, a word asks for something."""

from __future__ import annotations

import sys
from collections.abc import Callable

from game.core.account import account
from game.core.chronicle import Item
from game.core.step import IllegalChoice
from game.data import user_dir
from game.fault import FAILURE, Fault
from game.play import counsel, savefile
from game.play.playthrough import Playthrough

from . import advice, debrief, hall, page
from .hint import hint

LONGEST_NUMBER = 4
"""Digits of the longest number that can mean a line on the page."""

HINT = "Type a number from the page, or help."

HELP = """Type the number or the id of a choice. 0 ends the turn. Words:
  why N      why an answer came out so (its number stands in brackets before it)
  weigh N    where move N is likely to lead        about N    what move N is, and what the advisers say
  closed     moves that are closed, and why        numbers    every number you can see
  ledger     what has been promised                channels   ways to talk, and partners
  analysts   which reading explains the answers    brief      the briefing again
  draft      the text, its price in votes, and how the vote stands
  lobby      groups of states: how they lean       votes N    vote N state by state; votes N IND: why India
  undo       take the last choice back             save NAME  keep the game under a name
  load NAME  go on with a kept game                quit       stop (the game is saved)
  hints      hints for newcomers off, or on again  help       this page"""

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
        self.numbered: list[tuple[int, Item]] = []
        self.words: dict[str, Callable[[str], None]] = {
            "help": lambda _: self.say(HELP),
            "?": lambda _: self.say(HELP),
            "why": self.why,
            "weigh": self.weigh,
            "about": self.about,
            "closed": lambda _: self.say(*advice.closed(self.play.view)),
            "numbers": lambda _: self.say(*advice.numbers(self.play.view)),
            "ledger": lambda _: self.say(*page.ledger_lines(self.play.view.ledger)),
            "channels": lambda _: self.say(*advice.channels(self.play.view)),
            "draft": lambda word: self.say(*hall.draft_lines(self.play, word)),
            "lobby": lambda word: self.say(*hall.lobby_lines(self.play, word)),
            "votes": lambda word: self.say(*hall.vote_lines(self.play, word)),
            "analysts": lambda _: self.say(*advice.analysts(self.play)),
            "brief": lambda _: self.say(*page.wrap(self.play.scenario.about("briefing_long"))),
            "undo": self.undo,
            "save": self.save,
            "load": self.load,
            "hints": self.turn_hints,
        }

    def say(self, *lines: str) -> None:
        """Print lines."""
        for line in lines:
            print(line)

    def run(self) -> int:
        """Read and act until the game, or the input, ends; leaves a save behind, or 1 where none could be written."""
        self.show()
        while not self.play.over:
            print("> ", end="", flush=True)
            line = sys.stdin.readline()
            if not line or line.strip() in ("quit", "exit", "q"):
                return self.leave()
            self.act(line.strip())
        self.say(*debrief.lines(self.play))
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
        """Do what one line asks for."""
        word, _, rest = line.partition(" ")
        if word in self.words:
            self.words[word](rest.strip())
            if word in DEEDS:
                self.play.notes.done.add(DEEDS[word])
        elif line:
            self.choose(line)

    def chosen(self, word: str) -> str:
        """The id of the choice that a number or an id means now; the word itself if none."""
        view = self.play.view
        if not word.isdecimal() or len(word) > LONGEST_NUMBER:
            return "end-turn" if word == "end" else word
        number = int(word)
        if view.scene is not None and view.scene.lines:
            ids = [line.id for line in view.scene.lines]
        else:
            ids = [card.id for card in page.open_cards(view)]
            if number == 0:
                return "end-turn"
        return ids[number - 1] if 0 < number <= len(ids) else word

    def choose(self, word: str) -> None:
        """Make a choice, save, and show what came of it."""
        id = self.chosen(word)
        if self.play.read_only:
            self.say(self.play.read_only)
            return
        label = advice.label(self.play.view, id)
        try:
            self.play.choose(id)
        except IllegalChoice:
            card = next((card for card in self.play.view.cards if card.id == id), None)
            self.say(f"Closed: {card.closed}" if card and card.closed else f"'{word}' is no choice here. {HINT}")
            return
        self.keep()
        if label and not self.play.lines(self.shown):
            self.say(f"  - Done: {label}.")
        self.show()

    def show(self) -> None:
        """What is new, then what can be chosen."""
        view = self.play.view
        fresh = self.play.lines(self.shown)
        start = len(self.numbered)
        self.numbered += fresh
        self.shown = len(self.play.steps)
        self.say(*page.news(self.play.scenario, ((start + number, item) for number, (_, item) in enumerate(fresh))))
        if self.play.over:
            return
        if view.scene is not None and view.scene.lines:
            self.say(*page.scene_lines(view.scene))
        else:
            self.say(*page.situation(view), *page.menu(view))
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

    def why(self, word: str) -> None:
        """Explain the numbered line, or the last answer."""
        answers = [number for number, (_, item) in enumerate(self.numbered) if item.decision >= 0]
        number = int(word) if word.isdecimal() and len(word) <= LONGEST_NUMBER else (answers[-1] if answers else -1)
        if number not in answers:
            self.say("There is no answer of that number. Answers come at the end of a turn, with a number in brackets.")
            return
        index, item = self.numbered[number]
        self.say(*page.account_lines(account(self.play.scenario, self.play.why(index, item.decision))))

    def weigh(self, word: str) -> None:
        """Odds of where a move leads by the end of the turn."""
        try:
            self.say(*advice.weighed(self.play, counsel.weighed(self.play, self.chosen(word))))
        except IllegalChoice:
            self.say("That cannot be weighed now.")

    def about(self, word: str) -> None:
        """What a move is, and what the advisers say of it."""
        card = next((card for card in self.play.view.cards if card.id == self.chosen(word)), None)
        self.say(*(advice.about(self.play, card) if card else ["There is no such move."]))

    def undo(self, _: str) -> None:
        """Take the last choice back."""
        taken = self.play.undo()
        self.numbered = self.play.lines()
        self.shown = len(self.play.steps)
        self.say(f"Taken back: {taken}" if taken else "There is nothing to take back.")
        self.show()

    def save(self, word: str) -> None:
        """Keep the game under a name."""
        name = "".join(letter for letter in word if letter.isalnum() or letter in "-_") or "game"
        path = user_dir() / "saves" / f"{name}.json"
        try:
            savefile.write(self.play, path)
        except Fault as fault:
            self.say(str(fault))
        else:
            self.say(f"Saved: {path}")

    def load(self, word: str) -> None:
        """Go on with a kept game: by name, or the list of them."""
        kept = savefile.listing(user_dir() / "saves")
        path = next((path for path, _ in kept if path.stem == word), None)
        if path is None:
            self.say("Kept games (load NAME):", *(f"  {path.stem}: turn {head['turn']}" for path, head in kept))
            return
        try:
            self.play = savefile.read(path)
        except Fault as fault:
            self.say(str(fault))
            return
        self.path, self.numbered, self.shown = path, self.play.lines(), len(self.play.steps)
        self.say(self.play.read_only or self.play.restored or f"Going on with {path.stem}.")
        self.show()
