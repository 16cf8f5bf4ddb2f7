"""Stage: a screen made of parts. A screen of the game says in `build` what stands on it; the rest is done here."""

from __future__ import annotations

import pygame

from game.desk import keyboard, pointer
from game.desk.canvas import Canvas, Inked
from game.desk.focus import kept
from game.desk.look import Look
from game.desk.part import Action, Control, Memory, Part, walk
from game.desk.screen import Change, Pop, Push, Widget
from game.desk.theme import DUSK, NIGHT
from game.desk.widgets.ring import draw_ring
from game.desk.widgets.scroll import Scroll
from game.desk.widgets.toast import Toast, draw_toasts
from game.desk.widgets.tooltip import draw_tooltip

TIP_DELAY = 350  # milliseconds of rest before a tooltip shows


class Stage:
    """A Screen whose parts are built anew after each action, so that they never disagree with the game.

    Override `build`; `escape`, `help`, `attended` and `passed` if need be. Ids tie focus, hover and scrolling to
    the parts of the next building. Call `refresh` when something shown has changed outside an action.
    """

    modal = False
    first_focus = ""  # the id that has the focus when the screen opens; else the first of all

    def __init__(self) -> None:
        self.dirty = True
        self.look: Look | None = None
        self.size = (0, 0)
        self.root: Part = Part()
        self.controls: list[Control] = []
        self.pointer = pointer.Pointer()
        self.focus_id = ""
        self.by_keys = True
        self.toasts: list[Toast] = []
        self.inked: list[Inked] = []
        self.tip_rect: pygame.Rect | None = None
        self._memory: Memory = {}
        self._around: dict[str, list[Scroll]] = {}
        self._stale = True
        self._rest: int | None = None

    # What a screen of the game says.

    def build(self, look: Look) -> Part:
        """The parts of this screen as the game stands now."""
        raise NotImplementedError

    def frame(self, look: Look, size: tuple[int, int]) -> pygame.Rect:
        """Where the built part stands in a window of `size`: all of it, unless overridden."""
        return pygame.Rect((0, 0), size)

    def ground(self, canvas: Canvas) -> None:
        """Draw what lies behind the parts."""
        canvas.surface.blit(canvas.look.shapes.ground(self.size, DUSK, NIGHT), (0, 0))

    def escape(self) -> Change:
        """What Esc does: closes the screen."""
        return Pop()

    def help(self) -> Change:
        """What `?` does when nothing is focused."""
        return None

    def attended(self, control: str) -> bool:
        """Told the id that pointer or focus came to ("" for none); True when the screen shows something else now."""
        return False

    def passed(self, ms: int) -> Change:
        """Told that time passed; what should happen to the screens."""
        return None

    # What the window asks.

    def fit(self, look: Look, size: tuple[int, int]) -> None:
        self.look, self.size = look, size
        self.pointer.over = self.pointer.held = ""
        self.refresh()
        self._settle()

    def handle(self, event: pygame.event.Event) -> Change:
        self._settle()
        change = pointer.handle(self, event) or keyboard.handle(self, event)
        self._settle()
        return change

    def tick(self, ms: int) -> Change:
        if self._rest is not None and self._rest > 0:
            self._rest -= ms
            self.dirty = self.dirty or self._rest <= 0
        if self.toasts:
            self.toasts = [left for toast in self.toasts if (left := toast.aged(ms)) is not None]
            self.dirty = True
        change = self.passed(ms)
        self._settle()
        return change

    def draw(self, surface: pygame.Surface) -> None:
        if self.look is None:
            return
        self._settle()
        canvas = Canvas(surface, self.look, self.pointer.over, self.focus_id, self.pointer.held)
        self.ground(canvas)
        self.root.draw(canvas)
        focused = self.control(self.focus_id)
        if focused is not None and self.by_keys:
            draw_ring(canvas, focused, [scroll.view for scroll in self.scrolls(focused.id)])
        self.inked = list(canvas.inked)
        self.tip_rect = self._draw_tip(canvas)
        draw_toasts(canvas, self.toasts, self.size)
        self.dirty = False

    def widgets(self) -> list[Widget]:
        self._settle()
        return [
            Widget(c.id, self.in_view(c), c.label, c.enabled, c.id == self.focus_id, c.tip())
            for c in self.controls
            if c.focusable
        ]

    # What pointer and keyboard ask.

    def refresh(self) -> None:
        """Build the parts anew before the next event or drawing."""
        self._stale = self.dirty = True

    def toast(self, text: str, tone: str = "soft") -> None:
        """Show a short note for a few seconds; `tone` names an accent."""
        self.toasts.append(Toast(text, tone))
        self.dirty = True

    def control(self, name: str) -> Control | None:
        """The control of an id, None when there is none."""
        return next((control for control in self.controls if name and control.id == name), None)

    def focusables(self) -> list[Control]:
        """The controls that Tab visits, in its order."""
        return [control for control in self.controls if control.focusable]

    def run(self, action: Action) -> Change:
        """Do an action and build the parts anew; the change of screen it asks for."""
        change = action()
        self.refresh()
        self._rest = None
        return change

    def explain(self, control: Control) -> Change:
        """What `?` and the right button do with a control: its own explanation, else its tooltip as a dialog."""
        if control.on_explain is not None:
            return self.run(control.on_explain)
        if not control.tip():
            return None
        from game.desk.widgets.dialog import notice  # a dialog is itself a stage

        return Push(notice(control.label, control.tip()))

    def focus(self, name: str, by_keys: bool = True) -> None:
        """Move the focus to an id and scroll it into view; with the ring and tooltip when it came by keys."""
        changed = name != self.focus_id or by_keys != self.by_keys
        self.focus_id, self.by_keys = name, by_keys
        control = self.control(name)
        if control is not None and by_keys:
            for scroll in reversed(self._around.get(name, [])):
                scroll.show(control.spots()[0])
                self._replace()
        if changed:
            self.come_to(name)

    def come_to(self, name: str) -> None:
        """Pointer or focus came to this id: its tooltip will show after a rest."""
        self.dirty = True
        self._rest = TIP_DELAY if name else None
        if self.attended(name):
            self.refresh()

    def scrolled(self, scroll: Scroll, by: int) -> bool:
        """Scroll an area by pixels; False when it was at its end."""
        moved = scroll.move(by)
        if moved:
            self._replace()
        return moved

    def rewind(self, name: str) -> None:
        """Show a scroll area from its beginning when the parts are built next."""
        self._memory.pop(name, None)

    def scrolls(self, name: str = "") -> list[Scroll]:
        """The scroll areas around a control from inside out; without a name all of them."""
        if name:
            return list(reversed(self._around.get(name, [])))
        return [control for control in self.controls if isinstance(control, Scroll)]

    def in_view(self, control: Control) -> pygame.Rect:
        """The part of a control's place that its scroll areas show."""
        rect = control.spots()[0].copy()
        for scroll in self._around.get(control.id, []):
            rect = rect.clip(scroll.view)
        return rect

    # Its own business.

    def _settle(self) -> None:
        if not self._stale or self.look is None:
            return
        self._stale = False
        before = [control.id for control in self.controls if control.focusable]
        self.root = self.build(self.look)
        self._replace()
        now = [control.id for control in self.focusables()]
        self.focus_id = kept(before, now, self.focus_id)
        if not before and not self.focus_id and now:
            self.focus_id = self.first_focus if self.first_focus in now else now[0]

    def _replace(self) -> None:
        """Place the parts and list the controls with the scroll areas around each."""
        if self.look is None:
            return
        for part in walk(self.root):
            part.recall(self._memory)
        self.root.place(self.look, self.frame(self.look, self.size))
        self.controls, self._around = [], {}
        self._list(self.root, [])
        self.dirty = True

    def _list(self, part: Part, around: list[Scroll]) -> None:
        if isinstance(part, Control):
            self.controls.append(part)
            self._around[part.id] = list(around)
        inner = [*around, part] if isinstance(part, Scroll) else around
        for child in part.parts():
            self._list(child, inner)

    def _draw_tip(self, canvas: Canvas) -> pygame.Rect | None:
        control = self.control(self.focus_id if self.by_keys else self.pointer.over)
        if control is None or self._rest is None or self._rest > 0 or not control.tip():
            return None
        anchor = self.in_view(control)
        if control.tip_follows and not self.by_keys:
            anchor = pygame.Rect(self.pointer.at, (1, 1)).inflate(24, 24)
        return draw_tooltip(canvas, control, anchor, self.size) if anchor.height else None
