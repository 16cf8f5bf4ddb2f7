"""Roll call beside: each vote of a play beside the real one, tally by tally, then state by state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import pygame

from game.core.recorded import Apart, Recorded, recorded
from game.desk.canvas import Canvas
from game.desk.flow import Flow
from game.desk.layout import Column, Row, Slot, fixed, grow
from game.desk.look import Look
from game.desk.part import Action, Part
from game.desk.screen import Push
from game.desk.screens.bullet import bullet
from game.desk.screens.rollcall import RollCallScreen
from game.desk.screens.signs import in_words
from game.desk.session import MASKED, Session
from game.desk.theme import BODY, GAP, GOLD, INK, INK_QUIET, INK_SOFT, LABEL, SKY, SMALL, SMALL_GAP, TAG, WIDE_GAP
from game.desk.widgets.ballot import BALLOTS, VOTES, draw_flag
from game.desk.widgets.button import Button
from game.desk.widgets.majority import Count
from game.desk.widgets.panel import Panel
from game.desk.widgets.paragraph import Paragraph

OUTCOMES = {"adopted": "adopted", "vetoed": "vetoed", "failed": "not adopted"}
WHO, FLAG, SIGN = 130, 14, 9  # pixels at 100 %: whose tally it is, a flag, a sign
STATE = 286  # pixels at 100 % that a state needs
KEPT = "How each state voted that day is kept back here: the model is judged by votes that it was not shown."


def beside_the_real(look: Look, session: Session) -> Part:
    """A panel for each draft that stands for a real one; a line where there is none."""
    found = recorded(session.play.scenario, session.play.steps)
    if not found:
        return Panel(Paragraph("No text of this crisis stands for a real one.", BODY, INK_SOFT))
    words = "Your texts were not the real ones, nor was the pressure on these states. Where the votes differ, ask why."
    return Column([Panel(bullet("vote", GOLD, words, BODY, INK_SOFT)), *(_panel(look, session, one) for one in found)])


def _panel(look: Look, session: Session, one: Recorded) -> Part:
    rows: list[Part] = [_here(look, session, one), _there(look, one)]
    if one.tally is None:
        rows.append(bullet("lock", INK_QUIET, KEPT, BODY, INK_SOFT))
    elif one.roll is not None:
        rows += _states(session, one)
    symbol = "" if session.play.texts == MASKED else one.real.symbol
    return Panel(Column(rows, gap=GAP), title=one.title, icon="vote", aside=symbol, accent=GOLD)


def _here(look: Look, session: Session, one: Recorded) -> Part:
    if one.roll is None:
        return _side(look, "Yours", [Paragraph("It never came to a vote.", BODY, INK_SOFT)])
    roll = one.roll
    open_it = Button(
        f"open-{one.draft}", "State by state", _opening(session, one), icon="list", kind="quiet",
        tooltip="The whole roll call of this play, where each vote can be questioned.",
    )  # fmt: skip
    said = Paragraph(f"{OUTCOMES[roll.outcome]}, {in_words(roll.date)}", SMALL, INK_SOFT)
    return _side(look, "Yours", [*_counts(roll.tally), grow(said), open_it])


def _opening(session: Session, one: Recorded) -> Action:
    roll = one.roll
    assert roll is not None
    return lambda: Push(RollCallScreen(session, roll))


def _there(look: Look, one: Recorded) -> Part:
    real = one.real
    said = Paragraph(f"{OUTCOMES.get(real.outcome, real.outcome)}, {in_words(real.date)}", SMALL, INK_SOFT)
    return _side(look, "The real one", [*(_counts(one.tally) if one.tally is not None else []), grow(said)])


def _side(look: Look, who: str, parts: Sequence[Part | Slot]) -> Part:
    name = fixed(Paragraph(who, LABEL, INK), look.pixels(WHO))
    return Row([name, *parts], gap=WIDE_GAP, upright="middle")


def _counts(tally: Sequence[int]) -> list[Part]:
    return [Count(vote, str(number)) for vote, number in zip(VOTES, tally, strict=True)]


def _states(session: Session, one: Recorded) -> list[Part]:
    """The states that voted otherwise, each with both votes."""
    flags = session.play.texts != MASKED
    alike = f"**{one.same}** states voted alike in both."
    if not one.apart:
        return [bullet("check", SKY, f"{alike} None voted otherwise.", BODY, INK_SOFT)]
    words = f"{alike} These **{len(one.apart)}** did not: first yours, then the real vote."
    rows = [ApartLine(state, flags=flags) for state in one.apart]
    return [bullet("git-fork", SKY, words, BODY, INK_SOFT), Flow(rows, gap=GAP)]


@dataclass(eq=False)
class ApartLine(Part):
    """A state with its vote in the play and its real one."""

    state: Apart
    flags: bool = field(default=True, kw_only=True)

    def natural(self, look: Look) -> int:
        return look.pixels(STATE)

    def measure(self, look: Look, width: int) -> int:
        return max(look.measure(self.state.name, SMALL, self._room(look, width))[1], look.line_height(TAG)) + 2

    def _said(self, look: Look) -> list[tuple[str, str, int]]:
        """The two votes: which, its word and how wide it stands."""
        found = [(vote, BALLOTS[vote].word) for vote in (self.state.here, self.state.there)]
        return [(vote, word, look.pixels(SIGN) + SMALL_GAP + look.measure(word, TAG)[0]) for vote, word in found]

    def _flag(self, look: Look) -> int:
        return round(look.pixels(FLAG) * 4 / 3) + GAP if self.flags else 0

    def _room(self, look: Look, width: int) -> int:
        """The width left for the name."""
        most = max(look.measure(BALLOTS[vote].word, TAG)[0] for vote in VOTES) + look.pixels(SIGN) + SMALL_GAP
        return max(8, width - self._flag(look) - 2 * (most + GAP) - GAP)

    def draw(self, canvas: Canvas) -> None:
        look, rect = canvas.look, self.rect
        if self.flags:
            draw_flag(canvas, self.state.iso, look.pixels(FLAG), (rect.x, rect.centery - look.pixels(FLAG) // 2))
        name = pygame.Rect(rect.x + self._flag(look), rect.y, self._room(look, rect.width), rect.height)
        canvas.text(self, self.state.name, SMALL, INK, name, upright="middle")
        x, step = name.right + GAP, (rect.right - name.right + GAP) // 2
        for vote, word, wide in self._said(look):
            size, ballot = look.pixels(SIGN), BALLOTS[vote]
            canvas.mark(ballot.mark, size, ballot.colour, (x + size // 2, rect.centery))
            at = pygame.Rect(x + size + SMALL_GAP, rect.y, wide - size - SMALL_GAP, rect.height)
            canvas.text(self, word, TAG, ballot.colour, at, upright="middle")
            x += step
        canvas.mark("right", look.pixels(SIGN) - 2, INK_QUIET, (name.right + GAP + step - GAP, rect.centery))
