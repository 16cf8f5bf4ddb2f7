"""Playthrough: one play of a scenario: the choices so far and the steps that follow from them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Set
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from game.core.chance import pick
from game.core.choice import END_TURN, Choice
from game.core.chronicle import Item, items
from game.core.decision import Decision
from game.core.explain import Explanation, explain
from game.core.lesson import lesson
from game.core.outcome import reached
from game.core.page import Lesson
from game.core.scenario import MENU, REPLY, TABLE, Scenario
from game.core.state import State, digest
from game.core.step import Step, start, step
from game.core.view import View, view

_DEEDS = {MENU: "move", TABLE: "speak", REPLY: "reply"}
"""By slot of a turn, the deed that a choice there is."""


class Crisis(Protocol):
    """A loaded scenario package, as far as a play needs it."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def doctrines(self) -> tuple[str, ...]:
        """The ids of its doctrines, history's first."""

    @property
    def forecast(self) -> bool:
        """Whether its author lets players see forecasts."""

    def compile(
        self, doctrine: str | None = None, texts: str | None = None, carried: Mapping[str, int] | None = None
    ) -> Scenario:
        """The Scenario under a doctrine, with a side file of texts such as 'masked' if named.

        `carried` are starts of meters by id, taken over from an earlier play.
        """

    def resolved(self) -> dict[str, Any]:
        """The whole package as plain data, to be carried in a save."""


@dataclass(frozen=True, slots=True)
class Forecast:
    """What the player wrote down before an answer: which Moscow this is, what it will do, and why."""

    turn: int
    about: str
    doctrine: str
    says: str


@dataclass(frozen=True, slots=True)
class Estimate:
    """What the player said of a move before its spread was opened: how likely it is that it leads to this ending.

    `word` is one of `core.weigh.ODDS`; `found` is what the spread then showed, in thousandths.
    """

    turn: int
    move: str
    ending: str
    word: str
    found: int


@dataclass(slots=True)
class Notes:
    """What belongs to a playthrough and is no part of the game's state."""

    forecasts: list[Forecast] = field(default_factory=list)
    estimates: list[Estimate] = field(default_factory=list)
    name: str = ""
    after: str = ""
    """The id of the crisis from which this play took something over; empty when it took nothing."""
    done: set[str] = field(default_factory=set)
    """What the player has done so far, of the deeds by which lessons are learnt."""


def drawn_doctrine(package: Crisis, seed: int) -> str:
    """The doctrine this seed draws, each alike."""
    return package.doctrines[pick(seed, 0, "doctrine", len(package.doctrines))]


