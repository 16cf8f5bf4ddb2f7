"""Desk hall: the world coloured by the vote that is on the desk's mind: the one to come, else the last one held."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from game.core.outlook import outlook
from game.core.rollcall import roll_calls
from game.core.sheet import drafts_now
from game.core.words import title
from game.desk.layout import Column, grow
from game.desk.look import Look
from game.desk.part import Action, Part
from game.desk.screens.rollcallwords import BODIES
from game.desk.screens.signs import in_words
from game.desk.session import Session
from game.desk.theme import INK_SOFT, SMALL, SMALL_GAP
from game.desk.widgets.ballot import BALLOTS
from game.desk.widgets.paragraph import Paragraph
from game.desk.worldview import WorldView


class Stand(NamedTuple):
    """How the members of a hall stand: which vote, in words; the vote of each by code; the line that tells of each."""

    words: str
    votes: Mapping[str, str]
    tips: Mapping[str, str]


class DeskHall:
    """The hall's place on the desk; it keeps the drawn map, and what it read of the play."""

    def __init__(self) -> None:
        self.world = WorldView()
        self._read: tuple[tuple[int, str], Stand | None] | None = None

    def stand(self, session: Session) -> Stand | None:
        """How the hall stands now; None before a text is on the table. Worked out once for each choice."""
        key = (len(session.play.steps), session.play.texts or "")
        if self._read is None or self._read[0] != key:
            self._read = (key, to_come(session) or held(session))
        return self._read[1]

    def part(self, look: Look, stand: Stand, open_votes: Action) -> Part:
        """The map under a line that says which vote it shows; a press on a state opens the votes."""

        def told(code: str) -> str:
            return stand.tips.get(code, "")

        shown = self.world.build(look, stand.votes, told, lambda _: open_votes(), stand.words)
        return Column([Paragraph(stand.words, SMALL, INK_SOFT), grow(shown)], gap=SMALL_GAP)


def to_come(session: Session) -> Stand | None:
    """The likeliest vote of each member on the text that is on the table or waits for its vote; None without one."""
    scenario, state = session.play.scenario, session.play.state
    found = next((scenario.find.draft[id] for id in drafts_now(scenario, state)), None)
    if found is None:
        return None
    members = outlook(scenario, state, found).members
    name = title(scenario, "draft", found.id)
    words = f"**{name}**: how each would most likely vote now in the {BODIES[found.body]}."
    tips = {one.iso: f"**{one.name}**, {one.group}: most likely {BALLOTS[one.vote].word.lower()}" for one in members}
    return Stand(words, {one.iso: one.vote for one in members}, tips)


def held(session: Session) -> Stand | None:
    """The votes of the last roll call; None before the first."""
    roll = next(reversed(roll_calls(session.play.scenario, session.play.steps)), None)
    if roll is None:
        return None
    words = f"**{roll.title}**: how each voted on {in_words(roll.date)}."
    tips = {cast.iso: f"**{cast.name}**, {cast.group}: {BALLOTS[cast.vote].word.lower()}" for cast in roll.casts}
    return Stand(words, {cast.iso: cast.vote for cast in roll.casts}, tips)
