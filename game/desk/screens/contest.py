"""Contest: the screen of a quarrel over one act, climbed rung by rung: hold, yield or trade, and what each costs."""

from __future__ import annotations

from game.core.condition import checks
from game.core.forum import Contest as Quarrel
from game.core.forum import Response
from game.core.gauge import gauge
from game.core.scene import Scene
from game.core.words import say_group, title
from game.desk.grid import Grid
from game.desk.layout import Column, Row, Space, fixed, grow
from game.desk.look import Look
from game.desk.part import Action, Part
from game.desk.screen import Change, Pop, Push
from game.desk.screens import guide
from game.desk.screens.bullet import listed
from game.desk.screens.costs import cost_words, costs
from game.desk.screens.dial import dial
from game.desk.screens.ladder import Ladder, Step
from game.desk.screens.masthead import masthead
from game.desk.screens.page import Page
from game.desk.screens.pips import Pips
from game.desk.screens.signs import in_words
from game.desk.screens.why import Why
from game.desk.session import Session
from game.desk.theme import BAD, BODY, GAP, GOLD, GOOD, HEADING, INK, INK_SOFT, MARGIN, SCENE, SKY, SMALL_GAP, Colour
from game.desk.widgets.button import Button
from game.desk.widgets.dialog import Answer, Dialog
from game.desk.widgets.panel import Panel
from game.desk.widgets.paragraph import Paragraph
from game.desk.widgets.scroll import Scroll

SIDE = 400  # pixels of the ladder at 100 %
WAYS: dict[str, tuple[str, str, Colour]] = {
    "hold": ("Hold", "shield", GOLD),
    "yield": ("Yield", "arrow-down", BAD),
    "trade": ("Trade", "handshake", GOOD),
}


