"""Cables: the news of a turn as cards, the weightiest first, each answer ready to be questioned."""

from __future__ import annotations

from game.core.chronicle import Item
from game.core.reading import first_sentence
from game.desk.layout import Column, grow
from game.desk.part import Action, Part
from game.desk.screen import Change, Push
from game.desk.screens.deskhead import key
from game.desk.screens.signs import day_of, item_accent, item_icon, item_kicker
from game.desk.screens.sourceline import veiled
from game.desk.session import Session
from game.desk.theme import INK_QUIET, SMALL
from game.desk.widgets.card import Card
from game.desk.widgets.dialog import notice
from game.desk.widgets.panel import Panel
from game.desk.widgets.paragraph import Paragraph
from game.desk.widgets.scroll import Scroll

Line = tuple[int, Item]
TOP = 3  # cables that lie on top
_WEIGHT = {"ending": 0, "answer": 1, "vote": 1, "promise": 2, "event": 3}


def ordered(session: Session, lines: list[Line]) -> list[Line]:
    """Lines by weight: what was done last in this turn first, then Moscow's answers, the ledger, others, the news."""
    main = session.play.scenario.main_actor
    start = session.turn_step()

    def weight(line: Line) -> tuple[int, int]:
        index, item = line
        later = -index if index > start else 0
        kind = "vote" if item.cause.kind == "vote" else item.kind
        return later, _WEIGHT.get(kind, 4) + (3 if item.kind == "answer" and item.actor != main else 0)

    return sorted(lines, key=weight)


def first(session: Session) -> str:
    """The id of the card that lies on top; "" when there is none."""
    lines = ordered(session, session.fresh())
    return key_of(lines[0], 0) if lines else ""


def asked(session: Session) -> str:
    """The id of the first card on top that can be questioned; "" when there is none."""
    top = ordered(session, session.fresh())[:TOP]
    return next((key_of(line, place) for place, line in enumerate(top) if line[1].decision >= 0), "")


def panel(session: Session, more: Action) -> Part:
    """The cables of this turn, the first few on top; `more` opens all that ever came."""
    lines = ordered(session, session.fresh())
    top, rest = lines[:TOP], lines[TOP:]
    asked = next((number for number, line in enumerate(top) if line[1].decision >= 0), -1)
    cards = [
        card(session, line, key_of(line, n), hotkey="w" if n == asked else "", body=line[1].text if n == 0 else None)
        for n, line in enumerate(top)
    ]
    if not cards:
        cards = [Paragraph("No cables this time. Silence is news too.", SMALL, INK_QUIET)]
    words = f"{len(rest)} more" if rest else "All so far"
    tip = "Every cable of this turn and of those before; each answer can be questioned."
    below = key("cables-more", words, more, "newspaper", "c", tip)
    shown = Column([grow(Scroll("cables", child=Column(cards))), below])
    return Panel(shown, title="Cables and news", icon="newspaper", aside=str(len(lines)), pad=10)


def key_of(line: Line, place: int) -> str:
    """The id of a line's card."""
    return f"cable-{line[0]}-{place}"


def card(session: Session, line: Line, name: str, hotkey: str = "", body: str | None = None) -> Part:
    """A line as a card, its first sentence unless another body is given; Enter reads it, or asks why an answer came."""
    item = line[1]
    scenario = session.play.scenario
    why = asking(session, line)
    foot = ("[W]  Why this answer?" if hotkey else "Press for: why this answer?") if why is not None else ""
    if item.kind == "vote":
        foot = "Press for: the roll call, state by state"
    heading = item.title if item.kind != "news" or item.cause.kind == "choice" else ""
    return Card(
        name, heading or "Report", why or _reading(session, line),
        kicker=f"{item_kicker(scenario, item)} · {day_of(scenario, item.turn)}",
        body=first_sentence(item.text) if body is None else body,
        icon=item_icon(scenario, item), accent=item_accent(scenario, item), fresh=True, foot=foot,
        hotkey=hotkey, on_explain=why,
    )  # fmt: skip


def asking(session: Session, line: Line) -> Action | None:
    """What opens the account of an answer; None for a line that is none."""
    index, item = line
    if item.decision < 0:
        return None

    def why() -> Change:
        session.did("read")
        from game.desk.screens.why import Why

        return Push(Why(session, index, item.decision))

    return why


def _reading(session: Session, line: Line) -> Action:
    _, item = line

    def read() -> Change:
        session.did("read")
        if item.kind == "vote":
            return _roll_call(session, item)
        whence = f"*{_whence(session, item)}*"
        return Push(notice(item.title, f"{item.text}\n\n{whence}" if item.text else whence))

    return read


def _roll_call(session: Session, item: Item) -> Change:
    """Open the vote that a line tells of, state by state."""
    from game.core.rollcall import roll_calls
    from game.desk.screens.rollcall import RollCallScreen

    held = roll_calls(session.play.scenario, session.play.steps)
    return Push(RollCallScreen(session, next(roll for roll in held if roll.draft == item.id)))


def _whence(session: Session, item: Item) -> str:
    """Why this line is there at all, in a sentence."""
    scenario = session.play.scenario
    if item.kind == "move":
        return "It is what came of your own move, as far as it is known."
    if item.kind == "event":
        event = scenario.find.happening.get(item.id)
        sources = ", ".join(event.sources) if event is not None and not veiled(session) else ""
        dated = "It is dated in the record." if event is not None and event.turn else "It came because things stood so."
        return dated + (f" Sources: {sources}." if sources else "")
    if item.kind == "promise":
        return f"It stands on the ledger, which {scenario.opponent} reads too."
    return "It follows from how things stood at the end of the turn."
