"""Session: a play on the desk: the playthrough, where it is kept, and what the player has set."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from game.content.package import Package
from game.core.account import Account, account
from game.core.choice import END_TURN
from game.core.chronicle import Item
from game.core.gauge import Gauge
from game.core.page import Lesson
from game.core.scene import Scene
from game.core.state import State
from game.core.step import Step
from game.core.view import View, view
from game.desk import settings as kept
from game.desk import slots
from game.desk.foresight import Foresight
from game.desk.settings import Settings
from game.fault import Fault
from game.play import savefile
from game.play.playthrough import Forecast, Playthrough
from game.play.sequel import begun_after

MASKED = "masked"
HIDDEN = "This text is hidden as the settings ask: it may distress."


class Session:
    """One play and its file. Each choice is saved at once; what goes wrong in saving is told in `messages`."""

    def __init__(self, play: Playthrough, package: Package, settings: Settings, path: Path | None = None) -> None:
        self.play = play
        self.package = package
        self.settings = settings
        self.path = path if path is not None else slots.free(play.package.id)
        self.foresight = Foresight()
        self.messages: list[str] = []
        """What the player must be told, oldest first: a Page shows them as toasts and clears them."""
        self._lines: tuple[int, list[tuple[int, Item]]] = (0, [])
        self._before: tuple[int, View] | None = None

    @property
    def view(self) -> View:
        """What the seat sees now."""
        return self.play.view

    @property
    def scene(self) -> Scene | None:
        """The summit or contest that waits for an answer now; None when the desk is free."""
        found = self.play.view.scene
        return found if found is not None and found.lines else None

    @property
    def lesson(self) -> Lesson | None:
        """What a newcomer is pointed at now; None for a player who wants no guidance."""
        return None if self.settings.taught else self.play.lesson()

    def did(self, deed: str) -> None:
        """Note something the player did, by which lessons are learnt."""
        self.play.notes.done.add(deed)

    def text(self, name: str) -> str:
        """A text of the scenario's own page, such as "title" or "briefing_short"; "" when there is none."""
        return self.play.scenario.texts.get(f"scenario.{self.play.scenario.id}.{name}", "")

    # Playing.

    def choose(self, id: str) -> Step:
        """Make a choice and save. Raises IllegalChoice if it may not be made now; then nothing has changed."""
        taken = self.play.choose(id)
        self.save()
        return taken

    def undo(self) -> str | None:
        """Take the last choice back and save; its id, or None at the opening."""
        taken = self.play.undo()
        self._forget()
        if taken is not None:
            self.save()
        return taken

    def fork(self, length: int, name: str) -> None:
        """Go on with the first `length` choices as a line of its own under `name`; the line left is kept as it is."""
        self.save()
        other = self.play.fork(length)
        other.notes.name = name
        self.play, self.path = other, slots.free(f"{self.play.package.id}--{slots.file_name(name) or 'fork'}")
        self._forget()
        self.save()

    def forecast(self, about: str, doctrine: str, says: str = "") -> None:
        """Write down which Moscow the player takes this for, in place of what was said of the same thing before."""
        notes = self.play.notes
        turn = self.play.turn
        notes.forecasts = [f for f in notes.forecasts if (f.turn, f.about) != (turn, about)]
        notes.forecasts.append(Forecast(turn, about, doctrine, says))
        self.save()

    @property
    def foretells(self) -> bool:
        """Whether the spread of futures may be opened: neither the crisis nor the player wants to do without."""
        play = self.play
        return self.settings.forecast and self.package.forecast and not play.over and not play.read_only

    # Reading.

    def lines(self) -> list[tuple[int, Item]]:
        """The whole chronicle: pairs of the step's index and a line, oldest first; distressing texts as set."""
        steps = len(self.play.steps)
        if self._lines[0] != steps:
            self._lines = (steps, [(index, self._softened(item)) for index, item in self.play.lines()])
        return self._lines[1]

    def news(self, turn: int) -> list[tuple[int, Item]]:
        """The lines of the chronicle that bear this turn, with the index of their step."""
        return [(index, item) for index, item in self.lines() if item.turn == turn]

    def fresh(self) -> list[tuple[int, Item]]:
        """What was told since the last end of a turn was pressed: its answers, the new turn, what was done in it."""
        start = self.turn_step()
        return [(index, item) for index, item in self.lines() if index >= start]

    def turn_step(self) -> int:
        """The index of the step that ended the turn before this one; 0 in the first."""
        ends = self._ends()
        return ends[-1] if ends else 0

    def made(self) -> list[str]:
        """The ids of the moves made in this turn, in order."""
        return [id for id in self.play.choices[self.turn_step() :] if id in self.play.scenario.find.move]

    def newly_open(self) -> set[str]:
        """The moves that may be made now and whose condition did not hold when the turn before this one began."""
        waited = {card.id for card in self._view_before().cards if card.kind == "condition"}
        return {card.id for card in self.view.cards if not card.closed and card.id in waited}

    def why(self, index: int, decision: int) -> Account:
        """Why a decision of the step `index` came out as it did, in sentences."""
        return account(self.play.scenario, self.play.why(index, decision))

    def state_before(self) -> State:
        """The State in which the turn before this one began; the opening in the first two turns."""
        ends = self._ends()
        return self.play.steps[ends[-2] if len(ends) > 1 else 0].state

    def change(self, gauge: Gauge) -> int:
        """How far a number moved since the last turn began: by what was done then, what followed, and done now."""
        before = self._view_before()
        old = next((other for other in (*before.gauges, *before.purses) if other.id == gauge.id), gauge)
        return gauge.low - old.low

    def _ends(self) -> list[int]:
        """The indices of the steps that ended a turn."""
        return [number for number, id in enumerate(self.play.choices, 1) if id == END_TURN]

    def _view_before(self) -> View:
        key = self.turn_step()
        if self._before is None or self._before[0] != key:
            self._before = (key, view(self.play.scenario, self.state_before()))
        return self._before[1]

    def _softened(self, item: Item) -> Item:
        hidden = item.distressing and not self.settings.distressing
        return item._replace(text=HIDDEN) if hidden and item.text else item

    def _forget(self) -> None:
        self._lines, self._before = (0, []), None

    # Keeping.

    def save(self) -> bool:
        """Save the play where it is kept; False, with a message, when that fails. Nothing is lost by it."""
        return self._write(self.play, self.path)

    def save_as(self, name: str) -> bool:
        """Keep a copy of the play as it stands under a name; the play itself goes on where it is kept."""
        copy = self.play.fork(len(self.play.choices))
        copy.notes.name = name
        return self._write(copy, slots.named(self.play.package.id, name))

    def _write(self, play: Playthrough, path: Path) -> bool:
        if play.read_only:
            return False
        try:
            savefile.write(play, path)
        except Fault as fault:
            self.messages.append(str(fault))
            return False
        return True

    def set(self, settings: Settings) -> None:
        """Put settings in force and keep them; names change at once."""
        self.settings = settings
        self.wear(MASKED if settings.masked and MASKED in self.package.sides else None)
        self._forget()
        try:
            kept.write(settings)
        except Fault as fault:
            self.messages.append(str(fault))

    def taught(self) -> None:
        """Guidance is done with, for good."""
        self.set(replace(self.settings, taught=True))

    def wear(self, texts: str | None) -> None:
        """Show the same play with another set of texts; None for the scenario's own."""
        if texts == self.play.texts:
            return
        old = self.play
        self.play = Playthrough(old.package, old.seed, old.doctrine, texts, old.carried)
        self.play.drawn, self.play.notes, self.play.read_only = old.drawn, old.notes, old.read_only
        self.play.choices, self.play.steps = old.choices, old.steps
        self._forget()


def begun(
    package: Package,
    settings: Settings,
    seed: int,
    doctrine: str | None = None,
    path: Path | None = None,
    after: Playthrough | None = None,
) -> Session:
    """A new play of a scenario; `doctrine` None lets the seed draw one in secret. It is not saved before a choice.

    `after` is a finished play of another crisis, from which this one takes something over. Raises Fault when it cannot.
    """
    texts = MASKED if settings.masked and MASKED in package.sides else None
    if after is None:
        return Session(Playthrough(package, seed, doctrine, texts), package, settings, path)
    return Session(begun_after(after, package, seed, doctrine, texts), package, settings, path)


def resumed(path: Path, settings: Settings) -> Session:
    """The play of a save. Raises Fault when it cannot be read; one that comes out otherwise is only to be looked at."""
    play = slots.opened(path)
    package = play.package
    assert isinstance(package, Package)
    # A copy kept under a name stays as it was: what is played on from it is a line of its own.
    session = Session(play, package, settings, None if slots.is_named(path) else path)
    session.wear(MASKED if settings.masked and MASKED in package.sides else None)
    if play.restored:
        session.messages.append(play.restored)
    if play.read_only:
        session.messages.append(f"This play may only be looked at. {play.read_only}")
    return session
