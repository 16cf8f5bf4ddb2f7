"""End of turn: what is left undone, asked before the turn is given out of hand; quiet turns pass without a word."""

from __future__ import annotations

from game.desk.part import Action
from game.desk.screen import Change, Push
from game.desk.session import Session
from game.desk.widgets.dialog import Answer, Dialog


def undone(session: Session) -> list[str]:
    """What would be left undone if the turn ended now, a sentence each; none in a turn that asks for nothing."""
    found = [_due(entry.title, entry.left) for entry in session.view.ledger if entry.status == "due"]
    if not found and quiet(session):
        return []
    return [*found, *_hours(session)]


def quiet(session: Session) -> bool:
    """A turn that may pass with one key: something was done in it, or nobody has spoken. Never the first."""
    main = session.play.scenario.main_actor
    spoken = any(item.kind == "answer" and item.actor == main for _, item in session.fresh())
    return bool(session.made()) or (not spoken and session.play.turn > 1)


def _due(title: str, left: int) -> str:
    when = "this is the last turn to keep it" if left <= 1 else f"{left} turns are left to keep it"
    return f"**{title}** is due: {when}."


def _hours(session: Session) -> list[str]:
    hours = next((purse for purse in session.view.purses if purse.id == "hours"), None)
    payable = [card for card in session.view.cards if not card.closed and dict(card.cost).get("hours", 0)]
    if hours is None or not hours.low or not payable:
        return []
    unit = "hour is" if hours.low == 1 else "hours are"
    return [f"**{hours.low} {unit}** unspent and will not keep; {len(payable)} moves could still use them."]


def ask(session: Session, end: Action) -> Change:
    """End the turn, or first show what is left undone."""
    left = undone(session)
    if not left:
        return end()
    text = "\n\n".join(left) + f"\n\n*Waiting is a move too: {session.play.scenario.opponent} reads silence.*"
    return Push(
        Dialog(
            "End the turn?",
            text,
            [Answer("stay", "Stay at the desk"), Answer("end", "End the turn", end, "primary", "skip-forward")],
        )
    )
