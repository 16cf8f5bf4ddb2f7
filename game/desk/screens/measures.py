"""Measures: what can be told of the partners as numbers: how far each will go, and what ties it to the east."""

from __future__ import annotations

from typing import NamedTuple

from game.desk.session import Session
from game.desk.theme import Colour

_COLOURS: tuple[Colour, ...] = ((206, 126, 58), (186, 152, 104), (96, 146, 158), (62, 116, 184))


class Measure(NamedTuple):
    """A number of every partner: ids, words, and its steps as pairs (from this value on, words), lowest first."""

    id: str
    label: str
    icon: str
    steps: tuple[tuple[int, str], ...]
    colours: tuple[Colour, ...]
    hatched: int
    """The number of the step that is hatched too."""


LINE = Measure(
    "line", "How far each will go", "users",
    ((0, "holds back"), (35, "wavers"), (50, "goes along"), (65, "pushes on")), _COLOURS, 0,
)  # fmt: skip
GAS = Measure(
    "gas", "Gas from the east", "flame",
    ((0, "under a quarter"), (25, "up to a half"), (50, "over a half"), (75, "nearly all")), _COLOURS[::-1], 3,
)  # fmt: skip


def measures(session: Session) -> tuple[Measure, ...]:
    """The measures that this scenario's partners have."""
    return tuple(measure for measure in (LINE, GAS) if values(session, measure))


def values(session: Session, measure: Measure) -> dict[str, int]:
    """The measure of each partner, by code; those without one are left out."""
    texts = session.play.scenario.texts
    if measure is LINE:
        return {code: line for code, _, line in session.view.partners}
    shares = {code: texts.get(f"partner.{code}.gas", "") for code, _, _ in session.view.partners}
    return {code: int(share) for code, share in shares.items() if share.isdecimal()}


def step_of(measure: Measure, value: int) -> int:
    """The number of the step a value lies on."""
    return max(number for number, (start, _) in enumerate(measure.steps) if value >= start)


def partner_tip(session: Session, code: str) -> str:
    """What is known of a partner: line, gas, voice, red lines."""
    scenario = session.play.scenario
    name = next((name for other, name, _ in session.view.partners if other == code), "")
    if not name:
        return ""
    line, gas = values(session, LINE)[code], values(session, GAS).get(code)
    share = f"; {gas} in 100 of its gas from the east" if gas is not None else ""
    head = f"**{name}**: {LINE.steps[step_of(LINE, line)][1]} ({line} of 100){share}."
    texts = (scenario.texts.get(f"partner.{code}.{part}", "") for part in ("voice", "red_lines"))
    voice, red = texts
    return "\n".join(line for line in (head, voice, f"*Red lines:* {red}" if red else "") if line)