class Playthrough:
    """A play in progress. Choices are only ever added at the end, taken back from it, or copied into a fork."""

    def __init__(
        self,
        package: Crisis,
        seed: int,
        doctrine: str | None = None,
        texts: str | None = None,
        carried: Mapping[str, int] | None = None,
    ) -> None:
        self.package = package
        self.seed = seed
        self.texts = texts
        self.carried = dict(carried or {})
        """By meter, where it started because of an earlier play."""
        self.drawn = doctrine is None
        self.doctrine = doctrine or drawn_doctrine(package, seed)
        self.scenario: Scenario = package.compile(self.doctrine, texts, self.carried)
        self.choices: list[str] = []
        self.steps: list[Step] = [start(self.scenario, seed)]
        self.notes = Notes()
        self.read_only = ""
        """Why this play may only be looked at; empty when it may be played on."""
        self.restored = ""
        """What had to be put right when this play was read; empty when nothing had."""
        self._view: View | None = None
        self._digests: list[int] = []

    @property
    def state(self) -> State:
        """Where the play stands."""
        return self.steps[-1].state

    @property
    def turn(self) -> int:
        """The turn being played, from 1."""
        return self.state.cells[self.scenario.clock.turn]

    @property
    def over(self) -> bool:
        """Whether an ending has been reached."""
        return reached(self.scenario, self.state) is not None

    @property
    def open_book(self) -> bool:
        """Whether reasons are told with all that is hidden: after the end, and in history mode."""
        return self.over or (not self.drawn and self.doctrine == self.package.doctrines[0])

    @property
    def view(self) -> View:
        """What the seat sees now."""
        if self._view is None:
            self._view = view(self.scenario, self.state)
        return self._view

    @property
    def envelope(self) -> str:
        """The seal of the drawn doctrine: a hash that can be checked when the envelope is opened."""
        sealed = f"{self.package.id}/{self.seed}/{self.doctrine}"
        return hashlib.sha256(sealed.encode("utf-8")).hexdigest()[:16]

    def lesson(self, told: Set[str] = frozenset()) -> Lesson | None:
        """What a newcomer is to be pointed at now, besides the lessons `told`; None when there is nothing."""
        return None if self.read_only else lesson(self.scenario, self.state, self.notes.done, told)

    def choose(self, id: str) -> Step:
        """Make a choice. Raises IllegalChoice if it may not be made now; then nothing has changed."""
        deed = "end-turn" if id == END_TURN else _DEEDS.get(self.state.cells[self.scenario.clock.slot])
        taken = step(self.scenario, self.state, Choice(self.scenario.seat, id))
        if deed is not None:
            self.notes.done.add(deed)
        self.choices.append(id)
        self.steps.append(taken)
        self._view = None
        return taken

    def undo(self) -> str | None:
        """Take the last choice back, with forecasts of turns not reached any more; its id, or None at the opening."""
        if not self.choices:
            return None
        self._view = None
        self.steps.pop()
        del self._digests[len(self.steps) :]
        self.notes = self._notes_until(self.turn)
        return self.choices.pop()

    def fork(self, length: int) -> Playthrough:
        """A new play with the first `length` choices of this one; of one to be looked at, another such."""
        other = Playthrough(self.package, self.seed, self.doctrine, self.texts, self.carried)
        other.drawn, other.read_only = self.drawn, self.read_only
        other.choices = self.choices[:length]
        other.steps = self.steps[: length + 1]
        other.notes = self._notes_until(other.turn)
        return other

    def _notes_until(self, turn: int) -> Notes:
        """The notes without what was written down after this turn."""
        notes = self.notes
        return replace(
            notes,
            forecasts=[note for note in notes.forecasts if note.turn <= turn],
            estimates=[note for note in notes.estimates if note.turn <= turn],
            done=set(notes.done),
        )

    def turn_of(self, index: int) -> int:
        """The turn in which the step of this index was taken; 0 for the opening, which begins the first."""
        return self.steps[max(0, index - 1)].state.cells[self.scenario.clock.turn] if index else 0

    def lines(self, first: int = 0) -> list[tuple[int, Item]]:
        """The chronicle from the step `first` on: pairs of the step's index and a line."""
        told = set[str]()
        lines = [
            (index, item)
            for index, step in enumerate(self.steps)
            for item in items(self.scenario, step, self.turn_of(index), told)
        ]
        return [(index, item) for index, item in lines if index >= first]

    def decisions(self) -> list[tuple[int, Decision]]:
        """Every decision of the play with its step's index."""
        return [(index, decision) for index, step in enumerate(self.steps) for decision in step.decisions]

    def why(self, index: int, decision: int) -> Explanation:
        """Why a decision of the step `index` came out as it did, as far as the seat may know."""
        asked = self.steps[index].decisions[decision]
        return explain(self.scenario, asked, self.open_book, self.recent(index))

    def recent(self, index: int) -> list[State]:
        """The States of the last three turns before the step `index` in which moves could be chosen."""
        slot, turn = self.scenario.clock.slot, self.scenario.clock.turn
        states = [step.state for step in self.steps[:index] if step.state.cells[slot] == MENU]
        return [state for state in states if states[-1].cells[turn] - state.cells[turn] < 3] if states else []

    def digests(self) -> list[int]:
        """A digest of the State after the opening and after each choice; each is worked out once."""
        for taken in self.steps[len(self._digests) :]:
            self._digests.append(digest(self.scenario, taken.state.cells))
        return list(self._digests)
