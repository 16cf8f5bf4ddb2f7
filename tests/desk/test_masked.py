"""Invented names: no screen of a play that wears them shows a real state, city or source, in words, tips or flags."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from game.content.package import Package
from game.core.choice import choices
from game.core.policy import follow
from game.desk.driver import Driver
from game.desk.library import shared
from game.desk.look import Look
from game.desk.moments import telling
from game.desk.screen import Screen
from game.desk.screens.analysts import Analysts
from game.desk.screens.briefing import Briefing
from game.desk.screens.chronicle import Chronicle
from game.desk.screens.credits import Credits
from game.desk.screens.debrief import Debrief
from game.desk.screens.desk import Desk
from game.desk.screens.ledger import Ledger
from game.desk.screens.load import Load
from game.desk.screens.menu import Menu
from game.desk.screens.numbers import Numbers
from game.desk.screens.partners import Partners
from game.desk.screens.scenarios import Scenarios
from game.desk.screens.summit import Summit
from game.desk.screens.timeline import Timeline
from game.desk.screens.title import Title
from game.desk.screens.why import Why
from game.desk.session import Session, begun
from game.desk.settings import Settings
from game.desk.stage import Stage
from tests.core.crises import package
from tests.desk.conftest import Opened

MASKED = Settings(masked=True)
PLACES = ("Moscow", "Kyiv", "Kremlin", "Russia", "Ukrain", "Berlin", "Paris", "London", "Warsaw", "Budapest", "Rome",
          "Washington", "Geneva", "Vienna", "Brussels", "Donbas", "Crimea", "NATO", "OSCE")  # fmt: skip


@pytest.fixture(scope="module")
def moscow() -> Package:
    return package("road-to-moscow")


def played(package: Package, until: Callable[[Session], bool]) -> Session:
    """A play with invented names, by the first policy that comes to such a moment."""
    for policy in package.compile().policies:
        session, chooser = begun(package, MASKED, 1, package.documented), follow(policy)
        while not session.play.over and not until(session):
            open_now = choices(session.play.scenario, session.play.state)
            session.play.choose(chooser(session.play.scenario, session.play.state, open_now).id)
        if until(session):
            return session
    raise AssertionError("no policy comes to this moment")


def real(package: Package) -> re.Pattern[str]:
    """What must not be seen: places, partners, and the ids and authors of the sources."""
    scenario = package.compile()
    names = {scenario.texts[f"partner.{partner.id}.title"] for partner in scenario.partners}
    signed = {source.author for source in scenario.sources.values()}
    authors = {author for author in signed if " " in author and author[0].isupper()}
    ids = {id for id in scenario.sources if any(letter.isdigit() or letter == "-" for letter in id)}
    words = "|".join(re.escape(word) for word in sorted({*PLACES, *names, *authors, *ids}))
    return re.compile(rf"(?<![\w-])(?:{words})")


def shown(driver: Driver) -> list[str]:
    """All that the top screen says, drawn or on asking."""
    stage = driver.screen
    assert isinstance(stage, Stage)
    stage.dirty = True
    driver.send([])
    words = [inked.text for inked in stage.inked]
    return words + [text for widget in driver.widgets() for text in (widget.label, widget.tooltip)]


def leaks(driver: Driver, pattern: re.Pattern[str]) -> list[str]:
    return [found.group() + " in: " + text for text in shown(driver) if (found := pattern.search(text))]


def test_no_screen_names_a_real_state_or_source(opened: Opened, moscow: Package) -> None:
    late = played(moscow, lambda s: s.scene is None and s.play.turn >= 12)
    talk = played(moscow, lambda s: s.scene is not None and s.scene.kind == "exchange" and s.scene.number >= 3)
    why = telling(late)
    assert why is not None
    late.save_as("Kept")
    asked = Why(late, *why)
    asked.shown = True
    screens: list[Screen] = [
        Title(MASKED, shared()), Scenarios(MASKED, shared()), Load(MASKED), Briefing(late), Desk(late), Menu(late),
        Ledger(late), Analysts(late), Partners(late), Numbers(late), Chronicle(late), Timeline(late), Summit(talk),
        asked, Credits(late.play.scenario, hidden=True),
    ]  # fmt: skip
    for screen in screens:
        assert leaks(opened(screen), real(moscow)) == [], type(screen).__name__


def test_no_page_of_the_debrief_does(opened: Opened, moscow: Package) -> None:
    debrief = Debrief(played(moscow, lambda session: session.play.over))
    driver = opened(debrief)
    for number, sheet in enumerate(debrief.sheets):
        debrief.open(number)
        debrief.refresh()
        assert leaks(driver, real(moscow)) == [], sheet.name.label


def test_sources_stand_in_the_credits_under_real_names_only(opened: Opened, moscow: Package) -> None:
    driver = opened(Credits(moscow.compile()))
    driver.click("credits-sources")
    assert leaks(driver, real(moscow)) != []
    hidden = opened(Credits(moscow.compile(), hidden=True))
    hidden.click("credits-sources")
    assert leaks(hidden, real(moscow)) == []


def test_no_flag_stands_at_the_table(opened: Opened, moscow: Package, monkeypatch: pytest.MonkeyPatch) -> None:
    def flag(self: Look, code: str, height: int) -> None:
        raise AssertionError(f"the flag of {code} is shown")

    monkeypatch.setattr(Look, "flag", flag)
    opened(Summit(played(moscow, lambda s: s.scene is not None and s.scene.kind == "exchange")))


def test_what_has_opened_since_the_last_turn_comes_first(opened: Opened, moscow: Package) -> None:
    session = played(moscow, lambda s: s.scene is None and len(s.newly_open()) >= 2)
    driver = opened(Desk(session))
    moves = [widget.id.removeprefix("move-") for widget in driver.widgets() if widget.id.startswith("move-")]
    new = session.newly_open()
    assert set(moves[: len(new)]) == new
    assert sum("{gold:New.}" in text for text in shown(driver)) >= 1
