"""Board: every state of an assembly with flag, name and vote, as one control with a cursor of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import pygame

from game.desk.canvas import Canvas, Inked
from game.desk.focus import ARROWS, SIDEWAYS_COST
from game.desk.look import Look
from game.desk.part import Control, Point, Used
from game.desk.screen import Change
from game.desk.theme import EDGE, GOLD, INK, INK_QUIET, INK_SOFT, NIGHT, OVERLINE, PANEL, RAISED, mixed
from game.desk.widgets.ballot import Seat, draw_flag
from game.desk.widgets.boardplan import PAD_X, STRIPE, Plan, Section, planned
from game.desk.widgets.scroll import Scroll


@dataclass(eq=False)
class BoardMemory:
    """What a board keeps while its screen builds it anew: the state the cursor is at, and what is drawn already."""

    cursor: str = ""
    over: str = ""
    picture: pygame.Surface | None = None
    drawn: list[Seat | None] = field(default_factory=list)
    inked: list[tuple[Inked, ...]] = field(default_factory=list)
    key: object = None
    plan: Plan | None = None
    plan_key: object = None


@dataclass(eq=False)
class Board(Control):
    """States in sections. The arrows move a cursor from state to state; Enter or a click opens one by its code.

    `room` is the height in pixels the board tries to fit into; `flags` shows flags, which tell real states apart;
    `awaited` is the code of the state that the hall waits for.
    """

    sections: Sequence[Section] = field(default=(), kw_only=True)
    memory: BoardMemory = field(default_factory=BoardMemory, kw_only=True)
    on_open: Callable[[str], Change] = field(default=lambda _: None, kw_only=True)
    tip_of: Callable[[str], str] = field(default=lambda _: "", kw_only=True)
    flags: bool = field(default=True, kw_only=True)
    awaited: str = field(default="", kw_only=True)
    room: int = field(default=0, kw_only=True)
    tip_follows = True

    def __post_init__(self) -> None:
        super().__post_init__()
        self.seats = [seat for section in self.sections for seat in section.seats]
        self._at = {seat.iso: number for number, seat in enumerate(self.seats)}

    # Where things stand.

    def natural(self, look: Look) -> int:
        return look.pixels(900)

    def measure(self, look: Look, width: int) -> int:
        return self.plan(look, width).height

    def plan(self, look: Look, width: int) -> Plan:
        """The board laid out at a width; worked out once for a window and an order of the states."""
        shape = tuple((section.title, tuple(seat.iso for seat in section.seats)) for section in self.sections)
        key = (shape, width, self.room, look.version, look.percent)
        if self.memory.plan is None or self.memory.plan_key != key:
            self.memory.plan, self.memory.plan_key = planned(look, self.sections, width, self.room), key
        return self.memory.plan

    def spots(self) -> Sequence[pygame.Rect]:
        return (self.place_of(self.here), self.rect) if self.seats else (self.rect,)

    @property
    def here(self) -> str:
        """The code of the state the cursor is at."""
        return self.memory.cursor if self.memory.cursor in self._at else self.seats[0].iso

    def place_of(self, iso: str) -> pygame.Rect:
        """Where a state stands on the screen, in pixels."""
        plan = self.memory.plan
        assert plan is not None
        return plan.cells[self._at[iso]].move(self.rect.topleft)

    def under(self, at: Point) -> str:
        """The code of the state at a place of the screen, "" for none."""
        plan = self.memory.plan
        if plan is None:
            return ""
        local = (at[0] - self.rect.x, at[1] - self.rect.y)
        return next((s.iso for s, cell in zip(self.seats, plan.cells, strict=True) if cell.collidepoint(local)), "")

    # What is done with it.

    def tip(self) -> str:
        found = self.memory.over or (self.here if self.seats else "")
        return self.tip_of(found) if found else ""

    def press(self, at: Point | None = None) -> Change:
        found = self.under(at) if at is not None else self.here
        if not found or not self.enabled:
            return None
        self.memory.cursor = found
        return self.on_open(found)

    def pointed(self, at: Point | None) -> bool:
        before, self.memory.over = self.memory.over, self.under(at) if at is not None else ""
        return self.memory.over != before

    def key(self, event: pygame.event.Event) -> Used | None:
        way = ARROWS.get(event.key)
        found = self._beside(way) if way is not None and self.seats else ""
        if not found:
            return None
        self.memory.cursor, self.memory.over = found, ""
        return Used()

    def _beside(self, way: tuple[int, int]) -> str:
        """The state next to the cursor in a direction, "" at the edge."""
        plan = self.memory.plan
        assert plan is not None
        here = plan.cells[self._at[self.here]]
        found = [
            (abs(dx) + abs(dy) + SIDEWAYS_COST * (abs(dy) if way[0] else abs(dx)), number)
            for number, cell in enumerate(plan.cells)
            for dx, dy in [(cell.x - here.x, cell.y - here.y)]
            if dx * way[0] + dy * way[1] > 0 and (dy == 0 or not way[0])
        ]
        return self.seats[min(found)[1]].iso if found else ""

    # How it looks.

    def draw(self, canvas: Canvas) -> None:
        if not self.seats:
            return
        plan, memory = self.plan(canvas.look, self.rect.width), self.memory
        self._renew(canvas.look, plan)
        assert memory.picture is not None
        for number, seat in enumerate(self.seats):
            if memory.drawn[number] != seat:
                self._draw_cell(canvas.look, plan, number)
        canvas.surface.blit(memory.picture, self.rect)
        self._tell(canvas)
        if memory.over and canvas.hover == self.id:
            canvas.box(self.place_of(memory.over), None, GOLD, 4)
        if self.awaited in self._at:
            canvas.box(self.place_of(self.awaited).inflate(4, 4), None, GOLD, 5, 2)

    def _renew(self, look: Look, plan: Plan) -> None:
        """Begin a new picture when the board has another size, order or text size."""
        memory, key = self.memory, (self.memory.plan_key, self.flags, self.rect.width)
        if memory.picture is not None and memory.key == key:
            return
        memory.key = key
        memory.picture = pygame.Surface((self.rect.width, max(1, plan.height)))
        memory.picture.fill(PANEL)
        memory.drawn = [None] * len(self.seats)
        memory.inked = [()] * (len(self.seats) + 1)
        pen = Canvas(memory.picture, look)
        for section, head in zip(self.sections, plan.heads, strict=True):
            if section.title:
                pen.text(self, section.title.upper(), OVERLINE, INK_QUIET, head)
        memory.inked[-1] = tuple(pen.inked)

    def _draw_cell(self, look: Look, plan: Plan, number: int) -> None:
        memory, seat, cell = self.memory, self.seats[number], plan.cells[number]
        assert memory.picture is not None
        pen = Canvas(memory.picture, look)
        ballot = seat.ballot
        called = seat.vote in ("yes", "no", "abstain")
        fill = mixed(RAISED, ballot.colour, 0.17) if called else mixed(RAISED, NIGHT, 0.35)
        pen.surface.fill(PANEL, cell)
        pen.box(cell, fill, ballot.colour if seat.veto else None, 3)
        pen.surface.fill(ballot.colour if seat.vote else EDGE, (cell.x, cell.y + 1, STRIPE, cell.height - 2))
        flag, sign, x = plan.flag(look), plan.sign(look), cell.x + STRIPE + PAD_X
        if self.flags:
            draw_flag(pen, seat.iso, flag, (x, cell.centery - flag // 2))
        pen.mark(
            ballot.mark, sign if seat.vote else sign // 2, ballot.colour, (cell.right - PAD_X - sign // 2, cell.centery)
        )
        x += round(flag * 4 / 3) + PAD_X
        name = pygame.Rect(x, cell.y, cell.right - 2 * PAD_X - sign - x, cell.height)
        pen.text(self, seat.name, plan.name, INK if seat.vote else INK_SOFT, name, upright="middle")
        memory.drawn[number], memory.inked[number] = seat, tuple(pen.inked)

    def _tell(self, canvas: Canvas) -> None:
        """Note the texts of the picture where they stand on the screen."""
        clip, (x, y) = canvas.surface.get_clip(), self.rect.topleft
        for inks in self.memory.inked:
            for ink in inks:
                rect = ink.rect.move(x, y)
                canvas.inked.append(
                    Inked(self, ink.text, rect, ink.room.move(x, y), rect.clip(clip), ink.broken, ink.shortened)
                )


@dataclass(eq=False)
class BoardView(Scroll):
    """The window through which a board is seen; the board is told how high it is, so that it can fit if it may."""

    def place(self, look: Look, rect: pygame.Rect) -> None:
        if isinstance(self.child, Board):
            self.child.room = rect.height
        super().place(look, rect)
