"""Gallery: every screen of the desk in telling moments of a played game, as numbered pictures, without a window."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from game.content.package import Package
from game.core.rollcall import RollCall
from game.data import FOLDER_VARIABLE, assets_dir
from game.desk import foresight, moments
from game.desk.driver import Driver
from game.desk.firstsitting import sitting
from game.desk.library import Library
from game.desk.screen import Push
from game.desk.screens.analysts import Analysts
from game.desk.screens.briefing import Briefing
from game.desk.screens.chronicle import Chronicle
from game.desk.screens.contest import Contest
from game.desk.screens.credits import Credits
from game.desk.screens.debrief import Debrief
from game.desk.screens.desk import Desk
from game.desk.screens.drafting import Drafting
from game.desk.screens.forecastspread import SpreadOfFutures
from game.desk.screens.ledger import Ledger
from game.desk.screens.load import Load
from game.desk.screens.lobby import Lobby
from game.desk.screens.menu import Menu
from game.desk.screens.numbers import Numbers
from game.desk.screens.partners import Partners
from game.desk.screens.rollcall import RollCallScreen
from game.desk.screens.scenarios import Scenarios
from game.desk.screens.settings import SettingsScreen
from game.desk.screens.summit import Summit
from game.desk.screens.timeline import Timeline
from game.desk.screens.title import Title
from game.desk.screens.votewhy import VoteWhy
from game.desk.screens.weigh import Weigh
from game.desk.screens.why import Why
from game.desk.session import Session
from game.desk.settings import Settings
from game.desk.shot import Shot, at_moment
from game.fault import Fault

SCENARIO = "road-to-moscow"
HALL = "emergency-session"
"""The crisis whose drafts and votes are shown."""
ASKED = ("IND", "CHN")
"""States whose votes are asked after, the first that is worth it."""
CALLING = 6000  # milliseconds of a roll call before its picture


def main(out: Path, *, size: tuple[int, int], scale: int) -> int:
    """Draw all pictures into the folder `out` at `size` pixels and `scale` percent of text; 0 when all could be drawn.

    Raises Fault when the scenario cannot be loaded.
    """
    out.mkdir(parents=True, exist_ok=True)
    before = os.environ.get(FOLDER_VARIABLE)
    with tempfile.TemporaryDirectory() as folder:
        # The player's own saves and settings shall neither be seen on the pictures nor be touched.
        os.environ[FOLDER_VARIABLE] = folder
        try:
            count = _draw(out, Path(folder), size, scale)
        finally:
            foresight.close()
            if before is None:
                del os.environ[FOLDER_VARIABLE]
            else:
                os.environ[FOLDER_VARIABLE] = before
    print(f"{count} pictures of {size[0]}x{size[1]} at {scale}% are in {out}.")
    return 0


def _draw(out: Path, folder: Path, size: tuple[int, int], scale: int) -> int:
    assets, count = assets_dir(), 0
    for count, shot in enumerate(shots(folder), 1):
        driver = Driver(shot.screen, assets, size, scale)
        if shot.over is not None:
            driver.app.stack.apply(Push(shot.over))
        driver.wait(shot.wait)
        while not shot.ready():
            driver.wait(50)
            time.sleep(0.002)  # what is waited for is worked out in another process, which needs a core as well
        driver.picture(out / f"{count:02}-{shot.name}.png")
    return count


def shots(folder: Path) -> Iterator[Shot]:
    """Every picture in order. Raises Fault when a moment is found in no game."""
    library = Library()
    package = _needed(library, SCENARIO)
    yield from _before(package, library, folder)
    yield from _newcomers(library, folder)
    yield from _turns(package, folder)
    yield from _foretold(package, folder)
    yield from _talks(package, folder)
    yield from _reading(package, folder)
    yield from _after(package, folder)
    yield from _hall(_needed(library, HALL), folder)
    yield Shot("settings", SettingsScreen(Settings(), lambda _: None))
    yield Shot("credits", Credits(package.compile()))


def _needed(library: Library, id: str) -> Package:
    book = library.book(id)
    if book.package is None:
        raise Fault(f"The gallery needs {id}: {book.fault}")
    return book.package


def _newcomers(library: Library, folder: Path) -> Iterator[Shot]:
    """The crisis that the title offers to whoever has not played, if one does."""
    offered = library.covers()[0]
    if offered.newcomers:
        yield from sitting(_needed(library, offered.id), folder)


def _before(package: Package, library: Library, folder: Path) -> Iterator[Shot]:
    yield Shot("title", Title(Settings(), library), wait=400)
    kept = at_moment(package, folder, "title", moments.at_desk(6))
    kept.path = folder / "saves" / f"{SCENARIO}.json"
    kept.save()
    kept.save_as("Before the journey")
    yield Shot("title-continue", Title(Settings(), library), wait=400)
    yield Shot("scenarios", Scenarios(Settings(), library), wait=400)
    yield Shot("load", Load(Settings()))
    yield Shot("briefing", Briefing(at_moment(package, folder, "briefing", moments.at_desk(1))))


def _turns(package: Package, folder: Path) -> Iterator[Shot]:
    first = at_moment(package, folder, "desk-first", moments.at_desk(1))
    yield Shot("desk-first-turn", Desk(first))
    later = at_moment(package, folder, "desk", moments.busy(5))
    yield Shot("desk", Desk(later))
    last = at_moment(package, folder, "desk-late", moments.at_desk(18))
    yield Shot("desk-late", Desk(last))
    scenario = package.compile()
    joint = [move.id for move in scenario.moves if move.joint is not None]
    statuses = {promise.status for promise in scenario.promises}
    bound = [m.id for m in scenario.moves if any(e.cell in statuses for c in m.clauses for e in c.effects)]
    for name, moves in (("weigh-consent", joint), ("weigh-promise", bound)):
        session = at_moment(package, folder, name, moments.may_make(*moves))
        move = next(id for id in moves if id in session.view.choices)
        panel = Weigh(session, move, lambda: None)
        yield Shot(name, Desk(session), panel, ready=panel.weighed)


def _foretold(package: Package, folder: Path) -> Iterator[Shot]:
    """A move of which something has been said, with its spread."""
    session = at_moment(package, folder, "spread", moments.busy(6))
    move = session.view.choices[0]
    panel = Weigh(session, move, lambda: None)
    panel.estimate.word = "likely"
    yield Shot("weigh-estimate", Desk(session), panel, ready=panel.weighed)
    spread = SpreadOfFutures(session, move, panel.estimate.ending, panel.estimate.word)
    yield Shot("spread", spread, ready=spread.shown)


def _talks(package: Package, folder: Path) -> Iterator[Shot]:
    wanted = [
        ("summit-mandate", moments.in_talk("prepare")),
        ("summit-first", moments.in_talk("exchange", 1)),
        ("summit", moments.in_talk("exchange", 4)),
        ("summit-press", moments.in_talk("press")),
    ]
    for name, moment in wanted:
        yield Shot(name, Summit(at_moment(package, folder, name, moment)))
    session = at_moment(package, folder, "summit-home", moments.in_talk("press"))
    closing = Summit(session)
    assert session.scene is not None
    session.play.choose(session.scene.lines[0].id)
    yield Shot("summit-home", closing)
    for rung in (1, 3):
        found = at_moment(package, folder, f"contest-{rung}", moments.in_contest(rung))
        yield Shot(f"contest-{rung}", Contest(found))


def _reading(package: Package, folder: Path) -> Iterator[Shot]:
    session = at_moment(package, folder, "why", moments.at_desk(12))
    place = moments.telling(session)
    if place is None:
        raise Fault("No answer in the gallery's game can be explained.")
    yield Shot("why-guess", Desk(session), Why(session, *place))
    told = Why(session, *place)
    told.shown = True
    yield Shot("why", Desk(session), told)
    yield Shot("ledger", Ledger(at_moment(package, folder, "ledger", moments.on_ledger(1))))
    yield Shot("analysts", Analysts(session))
    yield Shot("partners", Partners(session))
    yield Shot("numbers", Numbers(session))
    yield Shot("chronicle", Chronicle(session))
    yield Shot("timeline", Timeline(session))
    yield Shot("menu", Desk(session), Menu(session))


def _after(package: Package, folder: Path) -> Iterator[Shot]:
    session = at_moment(package, folder, "debrief", moments.finished)
    debrief = Debrief(session)
    yield Shot("debrief-silent", debrief)
    for number, sheet in enumerate(debrief.sheets):
        debrief.open(number)
        yield Shot(f"debrief-{sheet.name.id.removeprefix('tab-')}", debrief, ready=debrief.searched)


def _hall(package: Package, folder: Path) -> Iterator[Shot]:
    yield Shot("desk-before-a-vote", Desk(at_moment(package, folder, "desk-before-a-vote", moments.tabled("assembly"))))
    yield Shot("desk-after-a-vote", Desk(at_moment(package, folder, "desk-after-a-vote", moments.voted("assembly"))))
    for body in ("council", "assembly"):
        yield Shot(f"drafting-{body}", Drafting(at_moment(package, folder, "drafting", moments.drafting(body))))
    yield Shot("lobby", Lobby(at_moment(package, folder, "lobby", moments.tabled("assembly"))))
    session, roll = _vote(package, folder, "council")
    yield Shot("vote-council", RollCallScreen(session, roll))
    session, roll = _vote(package, folder, "assembly")
    yield Shot("vote-called", RollCallScreen(session, roll, live=True), wait=CALLING)
    screen = RollCallScreen(session, roll)
    for number, kind in enumerate(screen.faces.kinds):
        screen.face = number
        yield Shot(f"vote-by-{kind}", screen)
    yield Shot("vote-why", screen, VoteWhy(session, roll, moments.worth_asking(session, roll, ASKED)))
    over = at_moment(package, folder, "debrief-votes", moments.votes_held(2))
    debrief = Debrief(over)
    debrief.open([sheet.name.id for sheet in debrief.sheets].index("tab-votes"))
    yield Shot("debrief-votes", debrief)


def _vote(package: Package, folder: Path, body: str) -> tuple[Session, RollCall]:
    """The latest vote of a body in a game that has one."""
    session = at_moment(package, folder, "vote", moments.voted(body))
    return session, [roll for roll in moments.votes(session) if roll.body == body][-1]
