"""Roll call faces: the ways to look at a vote: the Council's table, the board by name, group or vote, the map."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from game.core.rollcall import Cast, RollCall
from game.desk.look import Look
from game.desk.part import Part
from game.desk.screen import Change
from game.desk.screens.rollcallwords import COUNCIL
from game.desk.session import MASKED, Session
from game.desk.widgets.ballot import BALLOTS, VOTES, Seat
from game.desk.widgets.board import Board, BoardMemory, BoardView
from game.desk.widgets.boardplan import Section
from game.desk.widgets.horseshoe import Horseshoe
from game.desk.widgets.panel import Panel
from game.desk.widgets.scroll import Scroll
from game.desk.widgets.tabs import TabName
from game.desk.worldview import WorldView

FACES = {"council": ("table", "map"), "assembly": ("name", "group", "vote", "map")}
NAMES = {
    "table": TabName("face-table", "The table", "users"),
    "name": TabName("face-name", "By name", "list"),
    "group": TabName("face-group", "By group", "users"),
    "vote": TabName("face-vote", "By vote", "vote"),
    "map": TabName("face-map", "World map", "globe"),
}


class Faces:
    """The faces of one vote; it keeps the cursor, what is drawn already, and the map once it was opened."""

    def __init__(self, session: Session, roll: RollCall, on_open: Callable[[str], Change]) -> None:
        self.roll = roll
        self.memory = BoardMemory()
        self.president = session.play.scenario.hall.presidents[roll.turn - 1] if roll.body == COUNCIL else ""
        self.masked = session.play.texts == MASKED  # a flag or a map would give an invented name away
        self.on_open = on_open
        self.world = WorldView()
        self._casts = {cast.iso: cast for cast in roll.casts}

    @property
    def kinds(self) -> tuple[str, ...]:
        """The faces that this vote has, in their order."""
        return tuple(kind for kind in FACES[self.roll.body] if kind != "map" or not self.masked)

    def names(self) -> list[TabName]:
        """The tabs of the faces."""
        return [NAMES[kind] for kind in self.kinds]

    def part(self, look: Look, face: int, votes: Mapping[str, str], awaited: str, inside: Part) -> Part:
        """One face with the votes given so far; `inside` stands in the middle of the Council's table.

        `awaited` is the code of the state that the hall waits for, "" for none.
        """
        kind = self.kinds[face]
        if kind == "table":
            return Scroll("table", "The Council's table", child=self._table(votes, awaited, inside))
        if kind == "map":
            return self._map(look, votes)
        board = Board(
            "board", "The board", sections=self._sections(kind, votes), memory=self.memory, on_open=self.on_open,
            tip_of=self._voted(votes), flags=not self.masked, awaited=awaited,
        )  # fmt: skip
        return Panel(BoardView("board-view", "The board", child=board), pad=5)

    def tip(self, iso: str) -> str:
        """A state, its group and its vote."""
        cast = self._casts.get(iso)
        return f"**{cast.name}**, {cast.group}" if cast is not None else ""

    def _seat(self, cast: Cast, votes: Mapping[str, str]) -> Seat:
        vote = votes.get(cast.iso, "")
        return Seat(cast.iso, cast.name, vote, bool(vote) and cast.iso in self.roll.vetoes)

    def _table(self, votes: Mapping[str, str], awaited: str, inside: Part) -> Part:
        seats = [self._seat(cast, votes) for cast in self.roll.casts]
        return Horseshoe(
            seats, self.president, inside=inside, on_open=self.on_open, tip_of=self._voted(votes),
            flags=not self.masked, awaited=awaited,
        )  # fmt: skip

    def _sections(self, kind: str, votes: Mapping[str, str]) -> list[Section]:
        seats = {cast: self._seat(cast, votes) for cast in self.roll.casts}
        if kind == "name":
            return [Section("", tuple(seats.values()))]
        if kind == "group":
            groups = sorted({cast.group for cast in seats})
            rows = [(group, [seat for cast, seat in seats.items() if cast.group == group]) for group in groups]
        else:
            rows = [(BALLOTS[vote].heading, [seat for seat in seats.values() if seat.vote == vote])
                    for vote in (*VOTES, "")]  # fmt: skip
        return [Section(f"{head}: {len(found)}", tuple(found)) for head, found in rows if found]

    def _map(self, look: Look, votes: Mapping[str, str]) -> Part:
        words = "; ".join(f"{BALLOTS[vote].word.lower()} {list(votes.values()).count(vote)}" for vote in VOTES)
        told = f"Each country as it voted: {words}. The boards tell the same state by state."
        return self.world.build(look, votes, self._voted(votes), self._open, told)

    def _voted(self, votes: Mapping[str, str]) -> Callable[[str], str]:
        def told(iso: str) -> str:
            if iso not in self._casts:
                return ""
            return f"{self.tip(iso)}: {BALLOTS[votes.get(iso, '')].word.lower() or 'not called yet'}"

        return told

    def _open(self, iso: str) -> Change:
        return self.on_open(iso) if iso in self._casts else None
