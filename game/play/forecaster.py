"""Forecaster: a process of its own that works forecasts out, so that nobody who asks for one has to wait.

NumPy is imported there and nowhere else. The process is started when it is first needed and kept; whatever goes wrong
with it is told as a Fault, and the next question starts another.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, NamedTuple, NoReturn

from game.batch.spread import Spread
from game.core.scenario import Scenario
from game.core.sight import blurred
from game.fault import Fault

from .counsel import readings
from .playthrough import Crisis, Playthrough

Loader = Callable[[object], Crisis]
"""Makes a crisis of what `Crisis.resolved` gave."""
Waiting = Iterator[Spread | None]
"""A question: None until the answer is there, which comes last. Raises Fault where there will be none."""
PATIENCE = 2.0  # seconds that the process is given to end
GONE = "The process that works forecasts out has stopped. The game goes on without it."
WRONG = "The forecast could not be worked out ({}). The game goes on without it."


class Question(NamedTuple):
    """What is asked of the process, and what it takes to know besides the crisis."""

    number: int
    what: str
    terms: tuple[Any, ...]


class Reply(NamedTuple):
    """The answer to a question, or what went wrong."""

    number: int
    spread: Spread | None
    fault: str = ""


class Forecaster:
    """The process and what it is asked. Nothing is started before the first question; nothing here ever waits."""

    def __init__(self, load: Loader) -> None:
        self._load = load
        self._process: BaseProcess | None = None
        self._line: Connection | None = None
        self._there = False
        self._known: tuple[Crisis, dict[str, int]] | None = None
        """The crisis that the process has at hand."""
        self._asked = 0
        self._owed: set[int] = set()
        self._replies: dict[int, Reply] = {}

    @property
    def busy(self) -> bool:
        """Whether something was asked whose answer has not been heard yet."""
        return bool(self._owed)

    def spread(self, play: Playthrough, candidates: Sequence[str]) -> Waiting:
        """What may come of these choices, as far as the seat can know; see `batch.forecast`."""
        weights = {reading.doctrine: reading.weight for reading in readings(play)}
        yield None
        yield from self._ask(play, "spread", (blurred(play.scenario, play.state), weights, tuple(candidates)))

    def changed(self, play: Playthrough, place: int, instead: str) -> Waiting:
        """A play that is over, under other lucks, as it was and with one choice changed; see `batch.otherwise`."""
        terms = (play.doctrine, play.steps[place].state, tuple(play.choices[place:]), instead)
        yield from self._ask(play, "changed", terms)

    def against(self, play: Playthrough) -> Waiting:
        """The choices of a play that is over against each doctrine, under other lucks."""
        yield from self._ask(play, "against", (tuple(play.choices),))

    def ready(self, play: Playthrough) -> Iterator[None]:
        """Have the process there with the crisis of this play at hand. Raises Fault when it is gone."""
        if self._process is None or not self._process.is_alive():
            self.close()
            self._start()
            yield
        while not self._there or self._owed:
            if not self._heard():
                yield
        if self._known is None or self._known[0] is not play.package or self._known[1] != play.carried:
            self._say((play.package.resolved(), play.carried))
            self._known = play.package, play.carried
            yield

    def close(self) -> None:
        """End the process, if there is one."""
        if self._line is not None:
            self._line.close()
        if self._process is not None:
            self._process.terminate()
            self._process.join(PATIENCE)
        self._process = self._line = self._known = None
        self._there = False
        self._owed.clear()

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._line, far = context.Pipe()
        self._process = context.Process(target=serve, args=(far, self._load), name="forecaster", daemon=True)
        self._process.start()
        far.close()

    def _ask(self, play: Playthrough, what: str, terms: tuple[Any, ...]) -> Waiting:
        for _ in self.ready(play):
            yield None
        self._asked += 1
        number = self._asked
        self._say(Question(number, what, terms))
        self._owed.add(number)
        while number not in self._replies:
            if number not in self._owed:
                raise Fault(GONE)
            if not self._heard():
                yield None
        reply = self._replies.pop(number)
        if reply.fault:
            raise Fault(WRONG.format(reply.fault))
        yield reply.spread

    def _say(self, words: object) -> None:
        assert self._line is not None
        try:
            self._line.send(words)
        except OSError as error:
            self._lost(error)

    def _heard(self) -> bool:
        """Take in what the process has said, if it has; answers to whoever no longer asks stay where they are."""
        if self._line is None:
            raise Fault(GONE)
        try:
            if not self._line.poll():
                return False
            reply = self._line.recv()
        except (EOFError, OSError) as error:
            self._lost(error)
        self._there = True
        if isinstance(reply, Reply):
            self._owed.discard(reply.number)
            self._replies[reply.number] = reply
        return True

    def _lost(self, error: Exception) -> NoReturn:
        self.close()
        raise Fault(GONE) from error


def serve(line: Connection, load: Loader) -> None:
    """What the process does: it says that it is there, then answers what comes until nobody is left to ask."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the game, which ends this with itself
    desk = _Desk(load)
    try:
        line.send("here")
        while True:
            message = line.recv()
            if isinstance(message, Question):
                line.send(desk.reply(message))
            else:
                desk.take(*message)
    except (EOFError, OSError):
        return


class _Desk:
    """The crisis at hand in the process, and what is worked out of it."""

    def __init__(self, load: Loader) -> None:
        # The game, which imports this module too, shall do without NumPy.
        from game.batch import forecast, otherwise

        self._forecast, self._otherwise = forecast.forecast, otherwise
        self._load = load
        self._scenarios: dict[str, Scenario] = {}

    def take(self, resolved: object, carried: dict[str, int]) -> None:
        """Have another crisis at hand; none where it cannot be read."""
        self._scenarios.clear()
        with suppress(Exception):  # the first question about it is told that it is not there
            crisis = self._load(resolved)
            self._scenarios = {name: crisis.compile(name, None, carried) for name in crisis.doctrines}

    def reply(self, question: Question) -> Reply:
        """The answer, or what went wrong: whoever asked must be told, whatever it was."""
        try:
            return Reply(question.number, self._answer(question.what, question.terms))
        except Exception as error:
            return Reply(question.number, None, f"{type(error).__name__}: {error}")

    def _answer(self, what: str, terms: tuple[Any, ...]) -> Spread:
        if what == "spread":
            return self._forecast(self._scenarios, *terms)
        if what == "against":
            return self._otherwise.against(self._scenarios, *terms)
        doctrine, *rest = terms
        return self._otherwise.changed(self._scenarios[doctrine], *rest)
