"""Roll call pace: how the states of a vote are called one after another, with a silence before those that matter."""

from __future__ import annotations

from collections.abc import Collection, Sequence

CALLS = {"assembly": 32, "council": 420}  # milliseconds from one state to the next
SILENCE = 1500  # milliseconds before a state that everybody looks at
BREATH = 500  # milliseconds before the first


class Pace:
    """Calls states in their order as time passes. `called` counts those that have answered."""

    def __init__(self, order: Sequence[str], watched: Collection[str], body: str, done: bool = False) -> None:
        self.order = tuple(order)
        self.called = len(self.order) if done else 0
        self._watched = frozenset(watched)
        self._each = CALLS.get(body, CALLS["assembly"])
        self._left = BREATH

    @property
    def done(self) -> bool:
        """Whether every state has been called."""
        return self.called >= len(self.order)

    @property
    def next(self) -> str:
        """The code of the state that is being called, "" when all have answered."""
        return "" if self.done else self.order[self.called]

    @property
    def silent(self) -> bool:
        """Whether the hall waits for a state that matters."""
        return not self.done and self.next in self._watched

    def passed(self, ms: int) -> bool:
        """Let time pass; whether another state has answered."""
        before = self.called
        self._left -= ms
        while self._left <= 0 and not self.done:
            self.called += 1
            self._left += SILENCE if self.silent else self._each
        return self.called != before

    def skip(self) -> None:
        """Hear all that are left at once."""
        self.called = len(self.order)
