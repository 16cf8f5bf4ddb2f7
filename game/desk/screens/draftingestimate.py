"""Drafting estimate: how the vote on a draft must be expected to go: the count, the line, the groups, the watched."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import pygame

from game.core.ballot import Tally
from game.core.logistic import FULL
from game.core.outlook import Estimate, Outlook, Prospect
from game.core.sheet import Sheet
from game.desk.canvas import Canvas
from game.desk.grid import Grid
from game.desk.layout import Column
from game.desk.look import Look
from game.desk.part import Part
from game.desk.screens.bullet import bullet, listed
from game.desk.screens.rollcallwords import COUNCIL, FIFTEEN, line_of, line_words
from game.desk.screens.votechances import ChanceBar, percent
from game.desk.session import MASKED, Session
from game.desk.theme import (
    BAD,
    BODY,
    GAP,
    GOLD,
    GOOD,
    INK,
    INK_QUIET,
    INK_SOFT,
    LABEL,
    SKY,
    SMALL,
    SMALL_GAP,
    TAG,
    WIDE_GAP,
)
from game.desk.widgets.ballot import BALLOTS, VOTES, draw_flag
from game.desk.widgets.majority import Count, Majority
from game.desk.widgets.panel import Panel
from game.desk.widgets.paragraph import Paragraph

FENCE = (3_000, 7_000)  # ten-thousandths of a yes between which a state counts as undecided
MOST = 8  # undecided states that are named
CARRIES = {
    "carried": ("check-circle", GOOD, "On these numbers it is adopted."),
    "vetoed": ("x-circle", BAD, "On these numbers it is vetoed."),
    "short": ("x-circle", BAD, "On these numbers it falls short."),
    "empty": ("x-circle", BAD, "Nothing stands in the text: there is nothing to vote on."),
}


def estimate(look: Look, session: Session, sheet: Sheet, before: int | None) -> list[Part]:
    """The panels of the estimate; `before` are the yes votes that were expected before the last change."""
    groups = by_group(sheet.outlook.members)
    bars: list[Part] = [Column([Paragraph(f"**{name}** ({sum(count)})", SMALL, INK_SOFT),
                                ChanceBar(count, percent=False)], gap=2)
                        for name, count in groups if name]  # fmt: skip
    small = sheet.body == COUNCIL
    watched = _watched(session, sheet)
    title = "The fifteen" if small else "Those everybody looks at"
    return [
        Panel(_count(look, sheet, before), title="If they voted now", icon="vote", accent=SKY),
        *listed(title, "eye", GOLD, [prospects(look, session, watched)] if watched else []),
        *listed("On the fence", "scale", GOLD, [] if small else _fence(look, session, sheet.outlook)),
        *listed("By group", "users", INK_QUIET, [] if small else bars),
    ]


def _count(look: Look, sheet: Sheet, before: int | None) -> Part:
    found = sheet.outlook
    estimates = zip(VOTES, (found.yes, found.no, found.abstain, found.absent), strict=True)
    counts: list[Part] = [Count(vote, str(one.mid), band_words(one)) for vote, one in estimates]
    voting = found.yes.mid + found.no.mid
    words = line_words(sheet.body, sheet.rule, found.needed, voting)
    bar = Majority(
        found.yes.mid, found.no.mid, line_of(sheet.body, sheet.rule), words,
        seats=FIFTEEN if sheet.body == COUNCIL else 0, band=(found.yes.low, found.yes.high),
    )  # fmt: skip
    icon, colour, said = CARRIES[found.carries]
    moved = found.yes.mid - before if before is not None else 0
    change = f" The last change {'won' if moved > 0 else 'lost'} about **{abs(moved)}**." if moved else ""
    return Column(
        [
            Grid(counts, least=look.pixels(130), most=2, gap=GAP),
            bar,
            bullet(icon, colour, said + change, BODY, INK),
            bullet("scale", GOLD, f"The text weighs **{sheet.weight}** if adopted.", BODY, INK_SOFT),
            Paragraph("Under each figure: between these lie four cases of five.", SMALL, INK_QUIET),
        ]
    )


def band_words(one: Estimate) -> str:
    """Between what a number of votes lies, in words."""
    return f"{one.low} to {one.high}" if one.low != one.high else "for certain"


def by_group(members: Sequence[Prospect]) -> list[tuple[str, Tally]]:
    """How many of each regional group must be expected to vote so, by the group's name."""
    names = sorted({member.group for member in members})
    return [(name, expected([member for member in members if member.group == name])) for name in names]


