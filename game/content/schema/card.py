"""Card: what a scenario says of itself."""

from __future__ import annotations

from typing import Annotated

from game.content.schema.leaf import Date, Id, Many, Odds, Size, Text, YesNo, one_of
from game.content.schema.record import Part


class CardRecord(Part):
    """The scenario's name, seat, calendar, main actor and briefing."""

    id: Id
    title: Text
    subtitle: Text | None = None
    seat: Id
    seat_title: Text
    dates: Many[Date]
    main_actor: Id
    facts_as_of: Date
    content_note: Text
    briefing_short: Text
    briefing_long: Text
    brief_confidential: Text | None = None
    licence: Text
    moves_per_turn: Size = 4
    events_per_turn: Size = 2
    misreading: Many[Odds] = ()
    newcomers: YesNo = False
    forecast: YesNo = True
    map: Annotated[str, one_of("europe", "world", "none")] | None = None

    @property
    def key(self) -> str:
        """The id as text."""
        return self.id.text
