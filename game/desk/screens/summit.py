"""Summit: the screen of a talk at the long table, from the mandate to the lectern and what is brought home."""

from __future__ import annotations

from collections import Counter

from game.core.scene import Line, Scene
from game.core.words import title
from game.desk.grid import Grid
from game.desk.layout import Column, Row, Slot, fixed, grow
from game.desk.look import Look
from game.desk.part import Action, Part
from game.desk.screen import Change, Pop, Push
from game.desk.screens import guide
from game.desk.screens.bullet import listed
from game.desk.screens.dial import dial
from game.desk.screens.farend import closing, far_end, said_so_far
from game.desk.screens.forecast import ForecastSheet
from game.desk.screens.masthead import masthead
from game.desk.screens.page import Page
from game.desk.screens.pips import Pips
from game.desk.screens.purse import prices_of
from game.desk.screens.signs import in_words
from game.desk.screens.tablescene import TableScene
from game.desk.screens.talks import Talk, talks, tracks
from game.desk.screens.why import Why
from game.desk.session import MASKED, Session
from game.desk.theme import GAP, GOLD, HEADING, INK, INK_QUIET, MARGIN, SCENE, SMALL, SMALL_GAP, WIDE_GAP
from game.desk.widgets.button import Button
from game.desk.widgets.dialog import Answer, Dialog
from game.desk.widgets.panel import Panel
from game.desk.widgets.paragraph import Paragraph
from game.desk.widgets.scroll import Scroll

KINDS = ("prepare", "exchange", "press")
GUEST, HOST = "EU", "RUS"  # whose flags stand in the room
SIDE = 320  # pixels of the right column at 100 %, at least
BROUGHT = 4  # numbers told before the first exchange
LEAST_ROOM, MOST_ROOM = 84, 400  # pixels of the drawing


