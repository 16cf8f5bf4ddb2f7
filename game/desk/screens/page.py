"""Page: a screen of a play: it shows what the session has to tell, whatever screen is on top."""

from __future__ import annotations

from dataclasses import replace

from game.desk.screen import Change
from game.desk.session import Session
from game.desk.stage import Stage

LONG = 12_000  # milliseconds that a note stays for who asked for less movement


class Page(Stage):
    """A Stage that belongs to a session."""

    deed = ""
    """What opening this page is, of the deeds by which lessons are learnt."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        if self.deed:
            session.did(self.deed)

    def toast(self, text: str, tone: str = "soft") -> None:
        super().toast(text, tone)
        if self.session.settings.still:
            self.toasts[-1] = replace(self.toasts[-1], left=LONG)

    def passed(self, ms: int) -> Change:
        for text in self.session.messages:
            self.toast(text, "bad")
        self.session.messages.clear()
        return None
