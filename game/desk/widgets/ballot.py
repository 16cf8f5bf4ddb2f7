"""Ballot: how a vote is shown on every screen: a word, a sign and a colour, never the colour alone."""

from __future__ import annotations

from dataclasses import dataclass

from game.desk.canvas import Canvas
from game.desk.theme import BAD, EDGE_BRIGHT, GOLD, GOOD, INK_QUIET, Colour


@dataclass(frozen=True, slots=True)
class Ballot:
    """The word of a vote, the small solid sign beside it, its colour, and the word for many of it in a heading."""

    word: str
    mark: str
    colour: Colour
    heading: str


BALLOTS: dict[str, Ballot] = {
    "yes": Ballot("Yes", "check", GOOD, "In favour"),
    "no": Ballot("No", "cross", BAD, "Against"),
    "abstain": Ballot("Abstains", "level", GOLD, "Abstaining"),
    "absent": Ballot("Absent", "diamond", INK_QUIET, "Absent"),
    "": Ballot("", "dot", EDGE_BRIGHT, "Not called yet"),
}
"""By vote; "" for a state that has not been called."""

VOTES = ("yes", "no", "abstain", "absent")


@dataclass(frozen=True, slots=True)
class Seat:
    """A state on a board or at a table: its ISO code, its name, its vote ("" for none yet), and whether that vetoes."""

    iso: str
    name: str
    vote: str = ""
    veto: bool = False

    @property
    def ballot(self) -> Ballot:
        """How its vote is shown."""
        return BALLOTS[self.vote]

    @property
    def word(self) -> str:
        """Its vote in a word."""
        return "Veto" if self.veto else self.ballot.word


def draw_flag(canvas: Canvas, iso: str, height: int, at: tuple[int, int]) -> None:
    """Draw a flag of `height` pixels with its upper left corner at a place, framed so that white ones end somewhere."""
    picture = canvas.look.flag(iso, height)
    canvas.surface.blit(picture, at)
    canvas.surface.fill(EDGE_BRIGHT, (at[0], at[1] + height, picture.get_width(), 1))