def expected(members: Iterable[Prospect]) -> Tally:
    """How many of these states must be expected to vote so, each rounded."""
    chances = [member.chances for member in members]
    return Tally(*((sum(getattr(one, vote) for one in chances) + 5_000) // 10_000 for vote in Tally._fields))


def _watched(session: Session, sheet: Sheet) -> list[Prospect]:
    """All of the Council; of the Assembly those whose votes matter to what follows."""
    members = sheet.outlook.members
    if sheet.body == COUNCIL:
        return list(members)
    scenario = session.play.scenario
    codes = [scenario.hall.members[member].iso for member, _ in scenario.find.draft[sheet.id].watched]
    return [member for member in members if member.iso in codes]


def _fence(look: Look, session: Session, outlook: Outlook) -> list[Part]:
    """The states that might go either way, the most open first."""
    open_ones = [m for m in outlook.members if not m.known and FENCE[0] <= m.chances.yes <= FENCE[1]]
    open_ones.sort(key=lambda member: abs(member.chances.yes - 5_000))
    if not open_ones:
        return []
    rest = len(open_ones) - MOST
    rows = [prospects(look, session, open_ones[:MOST])]
    return [*rows, Paragraph(f"and {rest} more", SMALL, INK_QUIET)] if rest > 0 else rows


def prospects(look: Look, session: Session, members: Sequence[Prospect]) -> Part:
    """States with their likely votes, in as many columns as fit."""
    flags = session.play.texts != MASKED
    return Grid([ProspectLine(member, flags=flags) for member in members], least=look.pixels(210), gap=SMALL_GAP)


@dataclass(eq=False)
class ProspectLine(Part):
    """A state, the vote it will most likely cast, and how likely that is."""

    member: Prospect
    flags: bool = field(default=True, kw_only=True)

    def natural(self, look: Look) -> int:
        return look.pixels(190)

    def measure(self, look: Look, width: int) -> int:
        return max(look.measure(self.member.name, LABEL, self._room(look, width))[1], look.line_height(TAG)) + 2

    def _said(self) -> str:
        member = self.member
        share = percent(getattr(member.chances, member.vote), FULL)
        return f"{BALLOTS[member.vote].word} {'(said so)' if member.known else share}"

    def _flag(self, look: Look) -> int:
        return round(look.pixels(14) * 4 / 3) + GAP if self.flags else 0

    def _room(self, look: Look, width: int) -> int:
        """The width left for the name."""
        return max(8, width - self._flag(look) - look.measure(self._said(), TAG)[0] - look.pixels(9) - 2 * GAP)

    def draw(self, canvas: Canvas) -> None:
        look, rect, ballot = canvas.look, self.rect, BALLOTS[self.member.vote]
        if self.flags:
            high = look.pixels(14)
            draw_flag(canvas, self.member.iso, high, (rect.x, rect.centery - high // 2))
        x = rect.x + self._flag(look)
        name = pygame.Rect(x, rect.y, self._room(look, rect.width), rect.height)
        canvas.text(self, self.member.name, LABEL, INK, name, upright="middle")
        wide, size = look.measure(self._said(), TAG)[0], look.pixels(9)
        said = pygame.Rect(rect.right - wide - WIDE_GAP // 2, rect.y, wide, rect.height)
        canvas.mark(ballot.mark, size, ballot.colour, (said.x - size, rect.centery))
        canvas.text(self, self._said(), TAG, INK_SOFT, said, upright="middle")
