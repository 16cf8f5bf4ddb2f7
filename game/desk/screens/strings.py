"""Strings: what is attached to a move: consent it needs, promises it makes, what is sunk, what may go wrong."""

from __future__ import annotations

from game.core.card import Card
from game.core.forum import Promise
from game.core.words import say_group, title
from game.desk.grid import Grid
from game.desk.look import Look
from game.desk.part import Part
from game.desk.screens.bullet import bullet, listed
from game.desk.screens.dial import signed, way
from game.desk.session import Session
from game.desk.theme import BAD, BODY, GOLD, GOOD, INK_QUIET, INK_SOFT, MAUVE, SKY, SMALL
from game.desk.widgets.paragraph import Paragraph


def strings(look: Look, session: Session, card: Card) -> list[Part]:
    """Panels on what comes later, consent, promise and risk, as far as the move has any."""
    return [
        *_later(session, card), *_consent(look, session, card), *_promises(session, card), *_risks(session, card)
    ]  # fmt: skip


def _later(session: Session, card: Card) -> list[Part]:
    """What the move brings after this turn, and so stands in no odds."""
    scenario = session.play.scenario
    move = scenario.find.move[card.id]
    rows: list[Part] = []
    for clauses, proviso in ((move.clauses, ""), (move.joint.agreed if move.joint else (), ", if it is agreed")):
        for effect in (effect for clause in clauses if clause.odds == 100 for effect in clause.effects):
            meter = scenario.find.meter_at.get(effect.cell)
            if not effect.after or meter is None or meter.sight == "hidden" or meter.kind == "flag":
                continue
            by = f"{{{way(effect.amount, meter.good)}:{signed(effect.amount)}}}"
            turns = f"{effect.after} turn{'' if effect.after == 1 else 's'}"
            words = f"**{title(scenario, 'meter', meter.id)}** {by} after {turns}{proviso}."
            rows.append(bullet("hourglass", GOLD, words, BODY, INK_SOFT))
    return listed("What comes later", "clock", GOLD, rows)


def _consent(look: Look, session: Session, card: Card) -> list[Part]:
    scenario, cells = session.play.scenario, session.play.state.cells
    joint = scenario.find.move[card.id].joint
    if joint is None:
        return []
    partners = [scenario.partners[index] for index in joint.partners]
    rows: list[Part] = [
        Paragraph(f"{joint.needs} of {len(partners)} must agree. A line of {joint.ask} goes along as a rule; "
                  "a partner may still speak for itself.", SMALL, INK_QUIET)
    ]  # fmt: skip
    stands = []
    for partner in sorted(partners, key=lambda p: -cells[p.line]):
        line, name = cells[partner.line], title(scenario, "partner", partner.id)
        icon, colour = ("check", GOOD) if line >= joint.ask else ("x", BAD)
        stands.append(bullet(icon, colour, f"**{name}** at {line}{'' if line >= joint.ask else ': not far enough'}"))
    return listed("Whose consent it needs", "users", SKY, [*rows, Grid(stands, least=look.pixels(220))])


def _promises(session: Session, card: Card) -> list[Part]:
    scenario = session.play.scenario
    cells = {effect.cell for clause in scenario.find.move[card.id].clauses for effect in clause.effects}
    rows = [row for promise in scenario.promises if promise.status in cells for row in _promise(session, promise)]
    return listed("It goes on the ledger", "scroll", GOLD, rows)


def _promise(session: Session, promise: Promise) -> list[Part]:
    scenario = session.play.scenario
    due = "; ".join(say_group(scenario, group) for group in promise.trigger)
    kept = "; ".join(say_group(scenario, group) for group in promise.kept_when)
    within = f"{promise.within} turn{'' if promise.within == 1 else 's'}"
    return [
        bullet("stamp", GOLD, f"**{title(scenario, 'promise', promise.id)}.** "
               f"{scenario.texts.get(f'promise.{promise.id}.text', '')}"),
        Paragraph(f"Falls due when: {due}. Then within {within}: {kept}.", SMALL, INK_QUIET),
    ]  # fmt: skip


def _risks(session: Session, card: Card) -> list[Part]:
    rows: list[Part] = []
    if card.sunk:
        words = f"Sunk: **{card.sunk}** is paid now and gone whatever comes."
        rows.append(bullet("coins", GOLD, words, BODY, INK_SOFT))
    if card.audience:
        words = f"Before an audience: backing down later costs **{card.audience}** at home."
        rows.append(bullet("megaphone", BAD, words, BODY, INK_SOFT))
    for risk in card.risks:
        words = f"Something may come of it that is not meant: {risk}."
        rows.append(bullet("alert-triangle", BAD, words, BODY, INK_SOFT))
    if card.private and session.view.misreading:
        words = f"In private. Heard otherwise than meant {session.view.misreading} times in a hundred."
        rows.append(bullet("message", MAUVE, words, BODY, INK_SOFT))
    return listed("What hangs on it", "link", MAUVE, rows)
