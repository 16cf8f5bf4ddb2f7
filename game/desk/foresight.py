"""Foresight: what the desk foretells: one process that works it out, and for a play the spread last asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from game.batch.spread import Spread
from game.content.package import from_resolved
from game.fault import Fault
from game.play import counsel
from game.play.playthrough import Playthrough

if TYPE_CHECKING:
    from game.play.forecaster import Forecaster


@lru_cache(maxsize=1)
def forecaster() -> Forecaster:
    """The one process of the desk; it is started when it is first asked."""
    from game.play.forecaster import Forecaster  # what it takes to run a process is not loaded before it is needed

    return Forecaster(from_resolved)


def close() -> None:
    """End the process, if there is one."""
    if forecaster.cache_info().currsize:
        forecaster().close()
        forecaster.cache_clear()


class Foresight:
    """The forecasts of a play. `go_on` is called every frame and takes no time worth telling."""

    def __init__(self) -> None:
        self.trouble = ""
        """Why there is no forecast, in a sentence; empty where there is no such reason."""
        self._about: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
        """The line of play and the candidates of the spread found or asked for."""
        self._found: Spread | None = None
        self._work: Iterator[Spread | None] | None = None
        self._warm = False
        self._moscows: Iterator[str] | None = None

    def of(self, play: Playthrough, move: str) -> Spread | None:
        """The spread of the choices open now, if it is there and this move among them."""
        line, looked_at = self._about
        return self._found if line == tuple(play.choices) and move in looked_at else None

    def get_ready(self, play: Playthrough) -> None:
        """Make one more of the Moscows ready that a move is weighed against, so that no frame waits for all of them."""
        if self._moscows is None:
            self._moscows = iter(play.package.doctrines)
        for doctrine in self._moscows:
            play.package.compile(doctrine, play.texts, play.carried)
            break

    def warm(self, play: Playthrough) -> None:
        """Have the process ready for what may be asked of it soon."""
        if not self._warm and self._work is None:
            self._warm, self._work = True, _warming(play)

    def ask(self, play: Playthrough, open_now: Sequence[str], move: str) -> None:
        """Have the spread of the choices open now worked out, this move among them, unless that is being done."""
        line, looked_at = self._about
        if not self.trouble and line == tuple(play.choices) and move in looked_at:
            return
        self._about = tuple(play.choices), counsel.looked_at(open_now, move)
        self._found, self.trouble = None, ""
        self._work = _spreading(play, self._about[1])

    def go_on(self) -> bool:
        """Go a step further; True when there is something new to show."""
        if self._work is None:
            return False
        try:
            found = next(self._work)
        except StopIteration:
            self._work = None
            return False
        except Fault as fault:
            self._work, self.trouble = None, str(fault)
            return True
        if found is not None:
            self._found = found
        return found is not None


def _warming(play: Playthrough) -> Iterator[None]:
    process = forecaster()
    yield
    yield from process.ready(play)


def _spreading(play: Playthrough, looked_at: Sequence[str]) -> Iterator[Spread | None]:
    process = forecaster()
    yield None
    yield from process.spread(play, looked_at)