class Contest(Page):
    """The contest that waits for a reply now. One reply a turn; then the desk goes on."""

    first_focus = "hold"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        scene = session.scene
        assert scene is not None
        self.scene: Scene = scene
        self.quarrel: Quarrel = next(c for c in session.play.scenario.contests if c.id == scene.id)

    def build(self, look: Look) -> Part:
        side = min(look.pixels(SIDE), self.size[0] * 2 // 5)
        body = Row([fixed(self._ladder(), side), grow(Scroll("contest", self.scene.heading, child=self._right(look)))])
        at, told = guide.spots(self.session), guide.line(self.session)
        return guide.Pointed([self._head(), *told, grow(body)], at=at, pad=MARGIN, gap=GAP)

    def escape(self) -> Change:
        words = "The other side waits. Nothing else can be done this turn before it is answered: hold, yield or trade."
        return Push(Dialog("This wants an answer", words, [Answer("stay", "Answer it", kind="primary")]))

    def _head(self) -> Part:
        over = self.session.play.scenario.texts.get(f"contest.{self.scene.id}.over", "")
        named = title(self.session.play.scenario, "move", over) if over else ""
        pips = Pips(f"Rung {self.scene.number} of {self.scene.of}", self.scene.number, self.scene.of)
        beside = f"over: {named} · {in_words(self.session.view.date)}" if named else in_words(self.session.view.date)
        return masthead(self.scene.title, beside, icon="trending-up", right=[pips])

    def _ladder(self) -> Part:
        steps = [
            Step(
                self.session.play.scenario.texts.get(f"rung.{rung.id}.title", ""),
                rung.private,
                self._yielding(number),
            )
            for number, rung in enumerate(self.quarrel.rungs)
        ]
        rungs = Scroll("ladder", "The ladder", child=Ladder(steps, self.scene.number))
        return Panel(rungs, title="The ladder", icon="trending-up")

    def _yielding(self, rung: int) -> str:
        """What yielding on a rung (from 0) costs, in words."""
        responses = self.quarrel.rungs[rung].responses
        given = next((response for response in responses if response.does == "yield"), None)
        return cost_words(costs(self.session.play.scenario, given.clauses)) if given is not None else ""

    def _right(self, look: Look) -> Part:
        known = "{sky:Private.} Nobody outside two buildings needs to know." if self.scene.private else (
            "{bad:Public.} Whatever is done now is seen to be done."
        )
        here = Panel(
            Column(
                [
                    Paragraph(self.scene.heading, HEADING, GOLD),
                    Paragraph(self.scene.text, SCENE, INK),
                    Paragraph(known, BODY, INK_SOFT),
                ]
            )
        )
        ways = [self._way(number, response) for number, response in enumerate(self._responses(), 1)]
        return Column([here, *self._last_word(), Column(ways, gap=SMALL_GAP + 2), *self._stakes(look), Space(1)])

    def _stakes(self, look: Look) -> list[Part]:
        """The numbers that any way out of this quarrel touches, as they stand."""
        scenario, cells = self.session.play.scenario, self.session.play.state.cells
        clauses = [c for rung in self.quarrel.rungs for response in rung.responses for c in response.clauses]
        touched = {effect.cell for clause in clauses for effect in clause.effects}
        shown = [m for m in scenario.meters if m.cell in touched and m.sight == "desk" and not m.refill]
        dials = [dial(gauge(scenario, meter, cells), prefix="stake") for meter in shown]
        return listed("What is at stake", "scale", SKY, [Grid(dials, least=look.pixels(190))] if dials else [])

    def _responses(self) -> list[Response]:
        return list(self.quarrel.rungs[self.scene.number - 1].responses)

    def _way(self, number: int, response: Response) -> Button:
        name, icon, accent = WAYS[response.does]
        label = self.session.play.scenario.text(f"response.{response.id}.label")
        closed = self.session.play.read_only or self._closed(response)
        return Button(
            response.does, f"{name}: {label}", self._taking(response.does), icon=icon, accent=accent,
            second=self._price(response), hotkey=str(number), enabled=not closed, reason=closed,
        )  # fmt: skip

    def _price(self, response: Response) -> str:
        """What the way costs now, and for holding what yielding would cost one rung higher."""
        certain = cost_words(costs(self.session.play.scenario, response.clauses))
        now = f"Costs now: {certain}." if certain else "Costs nothing now."
        if response.does != "hold":
            return now
        if self.scene.number >= self.scene.of:
            return f"{now} This is the last rung: if he climbs again, it is decided by what happens."
        following = self.quarrel.rungs[self.scene.number]
        where = "in private" if following.private else "in public"
        return f"{now} If he climbs, yielding {where} will cost: {self._yielding(self.scene.number) or 'nothing more'}."

    def _closed(self, response: Response) -> str:
        if any(line.id == response.does for line in self.scene.lines):
            return ""
        state, scenario = self.session.play.state, self.session.play.scenario
        asked = checks(response.when, state.cells, self.session.play.turn)
        return "Needs: " + "; ".join(say_group(scenario, check.group) for check in asked if not check.holds) + "."

    def _last_word(self) -> list[Part]:
        """What the other side did to bring it to this rung, with why one key away."""
        play = self.session.play
        for step, decision in reversed(play.decisions()):
            of_it = decision.actor == play.scenario.main_actor and decision.slot in ("challenge", "contest")
            if of_it and decision.text:
                number = play.steps[step].decisions.index(decision)
                told = Paragraph(play.scenario.texts.get(decision.text, ""), SCENE, INK_SOFT)
                ask = Button("why-last", "Why?", self._why(step, number), icon="help-circle", hotkey="y")
                return [Panel(Column([told, Row([ask, grow(Space())])]), title="What he did", icon="quote", accent=SKY)]
        return []

    def _why(self, step: int, decision: int) -> Action:
        return lambda: Push(Why(self.session, step, decision))

    def _taking(self, does: str) -> Action:
        def take() -> Change:
            self.session.choose(does)
            if self.look is not None:
                self.look.sounds.play("stamp" if does == "hold" else "paper")
            return Pop()

        return take