class Summit(Page):
    """The summit that the session's play is in; when it ends, a last page tells what changed."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.sheet = ForecastSheet(session, self.talk.summit)
        self.first_focus = self._first()

    @property
    def talk(self) -> Talk:
        """The talk that is going on, or the one that has just ended."""
        return talks(self.session.play)[-1]

    @property
    def scene(self) -> Scene | None:
        """The stage that waits for an answer; None when the talk is over."""
        scene = self.session.scene
        return scene if scene is not None and scene.kind in KINDS else None

    def build(self, look: Look) -> Part:
        scene = self.scene
        at, told = guide.spots(self.session), guide.line(self.session)
        rows: list[Part | Slot] = [self._head(scene), self._room(look, scene), *told, grow(self._body(look, scene))]
        return guide.Pointed(rows, at=at, pad=MARGIN, gap=GAP)

    def escape(self) -> Change:
        if self.scene is None:
            return Pop()
        words = "The talk is kept as it stands. The desk opens it again, and nothing else can be done there meanwhile."
        return Push(Dialog("The talk is not over", words, [Answer("stay", "Stay at the table", kind="primary")]))

    def _first(self) -> str:
        scene = self.scene
        return scene.lines[0].id if scene is not None else "to-desk"

    def _head(self, scene: Scene | None) -> Part:
        scenario, talk = self.session.play.scenario, self.talk
        name = title(scenario, "summit", talk.summit)
        place = scenario.texts.get(f"summit.{talk.summit}.place", "")
        right: list[Part] = []
        if scene is not None and scene.kind == "exchange":
            right = [Pips(f"Exchange {scene.number} of {scene.of}", scene.number, scene.of)]
        elif scene is not None:
            words = "Before the meeting: the mandate" if scene.kind == "prepare" else "After the meeting: the press"
            right = [Paragraph(words, SMALL, GOLD)]
        return masthead(name, f"{place} · {in_words(self.session.view.date)}", icon="messages", right=right)

    def _room(self, look: Look, scene: Scene | None) -> Part:
        scenario = self.session.play.scenario
        summit = next(summit for summit in scenario.summits if summit.id == self.talk.summit)
        masked = self.session.play.texts == MASKED  # a flag would give an invented name away
        share = self.size[1] * 22 // look.chosen
        return TableScene(
            scene.kind if scene is not None else "press",
            ("" if masked else GUEST, "Your side"),
            ("" if masked else HOST, title(scenario, "actor", summit.host)),
            height=max(LEAST_ROOM, min(MOST_ROOM, share)),
        )

    def _body(self, look: Look, scene: Scene | None) -> Part:
        talk = self.talk
        if scene is None:
            return closing(self.session, talk, self._why, self._leave)
        side = min(max(look.pixels(SIDE), self.size[0] * 3 // 10), self.size[0] * 2 // 5)
        aside = Scroll("aside", "Beside the table", child=Column(self._aside(scene, talk)))
        left = Column([grow(Panel(Scroll("table", scene.heading, child=self._lines(scene)))), self._tracks(look, talk)])
        return Row([grow(left), fixed(aside, side)])

    def _lines(self, scene: Scene) -> Part:
        options = [self._option(number, line) for number, line in enumerate(scene.lines, 1)]
        text = [Paragraph(scene.heading, HEADING, GOLD), Paragraph(scene.text, SCENE, INK)]
        return Column([*text, Column(options, gap=SMALL_GAP + 2)], gap=GAP)

    def _tracks(self, look: Look, talk: Talk) -> Part:
        """What the talk moves, side by side under the options."""
        last = len(self.session.play.steps) - 1
        dials = [dial(seen, by, "here", prefix="track") for seen, by in tracks(self.session.play, talk, last)]
        return Panel(Grid(dials, least=look.pixels(150), gap=WIDE_GAP), pad=8)

    def _option(self, number: int, line: Line) -> Button:
        return Button(
            line.id, line.label, self._taking(line.id), second=line.approach,
            prices=prices_of(self.session.view, self._price(line.id)), hotkey=str(number),
            enabled=not self.session.play.read_only, reason=self.session.play.read_only,
        )  # fmt: skip

    def _price(self, option: str) -> tuple[tuple[str, int], ...]:
        scenario = self.session.play.scenario
        found = (o for s in scenario.summits for stage in s.stages for o in stage.options if o.id == option)
        return tuple((scenario.find.meter_at[purse].id, amount) for o in found for purse, amount in o.price if amount)

    def _aside(self, scene: Scene, talk: Talk) -> list[Part]:
        parts: list[Part] = []
        if talk.answered:
            parts.append(far_end(self.session, talk, self._why))
        intro = self.session.play.scenario.texts.get(f"summit.{talk.summit}.intro", "")
        if intro and not talk.answered:
            parts.append(Panel(Paragraph(intro, SCENE, INK), title="The room", icon="door-open"))
        if scene.kind == "prepare":
            parts.append(self.sheet.part())
        elif not talk.answered:
            parts += self._brought()
        if len(talk.answered) > 1:
            parts.append(said_so_far(self.session, talk, self._why))
        if scene.kind == "exchange":
            hint = "Listening spends an exchange and is heard too. *Y* asks why he answered so."
            parts.append(Paragraph(hint, SMALL, INK_QUIET))
        return parts

    def _brought(self) -> list[Part]:
        """The numbers that most of the host's answers at a table look at, as they stand before the first word."""
        rules = [rule for rule in self.session.play.scenario.rules if rule.slot == "table"]
        asked = Counter(leaf.cell for rule in rules for group in rule.when for leaf in group)
        cells = self.session.play.scenario.find.meter
        below = {track.id for track, _ in tracks(self.session.play, self.talk, len(self.session.play.steps) - 1)}
        seen = [
            g for g in self.session.view.gauges
            if g.kind in ("meter", "derived") and g.sight != "hidden" and g.id not in below
            and asked[cells[g.id].cell]
        ]  # fmt: skip
        seen.sort(key=lambda gauge: -asked[cells[gauge.id].cell])
        return listed("What he will look at", "eye", GOLD, [dial(g, prefix="brought") for g in seen[:BROUGHT]])

    def _taking(self, option: str) -> Action:
        def take() -> Change:
            if self.scene is not None and self.scene.kind == "prepare":
                self.sheet.keep()
            self.session.choose(option)
            if self.look is not None:
                self.look.sounds.play("door" if self.scene is None else "paper")
            self._memory.clear()
            self.focus_id = self._first()
            return None

        return take

    def _why(self, step: int, decision: int) -> Action:
        return lambda: Push(Why(self.session, step, decision))

    def _leave(self) -> Change:
        return Pop()
